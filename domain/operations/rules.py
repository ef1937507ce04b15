"""The desk's numbers with their defaults. A running order keeps the ones it began with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from domain.kernel.moments import DAY, HOUR, MINUTE, SECOND
from domain.kernel.money import Money

LARGE_FIAT_WHOLE: Final = MappingProxyType(
    {
        "EUR": 1_000,
        "USD": 1_000,
        "GBP": 1_000,
        "NGN": 1_600_000,
        "RUB": 80_000,
        "TRY": 42_000,
        "BRL": 5_500,
        "ARS": 1_400_000,
        "VND": 26_000_000,
    }
)
"""From how many whole units on a payment is large: about a thousand dollars each."""


@dataclass(frozen=True, slots=True)
class DeskRules:
    """Rates in basis points, spans in milliseconds, counts as they are."""

    maker_fee_bps: int = 30
    taker_fee_bps: int = 0
    quote_ms: int = 60 * SECOND
    grace_ms: int = 15 * MINUTE
    release_target_ms: int = 15 * MINUTE
    release_wait_ms: int = 30 * SECOND
    large_fiat_whole: Mapping[str, int] = field(default_factory=lambda: LARGE_FIAT_WHOLE)
    open_orders_as_taker: int = 3
    open_ads: int = 8
    proofs_per_order: int = 6
    chat_lines_a_minute: int = 20
    chat_after_end_ms: int = DAY
    draft_kept_ms: int = DAY
    draft_idle_ms: int = 15 * MINUTE
    inbox_kept_ms: int = 48 * HOUR

    def is_large(self, payment: Money) -> bool:
        """Whether a seller must pause before releasing; a currency without a limit is always large."""
        return payment.units >= self.large_fiat_whole.get(payment.unit.code, 0) * payment.unit.one


DEFAULTS = DeskRules()
