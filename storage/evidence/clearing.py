"""One file's whole way through the checks and the decoder: the child's work, callable anywhere."""

from storage.evidence.cleared import Cleared
from storage.evidence.inspect import dissect, glance
from storage.evidence.sanitise import sanitise


def clear(data: bytes, *, claimed_name: str | None, claimed_mime: str | None) -> Cleared:
    """Header, structure, then one decode; raises ProofRefused at the first objection."""
    header = glance(data, claimed_name=claimed_name, claimed_mime=claimed_mime)
    picture = dissect(data)
    return Cleared(header.kind, None if picture is None else sanitise(picture))
