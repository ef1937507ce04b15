"""Alembic runs this file for every command; the connection and the tables come from `storage.migrations`."""

from alembic import context

from storage.migrations import AUTOGENERATE_PLUGINS

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes["metadata"],
    render_as_batch=True,
    autogenerate_plugins=AUTOGENERATE_PLUGINS,
)
with context.begin_transaction():
    context.run_migrations()
