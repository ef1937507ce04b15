"""Filling in the ad form, question by question, and posting it."""

import secrets
from dataclasses import replace
from typing import Final

from aiogram.types import Message

from domain.ads.decide import check_new
from domain.ads.use_cases.post import PostAd, post_ad
from domain.forms.model import Draft
from domain.forms.use_cases.drafts import drop_draft
from domain.kernel.ids import UserId
from domain.kernel.refusal import Refusal, Rule
from domain.ledger.accounts import AccountKind
from domain.ledger.ports import Holding
from domain.work import Reading
from handlers.ads.ad_form import AdForm, Step, before, read_form, step_of
from handlers.ads.answers import PICKED, TYPED
from handlers.ads.mine import list_screen, owned_screen
from handlers.callbacks import FormButton, FormVerb
from handlers.show import draw, post, toast
from handlers.steps import advance, show_step, tidy
from handlers.views.ad_form import FormFacts, ad_step
from handlers.views.markup import Html
from handlers.views.my_ads import not_merchant_screen
from handlers.views.refusals import refusal_line
from handlers.views.screen import Screen
from handlers.visit import Pressed, Spot, Visit

_TOKEN_BYTES: Final = 8


async def begin(visit: Visit, pressed: Pressed) -> None:
    await toast(visit.bot, pressed.query)
    if not visit.user.is_merchant:
        await draw(visit.bot, pressed.spot, not_merchant_screen(visit.texts))
        return
    await _ask(visit, AdForm(), Step.ASSET, pressed.spot.message)


async def begin_anew(visit: Visit) -> None:
    """By command: the form comes below everything."""
    if not visit.user.is_merchant:
        await post(visit.bot, visit.user.id, not_merchant_screen(visit.texts))
        return
    await _ask(visit, AdForm(), Step.ASSET, None)


async def typed(visit: Visit, message: Message, draft: Draft) -> None:
    """An answer in words; what cannot be read is explained above the same question."""
    form, step = read_form(draft), step_of(draft)
    if step not in TYPED:
        await show_step(visit, draft, await _screen(visit, form, step, visit.texts("form-press")))
        await tidy(visit, message)
        return
    try:
        answered = TYPED[step](form, message.text or "")
    except Refusal as refusal:
        trouble = refusal_line(refusal, visit.texts, visit.now)
        await show_step(visit, draft, await _screen(visit, form, step, trouble))
    else:
        await _ask(visit, answered, _after(answered, step), draft.message)
    await tidy(visit, message)


async def pressed_on(visit: Visit, pressed: Pressed, button: FormButton, draft: Draft) -> None:
    form, step = read_form(draft), step_of(draft)
    if button.verb is FormVerb.BACK and step is Step.ASSET:
        screen = await list_screen(visit)
        await visit.desk.write(drop_draft, visit.user.id)
        await toast(visit.bot, pressed.query)
        await draw(visit.bot, pressed.spot, screen)
        return
    answered, following = _answered(form, step, button)
    await toast(visit.bot, pressed.query)
    await _ask(visit, answered, following, pressed.spot.message)


async def confirmed(visit: Visit, pressed: Pressed, button: FormButton, draft: Draft | None) -> None:
    """Posts the ad once; after a second tap the list shows that it is there."""
    if draft is None or draft.token != button.value:
        await toast(visit.bot, pressed.query, visit.texts.plain("ad-form-posted"))
        await draw(visit.bot, pressed.spot, await list_screen(visit))
        return
    form = read_form(draft)
    try:
        ad = await visit.desk.write(post_ad, PostAd(visit.user.id, form.command()))
    except Refusal as refusal:
        await toast(visit.bot, pressed.query)
        trouble = refusal_line(refusal, visit.texts, visit.now)
        await show_step(visit, draft, await _screen(visit, form, Step.PREVIEW, trouble))
        return
    await toast(visit.bot, pressed.query, visit.texts.plain("ad-form-posted"))
    await draw(visit.bot, pressed.spot, await owned_screen(visit, ad))


async def resumed(visit: Visit, spot: Spot, draft: Draft) -> None:
    await _ask(visit, read_form(draft), step_of(draft), spot.message)


def _answered(form: AdForm, step: Step, button: FormButton) -> tuple[AdForm, Step]:
    """The form after a pressed answer, and the question that follows. Raises `Refusal` for what was no answer."""
    earlier = before(step)
    if button.verb is FormVerb.BACK and earlier is not None:
        return replace(form, details={}) if earlier is Step.METHODS else form, earlier
    if button.verb is FormVerb.DONE and step is Step.METHODS and form.methods:
        return form, _after(form, step)
    if button.verb is FormVerb.PICK and step in PICKED:
        answered = PICKED[step](form, button.value)
        return answered, step if step is Step.METHODS else _after(answered, step)
    raise Refusal(Rule.FORM_GONE)


async def _ask(visit: Visit, form: AdForm, step: Step, message: int | None) -> None:
    """The preview mints the token that makes posting happen once, and refuses what could not be posted."""
    trouble = None
    if step is Step.PREVIEW:
        form = replace(form, token=secrets.token_urlsafe(_TOKEN_BYTES))
        trouble = _trouble(visit, form)
    screen = await _screen(visit, form, step, trouble)
    await advance(visit, form.draft(visit.user.id, step, message), screen)


async def _screen(visit: Visit, form: AdForm, step: Step, trouble: Html | None) -> Screen:
    holdings = await visit.desk.read(_holdings, visit.user.id) if step is Step.STOCK else ()
    free = [h.amount for h in holdings if form.asset and h.kind is AccountKind.AVAILABLE and h.amount.unit == form.sold]
    facts = FormFacts(free[0] if free else None, visit.rules.maker_fee_bps)
    return ad_step(form, step, facts, visit.texts, trouble)


def _trouble(visit: Visit, form: AdForm) -> Html | None:
    try:
        check_new(form.command())
    except Refusal as refusal:
        return refusal_line(refusal, visit.texts, visit.now)
    return None


def _after(form: AdForm, step: Step) -> Step:
    """The next question; each chosen method asks for its details once."""
    if step in (Step.METHODS, Step.DETAILS):
        return Step.WINDOW if form.lacking is None else Step.DETAILS
    steps = list(Step)
    return steps[steps.index(step) + 1]


def _holdings(reading: Reading, user: UserId) -> tuple[Holding, ...]:
    return reading.book.holdings(user)
