"""Pictures that people upload, made on the spot."""

import io

from PIL import Image, ImageDraw


def receipt(words: str = "150.00 EUR", *, size: tuple[int, int] = (720, 1280), kind: str = "JPEG") -> bytes:
    """A bank app's screenshot, roughly."""
    picture = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, size[0], size[1] // 8), fill="#0b5fff")
    pen.text((40, size[1] // 3), words, fill="black", font_size=64)
    pen.text((40, size[1] // 2), "Sent", fill="#0a7d33", font_size=48)
    target = io.BytesIO()
    picture.save(target, kind)
    return target.getvalue()
