"""Whatever is wrong around a command, it ends with one line and the exit code that docs/operations.md names."""

import socket
import subprocess
from pathlib import Path

import pytest

from tests.admin.console import PATIENCE_SECONDS, SCRIPT, Console
from tests.admin.market import BUYER, MERCHANT

LONG_SECRET = "s" * 40
VERBS = (
    ("check",),
    ("balances",),
    ("statement", "1"),
    ("credit", "1", "1", "USDT", "--reference", "r"),
    ("merchant", "grant", "1"),
    ("user", "show", "1"),
    ("order", "show", "1"),
    ("inbox", "list"),
    ("outbox", "list"),
    ("clock", "advance", "1"),
)


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_a_missing_database_is_named_and_not_made(nowhere: Console, verb: tuple[str, ...]) -> None:
    told = nowhere.admin(*verb)

    assert (told.code, told.is_one_clear_line) == (3, True)
    assert "otcdesk admin migrate" in told.err
    assert list(nowhere.folder.glob("otcdesk.db*")) == []


def test_an_empty_database_is_sent_to_migrate(nowhere: Console) -> None:
    (nowhere.folder / "otcdesk.db").touch(mode=0o600)

    told = nowhere.admin("balances")

    assert (told.code, told.is_one_clear_line) == (3, True)
    assert "otcdesk admin migrate" in told.err


@pytest.mark.pg
def test_an_empty_postgresql_is_sent_to_migrate(tmp_path: Path, postgresql_url: str) -> None:
    told = Console(tmp_path, postgresql_url).admin("balances")

    assert (told.code, told.is_one_clear_line) == (3, True)
    assert "otcdesk admin migrate" in told.err


def test_migrate_makes_the_database_and_may_be_repeated(nowhere: Console) -> None:
    first = nowhere.json("migrate")
    second = nowhere.json("migrate")

    assert (first["before"], first["changed"], second["changed"]) == (None, True, False)
    assert nowhere.json("check")["ok"] is True


def test_what_migrate_makes_is_for_this_user_alone(nowhere: Console) -> None:
    nowhere.admin("migrate")

    made = [nowhere.folder / "data", *nowhere.folder.glob("otcdesk.db*")]

    assert len(made) > 1
    assert [path.name for path in made if path.stat().st_mode & 0o077] == []


@pytest.mark.parametrize(
    ("settings", "code", "words"),
    [
        ({"OTCDESK_DATABASE_URL": "mysql://a:secret@b/c"}, 3, "mysql is not supported"),
        ({"OTCDESK_DATABASE_URL": "postgresql://a:secret@127.0.0.1:9/c"}, 4, "can't be reached"),
        ({"OTCDESK_WEBHOOK_LISTEN": "secret"}, 3, "OTCDESK_WEBHOOK_LISTEN"),
        ({"OTCDESK_TELEGRAM_API": "secret"}, 3, "OTCDESK_TELEGRAM_API"),
        ({"OTCDESK_BOT_TOKEN_FILE": "nothing-here"}, 3, "nothing-here"),
    ],
)
def test_a_wrong_setting_is_named_without_its_value(
    console: Console, settings: dict[str, str], code: int, words: str
) -> None:
    told = console.admin("balances", **settings)

    assert (told.code, told.is_one_clear_line) == (code, True)
    assert words in told.err
    assert "secret" not in told.err.replace("secret file", "")


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"colour = 'red'", "colour in otcdesk.toml"), (b"a = = b", "not TOML"), (b"\xff\xfe", "should be text")],
)
def test_a_wrong_settings_file_is_named(console: Console, content: bytes, words: str) -> None:
    (console.folder / "otcdesk.toml").write_bytes(content)

    told = console.admin("balances")

    assert (told.code, told.is_one_clear_line) == (3, True)
    assert words in told.err


def test_a_secret_file_that_others_can_read_is_refused(console: Console) -> None:
    token = console.folder / "token"
    token.write_text("1:a")
    token.chmod(0o644)

    told = console.admin("balances", OTCDESK_BOT_TOKEN_FILE=str(token))

    assert (told.code, told.is_one_clear_line) == (3, True)
    assert "chmod 600" in told.err


def test_the_clock_moves_in_the_sandbox(console: Console) -> None:
    before = console.json("clock", "advance", "1")["now_ms"]
    after = console.json("clock", "advance", "3600")["now_ms"]

    assert 3_600_000 <= after - before < 3_600_000 + PATIENCE_SECONDS * 1_000


def test_the_clock_of_a_real_desk_stays(console: Console) -> None:
    told = console.admin("clock", "advance", "60", OTCDESK_TELEGRAM_API="https://api.telegram.org")

    assert (told.code, told.is_one_clear_line) == (1, True)
    assert "api.telegram.org" in told.err


def test_a_word_too_many_is_a_usage_error(console: Console) -> None:
    told = [console("admin", "balances", "1", "2"), console("play"), console("admin", "clock", "advance", "-5")]

    assert [answer.code for answer in told] == [2, 2, 2]


@pytest.mark.parametrize(
    ("command", "settings", "words"),
    [
        ("run", {}, "OTCDESK_BOT_TOKEN"),
        ("serve", {"OTCDESK_BOT_TOKEN": "1:abc"}, "OTCDESK_WEBHOOK_URL"),
        ("serve", {"OTCDESK_BOT_TOKEN": "1:abc", "OTCDESK_WEBHOOK_URL": "https://a.b/c"}, "OTCDESK_WEBHOOK_SECRET"),
    ],
)
def test_a_dangerous_start_is_refused(console: Console, command: str, settings: dict[str, str], words: str) -> None:
    told = console(command, **settings)

    assert (told.code, told.is_one_clear_line) == (3, True)
    assert words in told.err


def test_a_token_of_the_wrong_form_ends_the_log_with_one_line(console: Console) -> None:
    told = console("run", OTCDESK_BOT_TOKEN="nonsense")

    assert told.code == 3
    assert told.err.splitlines()[-1] == "otcdesk: the bot token has not the form of one: check OTCDESK_BOT_TOKEN"
    assert "nonsense" not in told.err


def test_a_reader_that_leaves_early_is_no_trouble(console: Console) -> None:
    with subprocess.Popen(
        [SCRIPT, "admin", "balances", str(MERCHANT)],
        cwd=console.folder,
        env=console.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (0, b"")


def test_a_terminal_without_the_letters_gets_them_spelled(console: Console) -> None:
    console.admin("credit", str(BUYER), "1", "BTC", "--reference", "Überweisung")

    told = console.admin("statement", str(BUYER), PYTHONIOENCODING="ascii")

    assert told.code == 0
    assert r"deposit:\xdcberweisung" in told.out


def test_the_sandbox_opens_and_ends_by_ctrl_c(nowhere: Console) -> None:
    told = nowhere.until_it_says("open at", "sandbox", "--port", "0", "--state", "world.json")

    assert (told.code, told.err) == (0, "")
    assert (nowhere.folder / "world.json").exists()


def test_a_port_in_use_is_said(nowhere: Console) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = nowhere("sandbox", "--port", str(taken.getsockname()[1]))

    assert (told.code, told.is_one_clear_line) == (4, True)


@pytest.mark.parametrize("state", [b"not json", b"{}", b"\xff"])
def test_a_state_that_no_sandbox_kept_is_refused(nowhere: Console, state: bytes) -> None:
    (nowhere.folder / "world.json").write_bytes(state)

    told = nowhere("sandbox", "--port", "0", "--state", "world.json")

    assert (told.code, told.is_one_clear_line) == (3, True)
    assert "world.json" in told.err
