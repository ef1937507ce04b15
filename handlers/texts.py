"""Texts in the reader's language: Fluent, escaped, strict about what is missing."""

import logging
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Final

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import NeverIsolatingPlaceable, Placeable, TextElement, VariableReference
from fluent.syntax import FluentParser, ast

from domain.users.use_cases.join import LANGUAGES
from handlers.views.direction import with_isolated_tokens
from handlers.views.markup import Html, escaped

ROOMS: Final = (
    "common", "home", "market", "ads", "orders", "chat", "wallet", "profile", "trust", "refusals", "commands",
)  # fmt: skip

Value = str | int
"""What a text may be given. Amounts and times come as finished strings; an int chooses a word form or counts."""

_log = logging.getLogger(__name__)


class TextFault(Exception):
    """A text or one of its variables is missing."""


def log_fault(fault: TextFault) -> None:
    """People read a second-best text rather than none; whoever keeps the texts reads this."""
    _log.error("text fault: %s", fault)


class Texts:
    """One language. Called, it answers markup with every argument escaped; `plain` is for buttons and alerts."""

    def __init__(self, bundle: FluentBundle, fallback: "Texts | None", on_fault: Callable[[TextFault], None]) -> None:
        self.language: Final[str] = bundle.locales[0]
        self._bundle = bundle
        self._fallback = fallback
        self._on_fault = on_fault
        self._templates: dict[str, tuple[str, ...] | None] = {}

    def __call__(self, key: str, **args: Value) -> Html:
        safe = {name: value if isinstance(value, int) else escaped(value) for name, value in args.items()}
        return Html(self._text(key, safe))

    def plain(self, key: str, **args: Value) -> str:
        return self._text(key, args)

    def has(self, key: str) -> bool:
        return self._bundle.has_message(key)

    def _text(self, key: str, args: Mapping[str, Value]) -> str:
        if not self._bundle.has_message(key):
            return self._second_best(key, args, f"{self.language} has no {key}")
        if key not in self._templates:
            self._templates[key] = _template(self._bundle.get_message(key).value)
        template = self._templates[key]
        try:
            return self._formatted(key, args) if template is None else _filled(template, args)
        except KeyError as missing:
            return self._second_best(key, args, f"{self.language} {key} lacks {missing}")

    def _formatted(self, key: str, args: Mapping[str, Value]) -> str:
        pattern = self._bundle.get_message(key).value
        assert pattern is not None
        text, errors = self._bundle.format_pattern(pattern, dict(args))
        if errors:
            raise KeyError(str(errors[0]))
        return str(text)

    def _second_best(self, key: str, args: Mapping[str, Value], fault: str) -> str:
        self._on_fault(TextFault(fault))
        return key if self._fallback is None else self._fallback._text(key, args)


class Translations:
    """All languages, read once at the start."""

    def __init__(self, by_language: Mapping[str, Texts]) -> None:
        self._by_language = by_language

    @classmethod
    def load(cls, on_fault: Callable[[TextFault], None] = log_fault) -> "Translations":
        """Raises `ValueError` for a file that Fluent cannot read."""
        english = Texts(_bundle(LANGUAGES[0]), None, on_fault)
        others = {tag: Texts(_bundle(tag), english, on_fault) for tag in LANGUAGES[1:]}
        return cls({LANGUAGES[0]: english} | others)

    def of(self, language: str) -> Texts:
        """The texts of this language, English for one we do not speak."""
        return self._by_language.get(language, self._by_language[LANGUAGES[0]])

    def all(self) -> tuple[Texts, ...]:
        return tuple(self._by_language.values())

    def labels(self, key: str) -> frozenset[str]:
        """One text in every language: a key of the keyboard works after a change of language, too."""
        return frozenset(texts.plain(key) for texts in self.all())


def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    parser = FluentParser(with_spans=False)
    for room in ROOMS:
        source = (files("locales") / language / f"{room}.ftl").read_text("utf-8")
        resource = parser.parse(with_isolated_tokens(source, language))
        junk = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
        if junk:
            raise ValueError(f"locales/{language}/{room}.ftl: {junk[0]!r}")
        bundle.add_resource(resource)
    return bundle


def _template(pattern: object) -> tuple[str, ...] | None:
    """Most texts only have gaps to fill, which takes a tenth of the time; every second part names a gap.

    None for patterns that select a word form, which are Fluent's own business.
    """
    if isinstance(pattern, TextElement):
        return (pattern.value,)
    parts = [""]
    elements = [pattern] if isinstance(pattern, NeverIsolatingPlaceable) else getattr(pattern, "elements", [None])
    for element in elements:
        if isinstance(element, TextElement):
            parts[-1] += element.value
        elif isinstance(element, Placeable) and isinstance(element.expression, VariableReference):
            parts += [element.expression.id.name, ""]
        else:
            return None
    return tuple(parts)


def _filled(template: tuple[str, ...], args: Mapping[str, Value]) -> str:
    if len(template) == 1:
        return template[0]
    return "".join(part if place % 2 == 0 else str(args[part]) for place, part in enumerate(template))
