"""One Bot API call from name to answer: known at all, on pace, spoiled by faults, carried out, written down."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.botapi.context import Context
from bot.sandbox.botapi.documented import DOCUMENTED_METHODS
from bot.sandbox.botapi.errors import ApiError, CutConnection, RawAnswer, bad_request, refusal
from bot.sandbox.botapi.faults_port import FaultRules
from bot.sandbox.botapi.methods import METHODS
from bot.sandbox.botapi.pace import Pace
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.polling import LongPoll
from bot.sandbox.markup import MarkupError
from bot.sandbox.world import Chat, World
from bot.sandbox.world.calls import ApiCall

log = logging.getLogger(__name__)

_SPELLED = {name.lower(): name for name in DOCUMENTED_METHODS}
_COUNTED_BY = {
    **dict.fromkeys(("sendMessage", "sendPhoto", "sendDocument", "copyMessage", "forwardMessage"), ""),
    **dict.fromkeys(("editMessageText", "editMessageCaption", "editMessageMedia"), ""),
    **dict.fromkeys(("copyMessages", "forwardMessages"), "message_ids"),
    "editMessageReplyMarkup": "",
    "sendMediaGroup": "media",
}
"""The calls that count against the pace, with the list that says how many messages they make."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: dict[str, Any]

    @property
    def retry_after_seconds(self) -> int | None:
        found = (self.body.get("parameters") or {}).get("retry_after")
        return found if isinstance(found, int) else None


class BotApi:
    """`limits` turns Telegram's pace on."""

    def __init__(
        self,
        world: World,
        faults: FaultRules,
        long_poll: LongPoll,
        fetch: Callable[[str, int], Awaitable[bytes]],
        *,
        limits: bool,
    ) -> None:
        self.world = world
        self.faults = faults
        self.pace = Pace(world.clock) if limits else None
        self._context = Context(world, long_poll, fetch)

    async def call(self, name: str, params: Params) -> Answer:
        """Carry a call out. Raises `RawAnswer` or `CutConnection` when a fault wants a broken wire."""
        method = _SPELLED.get(name.lower())
        entry = self._begin(method or name, params)
        waits_by_design = method == "getUpdates"
        self.world.calls.in_flight += not waits_by_design
        try:
            answer = await self._answer(method, params)
        except RawAnswer as raw:
            self._finish(entry, raw.status, raw.body)
            raise
        except CutConnection:
            self._finish(entry, 0, None)
            raise
        finally:
            self.world.calls.in_flight -= not waits_by_design
        self._finish(entry, answer.status, answer.body)
        return answer

    async def _answer(self, method: str | None, params: Params) -> Answer:
        try:
            return Answer(200, {"ok": True, "result": await self._result(method, params)})
        except ApiError as error:
            return Answer(error.code, error.payload())
        except MarkupError as error:
            refused = bad_request(error.description)
            return Answer(refused.code, refused.payload())
        except (RawAnswer, CutConnection):
            raise
        except Exception:  # the edge of the server: a bug here must look like Telegram's own 500
            log.exception("sandbox call failed", extra={"method": method})
            failed = ApiError(500, "Internal Server Error")
            return Answer(failed.code, failed.payload())

    async def _result(self, method: str | None, params: Params) -> Any:
        if method is None:
            raise refusal(404, "method not found")
        run = METHODS.get(method)
        if run is None:
            raise refusal(501, f"The sandbox does not simulate {method}")
        await self.faults.before(method, params.values)
        if self.pace is not None:
            self._spend(self.pace, method, params)
        result = await run(self._context, params)
        await self.faults.after(method, params.values, result)
        return result

    def _spend(self, pace: Pace, method: str, params: Params) -> None:
        counted_by = _COUNTED_BY.get(method)
        chat = self._chat_meant(params)
        if counted_by is None or chat is None:
            return
        items = params.array(counted_by, called=counted_by) if counted_by else None
        pace.spend(chat, max(len(items or ()), 1))

    def _begin(self, method: str, params: Params) -> ApiCall:
        chat = self._chat_meant(params)
        files = {name: f"<{upload.file_name}, {len(upload.content)} bytes>" for name, upload in params.uploads.items()}
        return self.world.calls.begin(
            self.world.clock.now_ms(), method, params.values | files, None if chat is None else chat.id
        )

    def _finish(self, entry: ApiCall, status: int, response: Any) -> None:
        entry.status = status
        entry.response = response
        self.world.changed(
            {"type": "call", "n": entry.n, "method": entry.method, "chat": entry.chat_id, "status": status}
        )

    def _chat_meant(self, params: Params) -> Chat | None:
        """For the log, the pace and nothing else: wrong chats are the method's to refuse."""
        named = params.text("chat_id")
        if named.startswith("@"):
            return self.world.chats.by_username(named)
        return self.world.chats.get(params.integer("chat_id"))
