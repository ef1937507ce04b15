"""Bad luck on request: rules that make single calls, updates and downloads fail the way real networks do."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.sandbox.botapi.errors import CutConnection, RawAnswer, refusal, too_many_requests
from bot.sandbox.world.updates import Update
from bot.sandbox.world.world import World

RULES_MAX = 200
DELAY_MS_MAX = 120_000
"""Also how long `no_answer` stays silent if not told: no client waits longer. Then the line is cut."""

DELAY_MS_DEFAULT = 1_000
BURST_DEFAULT = 100
GATEWAY_PAGE = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx/1.18.0</body>\r\n</html>\r\n"


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


_AFTER_THE_CALL = frozenset({Kind.SLOW, Kind.LOST_ANSWER})
_ON_UPDATES = frozenset({Kind.UPDATE_DUPLICATE, Kind.UPDATE_LATE, Kind.UPDATE_BURST})
_ON_FILES = frozenset({Kind.FILE_MISSING, Kind.FILE_TRUNCATED})
_BEFORE_THE_CALL = frozenset(Kind) - _AFTER_THE_CALL - _ON_UPDATES - _ON_FILES - {Kind.WEBHOOK_DROP}


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


class Faults:
    """The rules in force, asked by the Bot API around every call, update and download."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._next_n = 1
        self._burst: list[Update] = []
        self._cleared = asyncio.Event()
        self.rules: list[Rule] = []

    def add(self, wanted: Mapping[str, Any]) -> Rule:
        """Put a rule in force; raises `FaultRefused` for one that makes no sense."""
        if len(self.rules) >= RULES_MAX:
            raise FaultRefused(f"at most {RULES_MAX} faults can be in force")
        rule = self._rule(wanted)
        self._next_n += 1
        self.rules.append(rule)
        self._world.updates.intercept = self._intercept
        self._changed()
        return rule

    def clear(self) -> None:
        """Fair weather again; updates held back are let go, silent calls are cut off."""
        self.rules.clear()
        self._let_go(self._world.updates.pending.values())
        self._cleared.set()
        self._cleared = asyncio.Event()
        self._changed()

    async def before(self, method: str, params: dict[str, Any]) -> None:
        """Runs before a call has any effect; may wait or raise."""
        for rule in self._striking(_BEFORE_THE_CALL, method, self._chat_of(params)):
            await self._spoil(rule)

    async def after(self, method: str, params: dict[str, Any], result: Any) -> None:
        """Runs when the call has taken effect and only its answer is still to be written."""
        for rule in self._striking(_AFTER_THE_CALL, method, self._chat_of(params)):
            if rule.kind is Kind.LOST_ANSWER:
                raise CutConnection
            await asyncio.sleep(rule.delay_ms / 1000)

    def file(self, file_path: str, content: bytes) -> bytes:
        """The bytes a download really yields."""
        for rule in self._striking(_ON_FILES, None, None):
            if rule.kind is Kind.FILE_MISSING:
                raise refusal(404, "Not Found")
            content = content[: len(content) // 2]
        return content

    def drops_webhook(self, update: Update) -> bool:
        """Whether the bot's answer to this delivery gets lost on the way."""
        return bool(self._striking({Kind.WEBHOOK_DROP}, None, update.lane))

    def _rule(self, wanted: Mapping[str, Any]) -> Rule:
        try:
            kind = Kind(str(wanted.get("kind")))
        except ValueError:
            names = ", ".join(kind.value for kind in Kind)
            raise FaultRefused(f"kind must be one of: {names}") from None
        rule = Rule(self._next_n, kind)
        for name in ("nth", "seed", "times", "retry_after", "delay_ms", "seconds", "count", "error_code", "chat"):
            if wanted.get(name) is not None:
                setattr(rule, name, _integer(name, wanted[name]))
        if rule.kind is Kind.NO_ANSWER and wanted.get("delay_ms") is None:
            rule.delay_ms = DELAY_MS_MAX
        rule.probability = _probability(wanted.get("probability", 1))
        rule.method = str(wanted["method"]) if wanted.get("method") else None
        rule.description = str(wanted["description"]) if wanted.get("description") else None
        rule.dice = random.Random(rule.seed)  # noqa: S311 - a repeatable dice, nothing secret
        if not 0 <= rule.delay_ms <= DELAY_MS_MAX:
            raise FaultRefused(f"delay_ms must be from 0 to {DELAY_MS_MAX}")
        if rule.kind is Kind.CONFLICT:
            rule.method = "getUpdates"
        return rule

    def _striking(self, kinds: frozenset[Kind] | set[Kind], method: str | None, chat: int | None) -> list[Rule]:
        return [rule for rule in tuple(self.rules) if rule.kind in kinds and rule.strikes(method, chat)]

    async def _spoil(self, rule: Rule) -> None:
        match rule.kind:
            case Kind.FLOOD:
                raise too_many_requests(rule.retry_after)
            case Kind.FORBIDDEN:
                raise refusal(403, rule.description or "bot was blocked by the user")
            case Kind.CHAT_NOT_FOUND:
                raise refusal(400, rule.description or "chat not found")
            case Kind.EDIT_NOT_FOUND:
                raise refusal(400, rule.description or "message to edit not found")
            case Kind.SERVER_ERROR:
                raise refusal(500, rule.description or "Internal Server Error")
            case Kind.BAD_GATEWAY_HTML:
                raise RawAnswer(502, GATEWAY_PAGE)
            case Kind.ERROR:
                raise refusal(rule.error_code, rule.description or "the sandbox was told to refuse")
            case Kind.CONFLICT:
                other = "terminated by other getUpdates request; make sure that only one bot instance is running"
                raise refusal(409, rule.description or other)
            case Kind.NO_ANSWER:
                await self._silence(rule.delay_ms / 1000)
                raise CutConnection
            case Kind.CUT:
                raise CutConnection
            case Kind.CLOCK_JUMP:
                self._world.clock.advance(rule.seconds)
                self._world.changed({"type": "clock"})
            case _:
                raise AssertionError(f"{rule.kind} does not strike before a call")

    async def _silence(self, seconds: float) -> None:
        """Say nothing for that long, or until the faults are cleared."""
        try:
            await asyncio.wait_for(self._cleared.wait(), seconds)
        except TimeoutError:
            return

    def _intercept(self, update: Update) -> Sequence[Update]:
        """What is queued in place of a new update."""
        queued = [update]
        for rule in self._striking(_ON_UPDATES, None, update.lane):
            if rule.kind is Kind.UPDATE_DUPLICATE:
                twin = self._world.updates.make(update.payload, update.lane)
                twin.replay = True
                queued.append(twin)
            elif rule.kind is Kind.UPDATE_LATE:
                update.ready_at_ms = self._world.clock.now_ms() + rule.delay_ms
            else:
                self._hold(update, rule)
        return queued

    def _hold(self, update: Update, rule: Rule) -> None:
        """A burst gathers until it is complete, or until the first one has waited long enough."""
        now_ms = self._world.clock.now_ms()
        self._burst = [held for held in self._burst if not held.settled and held.ready_at_ms > now_ms]
        self._burst.append(update)
        update.ready_at_ms = self._burst[0].ready_at_ms or now_ms + rule.delay_ms
        if len(self._burst) >= rule.count:
            self._let_go(tuple(self._burst))

    def _let_go(self, held_back: Iterable[Update]) -> None:
        for held in held_back:
            held.ready_at_ms = 0
        self._burst.clear()
        self._world.changed({"type": "update"})

    def _chat_of(self, params: Mapping[str, Any]) -> int | None:
        """The chat a call is about; channels may be meant by name."""
        wanted = params.get("chat_id")
        if isinstance(wanted, int):
            return wanted
        text = str(wanted or "")
        if text.lstrip("-").isdecimal():
            return int(text)
        named = self._world.chats.by_username(text) if text else None
        return named.id if named else None

    def _changed(self) -> None:
        self._world.changed({"type": "state", "faults": len(self.rules)})


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
