"""Payment proofs on file."""

from typing import Any, Final

from sqlalchemy import Select, bindparam, func, or_, select

from domain.kernel.ids import OrderId
from domain.kernel.moments import Instant
from domain.proofs.model import NewProof, Proof
from storage.engine import Row, Sql
from storage.engine.portable import insert
from storage.schema.proofs import proofs

_COLUMNS: Final = (
    proofs.c.id,
    proofs.c.number,
    proofs.c.at,
    proofs.c.order_id,
    proofs.c.by_id,
    proofs.c.sha256,
    proofs.c.viewer,
    proofs.c.kind,
    proofs.c.size_bytes,
    proofs.c.dhash,
    proofs.c.telegram_unique_id,
    proofs.c.source,
)
_OF_ORDER: Final = proofs.c.order_id == bindparam("order")
_COUNT: Final = select(func.count()).select_from(proofs).where(_OF_ORDER)
_ALL: Final[Select[Any]] = select(*_COLUMNS).where(_OF_ORDER).order_by(proofs.c.number)
_FIND: Final[Select[Any]] = (
    select(*_COLUMNS)
    .where(_OF_ORDER, or_(proofs.c.source == bindparam("message"), proofs.c.sha256 == bindparam("digest")))
    .order_by(proofs.c.number)
    .limit(1)
)
_ADD: Final = (
    insert(proofs)
    .values({column.name: bindparam(column.name) for column in proofs.columns if column.name != "id"})
    .returning(proofs.c.id)
)


class ProofStore:
    """See `domain.proofs.ports.Proofs`."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql

    def count(self, order: OrderId) -> int:
        row = self._sql.fetch_one(_COUNT, order=order)
        assert row is not None
        return int(row[0])

    def find(self, order: OrderId, *, source: str, sha256: str) -> Proof | None:
        row = self._sql.fetch_one(_FIND, order=order, message=source, digest=sha256)
        return None if row is None else _proof_of(row)

    def add(self, new: NewProof, *, number: int, now: Instant) -> Proof:
        row = self._sql.fetch_one(
            _ADD,
            order_id=new.order,
            number=number,
            by_id=new.by,
            sha256=new.sha256,
            viewer=new.viewer,
            kind=new.kind,
            size_bytes=new.size_bytes,
            dhash=new.dhash,
            telegram_unique_id=new.telegram_unique_id,
            source=new.source,
            at=now,
        )
        assert row is not None
        return Proof(row[0], number, new, now)

    def of_order(self, order: OrderId) -> tuple[Proof, ...]:
        return tuple(_proof_of(row) for row in self._sql.fetch_all(_ALL, order=order))


def _proof_of(row: Row) -> Proof:
    proof, number, at, order, by, *rest = row
    return Proof(proof, number, NewProof(order, by, *rest), at)
