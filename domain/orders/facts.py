"""What the table needs to know beyond the order itself, gathered before a decision and never looked up inside it."""

from dataclasses import dataclass

from domain.kernel.moments import Instant


@dataclass(frozen=True, slots=True)
class Facts:
    """The world around one order at one moment.

    `armed_at` is when the seller was last shown the release confirmation of exactly this version; `buyer_busy` says
    that presses or uploads of the buyer arrived and are not worked off yet.
    """

    now: Instant
    ad_closed: bool = False
    proofs: int = 0
    armed_at: Instant | None = None
    buyer_busy: bool = False
