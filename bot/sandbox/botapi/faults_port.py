"""What the Bot API asks of the fault rules; `bot.sandbox.faults` answers, `NoFaults` is the quiet network."""

from typing import Any, Protocol

from bot.sandbox.world.updates import Update


class FaultRules(Protocol):
    """Hooks around every call. Each may sleep, or raise `ApiError`, `RawAnswer` or `CutConnection`."""

    async def before(self, method: str, params: dict[str, Any]) -> None:
        """Runs before the call has any effect. `method` is spelled as documented, `params` are decoded."""

    async def after(self, method: str, params: dict[str, Any], result: Any) -> None:
        """Runs after the call took effect, before its answer is written."""

    def file(self, file_path: str, content: bytes) -> bytes:
        """The bytes a download really yields; raises `ApiError` 404 for a missing file."""

    def drops_webhook(self, update: Update) -> bool:
        """Whether the webhook's answer to this delivery is lost, so that it will be delivered again."""


class NoFaults:
    async def before(self, method: str, params: dict[str, Any]) -> None:
        return None

    async def after(self, method: str, params: dict[str, Any], result: Any) -> None:
        return None

    def file(self, file_path: str, content: bytes) -> bytes:
        return content

    def drops_webhook(self, update: Update) -> bool:
        return False
