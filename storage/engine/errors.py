"""What can go wrong at the gate, in the same words for both engines; domain refusals pass through untouched."""

from enum import StrEnum


class EngineError(Exception):
    """Anything the storage engine has to say; everything below is one of these."""


class Busy(EngineError):
    """Nothing was changed: the desk is overloaded or a row stayed locked. The same command may be sent again."""


class Unreachable(Busy):
    """Nothing was changed: the database could not be reached, also not after the retries."""


class Ambiguous(EngineError):
    """COMMIT was sent and its answer was lost, so the command happened or did not.

    Only a command with an operation key may be repeated: the key tells whether the first one counted.
    """


class TryAgain(EngineError):
    """Nothing was changed and a fresh transaction may succeed. The gate retries; callers never see it."""


class Constraint(StrEnum):
    """The kinds of promises a schema keeps."""

    UNIQUE = "unique"
    CHECK = "check"
    FOREIGN_KEY = "foreign key"
    NOT_NULL = "not null"
    TRIGGER = "trigger"


class ConstraintBroken(EngineError):
    """The schema refused a row. `name` is the constraint on PostgreSQL and, where SQLite knows it, there too."""

    def __init__(self, kind: Constraint, name: str) -> None:
        super().__init__(f"{kind} constraint broken: {name}")
        self.kind = kind
        self.name = name


class UnfitValue(EngineError, ValueError):
    """A parameter does not fit its column: an integer beyond 64 bits, a text that is not Unicode."""


class StatementFailed(EngineError):
    """The engine could not run a statement: wrong SQL, a full disk. The driver's own error is the cause."""


class WriteInRead(EngineError):
    """A query given to `read` tried to change something."""


class TransactionOver(EngineError):
    """A store was used after its transaction had ended."""


class DeskClosed(EngineError):
    """The desk is closed or closing."""


class AlreadyServed(EngineError):
    """Another process serves this SQLite file; SQLite carries one serving process."""


class UnfitDatabase(EngineError):
    """The database cannot keep the promises the desk makes; the message tells how to mend it."""
