"""What a taker would get from an ad right now. The quote that is shown and the order that is opened are one sum."""

from dataclasses import dataclass

from domain.ads.model import Ad, PaymentAccount
from domain.kernel.ids import UserId
from domain.kernel.moments import MINUTE, Instant, after
from domain.kernel.money import Money, fee
from domain.kernel.refusal import Refusal, Rule
from domain.operations.rules import DeskRules
from domain.orders.model import Terms
from domain.users.model import User


@dataclass(frozen=True, slots=True)
class Quote:
    """An offer to one taker, good until `until` and only for this version of the ad."""

    ad: Ad
    fiat: Money
    amount: Money
    buyer_fee: Money
    account: PaymentAccount
    made_at: Instant
    until: Instant

    @property
    def receives(self) -> Money:
        """What reaches the buyer's balance."""
        return self.amount - self.buyer_fee


def quote(ad: Ad, taker: UserId, fiat: Money, method: str, *, made_at: Instant, rules: DeskRules) -> Quote:
    """Raises `Refusal`: own-ad, ad-not-active, unknown-method, amount-below, amount-above."""
    if taker == ad.maker:
        raise Refusal(Rule.OWN_AD)
    if not ad.can_be_taken:
        raise Refusal(Rule.AD_NOT_ACTIVE, ad=ad.code, state=ad.state)
    if fiat < ad.least:
        raise Refusal(Rule.AMOUNT_BELOW, value=fiat, limit=ad.least)
    if fiat > ad.most_now:
        raise Refusal(Rule.AMOUNT_ABOVE, value=fiat, limit=ad.most_now)
    amount = ad.price.asset_for(fiat)
    return Quote(
        ad=ad,
        fiat=fiat,
        amount=amount,
        buyer_fee=fee(amount, ad.taker_fee_bps),
        account=_account(ad, method),
        made_at=made_at,
        until=after(made_at, rules.quote_ms),
    )


def freeze(offered: Quote, taker: User, rules: DeskRules) -> Terms:
    """The terms both sides are bound to from now on. Raises `Refusal` (name-missing)."""
    if not taker.payer_name:
        raise Refusal(Rule.NAME_MISSING)
    ad = offered.ad
    return Terms(
        ad=ad.id,
        maker=ad.maker,
        seller=ad.maker,
        buyer=taker.id,
        amount=offered.amount,
        fiat=offered.fiat,
        price=ad.price,
        seller_fee=fee(offered.amount, ad.maker_fee_bps),
        buyer_fee=offered.buyer_fee,
        account=offered.account,
        payer_name=taker.payer_name,
        text=ad.terms,
        window_ms=ad.window_minutes * MINUTE,
        grace_ms=rules.grace_ms,
        release_target_ms=rules.release_target_ms,
        release_wait_ms=rules.release_wait_ms if rules.is_large(offered.fiat) else 0,
    )


def _account(ad: Ad, method: str) -> PaymentAccount:
    for account in ad.accounts:
        if account.method == method:
            return account
    raise Refusal(Rule.UNKNOWN_METHOD, given=method)
