"""Somebody presses start, and says who they are to the desk."""

from typing import Final

from domain.kernel.ids import UserId
from domain.kernel.refusal import Refusal, Rule
from domain.users.aliases import clean_name, first_alias
from domain.users.model import User
from domain.work import Work

LANGUAGES: Final = ("en", "ru", "es", "zh-hans", "fa")
"""The languages that every text exists in."""
LONGEST_PAYER_NAME: Final = 60


def join(work: Work, user: UserId, language_hint: str | None) -> User:
    """The person's account, made at first sight in the language their app speaks."""
    known = work.users.find(user)
    if known is not None:
        return known
    return work.users.add(user, alias=first_alias(user), language=guess_language(language_hint))


def choose_language(work: Work, user: UserId, language: str) -> User:
    """Raises `Refusal` (language-unknown)."""
    if language not in LANGUAGES:
        raise Refusal(Rule.LANGUAGE_UNKNOWN, given=language)
    work.users.speak(user, language)
    return work.users.get(user)


def set_payer_name(work: Work, user: UserId, name: str) -> User:
    """The name on the account this person pays from. Raises `Refusal` (text-empty, text-too-long)."""
    work.users.pay_as(user, clean_name(name, LONGEST_PAYER_NAME))
    return work.users.get(user)


def guess_language(hint: str | None) -> str:
    """Our language for a Telegram code such as `es-mx` or `zh-cn`: the exact one, a relative of it, or English."""
    code = (hint or "").lower().replace("_", "-")
    if code in LANGUAGES:
        return code
    return next((language for language in LANGUAGES if iso_code(language) == iso_code(code)), LANGUAGES[0])


def iso_code(language: str) -> str:
    """The two letters before the first hyphen, which are all that some of Telegram's methods take."""
    return language.split("-")[0]
