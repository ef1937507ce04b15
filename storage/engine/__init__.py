"""The storage engine: plain synchronous SQL inside one async gate, on SQLite and PostgreSQL alike."""

from storage.engine.desk import Desk
from storage.engine.opening import open_desk
from storage.engine.sql import Dialect, PerDialect, Row, Sql, Statement

__all__ = ["Desk", "Dialect", "PerDialect", "Row", "Sql", "Statement", "open_desk"]
