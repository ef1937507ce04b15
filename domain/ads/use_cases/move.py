"""An owner pauses, resumes or closes an ad. Running orders live on untouched."""

from dataclasses import dataclass

from domain.ads.decide import AdMove, move
from domain.ads.model import Ad
from domain.kernel.ids import AdId, UserId
from domain.kernel.refusal import Refusal, Rule
from domain.ledger.accounts import available, reserve
from domain.ledger.entry import Entry, EntryKind, transfers
from domain.work import Work


@dataclass(frozen=True, slots=True)
class MoveAd:
    """Which ad, who pressed, the version on the card, and what for."""

    ad: AdId
    actor: UserId
    seen: int
    move: AdMove


def move_ad(work: Work, command: MoveAd) -> Ad:
    """The ad after the move; closing gives the unreserved rest back. Raises `Refusal`: not-found, stale, ad-closed."""
    before = work.ads.get(command.ad)
    if before.maker != command.actor:
        raise Refusal(Rule.NOT_FOUND)
    if before.version != command.seen:
        raise Refusal(Rule.STALE, code=before.code)
    moved = move(before, command.move)
    work.ads.save(moved, before=before)
    if command.move is AdMove.CLOSE:
        _return_reserve(work, before)
    return moved


def _return_reserve(work: Work, ad: Ad) -> None:
    kept = reserve(ad.maker, ad.id, ad.total.unit)
    left = work.book.balance(kept)
    if left:
        back = transfers((kept, available(ad.maker, ad.total.unit), left))
        work.book.post(Entry(f"ad:{ad.id}:close", EntryKind.AD_RETURNED, back))
