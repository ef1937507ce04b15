"""The steps of taking an ad: how much, how, in whose name, and the quote to confirm."""

from domain.ads.methods import METHODS
from domain.ads.model import Ad
from domain.kernel.money import Money
from domain.orders.quote import Quote
from domain.users.model import Profile
from handlers.callbacks import FormButton, FormVerb, short
from handlers.market.take_form import FORM, Step
from handlers.texts import Texts
from handlers.views.form import form_screen
from handlers.views.format import money, person, price, span, visible
from handlers.views.markup import Html, bold, exact_clock, lines, paragraphs, spoiler
from handlers.views.screen import Press, Screen, Style


def amount_step(ad: Ad, texts: Texts, trouble: Html | None = None) -> Screen:
    """How much fiat: typed, or one of the round amounts."""
    presets = tuple(
        Press(money(amount, texts.language), _button(FormVerb.PICK, Step.AMOUNT, short(amount.units)))
        for amount in presets_of(ad)
    )
    text = texts(
        "take-amount",
        asset=ad.total.unit.code,
        limits=bold(span(ad.least, ad.most_now, texts.language)),
        price=bold(price(ad.price, texts.language)),
    )
    return form_screen(text, (presets,), FORM, Step.AMOUNT, texts, trouble)


def method_step(ad: Ad, texts: Texts, trouble: Html | None = None) -> Screen:
    """How the fiat is sent."""
    picks = tuple((Press(METHODS[code].name, _button(FormVerb.PICK, Step.METHOD, code)),) for code in ad.methods)
    return form_screen(texts("take-method"), picks, FORM, Step.METHOD, texts, trouble)


def payer_step(texts: Texts, trouble: Html | None = None) -> Screen:
    """The name on the account that pays."""
    return form_screen(texts("take-payer"), (), FORM, Step.PAYER, texts, trouble)


def quote_step(quote: Quote, maker: Profile, payer_name: str, token: str, texts: Texts, trouble: Html | None) -> Screen:
    """Both amounts, the price, the time to pay and the payer's name, once more before anything is locked."""
    language = texts.language
    text = paragraphs((
        lines(texts("take-quote"), person(maker)),
        lines(
            texts("order-pays-buyer", amount=bold(money(quote.fiat, language))),
            texts("order-gets-buyer", amount=bold(money(quote.receives, language))),
            texts("order-price", price=price(quote.ad.price, language), fee=money(quote.buyer_fee, language)),
        ),
        lines(
            texts("take-by", method=bold(METHODS[quote.account.method].name)),
            texts("take-name", name=spoiler(visible(payer_name))),
            texts("take-window", minutes=quote.ad.window_minutes),
        ),
        texts("take-until", clock=exact_clock(quote.until)),
    ))  # fmt: skip
    rows = (
        (Press(texts.plain("take-confirm"), _button(FormVerb.CONFIRM, Step.QUOTE, token), Style.GO),),
        (Press(texts.plain("take-rename"), _button(FormVerb.PICK, Step.QUOTE, "name")),),
    )
    return form_screen(text, rows, FORM, Step.QUOTE, texts, trouble)


def presets_of(ad: Ad) -> tuple[Money, ...]:
    """The smallest, a round one in between and the largest order: the same amount only once."""
    least, most = ad.least, ad.most_now
    middle = (least.units + most.units) // 2
    one = 10 ** (len(str(middle)) - 1)
    rounded = Money(max(least.units, middle // one * one), least.unit)
    return tuple(sorted({least, rounded, most}, key=_units))


def _units(amount: Money) -> int:
    return amount.units


def _button(verb: FormVerb, step: Step, value: str) -> FormButton:
    return FormButton(verb=verb, form=FORM, step=step, value=value)
