"""One line of the table that `make bench` prints: two things measured in the same run, divided by each other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """`value` against `goal`, which is the most it may be when `at_most` is set and the least otherwise."""

    name: str
    value: float
    goal: float
    at_most: bool = False

    @property
    def is_met(self) -> bool:
        return self.value <= self.goal if self.at_most else self.value >= self.goal

    def __str__(self) -> str:
        sign = "<=" if self.at_most else ">="
        return f"{self.name:<64} {self.value:8.2f}   goal {sign} {self.goal:<5.4g}  {'ok' if self.is_met else 'MISSED'}"
