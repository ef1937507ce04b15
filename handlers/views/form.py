"""What every step of a form shares: trouble on top, Back and Cancel below."""

from handlers.callbacks import FormButton, FormVerb
from handlers.texts import Texts
from handlers.views.home import home_row
from handlers.views.markup import Html, lines
from handlers.views.screen import Press, Row, Screen, Style


def form_screen(
    text: Html, rows: tuple[Row, ...], form: str, step: str, texts: Texts, trouble: Html | None = None
) -> Screen:
    """One question, what was wrong with the last answer, and no dead end."""
    shown = text if trouble is None else lines(trouble, "", text)
    return Screen(shown, (*rows, form_row(form, step, texts)))


def form_row(form: str, step: str, texts: Texts) -> Row:
    return (
        Press(texts.plain("back"), FormButton(verb=FormVerb.BACK, form=form, step=step)),
        Press(texts.plain("cancel"), FormButton(verb=FormVerb.CANCEL, form=form, step=step)),
    )


def idle_screen(form: str, step: str, texts: Texts) -> Screen:
    """Somebody comes back to a form after a while: go on or not?"""
    name = texts(f"form-{form}")
    return Screen(
        texts("form-idle", form=name),
        (
            (
                Press(texts.plain("form-resume"), FormButton(verb=FormVerb.RESUME, form=form, step=step), Style.NEXT),
                Press(texts.plain("form-discard"), FormButton(verb=FormVerb.CANCEL, form=form, step=step), Style.STOP),
            ),
        ),
    )


def cancelled_screen(form: str, texts: Texts) -> Screen:
    """What was cancelled, and that nothing happened."""
    return Screen(texts("form-cancelled", form=texts(f"form-{form}")), (home_row(texts),))
