"""O10: an ad's reserve covers what it still offers. M1: it stands on the market exactly where it can be taken."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import BigInteger, Select, Text, bindparam, cast, func, literal, select

from domain.ads.model import Ad, AdState
from domain.kernel.money import fee
from storage.checks.finding import SHOWN, Finding
from storage.engine import Row, Sql
from storage.engine.portable import one_of
from storage.schema.ads import ad_listings, ads
from storage.schema.ledger import ledger_accounts
from storage.stores.ad_rows import AD_COLUMNS, ad_of
from storage.stores.listings import places_of

PAGE: Final = 1_000

_reserve: Final = ledger_accounts.c.name == literal("ad:") + cast(ads.c.id, Text) + ":reserve:" + ads.c.asset
_ADS: Final[Select[Any]] = (
    select(*AD_COLUMNS, func.coalesce(ledger_accounts.c.credits - ledger_accounts.c.debits, 0))
    .join_from(ads, ledger_accounts, _reserve, isouter=True)
    .where(ads.c.id > bindparam("after"))
    .order_by(ads.c.id)
    .limit(bindparam("page", type_=BigInteger()))
)
_LISTINGS: Final[Select[Any]] = select(ad_listings).where(one_of(ad_listings.c.ad_id, "ads"))
_LISTED: Final = tuple(column.name for column in ad_listings.columns)


def ad_findings(sql: Sql) -> Iterator[Finding]:
    """Read in pages, whatever the number of ads."""
    found, after = 0, 0
    while found < SHOWN and (rows := sql.fetch_all(_ADS, after=after, page=PAGE)):
        after = rows[-1][0]
        listed = _listed(sql, [row[0] for row in rows])
        for row in rows:
            for finding in _of_ad(ad_of(row[:-1]), row[-1], listed[row[0]]):
                found += 1
                yield finding


def _of_ad(ad: Ad, reserved: int, listed: set[Row]) -> Iterator[Finding]:
    needed = 0 if ad.state is AdState.CLOSED else (ad.stock + fee(ad.stock, ad.maker_fee_bps)).units
    if reserved < needed or (ad.state is AdState.CLOSED and reserved):
        yield Finding("O10", f"ad {ad.id}", f"is {ad.state} and needs {needed} in reserve, but has {reserved}")
    if listed != {tuple(place[name] for name in _LISTED) for place in places_of(ad)}:
        yield Finding("M1", f"ad {ad.id}", f"is {ad.state} and does not stand on the market where it should")


def _listed(sql: Sql, numbers: list[int]) -> dict[int, set[Row]]:
    listed: dict[int, set[Row]] = defaultdict(set)
    for row in sql.fetch_all(_LISTINGS, ads=numbers):
        listed[row[_LISTED.index("ad_id")]].add(row)
    return listed
