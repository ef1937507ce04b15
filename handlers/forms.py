"""The open form decides what typed text and form buttons mean: one table of forms, one way in for each."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from aiogram.types import Message

from domain.forms.model import Draft
from domain.forms.use_cases.drafts import drop_draft, keep_draft
from domain.kernel.refusal import Refusal, Rule
from handlers.ads import ad_form, post
from handlers.callbacks import FormButton, FormVerb
from handlers.chat import talk
from handlers.market import browse, match, take, take_form
from handlers.orders import upload
from handlers.show import draw, toast
from handlers.show import post as post_screen
from handlers.views.chat import CHAT_FORM
from handlers.views.form import cancelled_screen, idle_screen
from handlers.views.home import notice_screen
from handlers.views.orders import UPLOAD_FORM
from handlers.visit import Pressed, Spot, Visit


@dataclass(frozen=True, slots=True)
class Form:
    """How one form takes answers. `typed` is None where only buttons answer."""

    typed: Callable[[Visit, Message, Draft], Awaitable[None]] | None
    pressed: Callable[[Visit, Pressed, FormButton, Draft], Awaitable[None]]
    resumed: Callable[[Visit, Spot, Draft], Awaitable[None]]
    confirmed: Callable[[Visit, Pressed, FormButton, Draft | None], Awaitable[None]] | None = None


FORMS: Final[Mapping[str, Form]] = {
    browse.FORM: Form(browse.amount_typed, browse.amount_pressed, browse.amount_resumed),
    match.FORM: Form(match.typed, match.pressed_on, match.resumed),
    take_form.FORM: Form(take.typed, take.pressed_on, take.resumed, take.confirmed),
    ad_form.FORM: Form(post.typed, post.pressed_on, post.resumed, post.confirmed),
    CHAT_FORM: Form(talk.typed, talk.leave, talk.resumed),
    UPLOAD_FORM: Form(None, upload.picked, upload.resumed),
}


async def press(visit: Visit, pressed: Pressed, button: FormButton) -> None:
    """A button of the step that is open; one of an earlier step says that it is over. Raises `Refusal` (form-gone)."""
    form, draft = FORMS.get(button.form), visit.open_draft
    if form is None:
        raise Refusal(Rule.FORM_GONE)
    mine = draft if draft is not None and draft.form == button.form else None
    if button.verb is FormVerb.CONFIRM and form.confirmed is not None:
        await form.confirmed(visit, pressed, button, mine)
        return
    if button.verb is FormVerb.CANCEL:
        await _cancel(visit, pressed, button, mine)
        return
    if mine is None:
        raise Refusal(Rule.FORM_GONE)
    if button.verb is FormVerb.RESUME or button.step != mine.step:
        await toast(visit.bot, pressed.query)
        await form.resumed(visit, pressed.spot, mine)
        return
    await form.pressed(visit, pressed, button, mine)


async def answer(visit: Visit, message: Message, draft: Draft) -> None:
    """Typed text goes to the open form; after a while away it is asked first whether to go on."""
    form = FORMS.get(draft.form)
    if form is None or form.typed is None:
        await post_screen(visit.bot, visit.user.id, notice_screen(visit.texts, "form-press"))
    elif draft.form != CHAT_FORM and visit.now > draft.touched_at + visit.rules.draft_idle_ms:
        spot = await post_screen(visit.bot, visit.user.id, idle_screen(draft.form, draft.step, visit.texts))
        await visit.desk.write(keep_draft, replace(draft, message=spot.message))
    else:
        await form.typed(visit, message, draft)


async def cancel_by_word(visit: Visit) -> None:
    """The command: tells what was cancelled, or that nothing was open."""
    draft = visit.open_draft
    if draft is None:
        await post_screen(visit.bot, visit.user.id, notice_screen(visit.texts, "nothing-to-cancel"))
        return
    await visit.desk.write(drop_draft, visit.user.id)
    await post_screen(visit.bot, visit.user.id, cancelled_screen(draft.form, visit.texts))


async def _cancel(visit: Visit, pressed: Pressed, button: FormButton, draft: Draft | None) -> None:
    if draft is not None:
        await visit.desk.write(drop_draft, visit.user.id)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, cancelled_screen(button.form, visit.texts))
