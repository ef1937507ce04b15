"""What counts as the same picture, and that whatever is near can be found."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.ids import OrderId, ProofId, UserId
from domain.proofs.model import Likeness, Match, NewProof
from domain.proofs.radar import MARKS, NEAR_BITS, Candidate, distance, marks_of, match_of

PICTURE = random.Random(3).randbytes(32)
BLANK = bytes(32)
places = st.sets(st.integers(0, 255), max_size=NEAR_BITS)
hashes = st.binary(min_size=32, max_size=32).filter(lambda made: bool(marks_of(made)))


def _flipped(dhash: bytes, *places: int) -> bytes:
    return (int.from_bytes(dhash, "big") ^ sum(1 << place for place in places)).to_bytes(32, "big")


def _new(dhash: bytes | None = PICTURE) -> NewProof:
    return NewProof(OrderId(2), UserId(7), "a" * 64, None, "jpeg", 1_000, dhash, "file-a", "m:1")


@given(hashes, places)
def test_near_pictures_share_a_mark(dhash: bytes, changed: set[int]) -> None:
    other = _flipped(dhash, *changed)

    assert distance(dhash, other) == len(changed)
    assert not marks_of(other) or set(marks_of(dhash)) & set(marks_of(other))


@given(hashes)
def test_marks_fit_into_the_database_and_never_mix(dhash: bytes) -> None:
    assert [mark >> 43 for mark in marks_of(dhash)] == list(range(1, MARKS + 1))


@pytest.mark.parametrize(
    ("candidate", "found"),
    [
        (Candidate(ProofId(1), "a" * 64, "file-b", None), Likeness.SAME),
        (Candidate(ProofId(1), "b" * 64, "file-a", None), Likeness.SAME),
        (Candidate(ProofId(1), "b" * 64, "file-b", PICTURE), Likeness.NEAR),
        (Candidate(ProofId(1), "b" * 64, "file-b", _flipped(PICTURE, 0, 60, 120, 180, 255)), Likeness.NEAR),
    ],
)
def test_alike_is_told_from_how(candidate: Candidate, found: Likeness) -> None:
    assert match_of(_new(), [candidate]) == Match(ProofId(1), found)


@pytest.mark.parametrize(
    ("new", "candidate"),
    [
        (PICTURE, Candidate(ProofId(1), "b" * 64, "file-b", _flipped(PICTURE, 0, 30, 60, 120, 180, 255))),
        (PICTURE, Candidate(ProofId(1), "b" * 64, "file-b", None)),
        (None, Candidate(ProofId(1), "b" * 64, "file-b", PICTURE)),
        (BLANK, Candidate(ProofId(1), "b" * 64, "file-b", BLANK)),
    ],
)
def test_what_is_not_alike_gives_no_hint(new: bytes | None, candidate: Candidate) -> None:
    assert match_of(_new(new), [candidate]) is None


def test_the_same_file_is_told_before_a_similar_picture() -> None:
    near = Candidate(ProofId(1), "b" * 64, "file-b", PICTURE)
    same = Candidate(ProofId(2), "a" * 64, "file-b", None)

    assert match_of(_new(), [near, same]) == Match(ProofId(2), Likeness.SAME)


@pytest.mark.parametrize("dhash", [None, BLANK, _flipped(BLANK, 3, 77)])
def test_a_blank_picture_is_found_by_nothing(dhash: bytes | None) -> None:
    assert marks_of(dhash) == ()
