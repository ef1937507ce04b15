"""The metadata all tables register with, and the few kinds of columns they are made of.

Constraint names are fixed here, so that migrations and errors can speak of them.
"""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import BigInteger, CheckConstraint, Column, Integer, MetaData, Text

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_NUMBERED: Final = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only in a column declared as plain INTEGER."""


def numbered(name: str = "id") -> Column[int]:
    """The primary key that the database counts up."""
    return Column(name, _NUMBERED, primary_key=True, autoincrement=True)


def whole(name: str, *extras: Any, key: bool = False, optional: bool = False) -> Column[int]:
    """An integer of 64 bits: an id, a count, minor units, or milliseconds since 1970 UTC."""
    return Column(name, BigInteger, *extras, primary_key=key, nullable=optional, autoincrement=False)


def words(name: str, *extras: Any, key: bool = False, optional: bool = False) -> Column[str]:
    """A text: of people, of a closed set, or JSON."""
    return Column(name, Text, *extras, primary_key=key, nullable=optional)


def flag(name: str) -> Column[int]:
    """0 or 1, with `only_flag` beside it: SQLite has no booleans and PostgreSQL's compare with nothing else."""
    return Column(name, Integer, nullable=False)


def only_flag(name: str) -> CheckConstraint:
    """The CHECK of a flag."""
    return CheckConstraint(f"{name} IN (0, 1)", name=f"{name}_flag")


def only_known(name: str, values: Iterable[str]) -> CheckConstraint:
    """The CHECK of a text out of a closed set."""
    return CheckConstraint(f"{name} IN ({quoted(values)})", name=f"{name}_known")


def quoted(values: Iterable[str]) -> str:
    """Our own constants as an SQL list; never what somebody typed."""
    return ", ".join(f"'{value}'" for value in values)
