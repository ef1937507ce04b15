"""What the rules need of the ads' store, and the shape of a market page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.ads.model import Ad, NewAd, Side
from domain.kernel.ids import AdId, UserId
from domain.kernel.moments import Instant
from domain.kernel.money import Money, Unit
from domain.trust.model import UNKNOWN, Regard
from domain.users.model import Profile

PAGE_SIZE = 8


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last row of a page: the next page begins behind it, however many rows came or went meanwhile."""

    sort_key: int
    ad: AdId


@dataclass(frozen=True, slots=True)
class MarketFilter:
    """What a taker looks for. `amount` is in fiat: only ads that accept exactly that much."""

    side: Side
    asset: Unit
    fiat: Unit
    method: str | None = None
    amount: Money | None = None

    @property
    def anyhow(self) -> "MarketFilter":
        """The same place whatever the amount."""
        return MarketFilter(self.side, self.asset, self.fiat, self.method)


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody looks at the market: where, whatever the amount, and whether only at what they can take."""

    where: MarketFilter
    only_takeable: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """One ad, who posted it, and how the viewer sees them; on a page of the market no more of that than the mark."""

    ad: Ad
    maker: Profile
    regard: Regard = UNKNOWN


@dataclass(frozen=True, slots=True)
class MarketPage:
    """Up to eight offers, best price first, and where the next page begins."""

    offers: tuple[Offer, ...]
    following: Cursor | None


class Ads(Protocol):
    def get(self, ad: AdId) -> Ad:
        """The ad, locked until this transaction ends. Raises `Refusal` (not-found)."""
        ...

    def add(self, maker: UserId, new: NewAd, *, fees_bps: tuple[int, int], now: Instant) -> tuple[Ad, bool]:
        """The new ad and True; the first one of the same token and False when it was posted before."""
        ...

    def save(self, ad: Ad, *, before: Ad) -> None:
        """Writes what changed, with the ad's place in the market. Raises `Refusal` (stale) if somebody was faster."""
        ...

    def count_open(self, maker: UserId) -> int:
        """How many ads of this person aren't closed."""
        ...


class Looks(Protocol):
    def find(self, user: UserId) -> Look | None:
        """How this person last looked at the market."""
        ...

    def put(self, user: UserId, look: Look) -> None: ...


class AdReader(Protocol):
    def offer(self, ad: AdId, viewer: UserId) -> Offer:
        """One ad as this viewer sees it. Raises `Refusal` (not-found)."""
        ...

    def page(self, wanted: MarketFilter, after: Cursor | None, viewer: UserId) -> MarketPage:
        """One page of the market, with this viewer's marks on the makers."""
        ...

    def of_maker(self, maker: UserId, *, before: AdId | None, limit: int) -> Sequence[Ad]:
        """A person's own ads that aren't closed, newest first."""
        ...

    def assets_and_fiats(self, side: Side) -> Sequence[tuple[str, str]]:
        """The pairs that have at least one live ad."""
        ...
