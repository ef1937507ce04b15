"""`otcdesk admin merchant`: who may post ads."""

import typer

from admin_cli.admin.desk import write
from admin_cli.admin.people import UserName, person
from admin_cli.admin.sheets import AsJson, sentence
from domain.users.model import User
from storage.work import StorageWork

merchant = typer.Typer(name="merchant", help="Say who may post ads.", no_args_is_help=True)


@merchant.command()
def grant(user: UserName, as_json: AsJson = False) -> None:
    """Let a person post ads."""
    before = write(_grant, user)
    _tell(before, as_json, is_merchant=True, said="is a merchant now", said_again="was a merchant already")


@merchant.command()
def revoke(user: UserName, as_json: AsJson = False) -> None:
    """Let a person post no new ads. Ads and orders that live are left alone."""
    before = write(_revoke, user)
    _tell(before, as_json, is_merchant=False, said="is no merchant any more", said_again="was no merchant")


def _grant(work: StorageWork, name: str) -> User:
    user = person(work, name)
    work.users.make_merchant(user.id, is_merchant=True)
    return user


def _revoke(work: StorageWork, name: str) -> User:
    user = person(work, name)
    work.users.make_merchant(user.id, is_merchant=False)
    return user


def _tell(before: User, as_json: bool, *, is_merchant: bool, said: str, said_again: str) -> None:
    changed = before.is_merchant is not is_merchant
    document = {"user": before.id, "code": before.code, "is_merchant": is_merchant, "changed": changed}
    sentence(document, as_json, f"{before.alias} #{before.code} {said if changed else said_again}.")
