"""The process that touches hostile bytes: `python -m storage.evidence.child`.

It has no secrets, no network use, no right to write a file, and little memory and time."""

import math
import os
import resource
import time
from typing import BinaryIO, Final

from storage.evidence.clearing import clear
from storage.evidence.proof import ProofRefused
from storage.evidence.sanitise import keep_memory_warm
from storage.evidence.wire import (
    LENGTH,
    READY,
    REQUEST_FRAMES,
    Reply,
    Request,
    frame_length,
    framed,
    parse_request,
    reply_frames,
)

_ADDRESS_SPACE_LIMIT_BYTES: Final = 512 * 1024 * 1024
_JOB_CPU_LIMIT_SECONDS: Final = 6
_OPEN_FILES_LIMIT: Final = 16


def main() -> None:
    """Answers requests until the parent closes the pipe."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    _give_up_rights()
    keep_memory_warm()
    _send(replies, [READY])
    _mute()
    while frames := _receive(requests):
        _allow_one_job()
        _send(replies, reply_frames(_answer(parse_request(frames))))
        frames.clear()


def _answer(request: Request) -> Reply:
    try:
        return clear(request.data, claimed_name=request.claimed_name, claimed_mime=request.claimed_mime)
    except ProofRefused as refusal:
        return refusal


def _receive(stream: BinaryIO) -> list[bytes]:
    """One request's frames, or none when the parent is gone."""
    frames: list[bytes] = []
    for _ in range(REQUEST_FRAMES):
        prefix = stream.read(LENGTH.size)
        if len(prefix) < LENGTH.size:
            return []
        length = frame_length(prefix)
        frame = stream.read(length)
        if len(frame) < length:
            return []
        frames.append(frame)
    return frames


def _send(stream: BinaryIO, frames: list[bytes]) -> None:
    for piece in framed(frames):
        stream.write(piece)
    stream.flush()


def _give_up_rights() -> None:
    for right, limit in (
        (resource.RLIMIT_AS, _ADDRESS_SPACE_LIMIT_BYTES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES_LIMIT),
    ):
        resource.setrlimit(right, (limit, limit))


def _mute() -> None:
    """Decoders write warnings about hostile files; only a failed start belongs into the log."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _allow_one_job() -> None:
    """The CPU limit counts a process's whole life, so it moves up by one job's share each time."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    used_seconds = math.ceil(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (used_seconds + _JOB_CPU_LIMIT_SECONDS, hard))


if __name__ == "__main__":
    main()
