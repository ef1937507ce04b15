"""What people send as proof: filed when it is a picture or PDF, refused kindly when it is not, never moving money."""

import io

from PIL import Image

from tests.journeys.stage import Stage
from tests.journeys.steps import order_of, paid_order, press
from tests.support.pictures import receipt

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n"
    b"0000000009 00000 n \n0000000054 00000 n \n0000000105 00000 n \n"
    b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n170\n%%EOF\n"
)


async def test_photo_picture_file_and_pdf_are_filed_and_the_state_stays(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)

    await buyer.send_photo(receipt("one"))
    await stage.rest()
    await buyer.sees("1 proof of payment on file")
    await buyer.send_document(receipt("two", kind="PNG"), "receipt.png")
    await stage.rest()
    await buyer.sees("2 proofs of payment on file")
    await buyer.send_document(PDF, "receipt.pdf")
    await stage.rest()

    await buyer.sees("3 proofs of payment on file")
    assert (await stage.order(code)).state == "await_payment"
    assert [m["photo"] for m in await merchant.messages() if m["photo"]] == []


async def test_the_same_picture_again_is_not_counted_again(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await order_of(stage, buyer, merchant)
    stage.allowed.add("message is not modified")

    await buyer.send_document(receipt(kind="PNG"), "a.png")
    await stage.rest()
    await buyer.send_document(receipt(kind="PNG"), "b.png")
    await stage.rest()

    await buyer.sees("1 proof of payment on file")


async def test_files_that_are_no_proof_are_refused_and_change_nothing(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    before = await stage.order(code)

    for content, name, answer in (
        (b"MZ\x90\x00" + bytes(500), "receipt.exe", "I can take JPEG, PNG, WebP and PDF."),
        (b"<html><script>alert(1)</script></html>", "receipt.html", "I can take JPEG, PNG, WebP and PDF."),
        (receipt(kind="PNG")[:2_000], "cut.png", "The file cannot be opened."),
        (receipt(kind="PNG"), "picture.pdf", "I can take JPEG, PNG, WebP and PDF."),
        (bomb(), "bomb.png", "The picture has too many pixels."),
        (receipt(kind="PNG") + b"PK\x03\x04" + bytes(200), "two.png", "The file looks like two things at once"),
    ):
        await buyer.send_document(content, name)
        await stage.rest()
        await buyer.sees(answer)

    assert await stage.order(code) == before
    assert "on file" not in str([m["text"] for m in await buyer.messages()])


async def test_a_download_that_fails_asks_for_the_file_again(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await order_of(stage, buyer, merchant)

    await stage.sandbox.faults("file_missing", times=1)
    await buyer.send_photo(receipt())
    await stage.rest()
    await buyer.sees("The file can no longer be fetched. Please send it again.")
    await stage.sandbox.clear_faults()
    await stage.sandbox.faults("file_truncated", times=1)
    await buyer.send_photo(receipt())
    await stage.rest()
    await stage.sandbox.clear_faults()
    await buyer.send_photo(receipt())
    await stage.rest()

    await buyer.sees("1 proof of payment on file")


async def test_what_can_be_passed_on_is_said_to_other_kinds_of_message(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await order_of(stage, buyer, merchant)

    await buyer.send_voice(b"OggS" + bytes(200))
    await stage.rest()

    await buyer.sees("I can take text, photos and PDF files.")


async def test_a_picture_without_an_order_is_explained(stage: Stage) -> None:
    buyer = await stage.buyer()

    await buyer.send_photo(receipt())
    await stage.rest()

    await buyer.sees("No order of yours is waiting for a proof of payment.")


async def test_a_proof_after_paid_reaches_the_seller_and_both_look_at_it(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await paid_order(stage, buyer, merchant)

    await buyer.send_photo(receipt())
    await stage.rest()
    told = await merchant.sees(f"Order #{code}: proof 1 from the buyer")
    await press(stage, buyer, "📎 Proofs")

    assert told["photo"] is not None
    assert (await buyer.sees(f"Order #{code}: proof 1"))["photo"] is not None


async def test_more_proofs_than_an_order_takes_are_refused(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await order_of(stage, buyer, merchant)

    for n in range(7):
        await buyer.send_photo(receipt(f"number {n}"))
        await stage.rest()

    await buyer.sees("6 proofs are on file, and 6 is the limit for one order.")
    await buyer.sees("6 proofs of payment on file")


def bomb() -> bytes:
    """A small file of a hundred million pixels."""
    target = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(target, "PNG")
    return target.getvalue()
