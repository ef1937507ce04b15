"""Home, help, language and the two keys under the input field."""

from dataclasses import dataclass
from typing import Final

from aiogram.types import KeyboardButton, ReplyKeyboardMarkup

from domain.users.model import User
from handlers.callbacks import Go, Place, Speak
from handlers.texts import Texts, Translations
from handlers.views.format import visible
from handlers.views.markup import bold, code, lines, paragraphs
from handlers.views.screen import Button, Press, Row, Screen, Style, in_rows

NATIVE_NAMES: Final = {"en": "English", "ru": "Русский", "es": "Español", "zh-hans": "简体中文", "fa": "فارسی"}
_NAMES_A_ROW: Final = 2


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """What home counts."""

    user: User
    live_orders: int


def home_screen(facts: HomeFacts, texts: Texts) -> Screen:
    """Everything from here; what waits for an answer is counted."""
    user = facts.user
    text = paragraphs((
        texts("home-title"),
        texts("home-you", alias=bold(visible(user.alias)), code=code(f"#{user.code}")),
        texts("home-live", count=facts.live_orders) if facts.live_orders else texts("home-quiet"),
    ))  # fmt: skip
    orders = texts.plain("go-orders-live", count=facts.live_orders) if facts.live_orders else texts.plain("go-orders")
    return Screen(
        text,
        (
            (Press(texts.plain("go-buy"), Go(verb=Place.MARKET), Style.NEXT),),
            (Press(orders, Go(verb=Place.ORDERS)), Press(texts.plain("go-ads"), Go(verb=Place.ADS))),
            (
                Press(texts.plain("go-wallet"), Go(verb=Place.WALLET)),
                Press(texts.plain("go-people"), Go(verb=Place.FAVOURITES)),
            ),
            (
                Press(texts.plain("go-language"), Go(verb=Place.LANGUAGE)),
                Press(texts.plain("go-help"), Go(verb=Place.HELP)),
            ),
        ),
    )


def welcome_screen(user: User, texts: Texts) -> Screen:
    """The first words to somebody new."""
    return Screen(
        paragraphs((
            texts("welcome-title"),
            texts("welcome-how"),
            texts("welcome-safety"),
            texts("welcome-alias", alias=bold(visible(user.alias)), code=code(f"#{user.code}")),
        ))
    )  # fmt: skip


def welcome_back_screen(user: User, texts: Texts) -> Screen:
    """A word to somebody we know."""
    return Screen(texts("welcome-back", alias=bold(visible(user.alias))))


def help_screen(texts: Texts) -> Screen:
    """How it works, and what nobody here will ever ask for."""
    text = paragraphs(
        texts(key) for key in ("help-title", "help-buy", "help-sell", "help-proof", "help-safety", "help-commands")
    )
    return Screen(text, (home_row(texts),))


def language_screen(translations: Translations, texts: Texts) -> Screen:
    """Every language under its own name."""
    names: list[Button] = [
        Press(("✓ " if t.language == texts.language else "") + NATIVE_NAMES[t.language], Speak(verb=t.language))
        for t in translations.all()
    ]
    return Screen(texts("language-choose"), (*in_rows(names, _NAMES_A_ROW), home_row(texts)))


def unknown_link_screen(texts: Texts) -> Screen:
    """A link that leads nowhere."""
    return Screen(
        lines(texts("link-unknown")),
        ((Press(texts.plain("go-buy"), Go(verb=Place.MARKET), Style.NEXT),), home_row(texts)),
    )


def home_row(texts: Texts) -> Row:
    return (Press(texts.plain("to-home"), Go(verb=Place.HOME)),)


def notice_screen(texts: Texts, key: str) -> Screen:
    """One sentence, and the way home."""
    return Screen(texts(key), (home_row(texts),))


def keys(texts: Texts) -> ReplyKeyboardMarkup:
    """The safety row: two keys that work from anywhere."""
    return ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text=texts.plain("key-home")), KeyboardButton(text=texts.plain("key-order"))]],
        resize_keyboard=True,
        is_persistent=True,
        input_field_placeholder=texts.plain("key-placeholder"),
    )
