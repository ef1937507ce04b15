"""`otcdesk admin balances`: what lies where, for one person or for the whole desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

import typer

from admin_cli.admin.desk import read
from admin_cli.admin.people import person
from admin_cli.admin.sheets import AsJson, Sheet, answer, money, told
from domain.kernel.money import Money
from domain.kernel.units import ASSETS
from domain.ledger.accounts import AccountKind, custody, fees
from domain.ledger.ports import Holding
from domain.users.model import User
from storage.readers.operators import HeldAccount, held_accounts, totals
from storage.work import StorageWork

MOST_ACCOUNTS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole desk: sums by kind of balance, the platform and the world among them, and every account."""

    sums: Sequence[tuple[AccountKind, Money]]
    accounts: Sequence[HeldAccount]


def balances(
    user: Annotated[str | None, typer.Argument(metavar="[USER]", help="One person; everybody without it.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=MOST_ACCOUNTS, help="How many accounts to list.")] = 1_000,
    as_json: AsJson = False,
) -> None:
    """Show what lies on which account, of one person or of the whole desk."""
    if user is None:
        _show_everything(read(_everything, limit), as_json)
    else:
        _show_person(*read(_holdings, user), as_json)


def _everything(work: StorageWork, limit: int) -> Overview:
    common = [
        (kind, work.book.balance(account(asset)))
        for asset in ASSETS.values()
        for kind, account in ((AccountKind.FEES, fees), (AccountKind.CUSTODY, custody))
    ]
    sums = [*totals(work.sql), *((kind, amount) for kind, amount in common if amount)]
    in_order = sorted(sums, key=lambda entry: (entry[1].unit.code, list(AccountKind).index(entry[0])))
    return Overview(in_order, held_accounts(work.sql, limit))


def _holdings(work: StorageWork, name: str) -> tuple[User, Sequence[Holding]]:
    user = person(work, name)
    return user, work.book.holdings(user.id)


def _show_everything(desk: Overview, as_json: bool) -> None:
    document = {
        "totals": [{"kind": kind, **money(amount)} for kind, amount in desk.sums],
        "accounts": [
            {"account": held.name, "kind": held.kind, "user": held.owner, **money(held.amount)}
            for held in desk.accounts
        ],
    }
    answer(
        document,
        as_json,
        Sheet("The desk", ("kind", "amount>"), [(kind, told(amount)) for kind, amount in desk.sums]),
        Sheet("Accounts", ("account", "user>", "amount>"), [(h.name, h.owner, told(h.amount)) for h in desk.accounts]),
    )


def _show_person(user: User, holdings: Sequence[Holding], as_json: bool) -> None:
    document = {
        "user": user.id,
        "code": user.code,
        "alias": user.alias,
        "balances": [{"kind": h.kind, "subject": h.subject, **money(h.amount)} for h in holdings],
    }
    rows = [(h.kind, h.subject, told(h.amount)) for h in holdings]
    answer(document, as_json, Sheet(f"{user.alias} #{user.code}", ("kind", "ad or order>", "amount>"), rows))
