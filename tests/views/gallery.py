"""Every screen there is, drawn once for one language and one set of foreign words."""

from collections.abc import Iterator
from dataclasses import replace

from domain.ads.model import AdState, PaymentAccount
from domain.ads.ports import Cursor, Look, MarketFilter, MarketPage, Offer
from domain.chat.model import Line, NewLine
from domain.kernel.ids import AdId, UserId
from domain.kernel.moments import HOUR, MINUTE, after
from domain.ledger.accounts import AccountKind
from domain.ledger.entry import EntryKind
from domain.ledger.ports import Holding, StatementLine
from domain.operations.rules import DEFAULTS
from domain.orders.model import AskKind, CancelAsk, CancelReason, Order, OrderState, Role, SellerReason
from domain.orders.ports import HistoryLine
from domain.orders.quote import quote
from domain.proofs.model import Likeness
from domain.trust.model import TAGS, Mark, Rating, Regard, Standing, Tag, Verdict
from domain.users.model import Record
from handlers.ads.ad_form import AdForm, Step
from handlers.callbacks import Place
from handlers.texts import Texts
from handlers.views import (
    ad_form,
    chat,
    form,
    home,
    inline,
    market,
    match,
    my_ads,
    order_card,
    order_steps,
    order_wishes,
    orders,
    people,
    rating,
    take,
    wallet,
)
from handlers.views.screen import Screen, headed
from handlers.views.statement_file import Statement
from tests.views.examples import (
    BUYER,
    EUR,
    NOON,
    SELLER,
    TRANSLATIONS,
    USDT,
    a_profile,
    a_proof,
    a_user,
    a_view,
    an_ad,
    an_order,
    eur,
    some_terms,
    usdt,
)

LATER = after(NOON, 5 * MINUTE)
REGARDS = (
    Regard(),
    Regard(Standing(1_234, 17, (Tag.FAST, Tag.RELIABLE, Tag.PUSHY)), Mark.FAVOURITE),
    Regard(Standing(0, 1), Mark.BLOCKED, apart=True, given=Rating(Verdict.POSITIVE, TAGS[Verdict.POSITIVE])),
    Regard(given=Rating(Verdict.NEGATIVE), received=Rating(Verdict.NEGATIVE, TAGS[Verdict.NEGATIVE])),
)
HEADLINES = (
    "order-told-taken", "order-told-paid", "order-told-late", "order-told-cancelled", "order-told-expired-buyer",
    "order-told-expired-seller", "order-told-grace-over", "order-told-released", "order-told-cancel-asked",
    "order-told-cancel-agreed", "order-told-hurry", "order-told-extended", "order-told-seller-asks",
    "order-told-retracted", "order-told-retraction-asked", "order-told-overdue",
)  # fmt: skip


def every_screen(words: str, texts: Texts) -> Iterator[Screen]:
    """`words` stand wherever somebody types, as long as the desk lets them be."""
    yield from _home(texts)
    yield from _market(words, texts)
    yield from _ads(words, texts)
    yield from _orders(words, texts)
    yield from _chat(words, texts)
    yield from _wallet(texts)
    yield from _people(words, texts)


def every_card(words: str, texts: Texts) -> Iterator[Screen]:
    """Each state from both sides, with and without a proof."""
    other = a_profile(words[:24] or "x", Record(1_234, 17, 90_000, 3))
    for order in _every_order(words):
        for role in (Role.BUYER, Role.SELLER):
            for proofs, likeness in ((0, None), (1, Likeness.SAME), (6, Likeness.NEAR)):
                view = a_view(order, role, proofs=proofs, counterparty=other, likeness=likeness)
                yield order_card.order_card(view, texts)


def _every_order(words: str) -> Iterator[Order]:
    terms = some_terms(
        payer_name=words[:60] or "x", text=words[:900], account=PaymentAccount("ziraat", words[:300] or "x")
    )
    paid = {"paid_at": NOON}
    yield an_order(terms=terms)
    yield an_order(OrderState.PAID, terms=terms, **paid)
    yield an_order(OrderState.RELEASING, terms=terms, cancel_ask=CancelAsk(Role.SELLER, 1, LATER), **paid)
    yield an_order(OrderState.PAID, terms=terms, cancel_ask=CancelAsk(Role.BUYER, 1, LATER), **paid)
    yield an_order(
        OrderState.RELEASING, terms=terms, cancel_ask=CancelAsk(Role.BUYER, 1, LATER, AskKind.RETRACTION), **paid
    )
    yield an_order(OrderState.PAID, terms=terms, paid_at=after(NOON, -HOUR))
    for reason in SellerReason:
        ask = CancelAsk(Role.SELLER, 1, LATER, AskKind.BEFORE_PAYMENT, reason)
        yield an_order(terms=terms, cancel_ask=ask, pay_until=after(NOON, MINUTE), extensions=1)
    yield an_order(OrderState.COMPLETED, terms=terms, settled=True, ended_at=NOON, **paid)
    yield an_order(OrderState.CANCELLED, terms=terms, settled=True, ended_at=NOON)
    yield an_order(OrderState.EXPIRED, terms=terms, grace_until=LATER, ended_at=NOON)
    yield an_order(OrderState.EXPIRED, terms=terms, grace_until=NOON, ended_at=NOON, settled=True)


def _home(texts: Texts) -> Iterator[Screen]:
    for count in (0, 1, 2, 5, 21):
        yield home.home_screen(home.HomeFacts(a_user(), count), texts)
    yield home.welcome_screen(a_user(), texts)
    yield home.help_screen(texts)
    yield home.language_screen(TRANSLATIONS, texts)
    yield home.unknown_link_screen(texts)
    for key in ("command-unknown", "form-press", "kind-unknown", "nothing-to-cancel", "text-unexpected"):
        yield home.notice_screen(texts, key)
    for name in ("take", "ad", "find", "match", "chat", "upload"):
        yield form.idle_screen(name, "amount", texts)
        yield form.cancelled_screen(name, texts)


def _market(words: str, texts: Texts) -> Iterator[Screen]:
    ad = an_ad(terms=words[:900])
    offers = tuple(Offer(replace(ad, id=AdId(n)), a_profile(words[:24] or "x")) for n in range(1, 9))
    wanted = MarketFilter(ad.side, USDT, EUR, "sepa", eur(15_000))
    following = Cursor(950_000, AdId(8))
    pairs = (("USDT", "EUR"), ("USDT", "NGN"), ("BTC", "USD"))
    yield market.market_screen(market.MarketFacts(wanted, following, MarketPage(offers, following), pairs), texts)
    bare = MarketFilter(ad.side, USDT, EUR)
    yield market.market_screen(market.MarketFacts(bare, None, MarketPage((), None), pairs), texts)
    for full_at in (None, 3):
        picky = market.MarketFacts(bare, None, MarketPage((), None), pairs, Look(bare, only_takeable=True), full_at)
        yield market.market_screen(picky, texts)
    yield market.empty_market_screen(texts)
    yield match.match_amount_screen(wanted, texts, match.no_match(eur(15_000), "sepa", texts))
    yield match.match_method_screen(eur(15_000), texts, match.no_match(eur(15_000), None, texts))
    yield inline.shared_card(offers[0], "https://t.me/otcdesk_bot?start=ad-7K2M3Q", texts)
    yield market.method_screen(wanted, texts)
    yield market.ad_screen(offers[0], BUYER, wanted, following, texts)
    yield market.ad_screen(offers[0], SELLER, wanted, None, texts)
    for regard in REGARDS:
        yield market.ad_screen(replace(offers[0], regard=regard), BUYER, wanted, following, texts)
    yield take.amount_step(ad, texts)
    yield take.method_step(ad, texts)
    yield take.payer_step(texts)
    offered = quote(ad, BUYER, eur(14_250), "sepa", made_at=NOON, rules=DEFAULTS)
    yield take.quote_step(offered, a_profile(words[:24] or "x"), words[:60] or "x", "12345678901", texts, None)


def _ads(words: str, texts: Texts) -> Iterator[Screen]:
    accounts = (PaymentAccount("sepa", words[:300] or "x"), PaymentAccount("wise", "iban"))
    for state in AdState:
        ad = an_ad(state=state, terms=words[:900], accounts=accounts)
        yield my_ads.my_ad_screen(ad, "https://t.me/otcdesk_bot?start=ad-7K2M3Q", texts)
        yield my_ads.close_screen(ad, texts)
    yield my_ads.my_ads_screen([an_ad(id=AdId(n)) for n in range(1, 10)], texts)
    yield my_ads.my_ads_screen([], texts)
    yield my_ads.not_merchant_screen(texts)
    filled = AdForm(
        "USDT", "EUR", 950_000, 500_000_000, 2_000, 30_000, ("sepa", "wise"),
        {"sepa": words[:300] or "x", "wise": "iban"}, 15, words[:900], "12345678901",
    )  # fmt: skip
    for step in Step:
        yield ad_form.ad_step(filled, step, ad_form.FormFacts(usdt(1_000_000_000), 30), texts)
    yield ad_form.ad_step(AdForm(), Step.ASSET, ad_form.FormFacts(None, 30), texts)


def _orders(words: str, texts: Texts) -> Iterator[Screen]:
    yield from every_card(words, texts)
    card = order_card.order_card(a_view(an_order(), Role.SELLER), texts)
    yield from (headed(texts(headline), card) for headline in HEADLINES)
    for order in _every_order(words):
        for role in (Role.BUYER, Role.SELLER):
            view = a_view(order, role, counterparty=a_profile(words[:24] or "x"))
            yield order_steps.release_screen(view, texts)
            yield order_steps.agree_screen(view, texts)
            yield orders.taken_screen(view, texts)
            yield Screen(order_card.receipt_caption(view, texts))
            yield order_wishes.retract_agree_screen(view, texts)
            yield from (order_wishes.retract_screen(a_view(order, role, proofs=count), texts) for count in (0, 1))
        yield order_wishes.seller_reasons(order, texts)
        yield order_steps.cancel_reasons(order, texts)
        yield from (order_steps.cancel_screen(order, reason, texts) for reason in CancelReason)
    happened = [HistoryLine(n, "PaymentMarked", Role.BUYER, OrderState.PAID, NOON) for n in range(30)]
    yield order_steps.history_screen(an_order(), happened, texts)
    for place in (Place.ORDERS, Place.ENDED):
        yield orders.orders_screen([(an_order(), Role.BUYER), (an_order(), Role.SELLER)] * 5, place, texts)
        yield orders.orders_screen([], place, texts)
    yield orders.which_order_screen([an_order(), an_order()], texts)


def _chat(words: str, texts: Texts) -> Iterator[Screen]:
    view = a_view(an_order(), Role.BUYER, counterparty=a_profile(words[:24] or "x"))
    said = [Line(n, NewLine(view.order.id, UserId(n), words[:3_000], None, f"t:{n}"), NOON) for n in range(12)]
    yield chat.chat_screen(view, said, BUYER, texts)
    yield chat.chat_screen(view, [], BUYER, texts)
    yield chat.left_screen(view, texts)
    yield chat.line_screen(view, said[0], texts)
    for likeness in (None, *Likeness):
        yield chat.proof_screen(view, a_proof(likeness), texts, is_picture=True)
        yield chat.proof_screen(view, a_proof(likeness), texts, is_picture=False)


def _people(words: str, texts: Texts) -> Iterator[Screen]:
    other = a_profile(words[:24] or "x")
    done = an_order(OrderState.COMPLETED, settled=True, ended_at=NOON, paid_at=NOON)
    for regard in REGARDS:
        view = replace(a_view(done, Role.BUYER, counterparty=other), regard=regard)
        yield order_card.order_card(view, texts)
        yield people.party_screen(view, texts)
        yield people.marked_screen(other, regard, texts)
        yield rating.rate_screen(view, texts)
    for verdict, tags in TAGS.items():
        yield rating.tags_screen(view, Rating(verdict, tags), texts)
        yield rating.tags_screen(view, Rating(verdict), texts)
    for kind in Mark:
        yield people.people_screen([other] * 9, kind, texts)
        yield people.people_screen([], kind, texts)


def _wallet(texts: Texts) -> Iterator[Screen]:
    kinds = (AccountKind.AVAILABLE, AccountKind.RESERVE, AccountKind.ESCROW, AccountKind.GRACE)
    yield wallet.wallet_screen([Holding(kind, usdt(1_500_000), None) for kind in kinds], texts)
    yield wallet.wallet_screen([], texts)
    booked = [
        StatementLine(n, NOON, kind, AccountKind.AVAILABLE, n, usdt(-1_500_000), "ref")
        for n, kind in enumerate(EntryKind)
    ]
    yield wallet.statement_screen(booked * 3, texts)
    yield wallet.statement_screen([], texts)
    for opening in ((), (usdt(1),)):
        yield Screen(wallet.statement_file_text(Statement(opening, tuple(booked)), texts))
    yield wallet.money_screen("wallet-told-deposit", texts)
