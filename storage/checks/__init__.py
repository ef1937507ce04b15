"""Looks for rows that break a rule of the desk: what `otcdesk admin check` and the self-audit run."""

from typing import TYPE_CHECKING

from storage.checks.ads import ad_findings
from storage.checks.entries import entry_findings
from storage.checks.finding import Finding, breaches
from storage.checks.guards import guard_findings
from storage.checks.ledger import LEDGER_LAWS
from storage.checks.orders import ORDER_LAWS, edge_findings, terms_findings
from storage.checks.promises import PROMISE_LAWS
from storage.checks.trust import TRUST_LAWS

if TYPE_CHECKING:
    from storage.work import StorageWork

__all__ = ["Finding", "check"]


def check(work: "StorageWork") -> list[Finding]:
    """Every broken invariant, at most a hundred rows of each; empty when the desk is sound.

    Run it by `desk.read_snapshot`, so that all queries look at one moment.
    """
    sql = work.sql
    return [
        *breaches(sql, LEDGER_LAWS),
        *entry_findings(sql),
        *guard_findings(sql),
        *breaches(sql, ORDER_LAWS),
        *breaches(sql, PROMISE_LAWS),
        *breaches(sql, TRUST_LAWS),
        *edge_findings(sql),
        *terms_findings(sql),
        *ad_findings(sql),
    ]
