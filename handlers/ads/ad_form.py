"""The ad form as a merchant has filled it in so far, in words and not in string keys."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from domain.ads.model import NewAd, PaymentAccount, Side
from domain.forms.model import Draft
from domain.kernel.ids import UserId
from domain.kernel.moments import Instant
from domain.kernel.money import Money, Unit
from domain.kernel.prices import Price
from domain.kernel.refusal import Refusal, Rule
from domain.kernel.units import asset, fiat

FORM: Final = "ad"


class Step(StrEnum):
    """The questions, in the order they are asked."""

    ASSET = "asset"
    FIAT = "fiat"
    PRICE = "price"
    STOCK = "stock"
    LEAST = "least"
    MOST = "most"
    METHODS = "methods"
    DETAILS = "details"
    WINDOW = "window"
    TERMS = "terms"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class AdForm:
    """The answers. Each is empty until its step was passed; `details` belong to methods by their code."""

    asset: str = ""
    fiat: str = ""
    price_micros: int = 0
    total_units: int = 0
    least_units: int = 0
    most_units: int = 0
    methods: tuple[str, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    window_minutes: int = 0
    terms: str = ""
    token: str = ""

    @property
    def sold(self) -> Unit:
        return asset(self.asset)

    @property
    def currency(self) -> Unit:
        return fiat(self.fiat)

    @property
    def price(self) -> Price:
        return Price(self.price_micros, self.sold, self.currency)

    @property
    def total(self) -> Money:
        return Money(self.total_units, self.sold)

    @property
    def least(self) -> Money:
        return Money(self.least_units, self.currency)

    @property
    def most(self) -> Money:
        return Money(self.most_units, self.currency)

    @property
    def worth(self) -> Money:
        """What the whole stock costs: no order can be larger."""
        return self.price.asset_worth(self.total)

    @property
    def lacking(self) -> str | None:
        """The first chosen method whose details are still to be typed."""
        return next((code for code in self.methods if code not in self.details), None)

    def sold_for(self, code: str) -> "AdForm":
        """In another fiat, other methods exist."""
        return self if code == self.fiat else replace(self, fiat=code, methods=(), details={})

    def toggled(self, code: str) -> "AdForm":
        kept = tuple(chosen for chosen in self.methods if chosen != code)
        return replace(self, methods=(*self.methods, code) if kept == self.methods else kept)

    def paid_to(self, code: str, details: str) -> "AdForm":
        return replace(self, details={**self.details, code: details})

    def command(self) -> NewAd:
        """The ad as it would be posted."""
        return NewAd(
            token=self.token,
            side=Side.SELL,
            price=self.price,
            total=self.total,
            least=self.least,
            most=self.most,
            accounts=tuple(PaymentAccount(code, self.details[code]) for code in self.methods),
            window_minutes=self.window_minutes,
            terms=self.terms,
        )

    def draft(self, user: UserId, step: Step, message: int | None) -> Draft:
        values = {
            "asset": self.asset,
            "fiat": self.fiat,
            "price_micros": str(self.price_micros),
            "total_units": str(self.total_units),
            "least_units": str(self.least_units),
            "most_units": str(self.most_units),
            "methods": ",".join(self.methods),
            "details": json.dumps(dict(self.details), ensure_ascii=False),
            "window_minutes": str(self.window_minutes),
            "terms": self.terms,
        }
        return Draft(user, FORM, step, values, self.token, message, Instant(0))


def read_form(draft: Draft) -> AdForm:
    """Raises `Refusal` (form-gone) for a draft that an older version of the desk wrote."""
    values = draft.values
    try:
        return AdForm(
            asset=values["asset"],
            fiat=values["fiat"],
            price_micros=int(values["price_micros"]),
            total_units=int(values["total_units"]),
            least_units=int(values["least_units"]),
            most_units=int(values["most_units"]),
            methods=tuple(code for code in values["methods"].split(",") if code),
            details=json.loads(values["details"]),
            window_minutes=int(values["window_minutes"]),
            terms=values["terms"],
            token=draft.token,
        )
    except (KeyError, ValueError):
        raise Refusal(Rule.FORM_GONE) from None


def step_of(draft: Draft) -> Step:
    """Raises `Refusal` (form-gone) for a step that no longer exists."""
    try:
        return Step(draft.step)
    except ValueError:
        raise Refusal(Rule.FORM_GONE) from None


def before(step: Step) -> Step | None:
    """The question asked before this one; details are asked for together with their methods."""
    if step is Step.DETAILS:
        return Step.METHODS
    asked = [other for other in Step if other is not Step.DETAILS]
    place = asked.index(step)
    return asked[place - 1] if place else None
