"""Looking at one's money: balances and the statement behind them."""

from domain.kernel.ids import UserId
from domain.ledger.ports import Holding, StatementLine
from domain.work import Reading
from handlers.callbacks import Go, number_in
from handlers.views.screen import Screen
from handlers.views.wallet import STATEMENT_LINES, statement_screen, wallet_screen
from handlers.visit import Visit


async def balances(visit: Visit, go: Go | None = None) -> Screen:
    return wallet_screen(await visit.desk.read(_holdings, visit.user.id), visit.texts)


async def statement(visit: Visit, go: Go | None = None) -> Screen:
    before = number_in(go.at) if go is not None and go.at else None
    return statement_screen(await visit.desk.read(_statement, visit.user.id, before), visit.texts)


def _holdings(reading: Reading, user: UserId) -> tuple[Holding, ...]:
    return reading.book.holdings(user)


def _statement(reading: Reading, user: UserId, before: int | None) -> tuple[StatementLine, ...]:
    """One line more than a page, so that the page knows whether another follows."""
    return reading.book.statement(user, before=before, limit=STATEMENT_LINES + 1)
