"""What stands in the demo's way is named in one line, and a kept world is never written over."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.demo.play import play
from bot.settings import Dangerous


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port somebody else listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_in_use_is_named(taken_port: int, tmp_path: Path) -> None:
    with pytest.raises(Dangerous, match=f"port {taken_port} is in use: choose another with --port"):
        play(taken_port, tmp_path / "kept")


@pytest.mark.parametrize("content", [b"garbage", b"{}", b"[]", b"\xff\xfe", b'{"version": 99}'])
def test_a_file_that_is_no_world_is_left_alone(content: bytes, tmp_path: Path) -> None:
    kept = tmp_path / "telegram.json"
    kept.write_bytes(content)

    with pytest.raises(Dangerous, match=r"telegram\.json is no world that a sandbox kept"):
        play(1, tmp_path)

    assert kept.read_bytes() == content
