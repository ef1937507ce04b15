"""The two steps of a rating: the verdict, then the tags."""

from domain.orders.ports import OrderView
from domain.trust.model import TAGS, Rating, Tag, Verdict
from handlers.callbacks import OrderVerb, order_button
from handlers.texts import Texts
from handlers.trust.buttons import TrustVerb, trust_button
from handlers.views.format import person
from handlers.views.markup import paragraphs
from handlers.views.people import THUMBS, tag_name
from handlers.views.screen import Press, Screen, Style


def rate_screen(view: OrderView, texts: Texts) -> Screen:
    """Would one trade with them again?"""
    order = view.order
    text = paragraphs((
        texts("rate-title", code=order.code, person=person(view.counterparty)),
        texts("rate-blind"),
    ))  # fmt: skip
    verdicts = tuple(
        (Press(texts.plain(f"rate-{verdict}"), trust_button(order, TrustVerb.TAGS, Rating(verdict))),)
        for verdict in Verdict
    )
    return Screen(text, (*verdicts, (Press(texts.plain("back"), order_button(order, OrderVerb.OPEN)),)))


def tags_screen(view: OrderView, rating: Rating, texts: Texts) -> Screen:
    """Why? Any of the verdict's tags, or none."""
    order = view.order
    text = paragraphs((
        texts("rate-tags", thumb=THUMBS[rating.verdict], person=person(view.counterparty)),
        texts("rate-blind"),
    ))  # fmt: skip
    toggles = tuple(
        (Press(_label(tag, rating, texts), trust_button(order, TrustVerb.TAGS, _toggled(tag, rating))),)
        for tag in TAGS[rating.verdict]
    )
    give = (Press(texts.plain("rate-give"), trust_button(order, TrustVerb.GIVE, rating), Style.GO),)
    return Screen(text, (*toggles, give, (Press(texts.plain("back"), trust_button(order, TrustVerb.RATE)),)))


def _label(tag: Tag, rating: Rating, texts: Texts) -> str:
    return f"✓ {tag_name(tag, texts)}" if tag in rating.tags else tag_name(tag, texts)


def _toggled(tag: Tag, rating: Rating) -> Rating:
    wanted = set(rating.tags) ^ {tag}
    return Rating(rating.verdict, tuple(known for known in TAGS[rating.verdict] if known in wanted))
