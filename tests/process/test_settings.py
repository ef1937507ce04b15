"""Where settings come from, and what the desk refuses to start with."""

from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.settings import Dangerous, Settings, check_bot, check_webhook, prepare_folder


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the machine that runs the tests gets in."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"OTCDESK_{name}".upper(), raising=False)
        monkeypatch.delenv(f"OTCDESK_{name}_FILE".upper(), raising=False)


def test_environment_wins_over_secret_file_and_that_over_the_toml_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "otcdesk.toml").write_text('bot_token = "toml"\nmarket_channel = -100\ndata_dir = "kept"\n')
    secret = tmp_path / "token"
    secret.write_text("file\nsecond line\n")
    secret.chmod(0o600)
    monkeypatch.setenv("OTCDESK_BOT_TOKEN_FILE", str(secret))
    from_file = Settings()
    monkeypatch.setenv("OTCDESK_BOT_TOKEN", "environment")
    from_environment = Settings()

    assert from_file.bot_token.get_secret_value() == "file"
    assert from_environment.bot_token.get_secret_value() == "environment"
    assert (from_file.market_channel, from_file.data_dir) == (-100, Path("kept"))


def test_a_misspelt_setting_in_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "otcdesk.toml").write_text('bot_tokken = "x"\n')

    with pytest.raises(ValidationError, match="bot_tokken"):
        Settings()


def test_a_secret_file_that_others_can_read_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text("x")
    secret.chmod(0o644)
    monkeypatch.setenv("OTCDESK_BOT_TOKEN_FILE", str(secret))

    with pytest.raises(Dangerous, match="chmod 600"):
        Settings()


def test_a_folder_that_others_can_enter_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o755)

    with pytest.raises(Dangerous, match="chmod 700"):
        prepare_folder(Settings(data_dir=folder))


def test_a_database_that_others_can_read_is_refused(tmp_path: Path) -> None:
    prepare_folder(Settings(data_dir=tmp_path / "data"))
    database = tmp_path / "data" / "otcdesk.sqlite"
    database.write_bytes(b"")
    database.chmod(0o640)

    with pytest.raises(Dangerous, match="chmod 600"):
        prepare_folder(Settings(data_dir=tmp_path / "data"))


def test_a_configuration_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "otcdesk.toml").write_text("")
    (tmp_path / "otcdesk.toml").chmod(0o644)

    with pytest.raises(Dangerous, match=r"otcdesk\.toml"):
        prepare_folder(Settings(data_dir=tmp_path / "data"))


def test_a_path_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")

    with pytest.raises(Dangerous, match="cannot use the folder"):
        prepare_folder(Settings(data_dir=tmp_path / "data"))


def test_no_token_names_the_demo() -> None:
    with pytest.raises(Dangerous, match="make demo"):
        check_bot(Settings())


@pytest.mark.parametrize("secret", ["", "short", "x" * 31])
def test_a_guessable_webhook_secret_is_refused(secret: str) -> None:
    with pytest.raises(Dangerous, match="token_urlsafe"):
        check_webhook(Settings(webhook_url="https://example.org/t", webhook_secret=SecretStr(secret)))


def test_a_webhook_without_address_is_refused() -> None:
    with pytest.raises(Dangerous, match="WEBHOOK_URL"):
        check_webhook(Settings(webhook_secret=SecretStr("x" * 32)))


@pytest.mark.parametrize(
    ("api", "sandboxed"),
    [
        ("http://127.0.0.1:8081", True),
        ("http://localhost:8081/", True),
        ("https://api.telegram.org", False),
        ("https://127.0.0.1.example.org", False),
    ],
)
def test_only_a_bot_api_on_this_machine_is_a_sandbox(api: str, sandboxed: bool) -> None:
    assert Settings(telegram_api=api).is_sandboxed is sandboxed


def test_secrets_stay_out_of_what_is_printed() -> None:
    printed = repr(Settings(bot_token=SecretStr("1:token"), webhook_secret=SecretStr("hidden" * 6)))

    assert "1:token" not in printed
    assert "hidden" not in printed
