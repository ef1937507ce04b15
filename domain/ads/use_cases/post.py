"""A merchant posts an ad: its whole stock and worst-case fee are reserved before anybody sees it."""

from dataclasses import dataclass

from domain.ads.decide import check_new
from domain.ads.model import Ad, NewAd
from domain.kernel.ids import UserId
from domain.kernel.refusal import Refusal, Rule
from domain.ledger.accounts import available, reserve
from domain.ledger.entry import Entry, EntryKind, transfers
from domain.work import Work


@dataclass(frozen=True, slots=True)
class PostAd:
    """The confirmed form."""

    actor: UserId
    new: NewAd


def post_ad(work: Work, command: PostAd) -> Ad:
    """Puts the ad on the market, or returns the one that the same form posted before.

    Raises `Refusal`: not-merchant, too-many-ads, funds-short and everything `check_new` refuses.
    """
    maker = work.users.get(command.actor)
    if not maker.is_merchant:
        raise Refusal(Rule.NOT_MERCHANT)
    check_new(command.new)
    rates = (work.rules.maker_fee_bps, work.rules.taker_fee_bps)
    ad, is_new = work.ads.add(maker.id, command.new, fees_bps=rates, now=work.now)
    if not is_new:
        return ad
    limit = work.rules.open_ads
    if work.ads.count_open(maker.id) > limit:
        raise Refusal(Rule.TOO_MANY_ADS, value=limit, limit=limit)

    asset = ad.total.unit
    funding = transfers((available(maker.id, asset), reserve(maker.id, ad.id, asset), ad.total + ad.worst_fee))
    work.book.post(Entry(f"ad:{ad.id}:fund", EntryKind.AD_FUNDED, funding))
    work.drafts.drop(maker.id)
    return ad
