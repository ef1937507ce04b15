"""The laws of the book that one query each can see: sums, signs, references."""

from typing import Final

from sqlalchemy import text

from storage.checks.finding import Law

LEDGER_LAWS: Final = (
    Law(
        "L2",
        "entry {}",
        "moves nothing: {}",
        text("""
            SELECT e.id, e.reference FROM ledger_entries e
            WHERE NOT EXISTS (SELECT 1 FROM ledger_postings p WHERE p.entry_id = e.id)
            ORDER BY e.id LIMIT :most
        """),
    ),
    Law(
        "L3",
        "entry {}",
        "posting {} carries {} from {} to {}",
        text("""
            SELECT entry_id, n, asset, source, target FROM ledger_postings
            WHERE substr(source, length(source) - length(asset)) <> ':' || asset
               OR substr(target, length(target) - length(asset)) <> ':' || asset
            ORDER BY entry_id LIMIT :most
        """),
    ),
    Law(
        "L4",
        "account {}",
        "lies at {}",
        text("""
            SELECT name, credits - debits FROM ledger_accounts WHERE credits < debits OR debits < 0
            UNION ALL
            SELECT name, CAST(SUM(units) AS BIGINT) FROM (
                SELECT target AS name, units FROM ledger_postings WHERE target_owner IS NULL
                UNION ALL
                SELECT source, -units FROM ledger_postings WHERE source_owner IS NULL
            ) AS moves
            WHERE substr(name, 1, 6) <> 'world:' GROUP BY name HAVING SUM(units) < 0
            LIMIT :most
        """),
    ),
    Law(
        "L5",
        "account {}",
        "the postings differ from its counters by {} in and {} out",
        text("""
            SELECT name, CAST(SUM(gained) AS BIGINT), CAST(SUM(lost) AS BIGINT) FROM (
                SELECT target AS name, units AS gained, 0 AS lost FROM ledger_postings WHERE target_owner IS NOT NULL
                UNION ALL
                SELECT source, 0, units FROM ledger_postings WHERE source_owner IS NOT NULL
                UNION ALL
                SELECT name, -credits, -debits FROM ledger_accounts
            ) AS moves
            GROUP BY name HAVING SUM(gained) <> 0 OR SUM(lost) <> 0
            ORDER BY name LIMIT :most
        """),
    ),
    Law(
        "L5",
        "account {}",
        "the postings differ from its roll-up by {} in and {} out",
        text("""
            SELECT name, CAST(SUM(gained) AS BIGINT), CAST(SUM(lost) AS BIGINT) FROM (
                SELECT r.name, p.units AS gained, 0 AS lost FROM ledger_rollups r
                JOIN ledger_postings p
                  ON p.target = r.name AND p.target_owner IS NULL AND p.entry_id <= r.up_to_entry
                UNION ALL
                SELECT r.name, 0, p.units FROM ledger_rollups r
                JOIN ledger_postings p
                  ON p.source = r.name AND p.source_owner IS NULL AND p.entry_id <= r.up_to_entry
                UNION ALL
                SELECT name, -credits, -debits FROM ledger_rollups
            ) AS moves
            GROUP BY name HAVING SUM(gained) <> 0 OR SUM(lost) <> 0
            ORDER BY name LIMIT :most
        """),
    ),
    Law(
        "L5",
        "account {}",
        "is filed as {} of {} for {}",
        text(r"""
            SELECT name, kind, owner_id, COALESCE(subject, 0) FROM ledger_accounts
            WHERE name <> CASE
                WHEN kind IN ('available', 'grace') THEN 'user:' || owner_id || ':' || kind || ':' || asset
                WHEN kind = 'reserve' THEN 'ad:' || COALESCE(subject, 0) || '\:reserve\:' || asset
                ELSE 'order:' || COALESCE(subject, 0) || '\:escrow\:' || asset
            END
            ORDER BY name LIMIT :most
        """),
    ),
    Law(
        "L6",
        "entry {}",
        "posting {} is filed under somebody else",
        text("""
            SELECT p.entry_id, p.n FROM ledger_postings p
            LEFT JOIN ledger_accounts s ON s.name = p.source
            LEFT JOIN ledger_accounts t ON t.name = p.target
            WHERE COALESCE(p.source_owner, 0) <> COALESCE(s.owner_id, 0)
               OR COALESCE(p.target_owner, 0) <> COALESCE(t.owner_id, 0)
            ORDER BY p.entry_id LIMIT :most
        """),
    ),
    Law(
        "L7",
        "reference {}",
        "is booked {} times",
        text("""
            SELECT reference, COUNT(*) FROM ledger_entries
            GROUP BY reference HAVING COUNT(*) > 1
            ORDER BY reference LIMIT :most
        """),
    ),
    Law(
        "L8",
        "asset {}",
        "what the desk owes and holds differs from custody by {}",
        text("""
            SELECT asset, CAST(SUM(units) AS BIGINT) FROM (
                SELECT asset, credits - debits AS units FROM ledger_accounts
                UNION ALL
                SELECT asset, units FROM ledger_postings WHERE target_owner IS NULL
                UNION ALL
                SELECT asset, -units FROM ledger_postings WHERE source_owner IS NULL
            ) AS balances
            GROUP BY asset HAVING SUM(units) <> 0
            ORDER BY asset LIMIT :most
        """),
    ),
    Law(
        "L10",
        "entry {}",
        "moves money between two people as {}",
        text("""
            SELECT p.entry_id, e.kind FROM ledger_postings p JOIN ledger_entries e ON e.id = p.entry_id
            WHERE p.source_owner <> p.target_owner AND e.kind <> 'order-settled'
            ORDER BY p.entry_id LIMIT :most
        """),
    ),
)
