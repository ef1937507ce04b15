"""Quick match: how much, how, and what to say when no ad fits."""

from typing import Final

from domain.ads.methods import METHODS, methods_for
from domain.ads.ports import MarketFilter
from domain.kernel.money import Money
from handlers.callbacks import FormButton, FormVerb
from handlers.texts import Texts
from handlers.views.form import form_screen
from handlers.views.format import money
from handlers.views.markup import Html, bold
from handlers.views.screen import Press, Screen

MATCH_FORM: Final = "match"
AMOUNT: Final = "amount"
METHOD: Final = "method"
ANY: Final = "any"
"""As the value of a method button."""


def match_amount_screen(wanted: MarketFilter, texts: Texts, trouble: Html | None = None) -> Screen:
    """How much fiat, typed."""
    question = texts("match-amount", asset=wanted.asset.code, fiat=wanted.fiat.code)
    return form_screen(question, (), MATCH_FORM, AMOUNT, texts, trouble)


def match_method_screen(amount: Money, texts: Texts, trouble: Html | None = None) -> Screen:
    """By which of the methods that carry this fiat."""
    picks = [_pick(texts.plain("market-any-method"), ANY)]
    picks += [_pick(method.name, method.code) for method in methods_for(amount.unit.code)]
    question = texts("match-method", amount=bold(money(amount, texts.language)))
    return form_screen(question, tuple((pick,) for pick in picks), MATCH_FORM, METHOD, texts, trouble)


def no_match(amount: Money, method: str | None, texts: Texts) -> Html:
    """Why there is no card to show."""
    shown = bold(money(amount, texts.language))
    if method is None:
        return texts("match-none", amount=shown)
    return texts("match-none-by", amount=shown, method=METHODS[method].name)


def _pick(label: str, value: str) -> Press:
    return Press(label, FormButton(verb=FormVerb.PICK, form=MATCH_FORM, step=METHOD, value=value))
