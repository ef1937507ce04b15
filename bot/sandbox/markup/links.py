"""What Telegram accepts as the target of a link, and the meanings some `tg:` links have of their own."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

from bot.sandbox.markup.errors import MarkupError, cannot_parse
from bot.sandbox.markup.spans import Kind

_IN_APP = re.compile(r"(?i)(tg|ton|tonsite):(?://)?([a-z0-9].*)", re.DOTALL)
_WEB = re.compile(
    r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*)://)?"
    r"(?P<login>[^/?#@]*@)?(?P<host>\[[^\]/?#]*\]|[^/?#:@\[\]]*)(?P<port>:[^/?#]*)?(?P<rest>[/?#].*)?",
    re.DOTALL,
)
_USER = re.compile(r"(?i)tg:(?://)?user/?\?(.*)")
_EMOJI = re.compile(r"(?i)tg:(?://)?emoji/?\?(.*)")
_TIME = re.compile(r"(?i)tg:(?://)?time/?\?(.*)")
_DATE_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
_UNIX_TIME = re.compile(r"[0-9]{1,11}")


def checked_link(url: str, *, what: str = "URL") -> str:
    """The link as Telegram stores it: scheme and host in small letters, a slash after a bare host.

    Raises `MarkupError` "<what> '…' is invalid: …" where Telegram does: also for `localhost`.
    """
    in_app = _IN_APP.fullmatch(url)
    if in_app is not None:
        return f"{in_app[1].lower()}://{in_app[2]}"
    web = _WEB.fullmatch(url)
    reason = _fault_of(web)
    if reason is not None or web is None:
        raise MarkupError(f"{what} '{url}' is invalid: {reason}")
    scheme = (web["scheme"] or "http").lower()
    rest = web["rest"] or "/"
    slash = "" if rest.startswith("/") else "/"
    return f"{scheme}://{web['login'] or ''}{web['host'].lower()}{web['port'] or ''}{slash}{rest}"


def _fault_of(web: re.Match[str] | None) -> str | None:
    if web is None:
        return "Wrong HTTP URL"
    if (web["scheme"] or "http").lower() not in {"http", "https"}:
        return "Unsupported URL protocol"
    host = web["host"]
    if not host:
        return "URL host is empty"
    if any(letter <= " " for letter in host):
        return "Wrong HTTP URL"
    if "." not in host and not host.startswith("["):
        return "Wrong HTTP URL"
    port = web["port"]
    if port is not None and not (port[1:].isascii() and port[1:].isdigit() and 0 < int(port[1:6]) <= 65_535):
        return "Wrong port number specified in the URL"
    return None


def entity_of_link(url: str) -> tuple[Kind, dict[str, object]] | None:
    """A text link, a mention of a person by id, or nothing where the target is no link at all."""
    user = _USER.fullmatch(url)
    user_id = _number(user[1], "id") if user else 0
    if user_id:
        return Kind.TEXT_MENTION, {"user": {"id": user_id}}
    try:
        return Kind.TEXT_LINK, {"url": checked_link(url)}
    except MarkupError:
        return None


def entity_of_inline_object(url: str) -> tuple[Kind, dict[str, object]]:
    """What `![…](url)` of MarkdownV2 stands for: a custom emoji or a moment in time."""
    moment = _TIME.fullmatch(url)
    if moment is not None:
        query = parse_qs(moment[1])
        return Kind.DATE_TIME, date_time_details(query.get("unix", [""])[0], query.get("format", [""])[0])
    emoji = _EMOJI.fullmatch(url)
    if emoji is None:
        raise cannot_parse("Custom emoji URL must have a scheme tg and the host emoji")
    return Kind.CUSTOM_EMOJI, custom_emoji_details(parse_qs(emoji[1]).get("id", [""])[0])


def custom_emoji_details(identifier: str) -> dict[str, object]:
    """The fields of a custom emoji."""
    if not (identifier.isascii() and identifier.isdigit() and 0 < int(identifier[:20]) < 2**63):
        raise cannot_parse("Invalid custom emoji identifier specified")
    return {"custom_emoji_id": str(int(identifier))}


def date_time_details(unix: str, form: str) -> dict[str, object]:
    """The fields of a moment that every reader sees in the own zone; `form` is `r` or like `wDT`."""
    if _UNIX_TIME.fullmatch(unix) is None:
        raise cannot_parse("Invalid Unix time specified")
    if _DATE_TIME_FORMAT.fullmatch(form) is None:
        raise cannot_parse("Invalid date-time format specified")
    return {"unix_time": int(unix)} | ({"date_time_format": form} if form else {})


def _number(query: str, name: str) -> int:
    value = parse_qs(query).get(name, [""])[0]
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 16 else 0
