"""Names the kind of a file by its first bytes, and holds the sender's claim against it."""

import re
from typing import Final

from storage.evidence.proof import ProofKind, ProofProblem, ProofRefused

_NO_CLAIM: Final = frozenset({"", "application/octet-stream", "binary/octet-stream"})

_KIND_BY_MIME: Final = {
    "image/jpeg": ProofKind.JPEG,
    "image/jpg": ProofKind.JPEG,
    "image/pjpeg": ProofKind.JPEG,
    "image/png": ProofKind.PNG,
    "image/x-png": ProofKind.PNG,
    "image/webp": ProofKind.WEBP,
    "application/pdf": ProofKind.PDF,
    "application/x-pdf": ProofKind.PDF,
}

_KIND_BY_EXTENSION: Final = {
    "jpg": ProofKind.JPEG,
    "jpeg": ProofKind.JPEG,
    "jpe": ProofKind.JPEG,
    "jfif": ProofKind.JPEG,
    "png": ProofKind.PNG,
    "webp": ProofKind.WEBP,
    "pdf": ProofKind.PDF,
}

_PROMISES: Final = """
    7z apk apng avif bat bmp cmd com css dll doc docm docx eml eps exe gif gz heic heif htm html ico iso jar
    js json lnk mht mov mp3 mp4 msi phar php ps ps1 py rar rtf scr sh svg swf tar tif tiff txt vbs wasm webm
    xhtml xls xlsm xlsx xml zip
"""
_FOREIGN_EXTENSIONS: Final = frozenset(_PROMISES.split())
"""Endings that promise something we never take. Others are ignored: people put dots into file names."""

_FOREIGN_MAGIC: Final = (
    (re.compile(rb"GIF8"), "gif"),
    (re.compile(rb".{4}ftyp(?:hei|hev|mif|msf)", re.DOTALL), "heic"),
    (re.compile(rb".{4}ftypavi", re.DOTALL), "avif"),
    (re.compile(rb".{4}ftyp", re.DOTALL), "video"),
    (re.compile(rb"BM"), "bmp"),
    (re.compile(rb"II\*\0|MM\0\*"), "tiff"),
    (re.compile(rb"PK\x03\x04"), "zip"),
    (re.compile(rb"\s*<", re.DOTALL), "markup"),
    (re.compile(rb"%!PS"), "postscript"),
    (re.compile(rb"MZ|\x7fELF"), "program"),
)


def kind_of(data: bytes) -> ProofKind:
    """The kind by magic bytes at offset zero; whatever the sender says is not asked here."""
    if data.startswith(b"\xff\xd8\xff"):
        return ProofKind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ProofKind.PNG
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return ProofKind.WEBP
    if data.startswith(b"%PDF-"):
        return ProofKind.PDF
    raise ProofRefused(ProofProblem.WRONG_TYPE, _foreign_name(data), "jpeg, png, webp, pdf")


def refuse_false_claim(kind: ProofKind, *, claimed_name: str | None, claimed_mime: str | None) -> None:
    """A file that lies about its kind was made to fool some program; an absent claim is fine."""
    mime = (claimed_mime or "").partition(";")[0].strip().lower()
    if mime not in _NO_CLAIM and _KIND_BY_MIME.get(mime) is not kind:
        raise ProofRefused(ProofProblem.TYPE_MISMATCH, mime[:64], kind.value)
    extension = (claimed_name or "").strip().rpartition(".")[2].lower()
    promised = _KIND_BY_EXTENSION.get(extension)
    if extension in _FOREIGN_EXTENSIONS or (promised is not None and promised is not kind):
        raise ProofRefused(ProofProblem.TYPE_MISMATCH, extension, kind.value)


def _foreign_name(data: bytes) -> str:
    return next((name for pattern, name in _FOREIGN_MAGIC if pattern.match(data)), "unknown")
