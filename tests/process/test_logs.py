"""Log lines are JSON and never carry a bot token, wherever it comes from."""

import io
import json
import logging

import pytest

from bot.logs import redact, start_logging

TOKEN = "123456789:AAH-abcdefghijklmnopqrstuvwxyz0123"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What a process that started logging would have written."""
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    start_logging("INFO")
    written = io.StringIO()
    handler = logging.getLogger().handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(written)
    return written


def test_a_token_is_blotted_out_of_text_fields_and_traces(lines: io.StringIO) -> None:
    log = logging.getLogger("some.library")

    log.warning("GET /bot%s/getMe", TOKEN, extra={"address": f"http://x/file/bot{TOKEN}/a"})
    try:
        raise ValueError(f"/bot{TOKEN}/")
    except ValueError:
        log.exception("failed")

    printed = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert len(printed) == 2
    assert TOKEN not in lines.getvalue()
    assert printed[0]["what"] == "GET /bot<token>/getMe"
    assert "ValueError" in printed[1]["trace"]


def test_what_is_no_token_stays() -> None:
    assert redact("order 17:30 user:42:available:USDT") == "order 17:30 user:42:available:USDT"
