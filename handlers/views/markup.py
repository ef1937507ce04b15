"""The one renderer of Telegram HTML: whatever is not `Html` is escaped before it meets a tag."""

import html
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from domain.kernel.moments import DAY, HOUR, MINUTE, SECOND, Instant

_HALVES: Final = re.compile("[\ud800-\udfff]")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Html(str):
    """Text that is markup already, and safe."""

    __slots__ = ()


def escaped(text: str) -> Html:
    """Foreign text as Telegram shows it letter by letter; `Html` stays as it is."""
    if isinstance(text, Html):
        return text
    return Html(html.escape(_sendable(text), quote=True))


def bold(text: str) -> Html:
    return Html(f"<b>{escaped(text)}</b>")


def code(text: str) -> Html:
    """Shown in a fixed width and copied by a tap."""
    return Html(f"<code>{escaped(text)}</code>")


def spoiler(text: str) -> Html:
    """Hidden until the reader taps on it."""
    return Html(f"<tg-spoiler>{escaped(text)}</tg-spoiler>")


def quote(text: str) -> Html:
    return Html(f"<blockquote>{escaped(text)}</blockquote>")


def long_quote(text: str) -> Html:
    """A quote that opens by a tap when it is long."""
    return Html(f"<blockquote expandable>{escaped(text)}</blockquote>")


def lines(*parts: str | None) -> Html:
    """Each part on a line of its own; None leaves no line."""
    return Html("\n".join(escaped(part) for part in parts if part is not None))


def paragraphs(parts: Iterable[str | None]) -> Html:
    """Parts with an empty line between them; None and empty ones leave none."""
    return Html("\n\n".join(escaped(part) for part in parts if part))


def clock(moment: Instant) -> Html:
    """The time of day in the reader's own zone; older apps show UTC."""
    return _time(moment, "t", f"{_utc(moment):%H:%M} UTC")


def exact_clock(moment: Instant) -> Html:
    """As `clock`, with seconds."""
    return _time(moment, "T", f"{_utc(moment):%H:%M:%S} UTC")


def day_and_clock(moment: Instant) -> Html:
    return _time(moment, "dt", utc_text(moment))


def left(moment: Instant, now: Instant) -> Html:
    """How long until then, counted by the reader's app."""
    return _time(moment, "r", time_left(moment, now))


def utc_text(moment: Instant) -> str:
    return f"{_utc(moment):%Y-%m-%d %H:%M} UTC"


def time_left(moment: Instant, now: Instant) -> str:
    """A plain count such as `14:05` or `0:30`, for alerts and apps that know no relative times."""
    span = max(0, moment - now)
    if span < HOUR:
        minutes, seconds = divmod(-(-span // SECOND), 60)
        return f"{minutes}:{seconds:02d}"
    hours, rest = divmod(span // MINUTE, 60)
    return f"{hours}:{rest:02d}:00" if span < DAY else f"{hours} h"


def _time(moment: Instant, form: str, fallback: str) -> Html:
    return Html(f'<tg-time unix="{moment // SECOND}" format="{form}">{fallback}</tg-time>')


def _utc(moment: Instant) -> datetime:
    return datetime.fromtimestamp(moment // SECOND, tz=UTC)


def _sendable(text: str) -> str:
    """Half a surrogate pair cannot be sent at all; a control character would only tear the message apart."""
    return _CONTROLS.sub("", _HALVES.sub("\ufffd", text))
