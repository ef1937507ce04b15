"""The one door for payment proofs: take a file in, show its harmless copy, hand out the sealed original."""

import asyncio
from pathlib import Path

from storage.evidence.cleared import Cleared
from storage.evidence.inspect import glance
from storage.evidence.pool import WorkerPool
from storage.evidence.proof import VIEWER_SIDE_LIMIT_PX, Proof, ProofProblem, ProofRefused
from storage.evidence.vault import Vault
from storage.evidence.wire import Request


class ProofDesk:
    """Needs a running event loop and one private directory; call `close` before the loop ends.

    Originals and copies lie in separate vaults, so that no mix-up of hashes can show an original."""

    def __init__(self, directory: Path) -> None:
        self._originals = Vault(directory)
        self._copies = Vault(directory / "copies")
        self._pool = WorkerPool()

    async def accept(self, data: bytes, *, claimed_name: str | None, claimed_mime: str | None) -> Proof:
        """Checks, cleans and seals one file. Raises ProofRefused; OSError or WorkerNotStarting when we are at fault.

        An oversized picture is turned away by its header here, without costing a child any work."""
        glance(data, claimed_name=claimed_name, claimed_mime=claimed_mime)
        cleared = await self._pool.clear(Request(data, claimed_name, claimed_mime))
        refuse_strange_copy(cleared)
        return await asyncio.to_thread(self._seal, data, cleared)

    async def viewer(self, sha256: str) -> bytes:
        """A JPEG without metadata, by `viewer_sha256`. Raises EvidenceMissing, EvidenceAltered."""
        return await asyncio.to_thread(self._copies.read, sha256)

    async def original(self, sha256: str) -> bytes:
        """The bytes exactly as they came; for a moderator's eyes only. Raises EvidenceMissing, EvidenceAltered."""
        return await asyncio.to_thread(self._originals.read, sha256)

    async def close(self) -> None:
        """Ends the children; files need no closing."""
        await self._pool.close()

    def _seal(self, data: bytes, cleared: Cleared) -> Proof:
        sha256 = self._originals.seal(data)
        made = cleared.pictures
        if made is None:
            return Proof(sha256, cleared.kind, len(data), None, None, None, None)
        return Proof(
            sha256=sha256,
            kind=cleared.kind,
            size_bytes=len(data),
            width=made.width,
            height=made.height,
            dhash=made.dhash,
            viewer_sha256=self._copies.seal(made.viewer),
        )


def refuse_strange_copy(cleared: Cleared) -> None:
    """A child taken over by a file could hand back anything; only a small, plain JPEG is believed."""
    if cleared.pictures is None:
        return
    header = glance(cleared.pictures.viewer, claimed_name=None, claimed_mime="image/jpeg")
    if max(header.width or 0, header.height or 0) > VIEWER_SIDE_LIMIT_PX:
        raise ProofRefused(ProofProblem.UNREADABLE, "decoder failed")
