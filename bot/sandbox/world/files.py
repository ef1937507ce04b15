"""Stored files and their two names: `file_id` differs per bot, `file_unique_id` does not."""

import base64
import binascii
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import PurePosixPath

_PREFIX = {
    "photo": "AgAC",
    "document": "BQAC",
    "video": "BAAC",
    "voice": "AwAC",
    "audio": "CQAC",
    "animation": "CgAC",
}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`kind` is what the file was sent as; a file_id of one kind can't be sent as another."""

    key: str
    kind: str
    content: bytes
    file_name: str | None = None
    mime_type: str | None = None
    width: int = 0
    height: int = 0
    duration_seconds: int = 0

    @property
    def size(self) -> int:
        return len(self.content)

    @property
    def path(self) -> str:
        """The download path getFile tells, e.g. `photos/file_3.jpg`."""
        suffix = PurePosixPath(self.file_name or "").suffix
        if not suffix[1:].isalnum() or not suffix.isascii():
            suffix = mimetypes.guess_extension(self.mime_type or "") or ""
        return f"{self.kind}s/file_{self.key}{suffix}"


@dataclass(frozen=True, slots=True)
class PhotoSize:
    """One of the sizes a photo is offered in; all of them lead to the same bytes here."""

    letter: str
    width: int
    height: int


class Files:
    def __init__(self) -> None:
        self.by_key: dict[str, StoredFile] = {}
        self.by_path: dict[str, StoredFile] = {}
        self.next_number = 1

    def add(
        self,
        kind: str,
        content: bytes,
        *,
        file_name: str | None = None,
        mime_type: str | None = None,
        width: int = 0,
        height: int = 0,
        duration_seconds: int = 0,
    ) -> StoredFile:
        key = str(self.next_number)
        self.next_number += 1
        guessed = mime_type or mimetypes.guess_type(file_name or "")[0]
        return self.restore(StoredFile(key, kind, content, file_name, guessed, width, height, duration_seconds))

    def restore(self, file: StoredFile) -> StoredFile:
        self.by_key[file.key] = file
        self.by_path[file.path] = file
        return file

    def get(self, key: str) -> StoredFile | None:
        return self.by_key.get(key)

    def get_by_path(self, path: str) -> StoredFile | None:
        return self.by_path.get(path)

    def find(self, bot_id: int, file_id: str) -> StoredFile | None:
        """The file a bot means; another bot's file_id means nothing to it."""
        token = _read_token(file_id)
        if token is None or token[0] != str(bot_id) or _PREFIX.get(token[1]) != file_id[:4]:
            return None
        return self.by_key.get(token[2])


def size_letter(file_id: str) -> str:
    """Which of a photo's sizes a file_id means; other files have one size only."""
    token = _read_token(file_id)
    return token[3] if token is not None else "x"


def _read_token(file_id: str) -> tuple[str, str, str, str] | None:
    try:
        owner, kind, key, size = base64.urlsafe_b64decode(file_id[4:] + "==").decode().split(":")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None
    return owner, kind, key, size


def file_id(file: StoredFile, bot_id: int, size: str = "x") -> str:
    token = f"{bot_id}:{file.kind}:{file.key}:{size}".encode()
    return _PREFIX.get(file.kind, "BQAC") + base64.urlsafe_b64encode(token).decode().rstrip("=")


def file_unique_id(file: StoredFile, size: str = "x") -> str:
    digest = hashlib.sha256(f"{file.kind}:{file.key}:{size}".encode()).digest()
    return "AQAD" + base64.urlsafe_b64encode(digest[:9]).decode()


def photo_sizes(file: StoredFile) -> list[PhotoSize]:
    """Smallest first, the original last, as Telegram lists them."""
    longest = max(file.width, file.height, 1)
    sizes = [
        PhotoSize(letter, max(file.width * limit // longest, 1), max(file.height * limit // longest, 1))
        for letter, limit in (("s", 90), ("m", 320))
        if longest > limit
    ]
    return [*sizes, PhotoSize("x", file.width, file.height)]
