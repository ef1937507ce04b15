"""Bad luck on request: the rules in force spoil calls, updates and downloads the way real networks do."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.sandbox.botapi.errors import CutConnection, RawAnswer, refusal, too_many_requests
from bot.sandbox.fault_rules import FaultRefused, Kind, Rule, rule_from
from bot.sandbox.world.updates import Update
from bot.sandbox.world.world import World

RULES_MAX = 200
GATEWAY_PAGE = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx/1.18.0</body>\r\n</html>\r\n"


_AFTER_THE_CALL = frozenset({Kind.SLOW, Kind.LOST_ANSWER})
_ON_UPDATES = frozenset({Kind.UPDATE_DUPLICATE, Kind.UPDATE_LATE, Kind.UPDATE_BURST})
_ON_FILES = frozenset({Kind.FILE_MISSING, Kind.FILE_TRUNCATED})
_BEFORE_THE_CALL = frozenset(Kind) - _AFTER_THE_CALL - _ON_UPDATES - _ON_FILES - {Kind.WEBHOOK_DROP}


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
        rule = rule_from(self._next_n, wanted)
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
                continue
            update.replay = True  # others overtake it: a confirmation of theirs must not swallow it
            if rule.kind is Kind.UPDATE_LATE:
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
