"""What a person can't do, as the sandbox says it."""

from __future__ import annotations


class SandboxRefused(Exception):
    """The sandbox said a person can't do that; `status` is its HTTP status."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"{status}: {text}")
        self.status = status
        self.text = text
