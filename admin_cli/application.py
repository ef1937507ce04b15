"""What `otcdesk` can do: the commands that start something, and the operator's verbs under `admin`."""

import typer

from admin_cli.admin import admin
from admin_cli.sandbox import sandbox
from admin_cli.starting import demo, run, serve

app = typer.Typer(
    name="otcdesk",
    help="An OTC desk that lives in a Telegram chat: ads, escrow, proofs.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(demo)
app.command()(sandbox)
app.command()(run)
app.command()(serve)
app.add_typer(admin, name="admin")
