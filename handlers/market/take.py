"""Taking an ad, step by step, up to the confirmed quote that becomes an order card."""

import secrets
from dataclasses import dataclass, replace
from typing import Final

from aiogram.types import Message

from domain.ads.model import Ad
from domain.ads.ports import Offer
from domain.forms.model import Draft
from domain.forms.use_cases.drafts import drop_draft, keep_draft
from domain.forms.use_cases.name_payer import name_payer
from domain.kernel.amounts import read_amount
from domain.kernel.money import Money
from domain.kernel.refusal import Refusal, Rule
from domain.orders.quote import quote
from domain.orders.use_cases.on_card import opened_on_card, take_on_card
from domain.users.aliases import clean_name
from domain.users.use_cases.join import LONGEST_PAYER_NAME
from handlers.callbacks import FormButton, FormVerb, OfferButton, ad_in, cursor_in, found_by, number_in
from handlers.market.browse import offer_of
from handlers.market.take_form import Step, TakeForm, begun, read_form
from handlers.orders.card import redrawn
from handlers.show import alert, draw, toast
from handlers.steps import advance, show_step, tidy
from handlers.views.market import ad_screen
from handlers.views.markup import Html
from handlers.views.refusals import refusal_line, refusal_text
from handlers.views.screen import Screen
from handlers.views.take import amount_step, method_step, payer_step, quote_step
from handlers.visit import Pressed, Spot, Visit

TOKEN_BYTES: Final = 8
_QUOTE_AGAIN: Final = frozenset({Rule.QUOTE_OLD, Rule.AD_CHANGED})


@dataclass(frozen=True, slots=True)
class _Asked:
    """A form at one of its steps, and the screen that asks."""

    form: TakeForm
    step: Step
    screen: Screen


async def begin(visit: Visit, pressed: Pressed, button: OfferButton) -> None:
    """The amount and method somebody searched with are what they want, if this ad takes them."""
    offer = await visit.desk.read(offer_of, ad_in(button), visit.user.id)
    if offer.maker.id == visit.user.id:
        raise Refusal(Rule.OWN_AD)
    if not offer.ad.can_be_taken:
        raise Refusal(Rule.AD_NOT_ACTIVE, ad=offer.ad.code, state=offer.ad.state)
    form = begun(offer.ad, button.pack())
    sought = found_by(button, offer.ad)
    if sought.amount is not None and offer.ad.least <= sought.amount <= offer.ad.most_now:
        form = replace(form, units=sought.amount.units)
    if sought.method in offer.ad.methods:
        form = replace(form, method=sought.method or "")
    asked = _ask(visit, form, offer)
    await visit.desk.write(keep_draft, asked.form.draft(visit.user.id, asked.step, pressed.spot.message))
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, asked.screen)


async def typed(visit: Visit, message: Message, draft: Draft) -> None:
    """The amount or the payer's name; at other steps a button is waited for."""
    form, text = read_form(draft), message.text or ""
    offer = await visit.desk.read(offer_of, form.ad, visit.user.id)
    try:
        if draft.step == Step.AMOUNT:
            asked = _ask(visit, _priced(visit, form, offer.ad, read_amount(text, offer.ad.price.fiat)), offer)
            await _go(visit, asked, draft)
        elif draft.step == Step.PAYER:
            name = clean_name(text, LONGEST_PAYER_NAME)
            asked = _ask(_named(visit, name), form, offer)
            later = asked.form.draft(visit.user.id, asked.step, draft.message)
            await visit.desk.write(name_payer, later, name)
            await show_step(visit, later, asked.screen)
        else:
            hint = visit.texts("form-press")
            await show_step(visit, draft, _screen(visit, form, Step(draft.step), offer, hint))
    except Refusal as refusal:
        trouble = refusal_line(refusal, visit.texts, visit.now)
        await show_step(visit, draft, _screen(visit, form, Step(draft.step), offer, trouble))
    await tidy(visit, message)


async def pressed_on(visit: Visit, pressed: Pressed, button: FormButton, draft: Draft) -> None:
    """A choice, or one step back."""
    form = read_form(draft)
    offer = await visit.desk.read(offer_of, form.ad, visit.user.id)
    match (button.verb, draft.step):
        case (FormVerb.BACK, Step.AMOUNT):
            await visit.desk.write(drop_draft, visit.user.id)
            found = OfferButton.unpack(form.back)
            wanted = found_by(found, offer.ad)
            await toast(visit.bot, pressed.query)
            await draw(visit.bot, pressed.spot, ad_screen(offer, visit.user.id, wanted, cursor_in(found), visit.texts))
            return
        case (FormVerb.BACK, _):
            asked = _at(visit, replace(form, units=0), Step.AMOUNT, offer)
        case (FormVerb.PICK, Step.AMOUNT):
            amount = Money(number_in(button.value), offer.ad.price.fiat)
            asked = _ask(visit, _priced(visit, form, offer.ad, amount), offer)
        case (FormVerb.PICK, Step.METHOD):
            asked = _ask(visit, replace(form, method=button.value), offer)
        case (FormVerb.PICK, Step.QUOTE):
            asked = _at(visit, form, Step.PAYER, offer)
        case _:
            raise Refusal(Rule.FORM_GONE)
    await toast(visit.bot, pressed.query)
    await _go(visit, asked, replace(draft, message=pressed.spot.message))


async def confirmed(visit: Visit, pressed: Pressed, button: FormButton, draft: Draft | None) -> None:
    """Opens the order; a second tap finds the order that the first one opened."""
    if draft is None or draft.token != button.value:
        on = await visit.desk.write(opened_on_card, button.value, visit.user.id, pressed.spot.message)
        await redrawn(visit, pressed, on)
        return
    form = read_form(draft)
    try:
        on = await visit.desk.write(take_on_card, form.command(visit.user.id), pressed.spot.message)
    except Refusal as refusal:
        if refusal.rule not in _QUOTE_AGAIN:
            raise
        await alert(visit.bot, pressed.query, refusal_text(refusal, visit.texts, visit.now))
        offer = await visit.desk.read(offer_of, form.ad, visit.user.id)
        await _go(visit, _ask(visit, form, offer), replace(draft, message=pressed.spot.message))
        return
    await redrawn(visit, pressed, on, visit.texts.plain("take-done"))


async def resumed(visit: Visit, spot: Spot, draft: Draft) -> None:
    """A quote is old by now, so it is made anew."""
    form = read_form(draft)
    offer = await visit.desk.read(offer_of, form.ad, visit.user.id)
    await _go(visit, _ask(visit, form, offer), replace(draft, message=spot.message))


async def _go(visit: Visit, asked: _Asked, draft: Draft) -> None:
    await advance(visit, asked.form.draft(visit.user.id, asked.step, draft.message), asked.screen)


def _ask(visit: Visit, form: TakeForm, offer: Offer) -> _Asked:
    """The first question that has no answer yet; the quote when all have. Raises `Refusal` (pair-blocked)."""
    if offer.regard.apart:
        raise Refusal(Rule.PAIR_BLOCKED)
    if not form.units:
        return _at(visit, form, Step.AMOUNT, offer)
    if form.method not in offer.ad.methods:
        return _at(visit, form, Step.METHOD, offer)
    if not visit.user.payer_name:
        return _at(visit, form, Step.PAYER, offer)
    fresh = replace(form, seen=offer.ad.version, token=secrets.token_urlsafe(TOKEN_BYTES), quoted_at=visit.now)
    return _at(visit, fresh, Step.QUOTE, offer)


def _at(visit: Visit, form: TakeForm, step: Step, offer: Offer) -> _Asked:
    return _Asked(form, step, _screen(visit, form, step, offer, None))


def _screen(visit: Visit, form: TakeForm, step: Step, offer: Offer, trouble: Html | None) -> Screen:
    match step:
        case Step.AMOUNT:
            return amount_step(offer.ad, visit.texts, trouble)
        case Step.METHOD:
            return method_step(offer.ad, visit.texts, trouble)
        case Step.PAYER:
            return payer_step(visit.texts, trouble)
        case Step.QUOTE:
            offered = quote(offer.ad, visit.user.id, form.pays, form.method, made_at=form.quoted_at, rules=visit.rules)
            name = visit.user.payer_name or ""
            return quote_step(offered, offer.maker, name, form.token, visit.texts, trouble)


def _priced(visit: Visit, form: TakeForm, ad: Ad, amount: Money) -> TakeForm:
    """Refuses at once what the quote would refuse: amount-below, amount-above, ad-not-active."""
    quote(ad, visit.user.id, amount, ad.methods[0], made_at=visit.now, rules=visit.rules)
    return replace(form, units=amount.units)


def _named(visit: Visit, name: str) -> Visit:
    return replace(visit, user=replace(visit.user, payer_name=name))
