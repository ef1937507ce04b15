"""An ad as it looks in chats where the desk itself is not: a line of a list, and the card that is sent."""

from dataclasses import dataclass

from domain.ads.ports import Offer
from handlers.texts import Texts
from handlers.views.format import price, span, visible
from handlers.views.market import method_names, offer_facts, standing
from handlers.views.markup import paragraphs
from handlers.views.screen import Link, Screen


@dataclass(frozen=True, slots=True)
class Found:
    """A line of the list, without markup."""

    title: str
    description: str


def found_ad(offer: Offer, texts: Texts, *, is_own: bool) -> Found:
    """Price and limits first; one's own ad says that it can be shared."""
    ad, language = offer.ad, texts.language
    shown = {"price": price(ad.price, language), "limits": span(ad.least, ad.most_now, language)}
    title = texts.plain("inline-own" if is_own else "inline-found", asset=ad.total.unit.code, **shown)
    about = texts.plain(
        "inline-about",
        alias=visible(offer.maker.alias),
        standing=standing(offer.maker, texts),
        methods=method_names(ad),
    )
    return Found(title, about)


def shared_card(offer: Offer, link: str, texts: Texts) -> Screen:
    """Without the maker's terms, which anybody may have written anything into: they stand behind the link."""
    text = paragraphs((*offer_facts(offer, texts), texts("ad-safe")))
    return Screen(text, ((Link(texts.plain("inline-take"), link),),))
