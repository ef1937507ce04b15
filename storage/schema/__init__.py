"""Every table of the desk, one file per subject; importing this package registers them all."""

from storage.schema import (  # noqa: F401 - each import registers its tables
    ads,
    chat,
    forms,
    inbox,
    ledger,
    looks,
    notices,
    operations,
    orders,
    proofs,
    trust,
    users,
)
from storage.schema.columns import metadata

__all__ = ["metadata"]
