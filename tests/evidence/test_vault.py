"""The vault keeps bytes under their own hash, privately, once, and notices when they change."""

import hashlib
import os
from pathlib import Path

import pytest

from storage.evidence.vault import EvidenceAltered, EvidenceMissing, Vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "evidence")


def test_sealed_bytes_come_back(vault: Vault) -> None:
    sha256 = vault.seal(b"receipt")

    assert sha256 == hashlib.sha256(b"receipt").hexdigest()
    assert vault.read(sha256) == b"receipt"


def test_files_and_folders_are_private_and_nothing_else_is_left(vault: Vault, tmp_path: Path) -> None:
    sha256 = vault.seal(b"receipt")

    root = tmp_path / "evidence"
    folders = [root, root / sha256[:2], root / "incoming"]
    assert [path for path in root.rglob("*") if path.is_file()] == [folders[1] / sha256]
    assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o700}
    assert (folders[1] / sha256).stat().st_mode & 0o777 == 0o600


def test_sealing_again_changes_nothing(vault: Vault, tmp_path: Path) -> None:
    sha256 = vault.seal(b"receipt")
    before = _only_file(tmp_path).stat()

    assert vault.seal(b"receipt") == sha256
    after = _only_file(tmp_path).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_altered_file_is_named(vault: Vault, tmp_path: Path) -> None:
    sha256 = vault.seal(b"receipt")
    _only_file(tmp_path).write_bytes(b"receipT")

    with pytest.raises(EvidenceAltered) as caught:
        vault.read(sha256)

    assert caught.value.sha256 == sha256
    assert caught.value.found_sha256 == hashlib.sha256(b"receipT").hexdigest()


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 64, "0" * 63, "0" * 64 + "\n"])
def test_unknown_name_is_missing(vault: Vault, name: str) -> None:
    with pytest.raises(EvidenceMissing):
        vault.read(name)


def test_full_disk_leaves_no_half_file(vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        vault.seal(b"receipt")

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_abandoned_draft_is_swept_and_a_fresh_one_spared(vault: Vault, tmp_path: Path) -> None:
    incoming = tmp_path / "evidence" / "incoming"
    incoming.mkdir(parents=True)
    (incoming / "old").write_bytes(b"")
    (incoming / "new").write_bytes(b"")
    os.utime(incoming / "old", (0, 0))

    vault.seal(b"receipt")

    assert [path.name for path in incoming.iterdir()] == ["new"]


def _only_file(root: Path) -> Path:
    (path,) = (path for path in root.rglob("*") if path.is_file())
    return path
