"""`otcdesk admin check`: asks every invariant and names the rows that break one."""

import typer

from admin_cli.admin.desk import read
from admin_cli.admin.sheets import AsJson, Sheet, answer, sentence
from storage import checks


def check(as_json: AsJson = False) -> None:
    """Check every invariant of book, orders and queues. Ends with 1 when something is wrong."""
    findings = read(checks.check)
    document = {
        "ok": not findings,
        "findings": [{"invariant": f.invariant, "subject": f.subject, "detail": f.detail} for f in findings],
    }
    if not findings:
        sentence(document, as_json, "All is well: every invariant holds.")
        return
    rows = [(f.invariant, f.subject, f.detail) for f in findings]
    answer(document, as_json, Sheet(f"{len(findings)} findings", ("invariant", "row", "what is wrong"), rows))
    raise typer.Exit(1)
