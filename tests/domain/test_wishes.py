"""What a few words mean, in any order and in five languages, and where on the market they lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ads.methods import METHODS
from domain.ads.model import Side
from domain.ads.ports import MarketFilter
from domain.ads.spoken import ASSET_WORDS, FIAT_WORDS, METHOD_WORDS
from domain.ads.wishes import LONGEST_WORDS, Wish, market_of, read_wish
from domain.kernel.codes import Coded, code_of
from domain.kernel.ids import AdId
from domain.kernel.money import Money
from domain.kernel.units import ASSETS, FIATS

EUR, USD, USDT, BTC = FIATS["EUR"], FIATS["USD"], ASSETS["USDT"], ASSETS["BTC"]
PAIRS = [("USDT", "EUR"), ("USDT", "USD"), ("BTC", "USD"), ("BTC", "TRY")]
AT_BTC_USD = MarketFilter(Side.SELL, BTC, USD, "zelle")


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("", Wish()),
        ("buy some please", Wish()),
        ("usdt eur sepa 150", Wish("USDT", "EUR", "sepa", "150")),
        ("150 SEPA eur UsDt", Wish("USDT", "EUR", "sepa", "150")),
        ("150€ revo", Wish(None, "EUR", "revolut", "150")),
        ("usd", Wish(None, "USD")),
        ("ＵＳＤＴ １５０", Wish("USDT", None, None, "150")),
        ("куплю тезеры за доллары 1 500", Wish("USDT", "USD", None, "1 500")),
        ("100 рублей сбп", Wish(None, "RUB", "sbp", "100")),
        ("quiero bitcoin con dólares 99,50", Wish("BTC", "USD", None, "99,50")),
        ("用欧元买泰达币200", Wish("USDT", "EUR", None, "200")),
        ("۱۵۰ یورو بیت‌کوین", Wish("BTC", "EUR", None, "۱۵۰")),
        ("t-bank тон", Wish("TON", None, "tbank")),
    ],
)
def test_words_are_understood(words: str, wish: Wish) -> None:
    assert read_wish(words) == wish


@pytest.mark.parametrize("before", ["ad-", "#", "AD-"])
def test_a_code_means_its_ad_alone(before: str) -> None:
    assert read_wish(f" {before}{code_of(Coded.AD, 7).lower()} ") == Wish(ad=AdId(7))


def test_everything_on_the_market_has_a_name_and_no_name_means_two_things() -> None:
    names = [name for words in (ASSET_WORDS, FIAT_WORDS, METHOD_WORDS) for known in words.values() for name in known]

    assert (set(ASSET_WORDS), set(FIAT_WORDS), set(METHOD_WORDS)) == (set(ASSETS), set(FIATS), set(METHODS))
    assert len(names) == len(set(names))
    assert [name for name in names if name != name.casefold()] == []


@given(words=st.text(max_size=2 * LONGEST_WORDS))
def test_no_words_do_harm(words: str) -> None:
    found = market_of(read_wish(words), PAIRS, AT_BTC_USD)

    assert found is None or (found.asset.code, found.fiat.code) in PAIRS


@pytest.mark.parametrize(
    ("words", "last", "wanted"),
    [
        ("", None, MarketFilter(Side.SELL, USDT, EUR)),
        ("", AT_BTC_USD, AT_BTC_USD),
        ("usdt", AT_BTC_USD, MarketFilter(Side.SELL, USDT, USD)),
        ("150", AT_BTC_USD, MarketFilter(Side.SELL, BTC, USD, None, Money(15_000, USD))),
        ("lira", AT_BTC_USD, MarketFilter(Side.SELL, BTC, FIATS["TRY"])),
        ("sepa", AT_BTC_USD, MarketFilter(Side.SELL, USDT, EUR, "sepa")),
        ("usdt eur 1,234567", None, MarketFilter(Side.SELL, USDT, EUR)),
        ("eth", AT_BTC_USD, None),
        ("btc eur", None, None),
    ],
)
def test_what_is_not_named_is_as_it_was(words: str, last: MarketFilter | None, wanted: MarketFilter | None) -> None:
    assert market_of(read_wish(words), PAIRS, last) == wanted
