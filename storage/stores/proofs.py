"""Payment proofs on file, and the radar's look over all of them."""

from typing import Any, Final

from sqlalchemy import Select, bindparam, func, or_, select, union_all

from domain.kernel.ids import OrderId
from domain.kernel.moments import Instant
from domain.proofs.model import Likeness, Match, NewProof, Proof
from domain.proofs.ports import OnFile
from domain.proofs.radar import MARKS, Candidate, marks_of
from storage.engine import Row, Sql
from storage.engine.portable import insert
from storage.schema.proofs import proof_marks, proof_matches, proofs

PROBES: Final = 32
"""The newest pictures with one mark that are looked at: receipts of one bank may share a mark by the thousand."""
_PER_ORDER: Final = 8
"""More than one order holds of the same file, so that one of another order is among them."""

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
    proof_matches.c.earlier_id,
    proof_matches.c.likeness,
)
_filed: Final = proofs.outerjoin(proof_matches, proof_matches.c.proof_id == proofs.c.id)
_OF_ORDER: Final = proofs.c.order_id == bindparam("order")
_COUNT: Final = select(func.count()).select_from(proofs).where(_OF_ORDER)
_ALL: Final[Select[Any]] = select(*_COLUMNS).select_from(_filed).where(_OF_ORDER).order_by(proofs.c.number)
_FIND: Final[Select[Any]] = (
    select(*_COLUMNS)
    .select_from(_filed)
    .where(_OF_ORDER, or_(proofs.c.source == bindparam("message"), proofs.c.sha256 == bindparam("digest")))
    .order_by(proofs.c.number)
    .limit(1)
)
_ADD: Final = (
    insert(proofs)
    .values({column.name: bindparam(column.name) for column in proofs.columns if column.name != "id"})
    .returning(proofs.c.id)
)
_ADD_MARK: Final = insert(proof_marks).values(mark=bindparam("mark"), proof_id=bindparam("proof"))
_ADD_MATCH: Final = insert(proof_matches).values(
    proof_id=bindparam("proof"), earlier_id=bindparam("earlier"), likeness=bindparam("how")
)


def _alike() -> Select[Any]:
    """Few rows along an index for each way of being alike; only those are looked up, so a million cost no more."""
    same = [
        select(proofs.c.id).where(column == bindparam(name)).limit(_PER_ORDER)
        for column, name in ((proofs.c.sha256, "digest"), (proofs.c.telegram_unique_id, "file"))
    ]
    near = [
        select(proof_marks.c.proof_id.label("id"))
        .where(proof_marks.c.mark == bindparam(f"mark_{number}"))
        .order_by(proof_marks.c.proof_id.desc())
        .limit(PROBES)
        for number in range(MARKS)
    ]
    found = union_all(*(select(probe.subquery()) for probe in (*same, *near))).subquery("found")
    return (
        select(proofs.c.id, proofs.c.sha256, proofs.c.telegram_unique_id, proofs.c.dhash)
        .where(proofs.c.id.in_(select(found.c.id)), proofs.c.order_id != bindparam("order"))
        .order_by(proofs.c.id)
    )


_ALIKE: Final = _alike()
_NO_MARKS: Final = (0,) * MARKS
# "same" comes after "near" in the alphabet, and is the stronger word.
_ON_FILE: Final = select(func.count(), func.max(proof_matches.c.likeness)).select_from(_filed).where(_OF_ORDER)


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

    def on_file(self, order: OrderId) -> OnFile:
        row = self._sql.fetch_one(_ON_FILE, order=order)
        assert row is not None
        return OnFile(row[0], None if row[1] is None else Likeness(row[1]))

    def alike(self, new: NewProof) -> tuple[Candidate, ...]:
        rows = self._sql.fetch_all(
            _ALIKE,
            order=new.order,
            digest=new.sha256,
            file=new.telegram_unique_id,
            **{f"mark_{number}": mark for number, mark in enumerate(marks_of(new.dhash) or _NO_MARKS)},
        )
        return tuple(Candidate(*row) for row in rows)

    def add(self, new: NewProof, *, number: int, match: Match | None, now: Instant) -> Proof:
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
        proof = Proof(row[0], number, new, now, match)
        marks = [{"mark": mark, "proof": proof.id} for mark in marks_of(new.dhash)]
        if marks:
            self._sql.execute_many(_ADD_MARK, marks)
        if match is not None:
            self._sql.execute(_ADD_MATCH, proof=proof.id, earlier=match.earlier, how=match.likeness.value)
        return proof

    def of_order(self, order: OrderId) -> tuple[Proof, ...]:
        return tuple(_proof_of(row) for row in self._sql.fetch_all(_ALL, order=order))


def _proof_of(row: Row) -> Proof:
    proof, number, at, order, by, *rest, earlier, likeness = row
    match = None if earlier is None else Match(earlier, Likeness(likeness))
    return Proof(proof, number, NewProof(order, by, *rest), at, match)
