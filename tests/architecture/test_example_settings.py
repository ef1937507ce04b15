"""The documented example names every setting, shows the true defaults, and is accepted as it stands."""

import re
import tomllib
from pathlib import Path

from bot.settings import PREFIX, Settings
from tests.architecture.source import ROOT

EXAMPLE = (ROOT / "otcdesk.example.toml").read_text("utf-8")
# The first value shown for a setting is the default, unless the setting has none.
SHOWN = dict(reversed(re.findall(r"^#([a-z_]+) = (.+)$", EXAMPLE, re.MULTILINE)))


def test_example_names_every_setting_and_no_other() -> None:
    assert set(SHOWN) == set(Settings.model_fields)


def test_example_names_the_variable_of_every_setting() -> None:
    variables = set(re.findall(rf"^# ({PREFIX}[A-Z_]+)", EXAMPLE, re.MULTILINE))

    assert {f"{PREFIX}{name.upper()}" for name in Settings.model_fields} - variables == set()


def test_example_is_accepted_as_it_stands() -> None:
    values = tomllib.loads("\n".join(f"{name} = {value}" for name, value in SHOWN.items()))

    settings = Settings(**values)

    assert settings.data_dir == Path("data")


def test_example_shows_the_true_defaults() -> None:
    values = tomllib.loads("\n".join(f"{name} = {value}" for name, value in SHOWN.items()))
    defaults = Settings.model_construct()

    assert values["telegram_api"] == defaults.telegram_api
    assert values["webhook_listen"] == defaults.webhook_listen
    assert Path(values["data_dir"]) == defaults.data_dir
    assert values["database_url"] == defaults.database
