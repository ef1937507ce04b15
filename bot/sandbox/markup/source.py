"""Marked-up text under a reader's finger; beyond its end there are only NULs, as in Telegram's own."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

END = "\0"
BLANKS = frozenset(" \t\r\n\v\0")
"""What Telegram takes for a blank inside tags; the end of the text is one too, so every search stops."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text as it came; a NUL that a bot really sent is read as a blank."""

    text: str

    @classmethod
    def of(cls, text: str) -> Source:
        """`text` without a letter that would look like its end."""
        return cls(text.replace(END, " "))

    def at(self, index: int) -> str:
        """The letter there, or NUL."""
        return self.text[index] if 0 <= index < len(self.text) else END

    def starts(self, prefix: str, index: int) -> bool:
        """The text goes on with `prefix` there."""
        return self.text.startswith(prefix, index)

    def find(self, index: int, stops: Container[str]) -> int:
        """The first position from `index` on that holds one of `stops`, or the end of the text."""
        while index < len(self.text) and self.text[index] not in stops:
            index += 1
        return index

    def skip_blanks(self, index: int) -> int:
        """The first position from `index` on that holds no blank, or the end of the text."""
        while index < len(self.text) and self.text[index] in BLANKS:
            index += 1
        return index

    def byte_offset(self, index: int) -> int:
        """Telegram names places by bytes of UTF-8."""
        return len(self.text[:index].encode("utf-8", "surrogatepass"))
