"""Looking around among twenty ads: best price first, page by page, by currency, method and amount."""

import re

from domain.ads.model import NewAd, PaymentAccount, Side
from domain.ads.use_cases.post import PostAd, post_ad
from domain.kernel.amounts import read_amount, read_price
from domain.kernel.ids import UserId
from domain.kernel.units import asset, fiat
from tests.journeys.stage import Stage
from tests.journeys.steps import breathe, press, say
from tests.support.person import Person
from tests.support.screens import Json


async def test_a_buyer_pages_through_the_market_and_back(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer()

    await press(stage, buyer, "🛒 Buy")
    first = prices(await buyer.sees("Buy USDT with EUR"))
    await press(stage, buyer, "More ›")
    second = prices(await buyer.last())
    await press(stage, buyer, "1 · 0.98 EUR")
    await press(stage, buyer, "‹ Back")
    returned = prices(await buyer.last())
    await press(stage, buyer, "« First")

    assert first == ["0.90", "0.91", "0.92", "0.93", "0.94", "0.95", "0.96", "0.97"]
    assert second == returned == ["0.98", "0.99", "1", "1.01"]
    assert prices(await buyer.last()) == first


async def test_filters_narrow_the_market_and_fall_with_the_currency(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer()
    await press(stage, buyer, "🛒 Buy")

    await press(stage, buyer, "💳 Any method")
    await press(stage, buyer, "Revolut")
    by_method = prices(await buyer.last())
    await press(stage, buyer, "💶 Any amount")
    await say(stage, buyer, "a lot")
    await buyer.sees("I cannot read “a lot” as an amount in EUR.")
    await say(stage, buyer, "450")
    both = prices(await buyer.last())
    await breathe(stage)
    await press(stage, buyer, "USD")
    other = await buyer.last()

    assert by_method == ["0.91", "0.93", "0.95", "0.97", "0.99", "1.01"]
    assert both == ["0.95", "0.97", "0.99", "1.01"]
    assert "Buy USDT with USD" in other["text"]
    assert {"💳 Any method", "💶 Any amount"} <= {b["text"] for row in other["keyboard"] for b in row}


async def test_the_amount_searched_with_is_the_amount_taken(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer()
    await press(stage, buyer, "🛒 Buy")
    await press(stage, buyer, "💶 Any amount")
    await say(stage, buyer, "450")

    await press(stage, buyer, f"1 · {prices(await buyer.last())[0]} EUR")
    await press(stage, buyer, "Buy")

    await buyer.sees("You pay: 450 EUR")


async def test_a_filter_nobody_meets_says_so_and_leads_on(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer()
    await press(stage, buyer, "🛒 Buy")
    await press(stage, buyer, "💶 Any amount")

    await say(stage, buyer, "100000")
    await buyer.sees("No ad matches this.")
    await press(stage, buyer, "💶 100,000 EUR")
    await press(stage, buyer, "💶 Any amount")

    assert len(prices(await buyer.last())) == 8


async def test_an_empty_market_says_so(stage: Stage) -> None:
    buyer = await stage.buyer()

    await press(stage, buyer, "🛒 Buy")

    await buyer.sees("There are no ads at the moment.")


async def stage_market(stage: Stage) -> None:
    """Twelve ads in euros by three merchants, every other one by Revolut, and eight in dollars."""
    merchants = [await stage.merchant(f"merchant_{n}", holds="20000") for n in range(3)]
    for n in range(12):
        await post(stage, merchants[n % 3], "EUR", f"{90 + n}", "revolut" if n % 2 else "sepa", most=200 + 50 * n)
    for n in range(8):
        await post(stage, merchants[n % 3], "USD", f"{100 + n}", "zelle", most=500)


async def post(stage: Stage, merchant: Person, money: str, cents: str, method: str, *, most: int) -> None:
    coin, currency = asset("USDT"), fiat(money)
    new = NewAd(
        token=f"{money}:{cents}",
        side=Side.SELL,
        price=read_price(f"{int(cents) / 100:.2f}", coin, currency),
        total=read_amount("1000", coin),
        least=read_amount("10", currency),
        most=read_amount(str(most), currency),
        accounts=(PaymentAccount(method, "Amina Bello"),),
        window_minutes=15,
        terms="",
    )
    await stage.do(post_ad, PostAd(UserId(merchant.id), new))


def prices(page: Json) -> list[str]:
    """The prices on the numbered buttons, in their order."""
    found = [re.fullmatch(r"\d · ([\d.]+) \w+", b["text"]) for row in page["keyboard"] for b in row]
    return [match[1] for match in found if match]
