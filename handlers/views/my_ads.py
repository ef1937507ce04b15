"""A merchant's own ads: the list, one card, and the question before closing."""

from collections.abc import Sequence
from typing import Final

from domain.ads.decide import AdMove, offers
from domain.ads.methods import METHODS
from domain.ads.model import Ad, AdState
from domain.ads.ports import PAGE_SIZE
from handlers.callbacks import SHARED, AdVerb, Go, Place, ad_button, short
from handlers.texts import Texts
from handlers.views.format import money, price, reaches_out, span, user_text
from handlers.views.home import home_row
from handlers.views.markup import bold, lines, long_quote, paragraphs, quote, spoiler
from handlers.views.screen import Copy, Press, Screen, Share, Style

_SIGNS: Final = {
    AdState.ACTIVE: "🟢",
    AdState.PAUSED: "⏸",
    AdState.AUTO_PAUSED: "🟠",
    AdState.CLOSED: "⚪️",
}
_MOVES: Final = {
    AdMove.PAUSE: (AdVerb.PAUSE, Style.PLAIN),
    AdMove.RESUME: (AdVerb.RESUME, Style.GO),
    AdMove.CLOSE: (AdVerb.ASK_CLOSE, Style.STOP),
}


def my_ads_screen(ads: Sequence[Ad], texts: Texts) -> Screen:
    """Newest first, one button each; `ads` may hold one more than a page shows."""
    shown = ads[:PAGE_SIZE]
    rows = [
        (
            Press(
                f"{_SIGNS[ad.state]} {price(ad.price, texts.language)} · {money(ad.stock, texts.language)}",
                ad_button(ad, AdVerb.OPEN),
            ),
        )
        for ad in shown
    ]
    more = (Press(texts.plain("page-next"), Go(verb=Place.ADS, at=short(shown[-1].id))),) if ads[PAGE_SIZE:] else ()
    new = (Press(texts.plain("ads-new"), Go(verb=Place.NEW_AD), Style.NEXT),)
    return Screen(texts("ads-title" if shown else "ads-none"), (*rows, more, new, home_row(texts)))


def not_merchant_screen(texts: Texts) -> Screen:
    """Why somebody cannot post ads, and who can change that."""
    return Screen(texts("ads-not-merchant"), (home_row(texts),))


def my_ad_screen(ad: Ad, link: str, texts: Texts) -> Screen:
    """One ad as its owner sees it. `link` opens it for anybody."""
    language = texts.language
    warning = texts("terms-warning") if reaches_out(ad.terms) else None
    text = paragraphs((
        texts("my-ad-title", sign=_SIGNS[ad.state], code=ad.code, state=texts(f"state-{ad.state.replace('_', '-')}")),
        lines(
            texts("ad-price", price=bold(price(ad.price, language)), asset=ad.total.unit.code),
            texts("my-ad-stock", stock=bold(money(ad.stock, language)), total=money(ad.total, language)),
            texts("ad-limits", limits=bold(span(ad.least, ad.most, language))),
            texts("ad-window", minutes=ad.window_minutes),
        ),
        lines(*(
            lines(bold(METHODS[account.method].name), quote(spoiler(user_text(account.details))))
            for account in ad.accounts
        )),
        lines(texts("ad-terms"), long_quote(user_text(ad.terms)), warning) if ad.terms else None,
        texts(f"my-ad-advice-{ad.state.replace('_', '-')}"),
    ))  # fmt: skip
    moves = tuple(
        Press(texts.plain(f"my-ad-{move}"), ad_button(ad, verb), style)
        for move, (verb, style) in _MOVES.items()
        if move in offers(ad)
    )
    copy = (Copy(texts.plain("my-ad-link"), link),) if ad.state is not AdState.CLOSED else ()
    share = (Share(texts.plain("my-ad-share"), f"{SHARED}{ad.code}"),) if ad.can_be_taken else ()
    back = (Press(texts.plain("to-ads"), Go(verb=Place.ADS)), *home_row(texts))
    return Screen(text, (moves, (*share, *copy), back))


def close_screen(ad: Ad, texts: Texts) -> Screen:
    """Closing is for good: once more."""
    return Screen(
        texts("my-ad-close-ask", code=ad.code, stock=bold(money(ad.stock, texts.language))),
        (
            (Press(texts.plain("my-ad-close-do"), ad_button(ad, AdVerb.CLOSE), Style.STOP),),
            (Press(texts.plain("back"), ad_button(ad, AdVerb.OPEN)),),
        ),
    )
