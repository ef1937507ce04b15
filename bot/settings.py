"""The only reader of the environment: typed settings, where they come from and what makes them dangerous."""

import stat
from pathlib import Path
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

PREFIX: Final = "OTCDESK_"
CONFIG_FILE: Final = Path("otcdesk.toml")
SHORTEST_SECRET: Final = 32
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})


class Dangerous(Exception):
    """A configuration the desk refuses to start with; the message says how to mend it."""


class Settings(BaseSettings):
    """Every setting of the desk. See otcdesk.example.toml for what each one means."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, toml_file=CONFIG_FILE, extra="forbid", frozen=True)

    bot_token: SecretStr = SecretStr("")
    telegram_api: str = "https://api.telegram.org"
    data_dir: Path = Path("data")
    database_url: SecretStr = SecretStr("")
    moderator_group: int | None = None
    market_channel: int | None = None
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    webhook_listen: Annotated[str, Field(pattern=r"^[^:\s]+:\d{1,5}$")] = "127.0.0.1:8080"

    @field_validator("telegram_api")
    @classmethod
    def _is_web_address(cls, value: str) -> str:
        if urlsplit(value).scheme not in {"http", "https"}:
            raise ValueError("must begin with http:// or https://")
        return value.rstrip("/")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given in code wins over the environment, that over secret files, that over the TOML file."""
        return (
            init_settings,
            env_settings,
            _SecretFiles(settings_cls),
            TomlConfigSettingsSource(settings_cls),
        )

    @property
    def database(self) -> str:
        """The database's address; a SQLite file in the data folder unless another is set."""
        return self.database_url.get_secret_value() or f"sqlite+aiosqlite:///{self.data_dir / 'otcdesk.sqlite'}"

    @property
    def is_sandboxed(self) -> bool:
        """Whether the Bot API is on this machine: only then may the desk's clock be moved."""
        return urlsplit(self.telegram_api).hostname in LOOPBACK


class _SecretFiles(EnvSettingsSource):
    """`OTCDESK_X_FILE=/run/secrets/x` gives setting `x` the first line of that file."""

    def __call__(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name in self.settings_cls.model_fields:
            path = self.env_vars.get(f"{PREFIX}{name}_FILE".lower())
            if path:
                found[name] = _first_line(Path(path))
        return found


def _first_line(path: Path) -> str:
    try:
        refuse_open_to_others(path)
        return path.read_text(encoding="utf-8").split("\n", 1)[0].strip()
    except (OSError, UnicodeDecodeError) as error:
        raise Dangerous(f"cannot read the secret file {path}: {error}") from None


def prepare_folder(settings: Settings) -> None:
    """Makes the data folder for this user alone. Raises `Dangerous` when it can't, or when others can look into it."""
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Dangerous(f"cannot use the folder {settings.data_dir}: {error.strerror}") from None
    refuse_open_to_others(settings.data_dir)
    for path in settings.data_dir.glob("*.sqlite*"):
        refuse_open_to_others(path)
    if CONFIG_FILE.exists():
        refuse_open_to_others(CONFIG_FILE)


def check_bot(settings: Settings) -> None:
    """What every serving process needs. Raises `Dangerous`."""
    if not settings.bot_token.get_secret_value():
        raise Dangerous(f"there is no bot token: set {PREFIX}BOT_TOKEN, or play without one by `make demo`")


def check_webhook(settings: Settings) -> None:
    """What only the webhook needs. Raises `Dangerous`."""
    if not settings.webhook_url:
        raise Dangerous(f"the webhook has no address: set {PREFIX}WEBHOOK_URL, or poll with `otcdesk run`")
    if len(settings.webhook_secret.get_secret_value()) < SHORTEST_SECRET:
        raise Dangerous(
            f"the webhook secret is shorter than {SHORTEST_SECRET} characters, so anybody could speak as Telegram: "
            f"set {PREFIX}WEBHOOK_SECRET to what this prints: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )


def refuse_open_to_others(path: Path) -> None:
    """Raises `Dangerous` when group or world may read or write what lies there."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        narrow = "700" if path.is_dir() else "600"
        raise Dangerous(f"other users of this machine can open {path}: run chmod {narrow} {path}")
