"""The radar over stored proofs: other orders only, bounded, kept for good, and never a decision."""

from domain.kernel.ids import UserId
from domain.operations.rules import DEFAULTS
from domain.orders.events import PaymentMarked
from domain.orders.model import Order
from domain.proofs.model import Likeness, NewProof
from domain.proofs.radar import MARKS
from domain.proofs.use_cases.add_proof import Filed, add_proof
from storage.checks import check
from storage.engine import Desk, open_desk
from storage.migrations import migrate, migrate_down
from storage.stores import proofs as store
from storage.work import StorageWork, work_under
from tests.storage.clock import Clock
from tests.storage.trade import MAKER, TAKER, Trade, eur

PICTURE = bytes(range(32))
SIMILAR = bytes([1, *range(1, 32)])
OTHER = bytes(range(100, 132))


async def _two_orders(trade: Trade) -> tuple[Order, Order]:
    ad = await trade.open_for_business()
    return await trade.take(ad, eur(90)), await trade.take(ad, eur(45))


def _upload(order: Order, name: str, *, sha256: str = "", file: str = "", dhash: bytes | None = None) -> NewProof:
    """A file of its own, but for what is given."""
    own = name.encode().hex().ljust(64, "0")
    return NewProof(order.id, TAKER, sha256 or own, None, "jpeg", 1_000, dhash, file or name, f"m:{name}")


async def _file(trade: Trade, *uploads: NewProof) -> list[Filed]:
    return [await trade.desk.write(add_proof, upload) for upload in uploads]


async def test_the_same_bytes_in_another_order_are_seen(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    first, second = await _two_orders(trade)

    earlier, later = await _file(trade, _upload(first, "a", sha256="c" * 64), _upload(second, "b", sha256="c" * 64))

    assert earlier.proof.match is None
    assert later.proof.match is not None
    assert (later.proof.match.earlier, later.proof.match.likeness) == (earlier.proof.id, Likeness.SAME)


async def test_the_same_telegram_file_is_seen(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    first, second = await _two_orders(trade)

    _, later = await _file(trade, _upload(first, "a", file="AQAD"), _upload(second, "b", file="AQAD"))

    assert later.proof.match is not None
    assert later.proof.match.likeness is Likeness.SAME


async def test_a_similar_picture_is_seen_and_another_is_not(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    first, second = await _two_orders(trade)

    _, similar, other = await _file(
        trade,
        _upload(first, "a", dhash=PICTURE),
        _upload(second, "b", dhash=SIMILAR),
        _upload(second, "c", dhash=OTHER),
    )

    assert similar.proof.match is not None
    assert similar.proof.match.likeness is Likeness.NEAR
    assert other.proof.match is None


async def test_pictures_of_one_order_may_resemble_each_other(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    order, _ = await _two_orders(trade)

    _, again = await _file(
        trade, _upload(order, "a", file="AQAD", dhash=PICTURE), _upload(order, "b", file="AQAD", dhash=PICTURE)
    )

    assert again.proof.match is None


async def test_a_hint_is_kept_shown_and_changes_nothing(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    first, second = await _two_orders(trade)
    _, later = await _file(trade, _upload(first, "a", dhash=PICTURE), _upload(second, "b", dhash=SIMILAR))

    paid = await trade.press(second, TAKER, PaymentMarked())

    view = await desk.read(lambda work: work.orders.view(second.id, MAKER))
    assert view.likeness is Likeness.NEAR
    assert await desk.read(lambda work: work.proofs.of_order(second.id)) == (later.proof,)
    assert (await trade.release(paid)).settled
    assert await desk.read_snapshot(check) == []


async def test_the_look_is_bounded(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    ad = await trade.open_for_business()
    crowd = [UserId(8_000 + n) for n in range(store.PROBES + 8)]
    await trade.join(*crowd)
    orders = [await trade.take(ad, eur(20), actor=person) for person in crowd]
    for number, (order, person) in enumerate(zip(orders, crowd, strict=True)):
        new = NewProof(order.id, person, f"{number:064x}", None, "jpeg", 1, PICTURE, f"f{number}", f"m:{number}")
        await desk.write(add_proof, new)

    found = await desk.read(lambda work: work.proofs.alike(_upload(orders[0], "z", dhash=PICTURE)))

    assert len(orders) > store.PROBES == len(found) <= MARKS * store.PROBES


async def test_pictures_from_before_the_radar_are_found(database_url: str, clock: Clock) -> None:
    desk = await _opened(database_url, clock)
    trade = Trade(desk)
    first, second = await _two_orders(trade)
    await _file(trade, _upload(first, "a", dhash=PICTURE))
    await desk.close()
    await migrate_down(database_url, "0005")
    await migrate(database_url)
    desk = await _opened(database_url, clock)

    [later] = await _file(Trade(desk), _upload(second, "b", dhash=SIMILAR))
    await desk.close()

    assert later.proof.match is not None


async def _opened(url: str, clock: Clock) -> Desk[StorageWork]:
    return await open_desk(url, work_factory=work_under(DEFAULTS), now_of=clock.now_of, exclusive=True)
