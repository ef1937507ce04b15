"""What a person's record, ratings and marks read like, and the lists of those one has marked."""

from collections.abc import Sequence
from typing import Final

from domain.ads.ports import PAGE_SIZE
from domain.kernel.codes import Coded, number_of
from domain.orders.ports import OrderView
from domain.trust.model import Mark, Rating, Regard, Standing, Tag, Verdict
from domain.users.model import Profile
from handlers.callbacks import Go, OrderVerb, Place, order_button, short
from handlers.texts import Texts
from handlers.trust.buttons import MarkedButton, MarkedVerb, TrustVerb, trust_button
from handlers.views.format import minutes, person, visible
from handlers.views.home import home_row
from handlers.views.markup import Html, lines, paragraphs
from handlers.views.screen import Press, Row, Screen, Style

MARK_SIGNS: Final = {Mark.FAVOURITE: "⭐ ", Mark.BLOCKED: "🚫 "}
THUMBS: Final = {Verdict.POSITIVE: "👍", Verdict.NEGATIVE: "👎"}
_PLACES: Final = {Mark.FAVOURITE: Place.FAVOURITES, Mark.BLOCKED: Place.BLOCKED}


def record_line(profile: Profile, texts: Texts) -> Html:
    """What somebody's ended orders say."""
    record = profile.record
    if record.completion_percent is None:
        return texts("profile-new")
    if record.average_release_ms is None:
        return texts("profile-record", percent=record.completion_percent, count=record.completed)
    return texts(
        "profile-record-release",
        percent=record.completion_percent,
        count=record.completed,
        minutes=max(1, minutes(record.average_release_ms)),
    )


def standing_line(standing: Standing, texts: Texts) -> Html | None:
    """Thumbs up and down with the tags given most often; nothing before the first rating."""
    if not standing.praised and not standing.blamed:
        return None
    counted = texts("standing", praised=str(standing.praised), blamed=str(standing.blamed))
    return Html(f"{counted} · {_tags(standing.tags, texts)}") if standing.tags else counted


def mark_line(regard: Regard, texts: Texts) -> Html | None:
    """What the reader has marked the person as."""
    return None if regard.mark is None else texts(f"mark-{regard.mark}")


def rating_lines(regard: Regard, texts: Texts) -> Html | None:
    """The two ratings of one order, as far as the reader may see them."""
    if regard.given is None and regard.received is None:
        return None
    return lines(
        None if regard.given is None else texts("rating-given", rating=_rating(regard.given, texts)),
        None if regard.received is None else texts("rating-received", rating=_rating(regard.received, texts)),
    )


def party_screen(view: OrderView, texts: Texts) -> Screen:
    """The other side of an order: who they are, and what the reader can do about them."""
    order = view.order
    if view.regard.mark is None:
        marking: tuple[Row, ...] = (
            (
                Press(texts.plain("person-favour"), trust_button(order, TrustVerb.FAVOUR)),
                Press(texts.plain("person-block"), trust_button(order, TrustVerb.BLOCK), Style.STOP),
            ),
        )
    else:
        marking = ((Press(texts.plain(f"person-clear-{view.regard.mark}"), trust_button(order, TrustVerb.CLEAR)),),)
    back = (Press(texts.plain("back"), order_button(order, OrderVerb.OPEN)),)
    return Screen(_person(view.counterparty, view.regard, texts), (*marking, back))


def marked_screen(profile: Profile, regard: Regard, texts: Texts) -> Screen:
    """Somebody out of one's own lists."""
    kind = regard.mark or Mark.FAVOURITE
    clear = MarkedButton(verb=MarkedVerb.CLEAR, person=profile.code)
    return Screen(
        _person(profile, regard, texts),
        (
            (Press(texts.plain(f"person-clear-{kind}"), clear),),
            (Press(texts.plain("back"), Go(verb=_PLACES[kind])), *home_row(texts)),
        ),
    )


def people_screen(people: Sequence[Profile], kind: Mark, texts: Texts) -> Screen:
    """The favourites or the blocked; `people` may hold one more than a page shows."""
    shown = people[:PAGE_SIZE]
    rows = tuple(
        (
            Press(
                f"{MARK_SIGNS[kind]}{visible(profile.alias)} #{profile.code}",
                MarkedButton(verb=MarkedVerb.OPEN, person=profile.code),
            ),
        )
        for profile in shown
    )
    more: Row = ()
    if people[PAGE_SIZE:]:
        number = number_of(Coded.USER, shown[-1].code) or 0
        more = (Press(texts.plain("page-next"), Go(verb=_PLACES[kind], at=short(number))),)
    other = Mark.BLOCKED if kind is Mark.FAVOURITE else Mark.FAVOURITE
    switch = (Press(texts.plain(f"people-to-{other}"), Go(verb=_PLACES[other])),)
    title = f"people-{kind}" if shown else f"people-{kind}-none"
    return Screen(texts(title), (*rows, more, switch, home_row(texts)))


def tag_name(tag: Tag, texts: Texts) -> str:
    return texts.plain(f"tag-{tag}")


def _person(profile: Profile, regard: Regard, texts: Texts) -> Html:
    return paragraphs((
        texts("person-title", person=person(profile)),
        lines(record_line(profile, texts), standing_line(regard.standing, texts)),
        mark_line(regard, texts) or texts("person-marks"),
    ))  # fmt: skip


def _rating(rating: Rating, texts: Texts) -> Html:
    thumb = Html(THUMBS[rating.verdict])
    return Html(f"{thumb} {_tags(rating.tags, texts)}") if rating.tags else thumb


def _tags(tags: Sequence[Tag], texts: Texts) -> Html:
    return Html(" · ".join(texts(f"tag-{tag}") for tag in tags))
