"""Changes that wait for a statement they can travel with: a way to the server costs more than most statements do."""

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from storage.engine.statements import Plan

MOST_AT_ONCE: Final = 16
JOINED_LIMIT: Final = 2_048
"""Far above the number of ways in which the stores combine their statements."""

_PARAMETER: Final = re.compile(r"\$(\d+)")


@dataclass(frozen=True, slots=True)
class Change:
    """One INSERT, UPDATE or DELETE, and who wants to hear how many rows it changed."""

    plan: Plan
    arguments: tuple[Any, ...]
    row: Hashable
    then: Callable[[int], None] | None

    def can_run_beside(self, earlier: "Change") -> bool:
        """All steps of one statement see the database as it was before it, so none may need what another does.

        In particular PostgreSQL silently ignores the second UPDATE of one row within one statement.
        """
        if earlier.plan.writes_to not in self.plan.words:
            return True
        if earlier.plan.writes_to != self.plan.writes_to:
            return False
        are_new = earlier.plan.only_adds and self.plan.only_adds
        are_apart = self.row is not None and earlier.row is not None and self.row != earlier.row
        return are_new or are_apart


def can_see(plan: Plan, changes: Sequence[Change]) -> bool:
    """Whether a question may depend on one of these changes."""
    return any(change.plan.writes_to in plan.words for change in changes)


def can_be_answered_within(plan: Plan) -> bool:
    """Whether a question may become a step itself: one with steps of its own may not."""
    return plan.writes_to is not None or (plan.only_reads and not plan.sql.startswith("WITH"))


@lru_cache(maxsize=JOINED_LIMIT)
def together(changes: tuple[str, ...], widths: tuple[int, ...], question: str | None) -> str:
    """One statement that makes all changes: it answers with their counts, then 1 and the answer to the question.

    `widths` says how many parameters each change has; those of the question come last.
    """
    steps, taken = [], 0
    for number, (sql, width) in enumerate(zip(changes, widths, strict=True)):
        steps.append(f"change_{number} AS ({_shifted(sql, taken)})")
        taken += width
    counts = ", ".join(f"(SELECT COUNT(*) FROM change_{number})" for number in range(len(changes)))  # noqa: S608
    if question is None:
        return f"WITH {', '.join(steps)} SELECT {counts}"
    steps.append(f"answer AS ({_shifted(question, taken)})")
    return (
        f"WITH {', '.join(steps)} SELECT {counts}, answer.*"  # noqa: S608
        " FROM (SELECT) AS one LEFT JOIN (SELECT 1, answer.* FROM answer) AS answer ON TRUE"
    )


def counted(plan: Plan) -> str:
    """The change as a step whose rows can be counted."""
    return plan.sql if plan.returns_rows else f"{plan.sql} RETURNING 1"


def _shifted(sql: str, taken: int) -> str:
    return _PARAMETER.sub(lambda found: f"${int(found[1]) + taken}", sql) if taken else sql
