"""No half language: the same texts, the same gaps and every plural form in each of them."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from domain.ads.decide import AdMove
from domain.ads.model import AdState
from domain.kernel.refusal import Rule
from domain.ledger.accounts import AccountKind
from domain.ledger.entry import EntryKind
from domain.orders.model import CancelReason, OrderState, SellerReason
from domain.orders.table import TABLE
from domain.trust.model import Mark, Tag, Verdict
from domain.users.use_cases.join import LANGUAGES
from handlers.commands import ORDER
from handlers.forms import FORMS
from handlers.messages import COMMANDS
from handlers.texts import ROOMS
from handlers.views.home import NATIVE_NAMES
from handlers.views.refusals import FACTS

FOLDER = Path(__file__).resolve().parents[2] / "locales"
SOURCE = FOLDER.parent / "handlers"
OTHERS = LANGUAGES[1:]
PLURALS = {"zero", "one", "two", "few", "many", "other"}
TAG = re.compile(r"</?[a-z-]+[^>]*>")
ALERT_LETTERS = 200


class Gaps(Visitor):
    """The variables of one text, and the keys of its selectors."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.selectors: list[set[str]] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        self.selectors.append({str(getattr(v.key, "name", getattr(v.key, "value", ""))) for v in node.variants})
        self.generic_visit(node)


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_hold_nothing_but_texts(language: str) -> None:
    entries = [entry for room in ROOMS for entry in _entries(language, room)]
    keys = [entry.id.name for entry in entries if isinstance(entry, ast.Message)]

    assert [entry.content for entry in entries if isinstance(entry, ast.Junk)] == []
    assert len(keys) == len(set(keys))
    assert {path.stem for path in (FOLDER / language).iterdir()} == set(ROOMS)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("room", ROOMS)
def test_languages_have_the_same_texts(language: str, room: str) -> None:
    assert list(_messages(language, room)) == list(_messages("en", room))


@pytest.mark.parametrize("language", OTHERS)
def test_texts_have_the_same_gaps(language: str) -> None:
    ours, english = _all(language), _all("en")

    differing = {key for key, message in ours.items() if _gaps(message).names != _gaps(english[key]).names}

    # A language may need no word form where English has one.
    assert {key for key in differing if "count" not in _gaps(english[key]).names} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_every_form(language: str) -> None:
    forms = set(Locale.parse(language, sep="-").plural_form.tags) | {"other"}
    selectors = [(key, s) for key, message in _all(language).items() for s in _gaps(message).selectors]

    lacking = [key for key, selector in selectors if selector & PLURALS and not forms <= selector]

    assert lacking == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_the_desk_can_say_has_a_text(language: str) -> None:
    told = {tell.headline for row in TABLE for tell in row.tell if tell.headline}
    wanted = {"order-told-taken", "wallet-told-deposit"} | told
    wanted |= _keys("refusal", Rule) | _keys("cancel-reason", CancelReason) | _keys("state", OrderState)
    wanted |= _keys("seller-reason", SellerReason)
    wanted |= _keys("state", AdState) | _keys("place", AccountKind) - {"place-fees", "place-custody"}
    wanted |= _keys("statement", EntryKind) | {f"my-ad-{move}" for move in AdMove}
    wanted |= {f"my-ad-done-{move}" for move in AdMove} | _keys("my-ad-advice", AdState)
    wanted |= {f"command-{name}" for name in ORDER} | {f"form-{form}" for form in FORMS}
    wanted |= _keys("tag", Tag) | _keys("rate", Verdict) | _keys("mark", Mark) | _keys("mark-set", Mark)
    wanted |= _keys("people", Mark) | _keys("people-to", Mark) | _keys("person-clear", Mark)
    wanted |= {"history-taken"} | {f"history-{_kebab(row.event.__name__)}" for row in TABLE if not row.reminds}

    assert wanted - set(_all(language)) == set()


def test_refusals_are_alerts() -> None:
    """Plain text, only facts that the view hands over, and room for them."""
    for language in LANGUAGES:
        for key, message in _messages(language, "refusals").items():
            text = " ".join(_strings(message))
            assert TAG.search(text) is None, key
            assert _gaps(message).names <= set(FACTS), key
            assert len(text) <= ALERT_LETTERS, key


def test_no_text_is_left_over() -> None:
    """Every text is named in the code, whole or by the start of its name."""
    code = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    rules = "\n".join(path.read_text("utf-8") for path in (SOURCE.parent / "domain").rglob("*.py"))
    starts = (*re.findall(r'f"([a-z-]+-)\{', code), "order-with-", "history-", "order-advice-", "orders-")

    unused = {key for key in _all("en") if f'"{key}"' not in code + rules and not key.startswith(starts)}

    assert unused == set()


def test_commands_are_those_that_work() -> None:
    assert set(ORDER) == set(COMMANDS)


def test_every_language_bears_its_own_name() -> None:
    assert set(NATIVE_NAMES) == set(LANGUAGES)


def _keys(prefix: str, kinds: type[StrEnum]) -> set[str]:
    return {f"{prefix}-{kind.replace('_', '-')}" for kind in kinds}


def _kebab(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def _all(language: str) -> dict[str, ast.Message]:
    return {key: message for room in ROOMS for key, message in _messages(language, room).items()}


def _messages(language: str, room: str) -> dict[str, ast.Message]:
    return {entry.id.name: entry for entry in _entries(language, room) if isinstance(entry, ast.Message)}


def _entries(language: str, room: str) -> list[Any]:
    text = (FOLDER / language / f"{room}.ftl").read_text("utf-8")
    return list(FluentParser().parse(text).body)


def _gaps(message: ast.Message) -> Gaps:
    gaps = Gaps()
    gaps.visit(message)
    return gaps


def _strings(node: Any) -> Iterator[str]:
    """The longest text a message can become, without what fills its gaps."""
    if isinstance(node, ast.Message):
        yield from _strings(node.value)
    elif isinstance(node, ast.Pattern):
        for element in node.elements:
            yield from _strings(element)
    elif isinstance(node, ast.TextElement):
        yield node.value
    elif isinstance(node, ast.Placeable) and isinstance(node.expression, ast.SelectExpression):
        yield max((" ".join(_strings(variant.value)) for variant in node.expression.variants), key=len)
