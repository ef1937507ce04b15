"""What a check reports, and how a law of the desk is written as one query for the rows that break it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import TextClause

from storage.engine import Sql

SHOWN: Final = 100
"""How many rows of one law are reported: the first ones are enough to stop the desk and to find the cause."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken invariant: its short name (L… book, O… orders, M… market), the row, and what is wrong with it."""

    invariant: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class Law:
    """`broken_by` yields a row for each breach; its first value names the subject, the others fill the detail."""

    invariant: str
    subject: str
    detail: str
    broken_by: TextClause


def breaches(sql: Sql, laws: Iterable[Law]) -> Iterator[Finding]:
    """What each law finds."""
    for law in laws:
        for subject, *values in sql.fetch_all(law.broken_by, most=SHOWN):
            yield Finding(law.invariant, law.subject.format(subject), law.detail.format(*values))
