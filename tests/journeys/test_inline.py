"""Ads in other people's chats: asked for by a few words, sent as cards, taken by their link."""

from domain.kernel.ids import UserId
from tests.journeys.stage import Stage
from tests.journeys.steps import press, say, take
from tests.journeys.test_market import post, stage_market
from tests.support.person import Person
from tests.support.screens import Json, labels


async def test_a_card_in_a_group_leads_a_stranger_to_the_order(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer()
    stranger = await stage.sandbox.person("stranger", first_name="Stranger", language_code="en")
    group = await stage.sandbox.chat("supergroup", "Traders", [(buyer, "member"), (stranger, "member")])

    found = await buyer.within(group).inline("450 revolut eur")
    await buyer.within(group).choose(found[0]["id"])
    card = (await stranger.within(group).messages())[-1]
    link = await stranger.within(group).tap_url("🛒 Take this ad")
    await stage.rest()

    assert [title(each) for each in found] == [f"USDT: {p} EUR · 10–{m} EUR" for p, m in REVOLUT_FOR_450]
    assert (card["via_bot"], labels(card)) == ("otcdesk_bot", [["🛒 Take this ad"]])
    assert "Price: 0.95 EUR for 1 USDT" in card["text"]
    assert link["url"].endswith(f"?start=ad-{found[0]['id']}")
    await stranger.start(f"ad-{found[0]['id']}")
    await stage.rest()
    await stranger.sees(f"Ad #{found[0]['id']}", None)


async def test_asking_makes_nobody_a_member_and_shows_the_way_in(stage: Stage) -> None:
    await stage_market(stage)
    stranger = await stage.sandbox.person("stranger", first_name="Stranger", language_code="en")

    asked = await ask(stranger, "usdt")
    known = await stage.do(lambda work: work.users.find(UserId(stranger.id)))
    await stranger.start(asked["button"]["start_parameter"])
    await stage.rest()

    assert len(asked["results"]) == 8
    assert asked["button"]["text"] == "Start the desk and trade in escrow"
    assert known is None
    await stranger.sees("Buy USDT with EUR")


async def test_no_words_mean_the_market_one_looked_at_last(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer()
    first = await buyer.inline("")

    await press(stage, buyer, "🛒 Buy")
    await press(stage, buyer, "USD")
    later = await buyer.inline("")
    await say(stage, buyer, "/buy")

    assert title(first[0]) == "USDT: 0.90 EUR · 10–200 EUR"
    assert title(later[0]) == "USDT: 1 USD · 10–500 USD"
    assert "Buy USDT with USD" in (await buyer.last())["text"]


async def test_a_card_sent_to_the_desk_itself_answers_no_question(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer()
    await press(stage, buyer, "🛒 Buy")
    await press(stage, buyer, "⚡️ Quick match")
    before = await buyer.last()

    await buyer.choose((await buyer.inline("eur"))[0]["id"])
    await stage.rest()

    assert (await buyer.messages())[-1]["via_bot"] == "otcdesk_bot"
    assert (await buyer.last())["message_id"] == before["message_id"]
    await buyer.sees("How much do you want to pay for USDT, in EUR?")


async def test_answers_are_paged_and_each_ad_comes_once(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer()

    first = await ask(buyer, "eur")
    second = await ask(buyer, "eur", first["next_offset"])

    ids = [each["id"] for each in first["results"] + second["results"]]
    assert (len(first["results"]), len(ids), len(set(ids)), second["next_offset"]) == (8, 12, 12, "")


async def test_nothing_found_leads_to_the_market(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer()

    asked = await ask(buyer, "btc")

    assert (asked["results"], asked["button"]["start_parameter"]) == ([], "market")


async def test_a_forged_offset_is_left_unanswered(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer()

    asked = await buyer.act("inline", query="eur", offset="!:!", wait_ms=300)
    await stage.rest()

    assert not asked["answered"]
    assert len(await buyer.inline("eur")) == 8


async def test_a_merchant_shares_an_ad_by_its_button(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    await post(stage, await stage.merchant("rival", holds="20000"), "EUR", "90", "sepa", most=200)

    listed = await merchant.inline("")
    await say(stage, merchant, "/ads")
    await press(stage, merchant, "🟢 0.95 EUR · 500 USDT")
    share = button(await merchant.last(), "📤 Share")
    shared = await merchant.inline(share["query"])
    await take(stage, buyer, ad, amount="300")
    await take(stage, buyer, ad, amount="170")

    assert [title(each)[:20] for each in listed] == ["📣 Share your ad · US", "USDT: 0.90 EUR · 10–"]
    assert (share["kind"], share["query"]) == ("switch_inline", f"ad-{ad.code}")
    assert [each["id"] for each in shared] == [ad.code]
    assert await buyer.inline(share["query"]) == []


async def test_a_russian_asks_in_russian(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer(language_code="ru")

    found = await buyer.inline("куплю тезер за евро револют 450")

    assert title(found[0]) == "USDT: 0,95 EUR · 10–450 EUR"
    assert found[0]["description"].endswith("новичок · Revolut")
    assert "Объявление #" in found[0]["text"]


REVOLUT_FOR_450 = (("0.95", "450"), ("0.97", "550"), ("0.99", "650"), ("1.01", "750"))


async def ask(person: Person, words: str, offset: str = "") -> Json:
    """The whole answer, with its button and its next page."""
    return await person.act("inline", query=words, offset=offset)


def title(result: Json) -> str:
    return str(result["title"]).replace("\u2068", "").replace("\u2069", "")


def button(message: Json, label: str) -> Json:
    found: Json = next(each for row in message["keyboard"] for each in row if each["text"] == label)
    return found
