"""Questions a client asks and waits on: pressed buttons and inline queries, each answered once and soon."""

from dataclasses import dataclass, field
from typing import Any

CALLBACK_LIFETIME_MS = 15_000
INLINE_LIFETIME_MS = 10_000
QUERIES_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What answerCallbackQuery says to the person who pressed."""

    text: str | None = None
    show_alert: bool = False
    url: str | None = None
    cache_seconds: int = 0
    at_ms: int = 0


@dataclass(slots=True)
class CallbackQuery:
    id: str
    user_id: int
    data: str
    at_ms: int
    chat_id: int | None = None
    message_id: int | None = None
    inline_message_id: str | None = None
    answer: Answer | None = None

    def is_open(self, now_ms: int) -> bool:
        return self.answer is None and now_ms - self.at_ms <= CALLBACK_LIFETIME_MS


@dataclass(slots=True)
class InlineQuery:
    """`results` are the InlineQueryResult objects of the bot's answer, markup parsed into entities."""

    id: str
    user_id: int
    query: str
    offset: str
    at_ms: int
    chat_id: int | None = None
    answered: bool = False
    results: list[dict[str, Any]] = field(default_factory=list)
    button: dict[str, Any] | None = None
    next_offset: str = ""
    cache_seconds: int = 300

    def is_open(self, now_ms: int) -> bool:
        return not self.answered and now_ms - self.at_ms <= INLINE_LIFETIME_MS


class Queries:
    def __init__(self) -> None:
        self.callbacks: dict[str, CallbackQuery] = {}
        self.inline: dict[str, InlineQuery] = {}
        self.next_number = 1

    def open_callback(
        self,
        user_id: int,
        data: str,
        now_ms: int,
        *,
        chat_id: int | None = None,
        message_id: int | None = None,
        inline_message_id: str | None = None,
    ) -> CallbackQuery:
        query = CallbackQuery(self._fresh_id(user_id), user_id, data, now_ms, chat_id, message_id, inline_message_id)
        self.callbacks[query.id] = query
        _forget_oldest(self.callbacks)
        return query

    def open_inline(
        self, user_id: int, query: str, offset: str, now_ms: int, *, chat_id: int | None = None
    ) -> InlineQuery:
        asked = InlineQuery(self._fresh_id(user_id), user_id, query, offset, now_ms, chat_id)
        self.inline[asked.id] = asked
        _forget_oldest(self.inline)
        return asked

    def unanswered(self) -> list[CallbackQuery]:
        return [query for query in self.callbacks.values() if query.answer is None]

    def _fresh_id(self, user_id: int) -> str:
        """Long decimal strings, as Telegram's are: whoever stores them as 64-bit numbers should notice."""
        number = self.next_number
        self.next_number += 1
        return str((user_id << 32) + number)


def _forget_oldest(queries: dict[str, Any]) -> None:
    if len(queries) > QUERIES_KEPT:
        del queries[next(iter(queries))]
