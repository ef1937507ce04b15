"""Where an ad stands on the market: kept in the ad's own transaction, touched only when the place changes."""

from typing import Any, Final, assert_never

from sqlalchemy import bindparam, delete

from domain.ads.model import Ad, Side
from storage.engine import Sql
from storage.engine.portable import insert
from storage.schema.ads import ad_listings

ANY_METHOD: Final = ""
FIXED: Final = "fixed"

_LEAVE: Final = delete(ad_listings).where(ad_listings.c.ad_id == bindparam("ad"))
_STAND: Final = insert(ad_listings)


def move_listing(sql: Sql, ad: Ad, *, before: Ad | None) -> None:
    """Brings the market in line with the ad; `before` is how it stood, None for a new one."""
    was = () if before is None else places_of(before)
    now = places_of(ad)
    if was == now:
        return
    if was:
        sql.execute_later(_LEAVE, ad=ad.id)
    if now:
        sql.execute_many(_STAND, now)


def places_of(ad: Ad) -> tuple[dict[str, Any], ...]:
    """The rows an ad has on the market: none unless somebody could take it now."""
    if not ad.can_be_taken:
        return ()
    place = {
        "side": ad.side.value,
        "asset": ad.price.asset.code,
        "fiat": ad.price.fiat.code,
        "kind": FIXED,
        "sort_key": sort_key(ad),
        "ad_id": ad.id,
        "lo": ad.least.units,
        "hi": ad.most_now.units,
    }
    return tuple({**place, "method": method} for method in (ANY_METHOD, *ad.methods))


def sort_key(ad: Ad) -> int:
    """Grows from the best offer for a taker to the worst."""
    match ad.side:
        case Side.SELL:
            return ad.price.micros
        case _:
            assert_never(ad.side)
