"""What the live cards say and offer, side by side with the order table."""

import pytest

from domain.kernel.moments import MINUTE, after
from domain.orders.decide import offers
from domain.orders.model import CancelAsk, OrderState, Role
from domain.proofs.model import Likeness
from handlers.callbacks import OrderButton, OrderVerb
from handlers.views.order_card import order_card
from handlers.views.order_steps import release_screen
from handlers.views.order_wishes import retract_screen
from handlers.views.screen import Copy, Press, Screen, Style
from tests.views.examples import NOON, a_view, an_order, some_terms, texts
from tests.views.gallery import every_card, every_screen

DEEDS = {
    OrderVerb.PAID, OrderVerb.CANCEL, OrderVerb.LATE, OrderVerb.BANK, OrderVerb.RELEASE,
    OrderVerb.ASK, OrderVerb.AGREE, OrderVerb.DROP, OrderVerb.EXTEND, OrderVerb.ASK_SELLER, OrderVerb.RETRACT,
    OrderVerb.RETRACT_AGREE,
}  # fmt: skip


@pytest.mark.parametrize("state", OrderState)
@pytest.mark.parametrize("role", [Role.BUYER, Role.SELLER])
def test_a_card_offers_what_the_table_offers(state: OrderState, role: Role) -> None:
    view = a_view(an_order(state, grace_until=after(NOON, MINUTE), paid_at=NOON), role)

    shown = DEEDS & set(_verbs(order_card(view, texts())))

    assert len(shown) == len(offers(view.order, role, view.facts))


def test_a_buyer_is_told_whom_how_much_and_how_long() -> None:
    card = order_card(a_view(an_order(), Role.BUYER), texts())

    assert card.text.startswith("🟡 <b>Order #")
    assert "You pay: <b>142.50 EUR</b>" in card.text
    assert "You receive: <b>150 USDT</b>" in card.text
    assert "DE89 3704" in card.text
    assert f'<tg-time unix="{NOON // 1_000 + 900}" format="t">' in card.text
    assert next(b.copied for row in card.rows for b in row if isinstance(b, Copy)) == "142.5"


def test_a_seller_sees_the_payers_name_and_gives_the_fee() -> None:
    card = order_card(a_view(an_order(OrderState.PAID, paid_at=NOON), Role.SELLER), texts())

    assert "<tg-spoiler>KOFI MENSAH</tg-spoiler>" in card.text
    assert "<b>150.45 USDT</b>" in card.text


def test_a_cancelled_order_asks_for_no_money() -> None:
    ended = an_order(OrderState.CANCELLED, settled=True, ended_at=NOON)
    card = order_card(a_view(ended, Role.BUYER), texts())

    assert "You pay" not in card.text
    assert "DE89" not in card.text


def test_a_seller_sees_no_proof_before_the_buyers_word() -> None:
    before = order_card(a_view(an_order(), Role.SELLER, proofs=1), texts())
    after_word = order_card(a_view(an_order(OrderState.PAID, paid_at=NOON), Role.SELLER, proofs=1), texts())

    assert OrderVerb.PROOFS not in _verbs(before)
    assert OrderVerb.PROOFS in _verbs(after_word)


def test_a_wish_to_cancel_is_shown_until_it_lapses() -> None:
    ask = CancelAsk(Role.SELLER, 1, after(NOON, MINUTE))
    asked = an_order(OrderState.PAID, paid_at=NOON, cancel_ask=ask)
    changed_since = an_order(OrderState.PAID, paid_at=NOON, cancel_ask=ask, version=2)

    assert "asks to cancel together" in order_card(a_view(asked, Role.BUYER), texts()).text
    assert "asks to cancel together" not in order_card(a_view(changed_since, Role.BUYER), texts()).text


def test_release_warns_and_names_payer_and_both_amounts() -> None:
    large = some_terms(release_wait_ms=30_000)
    screen = release_screen(a_view(an_order(OrderState.PAID, terms=large), Role.SELLER), texts())

    for said in ("KOFI MENSAH", "142.50 EUR", "150 USDT", "bank app", "No moderator will ever ask you", "30 seconds"):
        assert said in screen.text


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_late_seller_is_told_so_and_the_buyer_too(language: str) -> None:
    in_time = an_order(OrderState.PAID, paid_at=NOON)
    overdue = an_order(OrderState.PAID, paid_at=after(NOON, -15 * MINUTE))
    sides = (Role.BUYER, Role.SELLER)

    assert not any("⏰" in order_card(a_view(in_time, role), texts(language)).text for role in sides)
    assert all("⏰" in order_card(a_view(overdue, role), texts(language)).text for role in sides)


def test_taking_paid_back_with_a_proof_on_file_only_asks_the_seller() -> None:
    paid = an_order(OrderState.PAID, paid_at=NOON)
    alone = retract_screen(a_view(paid, Role.BUYER), texts())
    proven = retract_screen(a_view(paid, Role.BUYER, proofs=1), texts())

    assert OrderVerb.RETRACT_DO in _verbs(alone)
    assert "seller must agree" not in alone.text
    assert OrderVerb.RETRACT_ASK in _verbs(proven)
    assert "seller must agree within 10 minutes" in proven.text


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_screen_has_two_success_buttons(language: str) -> None:
    screens = [*every_screen("x", texts(language)), *every_card("x", texts(language))]

    assert max(sum(b.style is Style.GO for b in _presses(screen)) for screen in screens) == 1


def _presses(screen: Screen) -> list[Press]:
    return [button for row in screen.rows for button in row if isinstance(button, Press)]


def _verbs(screen: Screen) -> list[OrderVerb]:
    return [press.data.verb for press in _presses(screen) if isinstance(press.data, OrderButton)]


@pytest.mark.parametrize(
    ("role", "state", "told"),
    [
        (Role.SELLER, OrderState.PAID, True),
        (Role.SELLER, OrderState.AWAIT_PAYMENT, False),
        (Role.BUYER, OrderState.PAID, False),
    ],
)
def test_the_seller_alone_hears_that_a_proof_was_used_before(role: Role, state: OrderState, told: bool) -> None:
    paid_at = NOON if state is OrderState.PAID else None
    view = a_view(an_order(state, paid_at=paid_at), role, proofs=1, likeness=Likeness.SAME)

    assert ("already used in another order" in order_card(view, texts()).text) is told
