"""Reads what somebody is looking for out of a few words in any order; words it does not know say nothing."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.ads.methods import METHODS
from domain.ads.model import Side
from domain.ads.ports import MarketFilter
from domain.ads.spoken import ASSET_WORDS, FIAT_WORDS, METHOD_WORDS
from domain.kernel.amounts import read_amount
from domain.kernel.codes import Coded, number_of
from domain.kernel.ids import AdId
from domain.kernel.money import Money, Unit
from domain.kernel.refusal import Refusal
from domain.kernel.units import asset, fiat

LONGEST_WORDS: Final = 256
_SHORTEST_BEGINNING: Final = 3
"""From so many letters on a word that is still being typed is understood, and a longer form of a known one."""
_CODE: Final = re.compile(r"(?:ad-|#)([0-9a-z]{6})", re.IGNORECASE)
_AMOUNT: Final = re.compile(r"\d{1,3}(?: \d{3})+(?:[.,٫]\d+)?(?!\d)|\d+(?:[.,٫]\d+)?")
_JOINERS: Final = re.compile("[\u200c\u200d-]")
_Meanings = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Wish:
    """Codes of what was named, and the amount as it was typed. `ad` when one ad is meant and nothing else."""

    asset: str | None = None
    fiat: str | None = None
    method: str | None = None
    amount: str | None = None
    ad: AdId | None = None


def read_wish(words: str) -> Wish:
    """The first thing of each kind that is named."""
    typed = words[:LONGEST_WORDS].strip()
    named = _CODE.fullmatch(typed)
    ad = None if named is None else number_of(Coded.AD, named[1])
    if ad is not None:
        return Wish(ad=AdId(ad))
    text = _JOINERS.sub("", unicodedata.normalize("NFKC", typed).casefold())
    amount = _AMOUNT.search(text)
    spoken = _WORD.findall(_UNSPACED.sub(r" \g<0> ", text))
    return Wish(
        asset=_meant(spoken, ASSET_WORDS),
        fiat=_meant(spoken, FIAT_WORDS),
        method=_meant(spoken, METHOD_WORDS),
        amount=None if amount is None else amount[0],
    )


def market_of(wish: Wish, pairs: Sequence[tuple[str, str]], last: MarketFilter | None) -> MarketFilter | None:
    """Where to look: what was not named is as the person last looked, else the first that exists.

    None when nobody offers anything that fits.
    """
    if wish == Wish() and last is not None and (last.asset.code, last.fiat.code) in pairs:
        return last
    carried = METHODS[wish.method].fiats if wish.method is not None and wish.fiat is None else None
    fitting = [
        (coin, paper)
        for coin, paper in pairs
        if wish.asset in (None, coin) and wish.fiat in (None, paper) and (carried is None or paper in carried)
    ]
    if not fitting:
        return None
    coin, paper = min(fitting, key=lambda pair: _strangeness(pair, last))
    currency = fiat(paper)
    return MarketFilter(Side.SELL, asset(coin), currency, wish.method, _amount(wish.amount, currency))


def _strangeness(pair: tuple[str, str], last: MarketFilter | None) -> int:
    """How far a pair is from the last one; of equals the first in the catalogue is taken."""
    if last is None:
        return 0
    return (pair[1] != last.fiat.code) * 2 + (pair[0] != last.asset.code)


def _amount(typed: str | None, currency: Unit) -> Money | None:
    """Half a number is no reason to show nothing."""
    if typed is None:
        return None
    try:
        return read_amount(typed, currency)
    except Refusal:
        return None


def _meant(spoken: Sequence[str], meanings: _Meanings) -> str | None:
    """A word as it stands in the list; else a form or a beginning of one, but never what has its own meaning."""
    for word in spoken:
        for code, names in meanings.items():
            if word in names:
                return code
    for word in spoken:
        if word in _KNOWN or len(word) < _SHORTEST_BEGINNING:
            continue
        for code, names in meanings.items():
            if any(_alike(word, name) for name in names):
                return code
    return None


def _alike(word: str, name: str) -> bool:
    """“доллары” is a form of “доллар”, “revo” the beginning of “revolut”."""
    return name.startswith(word) or (len(name) > _SHORTEST_BEGINNING and word.startswith(name))


_KNOWN: Final = frozenset(
    name for names in (ASSET_WORDS, FIAT_WORDS, METHOD_WORDS) for known in names.values() for name in known
)
_CHINESE: Final = [name for name in _KNOWN if "\u4e00" <= name[0] <= "\u9fff"]
_UNSPACED: Final = re.compile("|".join(sorted(_CHINESE, key=len, reverse=True)))
"""Chinese is written without spaces, so its names are looked for inside of what stands there."""
_WORD: Final = re.compile(r"[$€£₦₽₺₫]|[^\W\d_]+")
