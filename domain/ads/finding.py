"""What somebody can take of what the market shows: not their own ads, not those of people they
blocked, and nothing while they have enough to do."""

from typing import Final

from domain.ads.ports import AdReader, Cursor, MarketFilter, MarketPage, Offer
from domain.kernel.ids import UserId
from domain.trust.model import Mark

MOST_PAGES: Final = 4
"""How many pages are looked through for one that holds anything."""


def page_for(market: AdReader, viewer: UserId, wanted: MarketFilter, after: Cursor | None) -> MarketPage:
    """A page of what the viewer may take; the first that holds any, and not empty unless nothing follows soon."""
    for _ in range(MOST_PAGES):
        page = market.page(wanted, after, viewer)
        offers = tuple(offer for offer in page.offers if _may_take(offer, viewer))
        if offers or page.following is None:
            return MarketPage(offers, page.following)
        after = page.following
    return MarketPage((), after)


def _may_take(offer: Offer, viewer: UserId) -> bool:
    return offer.maker.id != viewer and offer.regard.mark is not Mark.BLOCKED
