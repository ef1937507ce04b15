"""The questions of the ad form, and the preview that says what posting will lock."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from domain.ads.methods import METHODS, methods_for
from domain.ads.model import LONGEST_DETAILS, LONGEST_TERMS, MOST_METHODS, WINDOWS_MINUTES, worst_fee
from domain.kernel.money import Money
from domain.kernel.units import ASSETS, FIATS
from handlers.ads.ad_form import FORM, AdForm, Step
from handlers.callbacks import FormButton, FormVerb
from handlers.texts import Texts
from handlers.views.form import form_screen
from handlers.views.format import money, price, rate, reaches_out, span, user_text
from handlers.views.markup import Html, bold, lines, long_quote, paragraphs, quote, spoiler
from handlers.views.screen import Button, Press, Row, Screen, Style, in_rows

_CHIPS_A_ROW: Final = 3
_NAMES_A_ROW: Final = 2


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What the questions mention: the balance that can be put up, and the desk's rate."""

    available: Money | None
    maker_fee_bps: int


def ad_step(form: AdForm, step: Step, facts: FormFacts, texts: Texts, trouble: Html | None = None) -> Screen:
    """One question of the form."""
    question, rows = _QUESTIONS[step](form, facts, texts)
    shown = question if step is Step.PREVIEW else lines(texts("ad-form-title"), _so_far(form, texts), "", question)
    return form_screen(shown, rows, FORM, step, texts, trouble)


Asked = tuple[Html, tuple[Row, ...]]


def _asset(form: AdForm, facts: FormFacts, texts: Texts) -> Asked:
    return texts("ad-form-asset"), _chips(Step.ASSET, [(code, code, code == form.asset) for code in ASSETS])


def _fiat(form: AdForm, facts: FormFacts, texts: Texts) -> Asked:
    return texts("ad-form-fiat"), _chips(Step.FIAT, [(code, code, code == form.fiat) for code in FIATS])


def _price(form: AdForm, facts: FormFacts, texts: Texts) -> Asked:
    return texts("ad-form-price", asset=form.asset, fiat=form.fiat), ()


def _stock(form: AdForm, facts: FormFacts, texts: Texts) -> Asked:
    free = "0" if facts.available is None else money(facts.available, texts.language)
    return texts(
        "ad-form-stock", asset=form.asset, available=bold(free), rate=rate(facts.maker_fee_bps, texts.language)
    ), ()


def _least(form: AdForm, facts: FormFacts, texts: Texts) -> Asked:
    return texts("ad-form-least", fiat=form.fiat, worth=bold(money(form.worth, texts.language))), ()


def _most(form: AdForm, facts: FormFacts, texts: Texts) -> Asked:
    whole = Press(texts.plain("ad-form-all", amount=money(form.worth, texts.language)), _button(Step.MOST, "all"))
    question = texts("ad-form-most", fiat=form.fiat, least=bold(money(form.least, texts.language)))
    return question, ((whole,),)


def _methods(form: AdForm, facts: FormFacts, texts: Texts) -> Asked:
    names = [(m.code, m.name, m.code in form.methods) for m in methods_for(form.fiat)]
    chips = _chips(Step.METHODS, names, _NAMES_A_ROW)
    done = Press(texts.plain("done"), FormButton(verb=FormVerb.DONE, form=FORM, step=Step.METHODS), Style.NEXT)
    return texts("ad-form-methods", limit=MOST_METHODS), (*chips, (done,)) if form.methods else chips


def _details(form: AdForm, facts: FormFacts, texts: Texts) -> Asked:
    code = form.lacking or form.methods[-1]
    return texts("ad-form-details", method=bold(METHODS[code].name), limit=LONGEST_DETAILS), ()


def _window(form: AdForm, facts: FormFacts, texts: Texts) -> Asked:
    spans = [(str(m), texts.plain("minutes", count=m), m == form.window_minutes) for m in WINDOWS_MINUTES]
    return texts("ad-form-window"), _chips(Step.WINDOW, spans)


def _terms(form: AdForm, facts: FormFacts, texts: Texts) -> Asked:
    return texts("ad-form-terms", limit=LONGEST_TERMS), ((Press(texts.plain("skip"), _button(Step.TERMS, "none")),),)


def _preview(form: AdForm, facts: FormFacts, texts: Texts) -> Asked:
    """The ad as takers will see it, and the two sums it locks."""
    language = texts.language
    fee = worst_fee(form.total, form.price, form.least, facts.maker_fee_bps)
    warning = texts("terms-warning") if form.terms and reaches_out(form.terms) else None
    text = paragraphs((
        texts("ad-form-preview"),
        lines(
            texts("ad-price", price=bold(price(form.price, language)), asset=form.asset),
            texts("ad-stock", amount=bold(money(form.total, language))),
            texts("ad-limits", limits=bold(span(form.least, form.most, language))),
            texts("ad-window", minutes=form.window_minutes),
        ),
        lines(*(
            lines(bold(METHODS[code].name), quote(spoiler(user_text(form.details[code])))) for code in form.methods
        )),
        lines(texts("ad-terms"), long_quote(user_text(form.terms)), warning) if form.terms else None,
        lines(
            texts("ad-form-fee", fee=bold(money(fee, language)), rate=rate(facts.maker_fee_bps, language)),
            texts("ad-form-locked", amount=bold(money(form.total + fee, language))),
        ),
    ))  # fmt: skip
    post = Press(
        texts.plain("ad-form-post"),
        FormButton(verb=FormVerb.CONFIRM, form=FORM, step=Step.PREVIEW, value=form.token),
        Style.GO,
    )
    return text, ((post,),)


_QUESTIONS: Final[dict[Step, Callable[[AdForm, FormFacts, Texts], Asked]]] = {
    Step.ASSET: _asset,
    Step.FIAT: _fiat,
    Step.PRICE: _price,
    Step.STOCK: _stock,
    Step.LEAST: _least,
    Step.MOST: _most,
    Step.METHODS: _methods,
    Step.DETAILS: _details,
    Step.WINDOW: _window,
    Step.TERMS: _terms,
    Step.PREVIEW: _preview,
}


def _so_far(form: AdForm, texts: Texts) -> Html | None:
    """The answers given, as they were read."""
    language = texts.language
    told = [
        f"{form.asset} → {form.fiat}" if form.fiat else form.asset,
        price(form.price, language) if form.price_micros else "",
        money(form.total, language) if form.total_units else "",
        span(form.least, form.most, language) if form.most_units else "",
    ]
    return bold(" · ".join(part for part in told if part)) if told[0] else None


def _chips(step: Step, choices: list[tuple[str, str, bool]], a_row: int = _CHIPS_A_ROW) -> tuple[Row, ...]:
    chips: list[Button] = [
        Press(f"✓ {label}" if chosen else label, _button(step, value), Style.NEXT if chosen else Style.PLAIN)
        for value, label, chosen in choices
    ]
    return in_rows(chips, a_row)


def _button(step: Step, value: str) -> FormButton:
    return FormButton(verb=FormVerb.PICK, form=FORM, step=step, value=value)
