"""Parent and child understand each other, and the parent believes nothing impossible."""

import json

import pytest

from storage.evidence.cleared import Cleared, Sanitised
from storage.evidence.proof import ProofKind, ProofProblem, ProofRefused
from storage.evidence.wire import (
    FRAME_LIMIT_BYTES,
    LENGTH,
    Request,
    WireBroken,
    frame_length,
    parse_reply,
    parse_request,
    reply_frames,
    request_frames,
)


def test_request_survives_the_pipe() -> None:
    request = Request(b"\0bytes", "Квитанция.jpg", None)

    assert parse_request(request_frames(request)) == request


@pytest.mark.parametrize(
    "cleared",
    [Cleared(ProofKind.PDF, None), Cleared(ProofKind.PNG, Sanitised(4, 3, bytes(range(32)), b"viewer"))],
)
def test_verdict_survives_the_pipe(cleared: Cleared) -> None:
    assert parse_reply(reply_frames(cleared)) == cleared


def test_refusal_survives_the_pipe_with_its_facts() -> None:
    refusal = parse_reply(reply_frames(ProofRefused(ProofProblem.TOO_MANY_PAGES, 51, 50)))

    assert isinstance(refusal, ProofRefused)
    assert (refusal.reason, refusal.value, refusal.limit) == (ProofProblem.TOO_MANY_PAGES, 51, 50)


@pytest.mark.parametrize(
    "verdict",
    [
        "not an object",
        {},
        {"kind": "exe"},
        {"refused": "because"},
        {"kind": "png", "width": 0, "height": 3, "dhash": "00" * 32},
        {"kind": "png", "width": 9_000, "height": 9_000, "dhash": "00" * 32},
        {"kind": "png", "width": 4, "height": "3", "dhash": "00" * 32},
        {"kind": "png", "width": 4, "height": 3, "dhash": "00"},
    ],
)
def test_impossible_verdict_is_not_believed(verdict: object) -> None:
    with pytest.raises(WireBroken):
        parse_reply([json.dumps(verdict).encode(), b""])


def test_frame_beyond_the_limit_is_not_waited_for() -> None:
    with pytest.raises(WireBroken):
        frame_length(LENGTH.pack(FRAME_LIMIT_BYTES + 1))
