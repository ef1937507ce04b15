"""Files under the name of their own hash: written once, whole or not at all, checked when read."""

import contextlib
import hashlib
import os
import re
import secrets
from pathlib import Path
from typing import Final

_NAME: Final = re.compile(r"[0-9a-f]{64}")
_INCOMING: Final = "incoming"
_ABANDONED_AFTER_SECONDS: Final = 3_600


class EvidenceMissing(Exception):
    """No file of this hash was ever sealed here, or it is gone."""

    def __init__(self, sha256: str) -> None:
        super().__init__(sha256)
        self.sha256 = sha256


class EvidenceAltered(Exception):
    """The stored bytes are not those that were sealed."""

    def __init__(self, sha256: str, found_sha256: str) -> None:
        super().__init__(f"{sha256} now hashes to {found_sha256}")
        self.sha256 = sha256
        self.found_sha256 = found_sha256


class Vault:
    """One directory of sealed files. All calls block on the disk: run them in a thread."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def seal(self, data: bytes) -> str:
        """Stores the bytes durably and returns their SHA-256; sealing them again changes nothing.

        Raises OSError when the disk refuses, leaving no half a file behind."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._path(sha256)
        if not path.exists():
            self._make_private(path.parent)
            self._write_whole(path, data)
        _sync_directory(path.parent)
        return sha256

    def read(self, sha256: str) -> bytes:
        """The sealed bytes; raises EvidenceMissing, or EvidenceAltered when they hash to another name."""
        if not _NAME.fullmatch(sha256):
            raise EvidenceMissing(sha256)
        try:
            data = self._path(sha256).read_bytes()
        except FileNotFoundError:
            raise EvidenceMissing(sha256) from None
        found = hashlib.sha256(data).hexdigest()
        if found != sha256:
            raise EvidenceAltered(sha256, found)
        return data

    def _path(self, sha256: str) -> Path:
        """256 folders are enough for millions of files, and soon all there: then sealing makes none durable anew."""
        return self._root / sha256[:2] / sha256

    def _make_private(self, directory: Path) -> None:
        """Each new level is made durable in its parent, or a power cut could lose the branch."""
        if directory.is_dir():
            return
        self._make_private(directory.parent)
        with contextlib.suppress(FileExistsError):
            directory.mkdir(mode=0o700)
        _sync_directory(directory.parent)

    def _write_whole(self, path: Path, data: bytes) -> None:
        incoming = self._root / _INCOMING
        incoming.mkdir(mode=0o700, exist_ok=True)  # A power cut may take it: no draft is worth keeping.
        draft = incoming / f"{path.name}-{secrets.token_hex(8)}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                now_seconds = os.fstat(file.fileno()).st_mtime
            draft.rename(path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        _drop_abandoned(incoming, now_seconds)


def _drop_abandoned(incoming: Path, now_seconds: float) -> None:
    """Drafts of a process that was killed; the fresh file's own time tells what is old."""
    for draft in incoming.iterdir():
        with contextlib.suppress(FileNotFoundError):
            if now_seconds - draft.stat().st_mtime > _ABANDONED_AFTER_SECONDS:
                draft.unlink()


def _sync_directory(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
