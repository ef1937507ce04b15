"""The corpus of files somebody could send to hurt us, each with the reason we expect to give."""

import io
import random
import zipfile
from dataclasses import dataclass

from PIL import Image

from storage.evidence.proof import SIZE_LIMIT_BYTES, ProofProblem
from tests.evidence.samples import (
    jpeg,
    jpeg_of_sides,
    jpeg_with,
    object_stream,
    pdf,
    png,
    png_chunk,
    png_of_sides,
    png_with,
    receipt,
    riff_chunk,
    saved,
    webp,
    webp_with,
)


@dataclass(frozen=True, slots=True)
class Hostile:
    title: str
    data: bytes
    reason: ProofProblem
    name: str | None = None
    mime: str | None = None


def hostile_files() -> list[Hostile]:
    return [*_sizes(), *_types(), *_polyglots(), *_motion(), *_broken(), *_documents(), *_cuts()]


def _sizes() -> list[Hostile]:
    return [
        Hostile("empty", b"", ProofProblem.EMPTY),
        Hostile("one byte over 20 MB", jpeg().ljust(SIZE_LIMIT_BYTES + 1, b"\0"), ProofProblem.TOO_BIG),
        Hostile("PNG bomb 13000x13000", png_of_sides(13_000, 13_000), ProofProblem.TOO_MANY_PIXELS),
        Hostile("PNG one row over", png_of_sides(5_000, 4_001), ProofProblem.TOO_MANY_PIXELS),
        Hostile("PNG thread 17000x1", png_of_sides(17_000, 1), ProofProblem.TOO_MANY_PIXELS),
        Hostile("JPEG 65535x65535", jpeg_of_sides(65_535, 65_535), ProofProblem.TOO_MANY_PIXELS),
        Hostile("JPEG without height", jpeg_of_sides(640, 0), ProofProblem.UNREADABLE),
        Hostile("WebP canvas 16 Mpx squared", _webp_canvas(), ProofProblem.TOO_MANY_PIXELS),
    ]


def _types() -> list[Hostile]:
    return [
        Hostile("GIF", saved(receipt(), "GIF"), ProofProblem.WRONG_TYPE),
        Hostile("BMP", saved(receipt(), "BMP"), ProofProblem.WRONG_TYPE),
        Hostile("TIFF", saved(receipt(), "TIFF"), ProofProblem.WRONG_TYPE),
        Hostile("SVG", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", ProofProblem.WRONG_TYPE),
        Hostile("HTML", b"<!doctype html><script>x()</script>", ProofProblem.WRONG_TYPE),
        Hostile("ZIP", _archive(), ProofProblem.WRONG_TYPE),
        Hostile("program", b"MZ" + bytes(500), ProofProblem.WRONG_TYPE),
        Hostile("HEIC", b"\0\0\0\x18ftypheic" + bytes(100), ProofProblem.WRONG_TYPE),
        Hostile("PDF behind junk", b"junk\n" + pdf(), ProofProblem.WRONG_TYPE),
        Hostile("noise", random.Random(5).randbytes(5_000), ProofProblem.WRONG_TYPE),
        Hostile("PNG named JPEG", png(), ProofProblem.TYPE_MISMATCH, name="receipt.jpg"),
        Hostile("JPEG sent as PDF", jpeg(), ProofProblem.TYPE_MISMATCH, mime="application/pdf"),
        Hostile("JPEG sent as page", jpeg(), ProofProblem.TYPE_MISMATCH, mime="text/html; charset=utf-8"),
        Hostile("JPEG named program", jpeg(), ProofProblem.TYPE_MISMATCH, name="receipt.jpg.exe"),
    ]


def _polyglots() -> list[Hostile]:
    script = b"<script>alert(1)</script>"
    return [
        Hostile(f"{title} and {tail}", data + payload, ProofProblem.POLYGLOT)
        for title, data in (("JPEG", jpeg()), ("PNG", png()), ("WebP", webp()), ("PDF", pdf()))
        for tail, payload in (("ZIP", _archive()), ("HTML", script), ("program", b"MZ" + bytes(64) + b"\1"))
    ] + [
        Hostile("JPEG and PDF", jpeg() + pdf(), ProofProblem.POLYGLOT),
        Hostile("JPEG and JPEG", jpeg() + jpeg(), ProofProblem.POLYGLOT),
        Hostile("JPEG comment is a page", jpeg_with(0xFE, b"<HTML><body>x"), ProofProblem.POLYGLOT),
        Hostile("JPEG comment is a PDF", jpeg_with(0xFE, pdf()), ProofProblem.POLYGLOT),
        Hostile("JPEG comment is a ZIP", jpeg_with(0xFE, _archive()), ProofProblem.POLYGLOT),
        Hostile("JPEG comment is PHP", jpeg_with(0xFE, b"<?php system($_GET[0]);"), ProofProblem.POLYGLOT),
        Hostile("JPEG is a script", _script_jpeg(), ProofProblem.POLYGLOT),
        Hostile("PNG text is a script", png_with(png_chunk(b"tEXt", b"a\0" + script)), ProofProblem.POLYGLOT),
        Hostile("PNG chunk is a ZIP", png_with(png_chunk(b"prVt", _archive())), ProofProblem.POLYGLOT),
        Hostile("WebP chunk is a PDF", webp_with(riff_chunk(b"JUNK", pdf())), ProofProblem.POLYGLOT),
        Hostile("PDF begins as a page", pdf().replace(b"1.7\n", b"1.7\n%<html>\n", 1), ProofProblem.POLYGLOT),
    ]


def _motion() -> list[Hostile]:
    frames = {"save_all": True, "append_images": [receipt(amount="9")], "duration": 100}
    return [
        Hostile("animated PNG", saved(receipt(), "PNG", **frames), ProofProblem.ANIMATED),
        Hostile("animated WebP", saved(receipt(), "WEBP", **frames), ProofProblem.ANIMATED),
        Hostile("multi-picture JPEG", jpeg_with(0xE2, b"MPF\0" + bytes(40)), ProofProblem.ANIMATED),
    ]


def _broken() -> list[Hostile]:
    flat = saved(Image.new("RGB", (640, 960)), "JPEG", progressive=True)
    scan = flat[flat.index(b"\xff\xda") : -2]
    return [
        Hostile("JPEG of 1,000 scans", flat[:-2] + scan * 1_000 + flat[-2:], ProofProblem.UNREADABLE),
        Hostile("JPEG with two frames", _two_frames(), ProofProblem.UNREADABLE),
        Hostile("JPEG with arithmetic coding", jpeg().replace(b"\xff\xc0", b"\xff\xc9", 1), ProofProblem.UNREADABLE),
        Hostile("JPEG without tables", jpeg().replace(b"\xff\xdb", b"\xff\xfe"), ProofProblem.UNREADABLE),
        Hostile("PNG with broken pixels", _spoilt(png(), b"IDAT"), ProofProblem.UNREADABLE),
        Hostile("PNG with unknown critical chunk", png_with(png_chunk(b"CgBI", b"1234")), ProofProblem.UNREADABLE),
        Hostile("PNG without header", png()[:8] + png()[33:], ProofProblem.UNREADABLE),
        Hostile("PNG of 30,000 chunks", png_with(png_chunk(b"tIME", b"") * 30_000), ProofProblem.UNREADABLE),
        Hostile("WebP with broken pixels", _spoilt(webp(), b"VP8L"), ProofProblem.UNREADABLE),
        Hostile("WebP with two frames", webp_with(webp()[12:]), ProofProblem.UNREADABLE),
    ]


def _documents() -> list[Hostile]:
    hidden = object_stream(b"1 0 << /S /JavaScript /JS (x) >>")
    nameless = b"/N 1 /First 4 /Filter /FlateDecode"
    opaque = b"/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]"
    bomb = object_stream(bytes(64 * 1024 * 1024))
    active = (
        ("script", pdf(b"/Names << /JavaScript 9 0 R >>")),
        ("escaped script", pdf(b"/Names << /J#61va#53cript 9 0 R >>")),
        ("script in other case", pdf(b"/Names << /javascript 9 0 R >>")),
        ("launch", pdf(extra=b"8 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n")),
        ("attachment", pdf(b"/Names << /EmbeddedFiles 9 0 R >>")),
        ("action at opening", pdf(b"/OpenAction << /S /URI >>")),
        ("extra actions", pdf(b"/AA << /O 9 0 R >>")),
        ("extra actions behind a comment", pdf(b"/A#41 % harmless\n 9 0 R")),
        ("forms script", pdf(b"/AcroForm << /XFA [ (a) 9 0 R ] >>")),
        ("script in an object stream", pdf(extra=hidden)),
        ("script in a nameless object stream", pdf(extra=object_stream(b"<< /S /JavaScript >>", nameless))),
        ("opaque object stream", pdf(extra=object_stream(b"x", opaque))),
        ("countless escapes", pdf(extra=b"% " + b"#41" * 200_000 + b"\n")),
    )
    return [Hostile(f"PDF with {title}", data, ProofProblem.ACTIVE_PDF) for title, data in active] + [
        Hostile("locked PDF", pdf(trailer=b"/Encrypt 5 0 R"), ProofProblem.ENCRYPTED_PDF),
        Hostile("locked PDF, escaped", pdf(trailer=b"/#45ncrypt 5 0 R"), ProofProblem.ENCRYPTED_PDF),
        Hostile("PDF object stream bomb", pdf(extra=bomb), ProofProblem.UNREADABLE),
        Hostile("PDF with a broken object stream", pdf(extra=_spoilt(hidden, b"stream\n")), ProofProblem.UNREADABLE),
        Hostile("PDF without pages", pdf(pages=0), ProofProblem.UNREADABLE),
        Hostile("PDF book", pdf(pages=51), ProofProblem.TOO_MANY_PAGES),
    ]


def _cuts() -> list[Hostile]:
    """Every kind, cut at every tenth of its length."""
    return [
        Hostile(f"{title} cut at {tenth}/10", data[: len(data) * tenth // 10], ProofProblem.TRUNCATED)
        for title, data in (("JPEG", jpeg()), ("PNG", png()), ("WebP", webp()), ("PDF", pdf()))
        for tenth in range(1, 10)
    ]


def _archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("run.js", "alert(1)")
    return buffer.getvalue()


def _webp_canvas() -> bytes:
    canvas = riff_chunk(b"VP8X", bytes(4) + b"\xff\xff\xff" * 2)
    return b"RIFF" + (4 + len(canvas)).to_bytes(4, "little") + b"WEBP" + canvas


def _script_jpeg() -> bytes:
    """A known trick: the first segment's length spells a comment's opening, a later one closes it."""
    padding = bytes(0x2F2A - 2)
    return jpeg()[:2] + b"\xff\xe0/*" + padding + jpeg_with(0xFE, b"*/=alert(1);/*")[2:]


def _two_frames() -> bytes:
    data = jpeg()
    frame = data.index(b"\xff\xc0")
    length = 2 + int.from_bytes(data[frame + 2 : frame + 4], "big")
    return data[:frame] + data[frame : frame + length] + data[frame:]


def _spoilt(data: bytes, after: bytes) -> bytes:
    at = data.index(after) + len(after) + 8
    return data[:at] + bytes(byte ^ 0x5A for byte in data[at : at + 40]) + data[at + 40 :]
