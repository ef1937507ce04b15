"""How each answer of the ad form is read: typed or pressed, exactly or not at all."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from domain.ads.decide import check_text
from domain.ads.methods import method
from domain.ads.model import LONGEST_DETAILS, LONGEST_TERMS, MOST_METHODS, WINDOWS_MINUTES
from domain.kernel.amounts import read_amount, read_price
from domain.kernel.refusal import Refusal, Rule
from domain.kernel.units import asset, fiat
from handlers.ads.ad_form import AdForm, Step

Answer = Callable[[AdForm, str], AdForm]
"""Raises `Refusal` for what it cannot read."""


def _priced(form: AdForm, text: str) -> AdForm:
    return replace(form, price_micros=read_price(text, form.sold, form.currency).micros)


def _stocked(form: AdForm, text: str) -> AdForm:
    answered = replace(form, total_units=read_amount(text, form.sold).units)
    if not answered.worth:
        raise Refusal(Rule.AMOUNT_NOT_POSITIVE, unit=form.asset)
    return answered


def _least(form: AdForm, text: str) -> AdForm:
    least = read_amount(text, form.currency)
    if least > form.worth:
        raise Refusal(Rule.AMOUNT_ABOVE, value=least, limit=form.worth)
    return replace(form, least_units=least.units)


def _most(form: AdForm, text: str) -> AdForm:
    most = read_amount(text, form.currency)
    if most < form.least:
        raise Refusal(Rule.AMOUNT_BELOW, value=most, limit=form.least)
    return replace(form, most_units=most.units)


def _detailed(form: AdForm, text: str) -> AdForm:
    check_text(text, LONGEST_DETAILS)
    return form.paid_to(form.lacking or form.methods[-1], text.strip())


def _termed(form: AdForm, text: str) -> AdForm:
    check_text(text, LONGEST_TERMS)
    return replace(form, terms=text.strip())


def _of_asset(form: AdForm, value: str) -> AdForm:
    return replace(form, asset=asset(value).code)


def _of_fiat(form: AdForm, value: str) -> AdForm:
    return form.sold_for(fiat(value).code)


def _toggled(form: AdForm, value: str) -> AdForm:
    answered = form.toggled(method(value).code)
    if len(answered.methods) > MOST_METHODS:
        raise Refusal(Rule.AD_METHODS, value=len(answered.methods), limit=MOST_METHODS)
    return answered


def _windowed(form: AdForm, value: str) -> AdForm:
    if not value.isdecimal() or int(value) not in WINDOWS_MINUTES:
        raise Refusal(Rule.NOT_FOUND)
    return replace(form, window_minutes=int(value))


def _without_terms(form: AdForm, value: str) -> AdForm:
    return replace(form, terms="")


def _whole(form: AdForm, value: str) -> AdForm:
    return replace(form, most_units=form.worth.units)


TYPED: Final[dict[Step, Answer]] = {
    Step.PRICE: _priced,
    Step.STOCK: _stocked,
    Step.LEAST: _least,
    Step.MOST: _most,
    Step.DETAILS: _detailed,
    Step.TERMS: _termed,
}
PICKED: Final[dict[Step, Answer]] = {
    Step.ASSET: _of_asset,
    Step.FIAT: _of_fiat,
    Step.MOST: _whole,
    Step.METHODS: _toggled,
    Step.WINDOW: _windowed,
    Step.TERMS: _without_terms,
}
