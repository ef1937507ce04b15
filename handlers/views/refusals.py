"""A refusal in the reader's words: the rule, the value, the limit, when it ends."""

from enum import StrEnum
from typing import Final

from domain.kernel.moments import Instant
from domain.kernel.money import Money
from domain.kernel.refusal import Refusal
from handlers.texts import Texts
from handlers.views.format import money, visible
from handlers.views.markup import Html, escaped, time_left

FACTS: Final = ("value", "limit", "given", "unit", "state", "code", "left", "timed")
"""What a text of a refusal may name; a fact the rule did not give is empty."""


def refusal_text(refusal: Refusal, texts: Texts, now: Instant) -> str:
    """Plain text, short enough for an alert."""
    facts = {name: _shown(value, texts) for name, value in refusal.facts.items()}
    until = refusal.facts.get("until")
    facts["left"] = time_left(Instant(until), now) if isinstance(until, int) else ""
    facts["timed"] = "yes" if facts["left"] else "no"
    facts["code"] = facts.get("code") or facts.get("ad") or ""
    return texts.plain(f"refusal-{refusal.rule}", **{name: facts.get(name, "") for name in FACTS})


def refusal_line(refusal: Refusal, texts: Texts, now: Instant) -> Html:
    """The same as a line above a screen."""
    return Html(f"⚠️ {escaped(refusal_text(refusal, texts, now))}")


def _shown(value: object, texts: Texts) -> str:
    if isinstance(value, Money):
        return money(value, texts.language)
    if isinstance(value, StrEnum):
        return texts.plain(f"state-{value.replace('_', '-')}")
    return "" if value is None else visible(str(value))
