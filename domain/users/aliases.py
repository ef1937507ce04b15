"""Aliases: names that people trade under, made by the desk until somebody chooses another."""

import hashlib
import unicodedata
from typing import Final

from domain.kernel.ids import UserId
from domain.kernel.refusal import Refusal, Rule

_FIRST: Final = (
    "Amber", "Brisk", "Calm", "Cedar", "Clear", "Copper", "Coral", "Early", "Fair", "Fern", "Gentle", "Golden",
    "Harbour", "Hazel", "Indigo", "Ivory", "Jade", "Keen", "Linen", "Lunar", "Maple", "Misty", "Noble", "Olive",
    "Opal", "Quiet", "Rapid", "River", "Silver", "Solar", "Steady", "Umber",
)  # fmt: skip
_SECOND: Final = (
    "Badger", "Crane", "Curlew", "Dolphin", "Falcon", "Finch", "Fox", "Gecko", "Heron", "Ibis", "Jackal", "Kestrel",
    "Lark", "Lynx", "Marten", "Moose", "Newt", "Orca", "Otter", "Owl", "Panther", "Puffin", "Quail", "Raven",
    "Robin", "Seal", "Sparrow", "Stork", "Swift", "Tapir", "Viper", "Wren",
)  # fmt: skip
LONGEST: Final = 24


def first_alias(user: UserId) -> str:
    """A pronounceable name that says nothing about its bearer; the short code beside it tells namesakes apart."""
    digest = hashlib.sha256(f"alias:{user}".encode()).digest()
    return f"{_FIRST[digest[0] % len(_FIRST)]} {_SECOND[digest[1] % len(_SECOND)]}"


def clean_name(text: str, longest: int = LONGEST) -> str:
    """A name without invisible, bidirectional or control characters, in composed form.

    Raises `Refusal` (text-empty, text-too-long) when nothing or too much is left.
    """
    composed = unicodedata.normalize("NFKC", text)
    kept = "".join(letter for letter in composed if unicodedata.category(letter)[0] != "C")
    name = " ".join(kept.split())
    if not name:
        raise Refusal(Rule.TEXT_EMPTY)
    if len(name) > longest:
        raise Refusal(Rule.TEXT_TOO_LONG, value=len(name), limit=longest)
    return name
