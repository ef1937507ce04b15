"""The take form as one person has filled it in so far, in words and not in string keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.ads.model import Ad
from domain.forms.model import Draft
from domain.kernel.ids import AdId, UserId
from domain.kernel.moments import Instant
from domain.kernel.money import Money
from domain.kernel.refusal import Refusal, Rule
from domain.kernel.units import fiat
from domain.orders.use_cases.take import Take

FORM: Final = "take"
NEVER: Final = Instant(0)


class Step(StrEnum):
    AMOUNT = "amount"
    METHOD = "method"
    PAYER = "payer"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class TakeForm:
    """Which ad, in the version that was shown; how much; how; the quote's token and moment; the page to go back to."""

    ad: AdId
    seen: int
    fiat: str
    units: int = 0
    method: str = ""
    token: str = ""
    quoted_at: Instant = NEVER
    back: str = ""

    @property
    def pays(self) -> Money:
        return Money(self.units, fiat(self.fiat))

    def command(self, actor: UserId) -> Take:
        """The confirmed quote."""
        return Take(self.token, actor, self.ad, self.seen, self.pays, self.method, self.quoted_at)

    def draft(self, user: UserId, step: Step, message: int | None) -> Draft:
        values = {
            "ad": str(self.ad),
            "seen": str(self.seen),
            "fiat": self.fiat,
            "units": str(self.units),
            "method": self.method,
            "quoted_at": str(self.quoted_at),
            "back": self.back,
        }
        return Draft(user, FORM, step, values, self.token, message, NEVER)


def begun(ad: Ad, back: str) -> TakeForm:
    """An empty form for this ad; one method needs no choice."""
    return TakeForm(
        ad.id, ad.version, ad.price.fiat.code, method=ad.methods[0] if len(ad.methods) == 1 else "", back=back
    )


def read_form(draft: Draft) -> TakeForm:
    """Raises `Refusal` (form-gone) for a draft that an older version of the desk wrote."""
    values: Mapping[str, str] = draft.values
    try:
        return TakeForm(
            ad=AdId(int(values["ad"])),
            seen=int(values["seen"]),
            fiat=values["fiat"],
            units=int(values["units"]),
            method=values["method"],
            token=draft.token,
            quoted_at=Instant(int(values["quoted_at"])),
            back=values["back"],
        )
    except (KeyError, ValueError):
        raise Refusal(Rule.FORM_GONE) from None
