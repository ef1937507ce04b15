"""Money as integers of minor units. Nothing here knows a float or a Decimal."""

from dataclasses import dataclass
from typing import Final

from domain.kernel.refusal import Refusal, Rule

LARGEST_UNITS: Final = 2**63 - 1
"""What a 64-bit column holds; a larger amount is refused, never wrapped."""

BASIS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Unit:
    """A currency or asset: its code and how many decimals one whole unit has."""

    code: str
    scale: int

    @property
    def one(self) -> int:
        """Minor units in one whole."""
        return int(10**self.scale)


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in minor units of one unit. Different units never mix: that raises `ValueError`."""

    units: int
    unit: Unit

    def __post_init__(self) -> None:
        if not -LARGEST_UNITS <= self.units <= LARGEST_UNITS:
            raise Refusal(Rule.AMOUNT_TOO_LARGE, limit=Money(LARGEST_UNITS, self.unit))

    def __add__(self, other: "Money") -> "Money":
        return Money(self.units + self._same(other), self.unit)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.units - self._same(other), self.unit)

    def __lt__(self, other: "Money") -> bool:
        return self.units < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.units <= self._same(other)

    def __gt__(self, other: "Money") -> bool:
        return self.units > self._same(other)

    def __ge__(self, other: "Money") -> bool:
        return self.units >= self._same(other)

    def __bool__(self) -> bool:
        return self.units != 0

    def _same(self, other: "Money") -> int:
        if other.unit != self.unit:
            raise ValueError(f"{self.unit.code} and {other.unit.code} do not mix")
        return other.units


def zero(unit: Unit) -> Money:
    """Nothing of this unit."""
    return Money(0, unit)


def fee(amount: Money, rate_bps: int) -> Money:
    """The fee on an amount, rounded up against its payer, at least one minor unit when the rate is not zero."""
    if rate_bps == 0 or amount.units == 0:
        return zero(amount.unit)
    return Money(max(1, -(-amount.units * rate_bps // BASIS)), amount.unit)


def plain(money: Money) -> str:
    """Every digit, a dot, no grouping: for logs, exports and copy buttons. People read `handlers.views.format`."""
    return digits(money.units, money.unit.scale)


def digits(units: int, scale: int) -> str:
    """An integer with its decimal point put `scale` places from the right, without trailing zeros after it."""
    sign, whole = ("-", -units) if units < 0 else ("", units)
    head, tail = divmod(whole, 10**scale)
    fraction = f"{tail:0{scale}d}".rstrip("0") if scale else ""
    return f"{sign}{head}.{fraction}" if fraction else f"{sign}{head}"
