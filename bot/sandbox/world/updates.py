"""The bot's queue of updates: numbered without gaps, kept until confirmed or a day old."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

RETENTION_MS = 24 * 3600 * 1000
HISTORY_KEPT = 2_000
UPDATE_KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "message_reaction",
    "message_reaction_count",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "purchased_paid_media",
    "subscription",
    "guest_message",
    "managed_bot",
    "stopped_message_generation",
)
LEFT_OUT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(slots=True)
class Update:
    """`n` is the queue's own order; `lane` keeps one chat's updates in order when delivered by webhook.

    `ready_at_ms` holds a late update back; a `replay` is delivered once more whatever the bot confirmed.
    """

    n: int
    at_ms: int
    payload: dict[str, Any]
    lane: int
    ready_at_ms: int = 0
    replay: bool = False
    settled: bool = False

    @property
    def update_id(self) -> int:
        return int(self.payload["update_id"])


class Updates:
    """`intercept`, when set, decides what is queued in place of a new update: faults repeat or hold it."""

    def __init__(self, now_ms: Callable[[], int], changed: Callable[[dict[str, Any]], None]) -> None:
        self._now_ms = now_ms
        self._changed = changed
        self.pending: dict[int, Update] = {}
        self.history: deque[Update] = deque(maxlen=HISTORY_KEPT)
        self.next_id = 100_000_001
        self.next_n = 1
        self.allowed: list[str] = []
        self.intercept: Callable[[Update], Sequence[Update]] | None = None

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for this kind; an empty list means the default set."""
        return kind in self.allowed if self.allowed else kind not in LEFT_OUT_BY_DEFAULT

    def add(self, kind: str, body: dict[str, Any], lane: int) -> int | None:
        """Queue a new update and return its id, or None when the bot does not want the kind."""
        if not self.wants(kind):
            return None
        update = self.make({"update_id": self.next_id, kind: body}, lane)
        self.next_id += 1
        for queued in self.intercept(update) if self.intercept else (update,):
            self.put(queued)
        return update.update_id

    def inject(self, payload: dict[str, Any]) -> int:
        """Queue a raw update as it is: a forged sender, a repeated id, an id that jumps ahead."""
        payload.setdefault("update_id", self.next_id)
        update_id = int(payload["update_id"])
        repeated = update_id < self.next_id
        self.next_id = max(self.next_id, update_id + 1)
        update = self.make(payload, _lane_of(payload))
        update.replay = repeated
        self.put(update)
        return update_id

    def make(self, payload: dict[str, Any], lane: int) -> Update:
        update = Update(self.next_n, self._now_ms(), payload, lane)
        self.next_n += 1
        return update

    def put(self, update: Update) -> None:
        self.pending[update.n] = update
        self.history.append(update)
        self._changed({"type": "update", "n": update.n, "update_id": update.update_id, "chat": update.lane})

    def confirm_below(self, offset: int) -> None:
        """A larger offset settles everything before it, save what is held back or still to be replayed."""
        now_ms = self._now_ms()
        passed = [update for update in self.pending.values() if update.update_id < offset]
        for overtaken in passed:
            overtaken.replay = overtaken.replay or overtaken.ready_at_ms > now_ms
        self.settle([update for update in passed if not update.replay])

    def settle(self, settled: Iterable[Update]) -> None:
        gone = 0
        for update in settled:
            update.settled = True
            gone += self.pending.pop(update.n, None) is not None
        if gone:
            self._changed({"type": "update", "settled": gone})

    def ready(self) -> list[Update]:
        """What may be delivered now, oldest first, after dropping what is over a day old."""
        now_ms = self._now_ms()
        self.settle(list(takewhile(lambda update: now_ms - update.at_ms > RETENTION_MS, self.pending.values())))
        return [update for update in self.pending.values() if update.ready_at_ms <= now_ms]

    def next_ready_in_ms(self) -> int | None:
        """How long until a held-back update becomes due; None when nothing is held back."""
        now_ms = self._now_ms()
        waits = [update.ready_at_ms - now_ms for update in self.pending.values() if update.ready_at_ms > now_ms]
        return min(waits, default=None)

    def clear(self) -> None:
        self.settle(list(self.pending.values()))


def _lane_of(payload: dict[str, Any]) -> int:
    """The chat an injected update belongs to, else its sender, else lane 0."""
    for kind, body in payload.items():
        if kind == "update_id" or not isinstance(body, dict):
            continue
        for holder in (body, body.get("message") or {}):
            for name in ("chat", "from"):
                identity = (holder.get(name) or {}).get("id")
                if isinstance(identity, int):
                    return identity
    return 0
