"""Logs as one JSON object a line, in UTC, with every bot token blotted out wherever it turns up."""

import json
import logging
import re
from typing import Final

_TOKEN: Final = re.compile(r"(?<!\d)\d{3,}:[\w-]{20,}")
_PLAIN: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def start_logging(level: str) -> None:
    """Every logger of the process writes through one redacting handler on standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Lines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("aiogram").setLevel(logging.WARNING)
    logging.getLogger("aiohttp.access").setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)


def redact(text: str) -> str:
    """The text without bot tokens."""
    return _TOKEN.sub("<token>", text)


class _Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, object] = {
            "at": round(record.created, 3),
            "level": record.levelname.lower(),
            "who": record.name,
            "what": record.getMessage(),
        }
        told |= {name: value for name, value in vars(record).items() if name not in _PLAIN}
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return redact(json.dumps(told, default=str, ensure_ascii=False))
