"""Every hostile file is refused for its own reason, in the open and through a real child."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.evidence.clearing import clear
from storage.evidence.desk import ProofDesk
from storage.evidence.pool import WorkerPool
from storage.evidence.proof import SIZE_LIMIT_BYTES, ProofProblem, ProofRefused
from storage.evidence.wire import Request
from tests.evidence.hostile import Hostile, hostile_files
from tests.evidence.samples import jpeg, jpeg_with, pdf, png_chunk, png_with

CORPUS = hostile_files()
EXTRA_MEMORY_LIMIT_KB = 64 * 1024


@pytest.fixture
async def pool() -> AsyncIterator[WorkerPool]:
    pool = WorkerPool()
    yield pool
    await pool.close()


def test_corpus_is_large_and_names_every_reason_a_file_can_earn() -> None:
    reasons = {hostile.reason for hostile in CORPUS}

    assert len(CORPUS) >= 40
    assert reasons == set(ProofProblem) - {ProofProblem.BUSY, ProofProblem.TIMEOUT}


@pytest.mark.parametrize("hostile", CORPUS, ids=lambda hostile: hostile.title)
def test_hostile_file_is_refused_for_its_reason(hostile: Hostile) -> None:
    with pytest.raises(ProofRefused) as caught:
        clear(hostile.data, claimed_name=hostile.name, claimed_mime=hostile.mime)

    assert caught.value.reason is hostile.reason


async def test_desk_survives_the_whole_corpus_and_seals_none_of_it(tmp_path: Path) -> None:
    desk = ProofDesk(tmp_path / "evidence")
    reasons = [await _refusal(desk, hostile) for hostile in CORPUS]
    honest = await desk.accept(jpeg(), claimed_name="receipt.jpg", claimed_mime="image/jpeg")
    await desk.close()

    assert reasons == [hostile.reason for hostile in CORPUS]
    assert _file_names(tmp_path) == {honest.sha256, honest.viewer_sha256}


async def test_refused_files_cost_one_child_at_most_64_mib(pool: WorkerPool) -> None:
    await pool.clear(Request(jpeg(), None, None))
    (process_id,) = pool.process_ids
    idle_kb = _memory_kb(process_id, "VmRSS")
    _forget_peak(process_id)
    heavy = [
        Hostile("20 MB of text", png_with(png_chunk(b"tEXt", b"<svg>" * 4_000_000)), ProofProblem.POLYGLOT),
        Hostile("20 MB of tail", jpeg() + b"\1" * (SIZE_LIMIT_BYTES - 200_000), ProofProblem.POLYGLOT),
    ]
    bulk = b"8 0 obj\n<< /Length 1 >>\nstream\n" + b"#20" * 1_000 + bytes(18_000_000) + b"\nendstream\nendobj\n"
    heavy.append(Hostile("20 MB of PDF", pdf(b"/OpenAction 9 0 R", extra=bulk), ProofProblem.ACTIVE_PDF))
    light = [hostile for hostile in CORPUS if len(hostile.data) <= SIZE_LIMIT_BYTES]

    reasons = [await _pool_refusal(pool, hostile) for hostile in heavy + light]

    assert reasons == [hostile.reason for hostile in heavy + light]
    assert pool.process_ids == {process_id}, "no file ended the child"
    assert _memory_kb(process_id, "VmHWM") - idle_kb <= EXTRA_MEMORY_LIMIT_KB


def test_refusal_tells_what_was_found_and_what_is_allowed() -> None:
    with pytest.raises(ProofRefused, match="too_big") as caught:
        clear(bytes(SIZE_LIMIT_BYTES + 7), claimed_name=None, claimed_mime=None)

    assert (caught.value.value, caught.value.limit) == (SIZE_LIMIT_BYTES + 7, SIZE_LIMIT_BYTES)


def test_harmless_comment_is_no_polyglot() -> None:
    cleared = clear(jpeg_with(0xFE, b"made by a bank, with <3"), claimed_name="Max.2", claimed_mime=None)

    assert cleared.pictures is not None


async def _refusal(desk: ProofDesk, hostile: Hostile) -> ProofProblem:
    with pytest.raises(ProofRefused) as caught:
        await desk.accept(hostile.data, claimed_name=hostile.name, claimed_mime=hostile.mime)
    return caught.value.reason


async def _pool_refusal(pool: WorkerPool, hostile: Hostile) -> ProofProblem:
    with pytest.raises(ProofRefused) as caught:
        await pool.clear(Request(hostile.data, hostile.name, hostile.mime))
    return caught.value.reason


def _memory_kb(process_id: int, field: str) -> int:
    lines = Path(f"/proc/{process_id}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{field}:"))


def _forget_peak(process_id: int) -> None:
    Path(f"/proc/{process_id}/clear_refs").write_text("5")


def _file_names(directory: Path) -> set[str]:
    return {path.name for path in directory.rglob("*") if path.is_file()}
