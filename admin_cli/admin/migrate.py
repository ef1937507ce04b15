"""`otcdesk admin migrate`: brings the database to this version's schema."""

import asyncio

from admin_cli.admin.sheets import AsJson, sentence
from bot.settings import Settings, prepare_folder


def migrate(as_json: AsJson = False) -> None:
    """Make the database, or bring it to this version's tables. Safe to repeat; back up before an upgrade."""
    # Alembic is imported for this verb alone: no other one should wait for it.
    from storage import migrations

    settings = Settings()
    prepare_folder(settings)
    before = asyncio.run(migrations.current(settings.database))
    asyncio.run(migrations.migrate(settings.database))
    after = asyncio.run(migrations.current(settings.database))
    document = {"before": before, "after": after, "changed": before != after}
    said = (
        f"Migrated from {before or 'nothing'} to {after}." if before != after else f"Nothing to do: it is at {after}."
    )
    sentence(document, as_json, said)
