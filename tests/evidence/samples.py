"""Builds honest files of every kind, and the small pieces hostile ones are glued from."""

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageDraw


def receipt(sides: tuple[int, int] = (640, 960), *, amount: str = "149.25") -> Image.Image:
    page = Image.new("RGB", sides, "white")
    pen = ImageDraw.Draw(page)
    for row in range(0, sides[1], 60):
        pen.text((20 + row % 7 * 9, row), f"{row} {amount} paid", fill=(row % 200, 30, 90), font_size=40)
    return page


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def jpeg() -> bytes:
    return saved(receipt(), "JPEG")


def png() -> bytes:
    return saved(receipt(), "PNG")


def webp() -> bytes:
    return saved(receipt(), "WEBP", lossless=True)


def pdf(catalog: bytes = b"", *, extra: bytes = b"", trailer: bytes = b"", pages: int = 1) -> bytes:
    kids = b" ".join(b"%d 0 R" % (10 + index) for index in range(pages))
    leaves = b"".join(b"%d 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n" % (10 + index) for index in range(pages))
    return (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R "
        + catalog
        + b" >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids ["
        + kids
        + b"] /Count %d >>\nendobj\n" % pages
        + leaves
        + extra
        + b"trailer\n<< /Root 1 0 R "
        + trailer
        + b" >>\nstartxref\n9\n%%EOF\n"
    )


def object_stream(objects: bytes, dictionary: bytes = b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode") -> bytes:
    packed = zlib.compress(objects)
    return b"7 0 obj\n<< %b /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (dictionary, len(packed), packed)


def png_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_with(chunk: bytes) -> bytes:
    """The honest PNG with one more chunk right behind its header."""
    return png()[:33] + chunk + png()[33:]


def png_of_sides(width: int, height: int) -> bytes:
    """A true one-bit black picture of any size, tiny on disk."""
    rows = zlib.compressobj()
    line = b"\0" * (1 + (width + 7) // 8)
    packed = b"".join(rows.compress(line) for _ in range(height)) + rows.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", packed) + png_chunk(b"IEND", b"")


def jpeg_with(marker: int, body: bytes) -> bytes:
    """The honest JPEG with one more segment right behind its start."""
    return jpeg()[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body + jpeg()[2:]


def jpeg_of_sides(width: int, height: int) -> bytes:
    """The honest JPEG with a frame header that lies about its sides."""
    data = bytearray(jpeg())
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def riff_chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def webp_with(chunk: bytes) -> bytes:
    body = webp()[8:] + chunk
    return b"RIFF" + struct.pack("<I", len(body)) + body


def exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes: which way is up, its maker, and where the person stood."""
    block = Image.Exif()
    block[0x0112] = orientation
    block[0x010F] = "SecretPhoneMaker"
    block.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0)})
    return block
