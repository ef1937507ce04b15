"""Expected trouble in one line that says how to mend it; anything else is a bug and keeps its traceback."""

import errno
import tomllib
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from admin_cli.admin.answers import Declined, in_english
from admin_cli.admin.sheets import harmless
from bot.logs import redact
from bot.settings import CONFIG_FILE, PREFIX, Dangerous, Settings
from domain.kernel.refusal import Refusal
from storage.engine.errors import AlreadyServed, Ambiguous, Busy, StatementFailed, UnfitDatabase, Unreachable
from storage.engine.opening import UnfitUrl

REFUSED: Final = 1
CONFIGURATION: Final = 3
BUSY: Final = 4

_UNDEFINED: Final = frozenset({"42P01", "42703", "3F000"})
"""What PostgreSQL calls a missing table, column or schema."""

_FROM_TELEGRAM: Final = {
    "TokenValidationError": (CONFIGURATION, f"the bot token has not the form of one: check {PREFIX}BOT_TOKEN"),
    "TelegramUnauthorizedError": (CONFIGURATION, f"Telegram does not know this bot token: check {PREFIX}BOT_TOKEN"),
    "TelegramNetworkError": (BUSY, f"the Bot API can't be reached: check the network and {PREFIX}TELEGRAM_API"),
}
"""By name, because importing aiogram to know them would cost every command three seconds."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What to print on stderr, and how the process ends."""

    code: int
    line: str


def explain(error: Exception) -> Trouble | None:
    """None when nobody expected this error."""
    trouble = _explained(error)
    return None if trouble is None else Trouble(trouble.code, harmless(redact(trouble.line)))


def _explained(error: Exception) -> Trouble | None:
    match error:
        case Refusal():
            return Trouble(REFUSED, in_english(error))
        case Declined():
            return Trouble(REFUSED, str(error))
        case ValidationError() if error.title == Settings.__name__:
            return Trouble(CONFIGURATION, _wrong_settings(error))
        case Dangerous() | UnfitUrl() | UnfitDatabase():
            return Trouble(CONFIGURATION, str(error))
        case tomllib.TOMLDecodeError():
            return Trouble(CONFIGURATION, f"{CONFIG_FILE} is not TOML: {error}")
        case UnicodeDecodeError():
            return Trouble(CONFIGURATION, f"a file that should be text is not: {error}")
        case Unreachable():
            return Trouble(BUSY, f"the database can't be reached: {error}")
        case AlreadyServed() | Busy():
            return Trouble(BUSY, str(error))
        case Ambiguous():
            return Trouble(BUSY, f"{error}; it is safe to give the same command again, it counts once")
        case StatementFailed():
            return Trouble(CONFIGURATION, _failed_statement(error))
        case OSError():
            return _from_the_system(error)
        case _:
            known = _FROM_TELEGRAM.get(type(error).__name__)
            return None if known is None else Trouble(*known)


def _wrong_settings(error: ValidationError) -> str:
    """Names each setting and what is wrong with it, but never its value, which may be a secret."""
    told = []
    for fault in error.errors(include_input=False, include_url=False):
        name = ".".join(str(part) for part in fault["loc"])
        where = f"{PREFIX}{name.upper()}" if name in Settings.model_fields else f"{name} in {CONFIG_FILE}"
        told.append(f"{where}: {fault['msg']}")
    return "; ".join(told)


def _failed_statement(error: StatementFailed) -> str:
    cause = error.__cause__
    missing = str(cause).startswith(("no such table", "no such column"))
    if missing or getattr(cause, "sqlstate", None) in _UNDEFINED:
        return "the database lacks tables of this version: run `otcdesk admin migrate`"
    return f"the database could not do it: {cause or error}"


def _from_the_system(error: OSError) -> Trouble | None:
    if error.errno == errno.EADDRINUSE:
        return Trouble(BUSY, "the port is in use: choose another, or end what listens there")
    if error.filename is not None:
        return Trouble(CONFIGURATION, f"cannot use {error.filename}: {error.strerror}")
    return Trouble(BUSY, error.strerror or str(error)) if isinstance(error, ConnectionError | TimeoutError) else None
