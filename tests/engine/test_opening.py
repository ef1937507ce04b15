"""Addresses in every common spelling, and a clear word about the others."""

import pytest

from storage.engine.opening import UnfitUrl, parse_url, sqlite_path


@pytest.mark.parametrize(
    ("written", "driver"),
    [
        ("sqlite:///otcdesk.db", "sqlite+aiosqlite"),
        ("sqlite+aiosqlite:////var/otcdesk.db", "sqlite+aiosqlite"),
        ("postgres://desk@db/otc", "postgresql+asyncpg"),
        ("postgresql://desk:secret@db:5433/otc", "postgresql+asyncpg"),
        ("postgresql+asyncpg://desk@db/otc", "postgresql+asyncpg"),
    ],
)
def test_common_spellings_mean_our_drivers(written: str, driver: str) -> None:
    assert parse_url(written).drivername == driver


def test_four_slashes_are_absolute() -> None:
    assert str(sqlite_path(parse_url("sqlite:////var/otcdesk.db"))) == "/var/otcdesk.db"
    assert str(sqlite_path(parse_url("sqlite:///otcdesk.db"))) == "otcdesk.db"


@pytest.mark.parametrize(
    "unfit",
    [
        "mysql://desk:secret@db/otc",
        "postgresql+psycopg://desk:secret@db/otc",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:otc?mode=memory&uri=true",
        "otcdesk.db",
    ],
)
def test_others_are_refused_without_telling_the_password(unfit: str) -> None:
    with pytest.raises(UnfitUrl) as caught:
        parse_url(unfit)

    assert "secret" not in str(caught.value)
