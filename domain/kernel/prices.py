"""Prices and the two ways across them. Rounding always favours the side that gives the asset."""

from dataclasses import dataclass
from typing import Final

from domain.kernel.money import Money, Unit

PRICE_SCALE: Final = 6
PRICE_ONE: Final = 10**PRICE_SCALE


@dataclass(frozen=True, slots=True)
class Price:
    """Fiat for one whole asset, in millionths of a whole fiat unit."""

    micros: int
    asset: Unit
    fiat: Unit

    def fiat_for(self, amount: Money) -> Money:
        """What this much asset costs, rounded up to the fiat's minor unit."""
        top = amount.units * self.micros * self.fiat.one
        return Money(-(-top // (self.asset.one * PRICE_ONE)), self.fiat)

    def asset_for(self, paid: Money) -> Money:
        """What this much fiat buys, rounded down to the asset's minor unit."""
        top = paid.units * self.asset.one * PRICE_ONE
        return Money(top // (self.micros * self.fiat.one), self.asset)

    def asset_worth(self, amount: Money) -> Money:
        """The most fiat an order over this stock can be written for, rounded down to the fiat's minor unit."""
        top = amount.units * self.micros * self.fiat.one
        return Money(top // (self.asset.one * PRICE_ONE), self.fiat)
