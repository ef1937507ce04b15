"""The assets and fiat currencies that the desk books, with their fixed scales."""

from typing import Final

from domain.kernel.money import Unit
from domain.kernel.refusal import Refusal, Rule

ASSETS: Final = {unit.code: unit for unit in (Unit("USDT", 6), Unit("BTC", 8), Unit("ETH", 9), Unit("TON", 9))}
"""ETH is booked at 9 decimals: 18 would leave room for nine coins in a 64-bit column."""

FIATS: Final = {
    unit.code: unit
    for unit in (
        Unit("EUR", 2),
        Unit("USD", 2),
        Unit("GBP", 2),
        Unit("NGN", 2),
        Unit("RUB", 2),
        Unit("TRY", 2),
        Unit("BRL", 2),
        Unit("ARS", 2),
        Unit("VND", 0),
    )
}


def asset(code: str) -> Unit:
    """The asset of this code. Raises `Refusal` (unknown-asset)."""
    try:
        return ASSETS[code]
    except KeyError:
        raise Refusal(Rule.UNKNOWN_ASSET, given=code) from None


def fiat(code: str) -> Unit:
    """The fiat currency of this code. Raises `Refusal` (unknown-fiat)."""
    try:
        return FIATS[code]
    except KeyError:
        raise Refusal(Rule.UNKNOWN_FIAT, given=code) from None
