"""The operator's verbs, one noun per file. They stand on domain and storage and never import aiogram."""

import typer

from admin_cli.admin.balances import balances
from admin_cli.admin.check import check
from admin_cli.admin.clock import clock
from admin_cli.admin.credit import credit
from admin_cli.admin.docs import docs
from admin_cli.admin.inbox import inbox
from admin_cli.admin.merchant import merchant
from admin_cli.admin.migrate import migrate
from admin_cli.admin.order import order
from admin_cli.admin.outbox import outbox
from admin_cli.admin.statement import statement
from admin_cli.admin.user import user

admin = typer.Typer(help="Look into the desk and run it. Every verb takes --json.", no_args_is_help=True)
for verb in (check, balances, statement, credit, migrate, docs):
    admin.command()(verb)
for noun in (merchant, user, order, inbox, outbox, clock):
    admin.add_typer(noun)
