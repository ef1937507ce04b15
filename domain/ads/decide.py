"""What may happen to an ad, and what its reserve does then. Pure: the use cases record what is decided here."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from domain.ads.methods import method
from domain.ads.model import (
    LONGEST_DETAILS,
    LONGEST_TERMS,
    MOST_METHODS,
    WINDOWS_MINUTES,
    Ad,
    AdState,
    NewAd,
)
from domain.kernel.money import Money
from domain.kernel.refusal import Refusal, Rule


class AdMove(StrEnum):
    """What an owner can do with an ad."""

    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class AdRow:
    """From one of these states, by this move, to that state."""

    sources: frozenset[AdState]
    move: AdMove
    to: AdState


TABLE: Final = (
    AdRow(frozenset({AdState.ACTIVE, AdState.AUTO_PAUSED}), AdMove.PAUSE, AdState.PAUSED),
    AdRow(frozenset({AdState.PAUSED}), AdMove.RESUME, AdState.ACTIVE),
    AdRow(frozenset({AdState.ACTIVE, AdState.PAUSED, AdState.AUTO_PAUSED}), AdMove.CLOSE, AdState.CLOSED),
)


def offers(ad: Ad) -> tuple[AdMove, ...]:
    """The moves the owner has now: the buttons of the ad card."""
    return tuple(row.move for row in TABLE if ad.state in row.sources)


def move(ad: Ad, wanted: AdMove) -> Ad:
    """The ad after its owner's move. Raises `Refusal` (ad-closed, already-done)."""
    for row in TABLE:
        if row.move is wanted and ad.state in row.sources:
            return settle_state(replace(ad, state=row.to, version=ad.version + 1))
    if ad.state is AdState.CLOSED:
        raise Refusal(Rule.AD_CLOSED, ad=ad.code)
    raise Refusal(Rule.ALREADY_DONE)


def take_stock(ad: Ad, amount: Money) -> Ad:
    """The ad with this much taken out. Raises `Refusal` (ad-stock)."""
    if amount > ad.stock:
        raise Refusal(Rule.AD_STOCK, value=amount, limit=ad.stock)
    return settle_state(replace(ad, stock=ad.stock - amount))


def return_stock(ad: Ad, amount: Money) -> Ad:
    """The ad with this much back; a closed ad takes nothing back, its owner does."""
    if ad.state is AdState.CLOSED:
        return ad
    return settle_state(replace(ad, stock=ad.stock + amount))


def settle_state(ad: Ad) -> Ad:
    """Pauses an active ad whose stock fell below its smallest order, and wakes it once there is enough again."""
    enough = ad.most_now >= ad.least
    if ad.state is AdState.ACTIVE and not enough:
        return replace(ad, state=AdState.AUTO_PAUSED)
    if ad.state is AdState.AUTO_PAUSED and enough:
        return replace(ad, state=AdState.ACTIVE)
    return ad


def check_new(ad: NewAd) -> None:
    """Refuses an ad that could never be taken or read: rule, value and limit each time."""
    if not 1 <= len(ad.accounts) <= MOST_METHODS or len({a.method for a in ad.accounts}) != len(ad.accounts):
        raise Refusal(Rule.AD_METHODS, value=len(ad.accounts), limit=MOST_METHODS)
    for account in ad.accounts:
        if ad.price.fiat.code not in method(account.method).fiats:
            raise Refusal(Rule.UNKNOWN_METHOD, given=account.method)
        check_text(account.details, LONGEST_DETAILS)
    if len(ad.terms) > LONGEST_TERMS:
        raise Refusal(Rule.TEXT_TOO_LONG, value=len(ad.terms), limit=LONGEST_TERMS)
    if ad.window_minutes not in WINDOWS_MINUTES:
        raise Refusal(Rule.NOT_FOUND)
    worth = ad.price.asset_worth(ad.total)
    if not ad.least <= ad.most or ad.price.asset_for(ad.least).units == 0:
        raise Refusal(Rule.AD_LIMITS, value=ad.least, limit=ad.most)
    if worth < ad.least:
        raise Refusal(Rule.AD_STOCK, value=worth, limit=ad.least)


def check_text(text: str, longest: int) -> None:
    """Refuses empty and overlong texts (text-empty, text-too-long)."""
    if not text.strip():
        raise Refusal(Rule.TEXT_EMPTY)
    if len(text) > longest:
        raise Refusal(Rule.TEXT_TOO_LONG, value=len(text), limit=longest)
