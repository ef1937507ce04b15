"""People, their forms and what belongs to their orders, kept and found again."""

import pytest

from domain.chat.model import NewLine
from domain.forms.model import Draft
from domain.forms.use_cases.drafts import drop_draft, keep_draft
from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import Instant
from domain.kernel.refusal import Refusal, Rule
from domain.notices.ports import Card
from domain.proofs.model import NewProof
from domain.users.use_cases.join import choose_language, join
from storage.engine import Desk
from storage.engine.errors import Constraint, ConstraintBroken
from storage.work import StorageWork
from tests.storage.clock import NOON
from tests.storage.trade import MAKER, STRANGER, TAKER, Trade, eur


async def opened(desk: Desk[StorageWork]) -> OrderId:
    trade = Trade(desk)
    return (await trade.take(await trade.open_for_business(), eur(90))).id


async def test_joining_twice_is_joining_once(desk: Desk[StorageWork]) -> None:
    first = await desk.write(join, MAKER, "ru-RU")

    again = await desk.write(join, MAKER, "en")

    assert (again, first.language, first.joined_at) == (first, "ru", NOON)


async def test_people_are_numbered_one_by_one(desk: Desk[StorageWork]) -> None:
    people = [await desk.write(join, person, None) for person in (MAKER, TAKER, STRANGER)]

    assert [person.number for person in people] == [1, 2, 3]
    assert len({person.code for person in people}) == 3


async def test_person_says_how_to_be_called(desk: Desk[StorageWork]) -> None:
    await desk.write(join, MAKER, "en")

    def changes(work: StorageWork) -> None:
        work.users.rename(MAKER, "Zoë 🦊")
        work.users.pay_as(MAKER, "Zoë Zeta")
        work.users.make_merchant(MAKER, is_merchant=True)

    await desk.write(changes)
    user = await desk.write(choose_language, MAKER, "ru")

    assert (user.alias, user.payer_name, user.is_merchant, user.language) == ("Zoë 🦊", "Zoë Zeta", True, "ru")


async def test_nobody_is_changed_before_joining(desk: Desk[StorageWork]) -> None:
    with pytest.raises(Refusal) as refused:
        await desk.write(lambda work: work.users.rename(STRANGER, "Nobody"))

    assert refused.value.rule is Rule.NOT_REGISTERED


async def test_one_draft_per_person(desk: Desk[StorageWork]) -> None:
    draft = Draft(MAKER, "ad", "price", {"asset": "USDT", "terms": "ждём"}, "token", 77, Instant(0))
    await desk.write(keep_draft, draft)

    kept = await desk.write(keep_draft, Draft(MAKER, "take", "amount", {}, "other", None, Instant(0)))
    found = await desk.read(lambda work: work.drafts.find(MAKER))
    await desk.write(drop_draft, MAKER)

    assert found == kept
    assert await desk.read(lambda work: work.drafts.find(MAKER)) is None


async def test_draft_keeps_every_letter(desk: Desk[StorageWork]) -> None:
    draft = Draft(MAKER, "ad", "price", {"asset": "USDT", "terms": 'ждём "€" \\ 🦊\n'}, "token", 77, NOON)

    await desk.write(keep_draft, draft)

    assert await desk.read(lambda work: work.drafts.find(MAKER)) == draft


async def test_messages_lead_to_their_order(desk: Desk[StorageWork]) -> None:
    order = await opened(desk)

    def shows(work: StorageWork) -> None:
        work.cards.put(Card(TAKER, order, 100, has_picture=False))
        work.cards.put(Card(TAKER, order, 105, has_picture=True))
        work.cards.link(TAKER, 107, order)

    await desk.write(shows)

    assert await desk.read(lambda work: work.cards.find(TAKER, order)) == Card(TAKER, order, 105, has_picture=True)
    assert await desk.read(lambda work: [work.cards.order_of(TAKER, m) for m in (100, 105, 107)]) == [order] * 3
    assert await desk.read(lambda work: work.cards.order_of(MAKER, 100)) is None


async def test_lines_are_numbered_and_said_once(desk: Desk[StorageWork]) -> None:
    order = await opened(desk)
    trade = Trade(desk)
    lines = [await trade.say(order, words, actor) for words, actor in (("hi", TAKER), ("hello", MAKER), ("ok", TAKER))]

    newest = await desk.read(lambda work: work.lines.newest(order, 2))

    assert [line.number for line in lines] == [1, 2, 3]
    assert newest == tuple(lines[1:])
    assert await desk.read(lambda work: work.lines.find(lines[0].new.source)) == lines[0]
    assert await desk.read(lambda work: work.lines.get(order, 2)) == lines[1]
    assert await desk.read(lambda work: work.lines.count_since(TAKER, NOON)) == 2


async def test_one_message_makes_one_line(desk: Desk[StorageWork]) -> None:
    order = await opened(desk)
    new = NewLine(order, TAKER, "hi", None, "m:1")
    await desk.write(lambda work: work.lines.add(new, work.now))

    with pytest.raises(ConstraintBroken) as broken:
        await desk.write(lambda work: work.lines.add(new, work.now))

    assert broken.value.kind is Constraint.UNIQUE


async def test_proof_is_found_by_message_and_by_bytes(desk: Desk[StorageWork]) -> None:
    order = await opened(desk)
    new = NewProof(order, UserId(TAKER), "a" * 64, "b" * 64, "jpeg", 1_234, b"\x00\xff" * 4, "unique", "m:7")

    proof = await desk.write(lambda work: work.proofs.add(new, number=1, match=None, now=work.now))

    assert proof.new.dhash == b"\x00\xff" * 4
    assert await desk.read(lambda work: work.proofs.of_order(order)) == (proof,)
    assert await desk.read(lambda work: work.proofs.find(order, source="m:7", sha256="c" * 64)) == proof
    assert await desk.read(lambda work: work.proofs.find(order, source="m:8", sha256="a" * 64)) == proof
    assert await desk.read(lambda work: work.proofs.find(order, source="m:8", sha256="c" * 64)) is None


async def test_a_visitor_comes_with_their_form(desk: Desk[StorageWork]) -> None:
    await Trade(desk).join(TAKER)
    draft = Draft(TAKER, "take", "amount", {"units": "5"}, "token", 12, Instant(7))

    stranger = await desk.read(lambda work: work.visitors.find(UserId(404)))
    without = await desk.read(lambda work: work.visitors.find(TAKER))
    await desk.write(lambda work: work.drafts.put(draft))
    visitor = await desk.read(lambda work: work.visitors.find(TAKER))

    assert stranger is None
    assert without == (await desk.read(lambda work: work.users.get(TAKER)), None)
    assert visitor is not None
    assert visitor[1] == draft
