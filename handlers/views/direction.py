"""Keeps amounts, codes and commands whole inside texts that are read from right to left."""

import re
from typing import Final

RIGHT_TO_LEFT: Final = frozenset({"fa"})
_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"
_TOKEN: Final = re.compile(r"#?\{ \$\w+ \}|(?<![\w<])/[a-z]+")
"""A gap, with the number sign that belongs to it, or a command."""


def isolated(text: str, language: str) -> str:
    """Amid right-to-left words a token must not mix with its neighbours: `#7K2` would be read as `K27#`."""
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}" if language in RIGHT_TO_LEFT else text


def with_isolated_tokens(source: str, language: str) -> str:
    """The Fluent source of a language with isolates around all that will be filled in.

    Done to the source, so that no translator has to type letters that nobody can see.
    """
    return _TOKEN.sub(lambda token: isolated(token[0], language), source) if language in RIGHT_TO_LEFT else source
