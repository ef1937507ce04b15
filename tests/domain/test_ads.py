"""Ads: what may happen to them, what their reserve must cover, and what a taker is quoted."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ads.decide import AdMove, check_new, move, offers, return_stock, take_stock
from domain.ads.model import Ad, AdState, NewAd, PaymentAccount, Side
from domain.kernel.moments import Instant
from domain.kernel.money import Money, fee
from domain.kernel.prices import Price
from domain.kernel.refusal import Refusal, Rule
from domain.operations.rules import DEFAULTS
from domain.orders.quote import freeze, quote
from tests.domain.cast import EUR, MAKER, NOON, TAKER, USDT, a_taker, an_ad, eur, usdt

ALLOWED = {
    (AdState.ACTIVE, AdMove.PAUSE): AdState.PAUSED,
    (AdState.AUTO_PAUSED, AdMove.PAUSE): AdState.PAUSED,
    (AdState.PAUSED, AdMove.RESUME): AdState.ACTIVE,
    (AdState.ACTIVE, AdMove.CLOSE): AdState.CLOSED,
    (AdState.PAUSED, AdMove.CLOSE): AdState.CLOSED,
    (AdState.AUTO_PAUSED, AdMove.CLOSE): AdState.CLOSED,
}


@pytest.mark.parametrize(("state", "wanted"), list(product(AdState, AdMove)))
def test_every_move_in_every_state(state: AdState, wanted: AdMove) -> None:
    ad = an_ad(state=state)
    try:
        moved = move(ad, wanted)
    except Refusal as refusal:
        assert (state, wanted) not in ALLOWED
        assert refusal.rule in {Rule.AD_CLOSED, Rule.ALREADY_DONE}
        return

    assert (moved.state, moved.version) == (ALLOWED[(state, wanted)], ad.version + 1)
    assert wanted in offers(ad)


def test_stock_below_the_smallest_order_pauses_and_its_return_wakes() -> None:
    ad = an_ad(stock=usdt(40_000_000))

    emptied = take_stock(ad, usdt(20_000_000))
    refilled = return_stock(emptied, usdt(20_000_000))

    assert (emptied.state, refilled.state) == (AdState.AUTO_PAUSED, AdState.ACTIVE)
    assert return_stock(an_ad(state=AdState.CLOSED), usdt(1)).stock == an_ad().stock


def test_more_than_the_stock_is_refused_with_the_limit() -> None:
    with pytest.raises(Refusal) as refused:
        take_stock(an_ad(stock=usdt(5)), usdt(6))

    assert (refused.value.rule, refused.value.facts["limit"]) == (Rule.AD_STOCK, usdt(5))


@given(
    stock=st.integers(1, 10**12),
    micros=st.integers(1_000, 10**11),
    least=st.integers(1, 10**6),
    bps=st.integers(0, 300),
    data=st.data(),
)
def test_reserve_covers_every_way_of_selling_out(
    stock: int, micros: int, least: int, bps: int, data: st.DataObject
) -> None:
    """However the stock is cut into orders, their fees never exceed what was set aside for them."""
    ad = an_ad(
        price=Price(micros, USDT, EUR), total=usdt(stock), stock=usdt(stock), least=eur(least), most=eur(10**12),
        maker_fee_bps=bps,
    )  # fmt: skip
    paid = 0
    for _ in range(40):
        if not ad.can_be_taken or ad.price.asset_for(ad.least).units == 0:
            break
        amount = ad.price.asset_for(eur(data.draw(st.integers(ad.least.units, ad.most_now.units))))
        paid += fee(amount, bps).units
        ad = take_stock(ad, amount)

    assert (
        paid
        <= an_ad(price=Price(micros, USDT, EUR), total=usdt(stock), least=eur(least), maker_fee_bps=bps).worst_fee.units
    )


def a_new_ad(**changes: object) -> NewAd:
    new = NewAd(
        token="t", side=Side.SELL, price=Price(950_000, USDT, EUR), total=usdt(10**9), least=eur(2000),
        most=eur(50_000), accounts=(PaymentAccount("sepa", "DE00"),), window_minutes=15, terms="",
    )  # fmt: skip
    return replace(new, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"accounts": ()}, Rule.AD_METHODS),
        ({"accounts": (PaymentAccount("sepa", "a"), PaymentAccount("sepa", "b"))}, Rule.AD_METHODS),
        ({"accounts": (PaymentAccount("pix", "a"),)}, Rule.UNKNOWN_METHOD),
        ({"accounts": (PaymentAccount("no-such", "a"),)}, Rule.UNKNOWN_METHOD),
        ({"accounts": (PaymentAccount("sepa", " "),)}, Rule.TEXT_EMPTY),
        ({"accounts": (PaymentAccount("sepa", "x" * 301),)}, Rule.TEXT_TOO_LONG),
        ({"terms": "x" * 901}, Rule.TEXT_TOO_LONG),
        ({"window_minutes": 16}, Rule.NOT_FOUND),
        ({"least": eur(50_001)}, Rule.AD_LIMITS),
        ({"total": usdt(1)}, Rule.AD_STOCK),
    ],
)
def test_ads_that_could_never_work_are_refused(changes: dict[str, object], rule: Rule) -> None:
    check_new(a_new_ad())
    with pytest.raises(Refusal) as refused:
        check_new(a_new_ad(**changes))

    assert refused.value.rule is rule


def _quoted(ad: Ad, fiat: Money, method: str) -> object:
    return quote(ad, TAKER, fiat, method, made_at=NOON, rules=DEFAULTS)


@pytest.mark.parametrize(
    ("ad", "fiat", "method", "rule"),
    [
        (an_ad(maker=TAKER), eur(15_000), "sepa", Rule.OWN_AD),
        (an_ad(state=AdState.PAUSED), eur(15_000), "sepa", Rule.AD_NOT_ACTIVE),
        (an_ad(), eur(1_999), "sepa", Rule.AMOUNT_BELOW),
        (an_ad(), eur(50_001), "sepa", Rule.AMOUNT_ABOVE),
        (an_ad(stock=usdt(50_000_000)), eur(15_000), "sepa", Rule.AMOUNT_ABOVE),
        (an_ad(), eur(15_000), "pix", Rule.UNKNOWN_METHOD),
    ],
)
def test_quotes_name_the_limit_they_refuse_by(ad: Ad, fiat: Money, method: str, rule: Rule) -> None:
    with pytest.raises(Refusal) as refused:
        _quoted(ad, fiat, method)

    assert refused.value.rule is rule


def test_frozen_terms_are_what_was_quoted() -> None:
    offered = quote(an_ad(), TAKER, eur(15_000), "wise", made_at=NOON, rules=DEFAULTS)

    terms = freeze(offered, a_taker(), DEFAULTS)

    assert (terms.amount, terms.fiat, terms.account.method) == (usdt(157_894_736), eur(15_000), "wise")
    assert (terms.seller, terms.buyer, terms.taker) == (MAKER, TAKER, TAKER)
    assert terms.seller_fee == usdt(473_685)
    assert terms.release_wait_ms == 0
    assert offered.until == Instant(NOON + 60_000)


def test_a_large_order_waits_before_release() -> None:
    ad = an_ad(most=eur(10_000_00), total=usdt(2 * 10**10), stock=usdt(2 * 10**10))
    offered = quote(ad, TAKER, eur(1_000_00), "sepa", made_at=NOON, rules=DEFAULTS)

    assert freeze(offered, a_taker(), DEFAULTS).release_wait_ms == 30_000


def test_nobody_takes_without_a_payer_name() -> None:
    offered = quote(an_ad(), TAKER, eur(15_000), "sepa", made_at=NOON, rules=DEFAULTS)

    with pytest.raises(Refusal) as refused:
        freeze(offered, a_taker(payer_name=None), DEFAULTS)

    assert refused.value.rule is Rule.NAME_MISSING


def test_any_changed_term_changes_the_digest() -> None:
    offered = quote(an_ad(), TAKER, eur(15_000), "sepa", made_at=NOON, rules=DEFAULTS)
    terms = freeze(offered, a_taker(), DEFAULTS)

    changed = replace(terms, account=replace(terms.account, details="DE99 9999"))

    assert changed.digest != terms.digest
