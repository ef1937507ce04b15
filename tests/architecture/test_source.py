"""The reader behind the house rules sees through aliases; a rule that sees nothing proves nothing."""

import ast

import pytest

from tests.architecture.source import Source, dotted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("import time\ntime.time()", "time.time"),
        ("import time as t\nt.time()", "time.time"),
        ("from time import time\nnow = time", "time.time"),
        ("from datetime import datetime as dt\ndt.now(None)", "datetime.datetime.now"),
        ("import datetime\ndatetime.datetime.now()", "datetime.datetime.now"),
        ("from os import environ\nenviron['HOME']", "os.environ"),
        ("def f():\n    import os\n    return os.environ.get('HOME')", "os.environ"),
        ("import asyncio\nasyncio.create_task(work())", "asyncio.create_task"),
    ],
)
def test_names_are_spelled_in_full(text: str, name: str) -> None:
    source = _source(text)

    assert name in {mention for _line, mention in source.mentions()}


@pytest.mark.parametrize(
    ("text", "module"),
    [
        ("import aiogram.types", "aiogram.types"),
        ("def f():\n    from bot import wiring", "bot"),
        ("from . import page", "bot.sandbox"),
        ("from .. import settings", "bot"),
        ("from ..settings import Settings", "bot.settings"),
    ],
)
def test_imports_are_seen_wherever_they_stand(text: str, module: str) -> None:
    source = _source(text)

    assert [found for _line, found in source.imports()] == [module]


@pytest.mark.parametrize(
    ("expression", "name"),
    [
        ("F.text", "F.text"),
        ("~F.chat.type", "F.chat.type"),
        ("F.text == 'a'", "F.text"),
        ("F.data.startswith('a') & F.message", "F.data.startswith"),
        ("OrderButton.filter(F.verb == 1)", "OrderButton.filter"),
        ("router.message(F.text)", "router.message"),
    ],
)
def test_an_expression_is_named_by_where_it_starts(expression: str, name: str) -> None:
    assert dotted(ast.parse(expression, mode="eval").body) == name


def _source(text: str) -> Source:
    return Source("bot/sandbox/server.py", text, ast.parse(text))
