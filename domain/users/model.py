"""A person as the desk knows them, and the little of it that others see."""

from dataclasses import dataclass

from domain.kernel.codes import Coded, code_of
from domain.kernel.ids import UserId
from domain.kernel.moments import Instant


@dataclass(frozen=True, slots=True)
class User:
    """One account. `payer_name` is what the person's bank shows when they pay; it is shown to nobody but a seller."""

    id: UserId
    number: int
    alias: str
    language: str
    is_merchant: bool
    payer_name: str | None
    joined_at: Instant

    @property
    def code(self) -> str:
        """The stable short code that tells two people of one alias apart."""
        return code_of(Coded.USER, self.number)


@dataclass(frozen=True, slots=True)
class Record:
    """What a person's ended orders say: a pure sum over them, never edited."""

    completed: int = 0
    at_fault: int = 0
    release_ms: int = 0
    released: int = 0

    @property
    def completion_percent(self) -> int | None:
        """Completed of completed and at fault, rounded down; None before the first order ended."""
        ended = self.completed + self.at_fault
        return None if ended == 0 else self.completed * 100 // ended

    @property
    def average_release_ms(self) -> int | None:
        """From "paid" to release, as a seller; None before the first release."""
        return None if self.released == 0 else self.release_ms // self.released


@dataclass(frozen=True, slots=True)
class Profile:
    """What a counterparty sees of a person."""

    id: UserId
    alias: str
    code: str
    is_merchant: bool
    joined_at: Instant
    record: Record
