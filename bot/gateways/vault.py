"""The vault behind its port: the evidence desk's findings as refusals of the house."""

from pathlib import Path
from typing import Final

from domain.kernel.refusal import Refusal, Rule
from domain.proofs.ports import CheckedFile, Vault
from storage.evidence.desk import ProofDesk
from storage.evidence.proof import ProofProblem, ProofRefused
from storage.evidence.vault import EvidenceAltered, EvidenceMissing

_RULES: Final = {
    ProofProblem.TOO_BIG: Rule.FILE_TOO_BIG,
    ProofProblem.TOO_MANY_PIXELS: Rule.FILE_TOO_LARGE,
    ProofProblem.TOO_MANY_PAGES: Rule.FILE_TOO_LARGE,
    ProofProblem.WRONG_TYPE: Rule.FILE_TYPE,
    ProofProblem.TYPE_MISMATCH: Rule.FILE_TYPE,
    ProofProblem.TRUNCATED: Rule.FILE_BROKEN,
    ProofProblem.UNREADABLE: Rule.FILE_BROKEN,
    ProofProblem.EMPTY: Rule.FILE_BROKEN,
    ProofProblem.POLYGLOT: Rule.FILE_UNSAFE,
    ProofProblem.ANIMATED: Rule.FILE_UNSAFE,
    ProofProblem.ACTIVE_PDF: Rule.FILE_UNSAFE,
    ProofProblem.ENCRYPTED_PDF: Rule.FILE_UNSAFE,
    ProofProblem.TIMEOUT: Rule.FILE_BUSY,
    ProofProblem.BUSY: Rule.FILE_BUSY,
}


class SealedVault(Vault):
    """Keeps evidence under one private folder; `close` ends its child processes."""

    def __init__(self, folder: Path) -> None:
        self._desk = ProofDesk(folder)

    async def accept(self, data: bytes, *, name: str | None, mime: str | None) -> CheckedFile:
        """See the port."""
        try:
            proof = await self._desk.accept(data, claimed_name=name, claimed_mime=mime)
        except ProofRefused as refused:
            raise Refusal(_RULES[refused.reason], value=refused.value, limit=refused.limit) from None
        return CheckedFile(proof.sha256, proof.kind.value, proof.size_bytes, proof.viewer_sha256, proof.dhash)

    async def picture(self, sha256: str) -> bytes:
        """See the port."""
        try:
            return await self._desk.viewer(sha256)
        except (EvidenceMissing, EvidenceAltered):
            raise Refusal(Rule.FILE_GONE) from None

    async def close(self) -> None:
        """Ends the children that decode."""
        await self._desk.close()
