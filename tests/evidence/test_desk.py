"""The desk end to end: sealed originals, clean copies, children that die and come back."""

import asyncio
import hashlib
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from storage.evidence.cleared import Cleared, Sanitised
from storage.evidence.desk import ProofDesk, refuse_strange_copy
from storage.evidence.pool import WorkerPool
from storage.evidence.proof import ProofKind, ProofProblem, ProofRefused
from storage.evidence.vault import EvidenceMissing
from storage.evidence.wire import Request
from tests.evidence.samples import exif, jpeg, pdf, receipt, saved


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[ProofDesk]:
    desk = ProofDesk(tmp_path / "evidence")
    yield desk
    await desk.close()


@pytest.fixture
async def pool() -> AsyncIterator[WorkerPool]:
    pool = WorkerPool()
    yield pool
    await pool.close()


async def test_photo_is_sealed_whole_and_shown_clean(desk: ProofDesk) -> None:
    data = saved(receipt(), "JPEG", exif=exif(6))

    proof = await desk.accept(data, claimed_name="IMG_1.JPG", claimed_mime="image/jpeg")

    assert (proof.kind, proof.size_bytes, proof.width, proof.height) == (ProofKind.JPEG, len(data), 960, 640)
    assert proof.sha256 == hashlib.sha256(data).hexdigest()
    assert await desk.original(proof.sha256) == data
    assert b"SecretPhoneMaker" not in await desk.viewer(str(proof.viewer_sha256))
    assert len(proof.dhash or b"") == 32


async def test_document_is_sealed_without_a_copy(desk: ProofDesk) -> None:
    proof = await desk.accept(pdf(), claimed_name="a.pdf", claimed_mime="application/pdf")

    assert await desk.original(proof.sha256) == pdf()
    assert (proof.width, proof.height, proof.dhash, proof.viewer_sha256) == (None,) * 4


async def test_original_is_never_shown_as_a_copy(desk: ProofDesk) -> None:
    proof = await desk.accept(jpeg(), claimed_name=None, claimed_mime=None)

    with pytest.raises(EvidenceMissing):
        await desk.viewer(proof.sha256)


async def test_same_file_twice_is_the_same_proof(desk: ProofDesk) -> None:
    first = await desk.accept(jpeg(), claimed_name=None, claimed_mime=None)

    assert await desk.accept(jpeg(), claimed_name="other.jpg", claimed_mime=None) == first


async def test_a_dozen_at_once_share_two_children(pool: WorkerPool) -> None:
    requests = [Request(saved(receipt(amount=str(index)), "JPEG"), None, None) for index in range(12)]

    cleared = await asyncio.gather(*(pool.clear(request) for request in requests))

    assert len({made.pictures.viewer for made in cleared if made.pictures}) == 12
    assert len(pool.process_ids) == 2


async def test_crowd_beyond_the_queue_is_told_to_come_back(pool: WorkerPool) -> None:
    answers = await asyncio.gather(
        *(pool.clear(Request(jpeg(), None, None)) for _ in range(24)), return_exceptions=True
    )

    refused = [answer.reason for answer in answers if isinstance(answer, ProofRefused)]
    assert refused == [ProofProblem.BUSY] * 6


async def test_killed_child_is_replaced(pool: WorkerPool) -> None:
    await pool.clear(Request(jpeg(), None, None))
    (killed,) = pool.process_ids
    os.kill(killed, signal.SIGKILL)

    cleared = await pool.clear(Request(jpeg(), None, None))

    assert cleared.kind is ProofKind.JPEG
    assert killed not in pool.process_ids


async def test_child_killed_in_the_middle_of_a_job_is_replaced(pool: WorkerPool) -> None:
    await pool.clear(Request(jpeg(), None, None))
    (stopped,) = pool.process_ids
    os.kill(stopped, signal.SIGSTOP)
    job = asyncio.create_task(pool.clear(Request(_large_photo(), None, None)))
    await asyncio.sleep(0)
    os.kill(stopped, signal.SIGKILL)

    cleared = await job

    assert cleared.kind is ProofKind.JPEG
    assert stopped not in pool.process_ids


async def test_child_that_hangs_is_ended_and_the_file_refused() -> None:
    pool = WorkerPool(job_limit_seconds=0.5)
    await pool.clear(Request(pdf(), None, None))
    (stopped,) = pool.process_ids
    os.kill(stopped, signal.SIGSTOP)

    with pytest.raises(ProofRefused) as caught:
        await pool.clear(Request(pdf(), None, None))

    assert caught.value.reason is ProofProblem.TIMEOUT
    assert pool.process_ids == frozenset()
    await pool.close()


async def test_child_out_of_cpu_time_is_ended_and_the_file_not_tried_again(pool: WorkerPool) -> None:
    await pool.clear(Request(jpeg(), None, None))
    (stopped,) = pool.process_ids
    photo = _large_photo()
    _stop(stopped)
    job = asyncio.create_task(pool.clear(Request(photo, None, None)))
    await asyncio.sleep(0)
    os.kill(stopped, signal.SIGXCPU)
    os.kill(stopped, signal.SIGCONT)

    with pytest.raises(ProofRefused) as caught:
        await job

    assert caught.value.reason is ProofProblem.TIMEOUT


def _stop(process_id: int) -> None:
    """Returns once the kernel has really stopped it: the signal alone is only a wish."""
    os.kill(process_id, signal.SIGSTOP)
    for _ in range(100_000):
        if Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0] == "T":
            return
        os.sched_yield()
    raise AssertionError("the child does not stop")


async def test_copy_that_is_no_small_jpeg_is_not_believed() -> None:
    strange = Cleared(ProofKind.JPEG, Sanitised(4, 3, bytes(32), b"<html>"))

    with pytest.raises(ProofRefused, match="wrong_type"):
        refuse_strange_copy(strange)


async def test_cancelled_job_leaves_no_child_in_mid_sentence(pool: WorkerPool) -> None:
    await pool.clear(Request(jpeg(), None, None))
    job = asyncio.create_task(pool.clear(Request(_large_photo(), None, None)))
    await asyncio.sleep(0)
    job.cancel()
    await asyncio.wait([job])

    cleared = await pool.clear(Request(jpeg(), None, None))

    assert job.cancelled()
    assert cleared.pictures is not None


async def test_closed_desk_refuses(desk: ProofDesk) -> None:
    await desk.accept(jpeg(), claimed_name=None, claimed_mime=None)
    await desk.close()

    with pytest.raises(ProofRefused) as caught:
        await desk.accept(jpeg(), claimed_name=None, claimed_mime=None)

    assert caught.value.reason is ProofProblem.BUSY


async def test_loop_keeps_turning_while_a_large_photo_is_cleared(desk: ProofDesk) -> None:
    job = asyncio.create_task(desk.accept(_large_photo(), claimed_name=None, claimed_mime=None))
    turns = 0
    while not job.done():
        turns += 1
        await asyncio.sleep(0)

    assert (await job).kind is ProofKind.JPEG
    assert turns > 200


async def test_child_knows_none_of_our_secrets(pool: WorkerPool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTCDESK_BOT_TOKEN", "1:secret")
    await pool.clear(Request(jpeg(), None, None))
    (process_id,) = pool.process_ids

    assert "secret" not in _environment(process_id)


def _large_photo() -> bytes:
    return saved(Image.effect_noise((4000, 3000), 80).convert("RGB"), "JPEG", quality=90)


def _environment(process_id: int) -> str:
    return Path(f"/proc/{process_id}/environ").read_text()
