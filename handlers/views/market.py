"""The market: a page of ads, its filters, and one ad as a taker sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.ads.methods import METHODS, methods_for
from domain.ads.model import Ad
from domain.ads.ports import Cursor, Look, MarketFilter, MarketPage, Offer
from domain.kernel.ids import UserId
from domain.kernel.money import Unit
from domain.kernel.units import asset, fiat
from domain.trust.model import Mark
from domain.users.model import Profile
from handlers.callbacks import MarketVerb, OfferVerb, browse, offer_button
from handlers.texts import Texts
from handlers.views.format import money, person, price, reaches_out, span, user_text, visible
from handlers.views.home import home_row
from handlers.views.markup import Html, bold, lines, long_quote, paragraphs
from handlers.views.people import MARK_SIGNS, mark_line, record_line, standing_line
from handlers.views.screen import Button, Press, Row, Screen, Style, in_rows

_CHIPS_A_ROW: Final = 4


@dataclass(frozen=True, slots=True)
class MarketFacts:
    """One page, how it was asked for, the pairs that exist, and how its reader last looked.

    `full_at` is the number of open orders that keeps them from taking another.
    """

    wanted: MarketFilter
    after: Cursor | None
    page: MarketPage
    pairs: Sequence[tuple[str, str]]
    look: Look | None = None
    full_at: int | None = None

    @property
    def only_takeable(self) -> bool:
        return self.look is not None and self.look.only_takeable


def market_screen(facts: MarketFacts, texts: Texts) -> Screen:
    """Up to eight ads, best price first, under chips for asset, fiat, method and amount."""
    wanted = facts.wanted
    title = texts("market-title", asset=wanted.asset.code, fiat=wanted.fiat.code)
    rows = [_row(place, offer, texts) for place, offer in enumerate(facts.page.offers, start=1)]
    body = paragraphs(rows) if rows else _nothing(facts, texts)
    return Screen(
        paragraphs((title, body, texts("market-pick") if rows else None)),
        (
            *_offers(facts, texts),
            *_paging(facts, texts),
            *_chips(facts),
            _filters(wanted, texts),
            _whose(facts, texts),
            (Press(texts.plain("market-match"), browse(wanted, verb=MarketVerb.MATCH)),),
            home_row(texts),
        ),
    )


def empty_market_screen(texts: Texts) -> Screen:
    """No ad of anybody."""
    return Screen(texts("market-nothing"), (home_row(texts),))


def method_screen(wanted: MarketFilter, texts: Texts) -> Screen:
    """The payment methods that carry this fiat."""
    picks = [_pick(texts.plain("market-any-method"), wanted, None)]
    picks += [_pick(method.name, wanted, method.code) for method in methods_for(wanted.fiat.code)]
    return Screen(
        texts("market-choose-method", fiat=wanted.fiat.code),
        (*((pick,) for pick in picks), (Press(texts.plain("back"), browse(wanted)),)),
    )


def ad_screen(offer: Offer, viewer: UserId, wanted: MarketFilter, after: Cursor | None, texts: Texts) -> Screen:
    """Who sells, for how much, on which terms; and the way in."""
    ad = offer.ad
    text = paragraphs((
        *offer_facts(offer, texts),
        _terms(ad, texts),
        texts("ad-yours") if offer.maker.id == viewer else mark_line(offer.regard, texts),
        None if offer.maker.id == viewer or offer.regard.mark is Mark.BLOCKED else texts("ad-safe"),
    ))  # fmt: skip
    back = (Press(texts.plain("back"), browse(wanted, after)), *home_row(texts))
    if offer.maker.id == viewer:
        return Screen(text, (back,))
    marking = tuple(
        Press(texts.plain(key), offer_button(verb, ad.id, wanted, after)) for verb, key in _marking(offer.regard.mark)
    )
    if not ad.can_be_taken or offer.regard.mark is Mark.BLOCKED:
        return Screen(text, (marking, back))
    take = Press(texts.plain("ad-take"), offer_button(OfferVerb.TAKE, ad.id, wanted, after), Style.GO)
    return Screen(text, ((take,), marking, back))


def _marking(mark: Mark | None) -> tuple[tuple[OfferVerb, str], ...]:
    """What the reader can do about the maker; whatever they did can be undone in the same place."""
    if mark is None:
        return ((OfferVerb.FAVOUR, "person-favour"), (OfferVerb.BLOCK, "person-block"))
    return ((OfferVerb.CLEAR, f"person-clear-{mark}"),)


def offer_facts(offer: Offer, texts: Texts) -> tuple[Html, Html]:
    """Who sells, and on which terms, for whoever may see the ad."""
    ad, language = offer.ad, texts.language
    return (
        lines(texts("ad-title", code=ad.code), person(offer.maker), record_line(offer.maker, texts),
              standing_line(offer.regard.standing, texts)),
        lines(
            texts("ad-price", price=bold(price(ad.price, language)), asset=ad.total.unit.code),
            texts("ad-limits", limits=bold(span(ad.least, ad.most_now, language))) if ad.can_be_taken
            else texts("ad-not-now"),
            texts("ad-methods", methods=method_names(ad)),
            texts("ad-window", minutes=ad.window_minutes),
        ),
    )  # fmt: skip


def standing(maker: Profile, texts: Texts) -> Html:
    """A person's record in a word or two."""
    percent = maker.record.completion_percent
    return texts("market-new") if percent is None else texts("market-percent", percent=percent)


def method_names(ad: Ad) -> str:
    return ", ".join(METHODS[code].name for code in ad.methods)


def _row(place: int, offer: Offer, texts: Texts) -> Html:
    ad, language = offer.ad, texts.language
    return texts(
        "market-row",
        place=str(place),
        price=bold(price(ad.price, language)),
        limits=span(ad.least, ad.most_now, language),
        alias=_sign(offer) + visible(offer.maker.alias),
        standing=standing(offer.maker, texts),
        methods=method_names(ad),
    )


def _sign(offer: Offer) -> str:
    return "" if offer.regard.mark is None else MARK_SIGNS[offer.regard.mark]


def _offers(facts: MarketFacts, texts: Texts) -> tuple[Row, ...]:
    """Two numbered buttons a row."""
    buttons = [
        Press(
            f"{place} · {price(offer.ad.price, texts.language)}",
            offer_button(OfferVerb.OPEN, offer.ad.id, facts.wanted, facts.after),
        )
        for place, offer in enumerate(facts.page.offers, start=1)
    ]
    return in_rows(buttons, 2)


def _paging(facts: MarketFacts, texts: Texts) -> tuple[Row, ...]:
    row: list[Button] = []
    if facts.after is not None:
        row.append(Press(texts.plain("page-first"), browse(facts.wanted)))
    if facts.page.following is not None:
        row.append(Press(texts.plain("page-next"), browse(facts.wanted, facts.page.following)))
    return (tuple(row),) if row else ()


def _chips(facts: MarketFacts) -> tuple[Row, ...]:
    """The assets on sale, and the fiats in which the chosen one is."""
    wanted = facts.wanted
    assets = list(dict.fromkeys(code for code, _ in facts.pairs))
    fiats = [code for owned, code in facts.pairs if owned == wanted.asset.code]
    first = {code: next(f for a, f in facts.pairs if a == code) for code in assets}
    by_asset = [
        _chip(code, wanted, asset(code), wanted.fiat if (code, wanted.fiat.code) in facts.pairs else fiat(first[code]))
        for code in assets
    ]
    by_fiat = [_chip(code, wanted, wanted.asset, fiat(code)) for code in fiats]
    return (*in_rows(by_asset, _CHIPS_A_ROW), *in_rows(by_fiat, _CHIPS_A_ROW))


def _chip(label: str, wanted: MarketFilter, of: Unit, against: Unit) -> Press:
    """Another fiat has other methods and other amounts: those filters fall with it."""
    chosen = label in (wanted.asset.code, wanted.fiat.code)
    keeps = against == wanted.fiat
    there = MarketFilter(wanted.side, of, against, wanted.method if keeps else None, wanted.amount if keeps else None)
    return Press(f"✓ {label}" if chosen else label, browse(there), Style.NEXT if chosen else Style.PLAIN)


def _filters(wanted: MarketFilter, texts: Texts) -> Row:
    method = texts.plain("market-method-any") if wanted.method is None else METHODS[wanted.method].name
    amount = (
        texts.plain("market-amount-any")
        if wanted.amount is None
        else texts.plain("market-amount", amount=money(wanted.amount, texts.language))
    )
    return (
        Press(method, browse(wanted, verb=MarketVerb.METHODS)),
        Press(amount, browse(wanted, verb=MarketVerb.AMOUNT)),
    )


def _whose(facts: MarketFacts, texts: Texts) -> Row:
    """The button says what is so and does the opposite."""
    label = texts.plain("market-takeable")
    if facts.only_takeable:
        return (Press(f"✓ {label}", browse(facts.wanted, verb=MarketVerb.ALL), Style.NEXT),)
    return (Press(label, browse(facts.wanted, verb=MarketVerb.TAKEABLE)),)


def _nothing(facts: MarketFacts, texts: Texts) -> Html:
    if facts.full_at is not None:
        return texts("market-full", limit=facts.full_at)
    return texts("market-empty-takeable" if facts.only_takeable else "market-empty")


def _pick(label: str, wanted: MarketFilter, method: str | None) -> Press:
    chosen = method == wanted.method
    there = MarketFilter(wanted.side, wanted.asset, wanted.fiat, method, wanted.amount)
    return Press(f"✓ {label}" if chosen else label, browse(there))


def _terms(ad: Ad, texts: Texts) -> Html | None:
    if not ad.terms:
        return None
    warning = texts("terms-warning") if reaches_out(ad.terms) else None
    return lines(texts("ad-terms"), long_quote(user_text(ad.terms)), warning)
