"""How each person last looked at the market, one row a person."""

from typing import Any, Final

from sqlalchemy import Select, bindparam, select

from domain.ads.model import Side
from domain.ads.ports import Look, MarketFilter
from domain.kernel.ids import UserId
from domain.kernel.units import asset, fiat
from storage.engine import Sql
from storage.engine.portable import insert
from storage.schema.looks import last_looks
from storage.stores.listings import ANY_METHOD

_KEPT: Final = ("side", "asset", "fiat", "method", "only_takeable")
_FIND: Final[Select[Any]] = select(*(last_looks.c[name] for name in _KEPT)).where(
    last_looks.c.user_id == bindparam("user")
)
_row: Final = insert(last_looks).values(user_id=bindparam("user"), **{name: bindparam(f"new_{name}") for name in _KEPT})
_PUT: Final = _row.on_conflict_do_update(
    index_elements=[last_looks.c.user_id], set_={name: _row.excluded[name] for name in _KEPT}
)


class LookStore:
    """See `domain.ads.ports.Looks`."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql

    def find(self, user: UserId) -> Look | None:
        row = self._sql.fetch_one(_FIND, user=user)
        if row is None:
            return None
        side, coin, paper, method, only_takeable = row
        return Look(MarketFilter(Side(side), asset(coin), fiat(paper), method or None), bool(only_takeable))

    def put(self, user: UserId, look: Look) -> None:
        self._sql.execute(
            _PUT,
            user=user,
            new_side=look.where.side.value,
            new_asset=look.where.asset.code,
            new_fiat=look.where.fiat.code,
            new_method=look.where.method or ANY_METHOD,
            new_only_takeable=int(look.only_takeable),
        )
