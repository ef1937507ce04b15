"""Somebody whose app speaks Russian trades from end to end without meeting a word of English."""

import re
from collections.abc import Sequence

from handlers.texts import Translations
from tests.journeys.house import House
from tests.journeys.stage import Stage
from tests.journeys.steps import code_on, press, say
from tests.support.person import Person
from tests.support.pictures import receipt
from tests.support.screens import Json

PROPER_NAMES = {"sepa", "instant", "usdt", "eur", "utc", "otc", "amina", "bello", "mensah", "kofi", "pdf", "jpeg"}
PROPER_NAMES |= {"start", "orders", "wallet", "language", "help", "buy", "ads", "newad", "cancel", "de", "id", "iban"}
PROPER_NAMES |= {"png", "webp", "csv", "json", "telegram"}
TERMS = {"no", "third", "party", "payments"}
"""The seller's own words, which nobody translates."""
WORD = re.compile(r"[A-Za-z]{2,}")


async def test_a_trade_in_russian_has_no_english_word(house: House) -> None:
    async with house.open() as stage:
        merchant = await stage.merchant(language_code="ru")
        buyer = await stage.someone("kofi", "KOFI MENSAH", language_code="ru")
        ad = await stage.ad(merchant)
        texts = Translations.load().of("ru")
        seen: list[Json] = []

        await buyer.start(f"ad-{ad.code}")
        await press(stage, buyer, texts.plain("ad-take"))
        await say(stage, buyer, "150")
        seen += await buyer.messages()
        await press(stage, buyer, texts.plain("take-confirm"))
        seen += await buyer.messages()
        code = code_on(await buyer.last())
        await buyer.send_photo(receipt())
        await stage.rest()
        told = [await press(stage, buyer, texts.plain("order-do-paid"))]
        seen += [*await buyer.messages(), *await merchant.messages()]
        told.append(await press(stage, merchant, texts.plain("order-do-bank")))
        await press(stage, merchant, texts.plain("order-do-history"))
        seen += await merchant.messages()
        await press(stage, merchant, texts.plain("back"))
        await press(stage, merchant, texts.plain("order-do-release"))
        seen += await merchant.messages()
        told.append(await press(stage, merchant, texts.plain("release-do")))
        await say(stage, buyer, "/help")
        await say(stage, buyer, "/wallet")
        seen += [*await buyer.messages(), *await merchant.messages()]

        assert (await stage.order(code)).state == "completed"
        assert english_in(seen, known(merchant, buyer, seen)) == []
        assert [answer["text"] for answer in told if WORD.search(answer["text"] or "")] == []


async def test_a_language_is_chosen_and_the_keys_follow(stage: Stage) -> None:
    buyer = await stage.buyer()
    russian = Translations.load().of("ru")

    await press(stage, buyer, "🌐 Language")
    await press(stage, buyer, "Русский")

    await buyer.sees(russian.plain("language-choose"))
    keys = (await buyer.screen())["reply_keyboard"]["keyboard"]
    assert [key["text"] for row in keys for key in row] == [russian.plain("key-home"), russian.plain("key-order")]
    await say(stage, buyer, "🏠 Home")
    await buyer.sees(russian.plain("home-quiet"))


async def test_somebody_whose_language_we_do_not_speak_gets_english(stage: Stage) -> None:
    stranger = await stage.someone("kofi", "KOFI MENSAH", language_code="tlh")

    await stranger.sees("Welcome to the OTC desk")


def english_in(messages: Sequence[Json], names: set[str]) -> list[str]:
    """Words in Latin letters that the bot showed and that are nobody's name."""
    shown = [m for m in messages if m["from"] and m["from"]["is_bot"]]
    words = [m["text"] or m["caption"] or "" for m in shown]
    words += [button["text"] for m in shown for row in m["keyboard"] for button in row]
    found = {word for text in words for word in WORD.findall(re.sub(r"#\w+|[0-9A-Z]{6}", "", text))}
    return sorted(word for word in found if word.lower() not in names)


def known(merchant: Person, buyer: Person, seen: Sequence[Json]) -> set[str]:
    """Proper names, and the aliases the desk gave: they are Latin in every language."""
    aliases = re.findall(r"([A-Z][a-z]+ [A-Z][a-z]+) #", " ".join(m["text"] or "" for m in seen))
    return PROPER_NAMES | TERMS | {word.lower() for alias in aliases for word in alias.split()}
