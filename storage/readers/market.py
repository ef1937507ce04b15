"""The market: one page in one statement, best price first, read along the listing's own order."""

from collections.abc import Sequence
from itertools import product
from typing import Any, Final

from sqlalchemy import BigInteger, Select, bindparam, func, literal, select, tuple_, union_all

from domain.ads.model import Ad, Side
from domain.ads.ports import PAGE_SIZE, Cursor, MarketFilter, MarketPage, Offer
from domain.kernel.ids import AdId, UserId
from domain.kernel.money import LARGEST_UNITS
from domain.kernel.refusal import Refusal, Rule
from domain.kernel.units import ASSETS, FIATS
from domain.trust.model import Mark, Regard
from storage.engine import Row, Sql
from storage.schema.ads import OPEN_ADS, ad_listings, ads
from storage.schema.trust import marks
from storage.schema.users import records, users
from storage.stores.ad_rows import AD_COLUMNS, ad_of
from storage.stores.listings import ANY_METHOD, FIXED
from storage.stores.trust import TrustStore
from storage.stores.users import PROFILE_COLUMNS, profile_of

EXAMINED: Final = 500
"""How many listings one page looks at: an amount that nobody accepts would walk the whole pair otherwise."""

_WIDTH: Final = len(AD_COLUMNS)
_MARK, _SORT_KEY, _PLACE, _LO, _HI = -5, -4, -3, -2, -1
"""Where a page's own columns stand, after those of the offer."""
_START: Final = Cursor(-LARGEST_UNITS, AdId(0))

_makers: Final = ads.join(users, users.c.id == ads.c.maker_id).outerjoin(records, records.c.user_id == users.c.id)
_OFFER: Final[Select[Any]] = (
    select(*AD_COLUMNS, *PROFILE_COLUMNS).select_from(_makers).where(ads.c.id == bindparam("ad"))
)
_examined: Final = (
    select(
        ad_listings.c.sort_key,
        ad_listings.c.ad_id,
        ad_listings.c.lo,
        ad_listings.c.hi,
        func.row_number().over(order_by=(ad_listings.c.sort_key, ad_listings.c.ad_id)).label("place"),
    )
    .where(
        ad_listings.c.side == bindparam("wanted_side"),
        ad_listings.c.asset == bindparam("wanted_asset"),
        ad_listings.c.fiat == bindparam("wanted_fiat"),
        ad_listings.c.method == bindparam("wanted_method"),
        ad_listings.c.kind == FIXED,
        tuple_(ad_listings.c.sort_key, ad_listings.c.ad_id)
        > tuple_(bindparam("after_key", type_=BigInteger()), bindparam("after_ad", type_=BigInteger())),
    )
    .order_by(ad_listings.c.sort_key, ad_listings.c.ad_id)
    .limit(EXAMINED)
    .subquery("examined")
)
_fits: Final = (_examined.c.lo <= bindparam("amount_to")) & (_examined.c.hi >= bindparam("amount_from"))
_found: Final = (
    select(_examined)
    .where(_fits | (_examined.c.place == EXAMINED))
    .order_by(_examined.c.sort_key, _examined.c.ad_id)
    .limit(PAGE_SIZE + 1)
    .subquery("found")
)
_PAGE: Final[Select[Any]] = (
    select(*AD_COLUMNS, *PROFILE_COLUMNS, marks.c.kind, _found.c.sort_key, _found.c.place, _found.c.lo, _found.c.hi)
    .select_from(
        _found.join(ads, ads.c.id == _found.c.ad_id)
        .join(users, users.c.id == ads.c.maker_id)
        .outerjoin(records, records.c.user_id == users.c.id)
        .outerjoin(marks, (marks.c.by_id == bindparam("viewer")) & (marks.c.about_id == users.c.id))
    )
    .order_by(_found.c.sort_key, _found.c.ad_id)
)
_OF_MAKER: Final[Select[Any]] = (
    select(*AD_COLUMNS)
    .where(ads.c.maker_id == bindparam("maker"), OPEN_ADS, ads.c.id < bindparam("below"))
    .order_by(ads.c.id.desc())
    .limit(bindparam("most", type_=BigInteger()))
)
_catalogue: Final = union_all(
    *(
        select(literal(place).label("place"), literal(coin).label("asset"), literal(money).label("fiat"))
        for place, (coin, money) in enumerate(product(ASSETS, FIATS))
    )
).subquery("catalogue")
_PAIRS: Final[Select[Any]] = (
    select(_catalogue.c.asset, _catalogue.c.fiat)
    .where(
        select(1)
        .where(
            ad_listings.c.side == bindparam("wanted_side"),
            ad_listings.c.asset == _catalogue.c.asset,
            ad_listings.c.fiat == _catalogue.c.fiat,
            ad_listings.c.method == ANY_METHOD,
        )
        .exists()
    )
    .order_by(_catalogue.c.place)
)
"""One look into the index per pair of the catalogue: a DISTINCT would read every ad there is."""


class MarketReader:
    """See `domain.ads.ports.AdReader`."""

    def __init__(self, sql: Sql, trust: TrustStore) -> None:
        self._sql = sql
        self._trust = trust

    def offer(self, ad: AdId, viewer: UserId) -> Offer:
        row = self._sql.fetch_one(_OFFER, ad=ad)
        if row is None:
            raise Refusal(Rule.NOT_FOUND)
        maker = profile_of(row[_WIDTH:])
        return Offer(ad_of(row[:_WIDTH]), maker, self._trust.regard(viewer, maker.id, None))

    def page(self, wanted: MarketFilter, after: Cursor | None, viewer: UserId) -> MarketPage:
        start = after or _START
        lowest, highest = (0, LARGEST_UNITS) if wanted.amount is None else (wanted.amount.units,) * 2
        rows = self._sql.fetch_all(
            _PAGE,
            wanted_side=wanted.side.value,
            wanted_asset=wanted.asset.code,
            wanted_fiat=wanted.fiat.code,
            wanted_method=wanted.method or ANY_METHOD,
            after_key=start.sort_key,
            after_ad=start.ad,
            amount_from=lowest,
            amount_to=highest,
            viewer=viewer,
        )
        fitting = [row for row in rows if row[_LO] <= highest and row[_HI] >= lowest][:PAGE_SIZE]
        offers = tuple(_offer_of(row) for row in fitting)
        return MarketPage(offers, _following(rows, fitting))

    def of_maker(self, maker: UserId, *, before: AdId | None, limit: int) -> Sequence[Ad]:
        below = LARGEST_UNITS if before is None else before
        return [ad_of(row) for row in self._sql.fetch_all(_OF_MAKER, maker=maker, below=below, most=limit)]

    def assets_and_fiats(self, side: Side) -> Sequence[tuple[str, str]]:
        return [(asset, fiat) for asset, fiat in self._sql.fetch_all(_PAIRS, wanted_side=side.value)]


def _offer_of(row: Row) -> Offer:
    mark = None if row[_MARK] is None else Mark(row[_MARK])
    return Offer(ad_of(row[:_WIDTH]), profile_of(row[_WIDTH:_MARK]), Regard(mark=mark))


def _following(rows: Sequence[Row], fitting: Sequence[Row]) -> Cursor | None:
    """Behind the last offer when there is more; behind the last one examined when the search was cut short."""
    if len(rows) > len(fitting) == PAGE_SIZE:
        return _cursor_at(fitting[-1])
    if rows and rows[-1][_PLACE] == EXAMINED:
        return _cursor_at(rows[-1])
    return None


def _cursor_at(row: Row) -> Cursor:
    return Cursor(row[_SORT_KEY], row[0])
