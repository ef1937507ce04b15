"""The ads themselves."""

from functools import partial
from typing import Any, Final

from sqlalchemy import Select, bindparam, func, select, update

from domain.ads.decide import settle_state
from domain.ads.model import Ad, AdState, NewAd
from domain.kernel.ids import AdId, UserId
from domain.kernel.moments import Instant
from domain.kernel.refusal import Refusal, Rule
from storage.engine import Sql
from storage.engine.portable import insert
from storage.schema.ads import OPEN_ADS, ads
from storage.stores.ad_rows import AD_COLUMNS, accounts_text, ad_of
from storage.stores.listings import move_listing

_GET: Final[Select[Any]] = (
    select(*AD_COLUMNS).where(ads.c.id == bindparam("ad")).with_for_update(key_share=True)
)  # The lock is PostgreSQL's; on SQLite the transaction itself is the lock.
_POSTED_BY: Final[Select[Any]] = select(*AD_COLUMNS).where(ads.c.token == bindparam("given_token"))
_ADD: Final = (
    insert(ads)
    .values({column.name: bindparam(column.name) for column in ads.columns if column.name != "id"})
    .on_conflict_do_nothing(index_elements=[ads.c.token])
    .returning(*AD_COLUMNS)
)
_SAVE: Final = (
    update(ads)
    .where(
        ads.c.id == bindparam("ad"),
        ads.c.version == bindparam("seen_version"),
        ads.c.state == bindparam("seen_state"),
        ads.c.stock_units == bindparam("seen_stock"),
    )
    .values(state=bindparam("new_state"), version=bindparam("new_version"), stock_units=bindparam("new_stock"))
)
_COUNT_OPEN: Final = select(func.count()).select_from(ads).where(ads.c.maker_id == bindparam("maker"), OPEN_ADS)


class AdStore:
    """See `domain.ads.ports.Ads`."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql

    def get(self, ad: AdId) -> Ad:
        row = self._sql.fetch_one(_GET, ad=ad)
        if row is None:
            raise Refusal(Rule.NOT_FOUND)
        return ad_of(row)

    def add(self, maker: UserId, new: NewAd, *, fees_bps: tuple[int, int], now: Instant) -> tuple[Ad, bool]:
        maker_fee_bps, taker_fee_bps = fees_bps
        row = self._sql.fetch_one(
            _ADD,
            token=new.token,
            maker_id=maker,
            side=new.side.value,
            asset=new.price.asset.code,
            fiat=new.price.fiat.code,
            price_micros=new.price.micros,
            total_units=new.total.units,
            stock_units=new.total.units,
            least_units=new.least.units,
            most_units=new.most.units,
            accounts=accounts_text(new.accounts),
            window_minutes=new.window_minutes,
            terms=new.terms,
            maker_fee_bps=maker_fee_bps,
            taker_fee_bps=taker_fee_bps,
            state=AdState.ACTIVE.value,
            version=1,
            created_at=now,
        )
        if row is None:
            return self._posted_by(maker, new.token), False
        ad = ad_of(row)
        assert settle_state(ad) == ad, "a new ad has enough for its smallest order"
        move_listing(self._sql, ad, before=None)
        return ad, True

    def save(self, ad: Ad, *, before: Ad) -> None:
        if ad == before:
            return
        self._sql.execute_later(
            _SAVE,
            row=ad.id,
            then=partial(_one_ad, ad),
            ad=ad.id,
            seen_version=before.version,
            seen_state=before.state.value,
            seen_stock=before.stock.units,
            new_state=ad.state.value,
            new_version=ad.version,
            new_stock=ad.stock.units,
        )
        move_listing(self._sql, ad, before=before)

    def count_open(self, maker: UserId) -> int:
        row = self._sql.fetch_one(_COUNT_OPEN, maker=maker)
        assert row is not None
        return int(row[0])

    def _posted_by(self, maker: UserId, token: str) -> Ad:
        row = self._sql.fetch_one(_POSTED_BY, given_token=token)
        if row is None or ad_of(row).maker != maker:
            raise Refusal(Rule.NOT_FOUND)
        return ad_of(row)


def _one_ad(ad: Ad, changed: int) -> None:
    if changed != 1:
        raise Refusal(Rule.STALE, code=ad.code)
