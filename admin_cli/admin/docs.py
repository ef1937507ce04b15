"""`otcdesk admin docs`: writes the documents that are generated, or says whether the written ones still hold."""

from pathlib import Path
from typing import Annotated

import typer

from admin_cli.admin.lifecycle import order_lifecycle
from admin_cli.admin.sheets import AsJson, sentence

FOLDER = Path("docs")


def docs(
    check: Annotated[bool, typer.Option("--check", help="Write nothing; end with 1 when a document is old.")] = False,
    folder: Annotated[Path, typer.Option(metavar="DIR", help="Where the documents are.")] = FOLDER,
    as_json: AsJson = False,
) -> None:
    """Write docs/order-lifecycle.md from the order table."""
    path, due = folder / "order-lifecycle.md", order_lifecycle()
    is_old = not path.exists() or path.read_text("utf-8") != due
    if is_old and not check:
        path.write_text(due, "utf-8")
    document = {"document": str(path), "is_old": is_old, "written": is_old and not check}
    if is_old and check:
        sentence(document, as_json, f"{path} is not what the order table says: run `otcdesk admin docs`.")
        raise typer.Exit(1)
    sentence(document, as_json, f"{path} is written." if is_old else f"{path} is as it should be.")
