"""One fault: its kind, what it looks at, and the seeded dice that decide when it strikes."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

DELAY_MS_MAX = 120_000
"""Also how long `no_answer` stays silent if not told: no client waits longer. Then the line is cut."""

DELAY_MS_DEFAULT = 1_000
BURST_DEFAULT = 100
_NUMBERS = ("chat", "nth", "seed", "times", "retry_after", "delay_ms", "seconds", "count", "error_code")


class Kind(StrEnum):
    """Every fault by the name `/sim/faults` takes."""

    FLOOD = "flood"
    FORBIDDEN = "forbidden"
    CHAT_NOT_FOUND = "chat_not_found"
    EDIT_NOT_FOUND = "edit_not_found"
    SERVER_ERROR = "server_error"
    BAD_GATEWAY_HTML = "bad_gateway_html"
    NO_ANSWER = "no_answer"
    SLOW = "slow"
    CUT = "cut"
    LOST_ANSWER = "lost_answer"
    ERROR = "error"
    UPDATE_DUPLICATE = "update_duplicate"
    UPDATE_LATE = "update_late"
    UPDATE_BURST = "update_burst"
    WEBHOOK_DROP = "webhook_drop"
    FILE_MISSING = "file_missing"
    FILE_TRUNCATED = "file_truncated"
    CONFLICT = "conflict"
    CLOCK_JUMP = "clock_jump"


class FaultRefused(ValueError):
    """A rule nobody could keep; the text says why."""


@dataclass(slots=True)
class Rule:
    """One fault and when it strikes.

    `method` and `chat` narrow what it looks at; of that, from the `nth` on (1 is the next), with `probability`
    drawn from `seed`, at most `times` times. Without `times` it strikes always, with `nth` alone just once.
    """

    n: int
    kind: Kind
    method: str | None = None
    chat: int | None = None
    nth: int | None = None
    probability: float = 1.0
    seed: int = 0
    times: int | None = None
    retry_after: int = 5
    delay_ms: int = DELAY_MS_DEFAULT
    seconds: int = 3_600
    count: int = BURST_DEFAULT
    error_code: int = 400
    description: str | None = None
    seen: int = 0
    struck: int = 0
    dice: random.Random = field(default_factory=random.Random)

    def strikes(self, method: str | None, chat: int | None) -> bool:
        """Whether bad luck has come; every call it looks at counts, hit or not."""
        if self.method is not None and (method is None or self.method.lower() != method.lower()):
            return False
        if self.chat is not None and self.chat != chat:
            return False
        self.seen += 1
        allowed = self.times if self.times is not None or self.nth is None else 1
        if self.seen < (self.nth or 1) or (allowed is not None and self.struck >= allowed):
            return False
        if self.dice.random() >= self.probability:
            return False
        self.struck += 1
        return True

    def payload(self) -> dict[str, Any]:
        """The rule as `/sim/state` tells it."""
        told = ("n", "kind", "method", "chat", "nth", "probability", "seed", "times", "seen", "struck")
        return {name: getattr(self, name) for name in told}


def rule_from(n: int, wanted: Mapping[str, Any]) -> Rule:
    """The rule a request asks for; raises `FaultRefused` for one that makes no sense."""
    kind = _kind(wanted.get("kind"))
    rule = Rule(n, kind)
    for name in _NUMBERS:
        if wanted.get(name) is not None:
            setattr(rule, name, _integer(name, wanted[name]))
    if kind is Kind.NO_ANSWER and wanted.get("delay_ms") is None:
        rule.delay_ms = DELAY_MS_MAX
    if not 0 <= rule.delay_ms <= DELAY_MS_MAX:
        raise FaultRefused(f"delay_ms must be from 0 to {DELAY_MS_MAX}")
    rule.probability = _probability(wanted.get("probability", 1))
    rule.method = "getUpdates" if kind is Kind.CONFLICT else str(wanted.get("method") or "") or None
    rule.description = str(wanted.get("description") or "") or None
    rule.dice = random.Random(rule.seed)  # noqa: S311 - a repeatable dice, nothing secret
    return rule


def _kind(name: object) -> Kind:
    try:
        return Kind(str(name))
    except ValueError:
        raise FaultRefused(f"kind must be one of: {', '.join(Kind)}") from None


def _integer(name: str, value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        raise FaultRefused(f"{name} must be a whole number") from None


def _probability(value: object) -> float:
    try:
        probability = float(str(value))
    except ValueError:
        raise FaultRefused("probability must be a number from 0 to 1") from None
    if not 0 <= probability <= 1:
        raise FaultRefused("probability must be a number from 0 to 1")
    return probability
