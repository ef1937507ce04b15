"""Files: how they are named, what Telegram refuses, and the way back to their bytes."""

import io
from typing import Any

import pytest
from aiohttp import web
from PIL import Image

from bot.sandbox.botapi.images import image_size
from bot.sandbox.server import Sandbox
from bot.sandbox.world import User, World
from bot.sandbox.world.files import file_id
from tests.sandbox.core.caller import BAD, Caller, png

HEAVY = png() + bytes(10 * 2**20)


def picture(kind: str, size: tuple[int, int] = (60, 35), **options: Any) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, (20, 80, 120)).save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        picture("PNG"),
        picture("JPEG"),
        picture("JPEG", progressive=True, exif=Image.Exif().tobytes() + bytes(400)),
        picture("GIF"),
        picture("WEBP", lossless=True),
        picture("WEBP", quality=50),
        picture("WEBP", quality=50, exif=Image.Exif().tobytes()),
    ],
    ids=["png", "jpeg", "progressive", "gif", "webp-lossless", "webp-lossy", "webp-extended"],
)
def test_dimensions_are_read_from_headers(content: bytes) -> None:
    assert image_size(content) == (60, 35)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\xff\xd8\xff", b"%PDF-1.7", b"RIFF0000WEBPVP8 ", png()[:20]])
def test_what_is_no_picture_has_no_dimensions(content: bytes) -> None:
    assert image_size(content) is None


async def test_photos_come_in_sizes(bot: Caller, buyer: User) -> None:
    files = {"photo": ("p.png", png(800, 400))}

    answer = await bot.upload("sendPhoto", files, chat_id=buyer.id, caption="proof", has_spoiler=True)

    sizes = [(size["width"], size["height"]) for size in answer["result"]["photo"]]
    assert sizes == [(90, 45), (320, 160), (800, 400)]
    assert len({size["file_unique_id"] for size in answer["result"]["photo"]}) == 3
    assert answer["result"]["has_media_spoiler"] is True


async def test_a_file_is_named_by_id_or_attachment(bot: Caller, buyer: User) -> None:
    first = await bot.upload("sendDocument", {"file0": ("a.pdf", b"%PDF")}, chat_id=buyer.id, document="attach://file0")
    document = first["result"]["document"]

    again = await bot.ok("sendDocument", chat_id=buyer.id, document=document["file_id"])
    path = (await bot.ok("getFile", file_id=document["file_id"]))["file_path"]

    assert again["document"] == document
    assert (document["file_name"], document["mime_type"]) == ("a.pdf", "application/pdf")
    assert path.endswith(".pdf")


async def test_another_bots_file_id_is_wrong(bot: Caller, world: World, buyer: User) -> None:
    file = world.files.add("document", b"x", file_name="x.txt")

    sent = await bot.refused("sendDocument", chat_id=buyer.id, document=file_id(file, world.bot.id + 1))
    asked = await bot.refused("getFile", file_id="nonsense")

    assert sent.startswith(BAD + "wrong remote file identifier specified: ")
    assert asked == BAD + "invalid file_id"


async def test_a_photo_is_no_document(bot: Caller, world: World, buyer: User) -> None:
    photo = world.files.add("photo", png(), width=4, height=3)

    refusal = await bot.refused("sendDocument", chat_id=buyer.id, document=file_id(photo, world.bot.id))

    assert refusal == BAD + "can't use file of type Photo as Document"


@pytest.mark.parametrize(
    ("content", "description"),
    [
        (b"", "file must be non-empty"),
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (png(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
        (png(5001, 5000), "PHOTO_INVALID_DIMENSIONS"),
        (
            HEAVY,
            f"file of size {len(HEAVY)} bytes is too big for a photo; the maximum size is 10485760 bytes",
        ),
    ],
    ids=["empty", "text", "too-long", "too-large", "too-heavy"],
)
async def test_bad_photos_are_refused(bot: Caller, buyer: User, content: bytes, description: str) -> None:
    answer = await bot.upload("sendPhoto", {"photo": ("p.png", content)}, chat_id=buyer.id)

    assert answer["description"] == BAD + description


@pytest.mark.parametrize(("method", "noun"), [("sendPhoto", "photo"), ("sendDocument", "document")])
async def test_a_missing_file_is_told(bot: Caller, buyer: User, method: str, noun: str) -> None:
    nothing = await bot.refused(method, chat_id=buyer.id)
    missing_part = await bot.refused(method, chat_id=buyer.id, **{noun: "attach://nowhere"})

    assert nothing == missing_part == BAD + f"there is no {noun} in the request"


async def test_captions_are_bounded(bot: Caller, buyer: User) -> None:
    answer = await bot.upload("sendPhoto", {"photo": ("p.png", png())}, chat_id=buyer.id, caption="x" * 1025)

    assert answer["description"] == BAD + "message caption is too long"


async def test_files_over_the_download_limit_stay(bot: Caller, world: World) -> None:
    file = world.files.add("document", bytes(20 * 2**20 + 1), file_name="big.bin")

    assert await bot.refused("getFile", file_id=file_id(file, world.bot.id)) == BAD + "file is too big"


async def test_a_url_is_fetched(bot: Caller, buyer: User) -> None:
    async def serve(request: web.Request) -> web.Response:
        return web.Response(body=png(), content_type="image/png")

    application = web.Application()
    application.router.add_get("/chart.png", serve)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"

    sent = await bot.ok("sendPhoto", chat_id=buyer.id, photo=f"{base}/chart.png")
    refusal = await bot.refused("sendPhoto", chat_id=buyer.id, photo=f"{base}/none.png")
    await runner.cleanup()

    assert sent["photo"][-1]["width"] == 4
    assert refusal == BAD + "failed to get HTTP URL content"


async def test_downloads_can_be_spoiled(sandbox: Sandbox, bot: Caller, world: World) -> None:
    file = world.files.add("document", b"0123456789", file_name="a.txt")
    url = f"{sandbox.base_url}/file/bot{bot.token}/{file.path}"

    whole = await _get(bot, url)
    sandbox.faults.add({"kind": "file_truncated", "times": 1})
    half = await _get(bot, url)
    missing = await _get(bot, f"{sandbox.base_url}/file/bot{bot.token}/documents/none")
    stranger = await _get(bot, f"{sandbox.base_url}/file/bot4242:no/{file.path}")

    assert (whole, half) == ((200, b"0123456789"), (200, b"01234"))
    assert (missing[0], stranger[0]) == (404, 401)


async def test_albums_are_one_group(bot: Caller, buyer: User) -> None:
    media = [{"type": "photo", "media": f"attach://{name}", "caption": name} for name in ("a", "b")]
    files = {"a": ("a.png", png()), "b": ("b.png", png())}

    album = (await bot.upload("sendMediaGroup", files, chat_id=buyer.id, media=media))["result"]
    single = (await bot.upload("sendMediaGroup", files, chat_id=buyer.id, media=media[:1]))["result"]

    assert [item["caption"] for item in album] == ["a", "b"]
    assert album[0]["media_group_id"] == album[1]["media_group_id"]
    assert "media_group_id" not in single[0]


@pytest.mark.parametrize(
    ("kinds", "description"),
    [
        (["photo"] * 11, "too many messages to send as an album"),
        (["document", "photo"], "document can't be mixed with other media types"),
        (["photo", "audio"], "audio can't be mixed with other media types"),
        ([], "there are no messages to send"),
    ],
)
async def test_albums_keep_to_their_kind(
    bot: Caller, world: World, buyer: User, kinds: list[str], description: str
) -> None:
    media = [{"type": kind, "media": file_id(world.files.add(kind, b"x"), world.bot.id)} for kind in kinds]

    assert await bot.refused("sendMediaGroup", chat_id=buyer.id, media=media) == BAD + description


async def test_an_album_shows_its_captions_on_one_side(bot: Caller, world: World, buyer: User) -> None:
    photo = file_id(world.files.add("photo", png(), width=4, height=3), world.bot.id)
    media = [{"type": "photo", "media": photo, "show_caption_above_media": above} for above in (True, False)]

    refusal = await bot.refused("sendMediaGroup", chat_id=buyer.id, media=media)

    assert refusal == BAD + "parameter show_caption_above_media must be the same for all messages"


async def test_an_album_needs_its_parts(bot: Caller, buyer: User) -> None:
    media = [{"type": "photo", "media": "attach://nowhere"}]

    refusal = await bot.refused("sendMediaGroup", chat_id=buyer.id, media=media)

    assert refusal == BAD + "can't parse InputMedia: media not found"


async def _get(bot: Caller, url: str) -> tuple[int, bytes]:
    async with bot.session.get(url) as response:
        return response.status, await response.read()
