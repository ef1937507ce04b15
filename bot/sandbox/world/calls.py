"""The log of Bot API calls that the developer drawer and the tests read."""

from collections import deque
from dataclasses import dataclass
from typing import Any

CALLS_KEPT = 5_000


@dataclass(slots=True)
class ApiCall:
    """`at` is in milliseconds; `status` and `response` stay None while the call is in flight."""

    n: int
    at: int
    method: str
    params: dict[str, Any]
    chat_id: int | None = None
    status: int | None = None
    response: Any = None


class Calls:
    def __init__(self) -> None:
        self.entries: deque[ApiCall] = deque(maxlen=CALLS_KEPT)
        self.next_n = 1
        self.in_flight = 0

    def begin(self, at_ms: int, method: str, params: dict[str, Any], chat_id: int | None) -> ApiCall:
        call = ApiCall(self.next_n, at_ms, method, params, chat_id)
        self.next_n += 1
        self.entries.append(call)
        return call

    def since(self, n: int) -> list[ApiCall]:
        return [call for call in self.entries if call.n > n]
