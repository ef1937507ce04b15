"""Whom an operator means: a Telegram id, or the short code that the desk shows beside an alias."""

from typing import Annotated

import typer

from domain.kernel.codes import Coded, number_of
from domain.kernel.ids import OrderId, UserId
from domain.kernel.refusal import Refusal, Rule
from domain.orders.model import Order
from domain.users.model import User
from storage.readers.operators import order_numbered, user_numbered
from storage.work import StorageWork

UserName = Annotated[str, typer.Argument(metavar="USER", help="A Telegram id, or a short code such as '#K3MZ7Q'.")]
OrderName = Annotated[str, typer.Argument(metavar="ORDER", help="A short code such as '#K3MZ7Q', or the row's number.")]


def person(work: StorageWork, name: str) -> User:
    """Raises `Refusal` (not-registered)."""
    if name.isascii() and name.isdecimal():
        user = work.users.find(UserId(int(name)))
    else:
        number = number_of(Coded.USER, name)
        known = None if number is None else user_numbered(work.sql, number)
        user = None if known is None else work.users.find(known)
    if user is None:
        raise Refusal(Rule.NOT_REGISTERED, given=name)
    return user


def named_order(work: StorageWork, name: str) -> Order:
    """Raises `Refusal` (not-found)."""
    number = int(name) if name.isascii() and name.isdecimal() else number_of(Coded.ORDER, name)
    order = None if number is None else order_numbered(work.sql, OrderId(number))
    if order is None:
        raise Refusal(Rule.NOT_FOUND, given=name)
    return order
