"""`otcdesk admin credit`: books a deposit that really arrived somewhere."""

import getpass
from typing import Annotated

import typer

from admin_cli.admin.desk import write
from admin_cli.admin.people import UserName, person
from admin_cli.admin.sheets import AsJson, money, sentence, told
from domain.kernel.amounts import read_amount
from domain.kernel.money import Money
from domain.kernel.units import asset as asset_called
from domain.ledger.accounts import available
from domain.ledger.use_cases.credit import Credit, credit_deposit
from domain.users.model import User
from storage.work import StorageWork


def credit(
    user: UserName,
    amount: Annotated[str, typer.Argument(metavar="AMOUNT", help="For example 250.5; a comma is a decimal point too.")],
    asset: Annotated[str, typer.Argument(metavar="ASSET", help="USDT, BTC, ETH or TON.")],
    reference: Annotated[str, typer.Option(help="What the outside world calls this payment, such as a tx hash.")],
    as_json: AsJson = False,
) -> None:
    """Book a deposit. The reference counts once: giving the same command again books nothing more."""
    exact = read_amount(amount, asset_called(asset.upper()))
    owner, booked, now_there = write(_credit, user, exact, reference)
    document = {
        "user": owner.id,
        "code": owner.code,
        "reference": reference,
        "booked": booked,
        "credited": money(exact),
        "available": money(now_there),
    }
    whom = f"{owner.alias} #{owner.code}"
    said = f"Booked {told(exact)} for {whom}" if booked else f"As before: {told(exact)} for {whom} was booked already"
    sentence(document, as_json, f"{said}. Available now: {told(now_there)}.")


def _credit(work: StorageWork, name: str, amount: Money, reference: str) -> tuple[User, bool, Money]:
    user = person(work, name)
    booked = credit_deposit(work, Credit(user.id, amount, reference.strip(), operator=_operator()))
    return user, booked, work.book.balance(available(user.id, amount.unit))


def _operator() -> str:
    """Who is at the keyboard, for the entry's memo."""
    try:
        return f"console:{getpass.getuser()}"
    except (OSError, KeyError):
        return "console"
