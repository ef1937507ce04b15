"""The desk's numbers with their defaults. A running order keeps the ones it began with."""

from dataclasses import dataclass

from domain.kernel.moments import DAY, HOUR, MINUTE, SECOND


@dataclass(frozen=True, slots=True)
class DeskRules:
    """Rates in basis points, spans in milliseconds, counts as they are."""

    maker_fee_bps: int = 30
    taker_fee_bps: int = 0
    quote_ms: int = 60 * SECOND
    grace_ms: int = 15 * MINUTE
    release_target_ms: int = 15 * MINUTE
    release_wait_ms: int = 30 * SECOND
    large_fiat_whole: int = 5_000
    open_orders_as_taker: int = 3
    open_ads: int = 8
    proofs_per_order: int = 6
    chat_lines_a_minute: int = 20
    chat_after_end_ms: int = DAY
    draft_kept_ms: int = DAY
    draft_idle_ms: int = 15 * MINUTE
    inbox_kept_ms: int = 48 * HOUR


DEFAULTS = DeskRules()
