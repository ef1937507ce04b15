"""A refusal is an answer: which rule, what was given, what the limit is, when it ends."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, final


class Rule(StrEnum):
    """Every reason the desk can give. Each has the text `refusal-<value>` in every locale."""

    AMOUNT_UNREADABLE = "amount-unreadable"
    AMOUNT_DECIMALS = "amount-decimals"
    AMOUNT_NOT_POSITIVE = "amount-not-positive"
    AMOUNT_TOO_LARGE = "amount-too-large"
    AMOUNT_BELOW = "amount-below"
    AMOUNT_ABOVE = "amount-above"
    UNKNOWN_ASSET = "unknown-asset"
    UNKNOWN_FIAT = "unknown-fiat"
    UNKNOWN_METHOD = "unknown-method"
    TEXT_EMPTY = "text-empty"
    TEXT_TOO_LONG = "text-too-long"
    NOT_FOUND = "not-found"
    NOT_YOURS = "not-yours"
    NOT_REGISTERED = "not-registered"
    STALE = "stale"
    ALREADY_DONE = "already-done"
    NOT_NOW = "not-now"
    NOT_YOUR_MOVE = "not-your-move"
    NOT_MERCHANT = "not-merchant"
    TOO_MANY_ADS = "too-many-ads"
    AD_NOT_ACTIVE = "ad-not-active"
    AD_CHANGED = "ad-changed"
    AD_CLOSED = "ad-closed"
    AD_LIMITS = "ad-limits"
    AD_STOCK = "ad-stock"
    AD_METHODS = "ad-methods"
    OWN_AD = "own-ad"
    QUOTE_OLD = "quote-old"
    TOO_MANY_ORDERS = "too-many-orders"
    PAIR_BLOCKED = "pair-blocked"
    TOO_MANY_MARKS = "too-many-marks"
    RATING_OVER = "rating-over"
    FUNDS_SHORT = "funds-short"
    NAME_MISSING = "name-missing"
    GRACE_OVER = "grace-over"
    PROOF_MISSING = "proof-missing"
    TOO_MANY_PROOFS = "too-many-proofs"
    RELEASE_NOT_ARMED = "release-not-armed"
    RELEASE_WAIT = "release-wait"
    CANCEL_ASKED = "cancel-asked"
    CANCEL_NOT_ASKED = "cancel-not-asked"
    EXTEND_EARLY = "extend-early"
    EXTENDED_ENOUGH = "extended-enough"
    PROOF_ON_FILE = "proof-on-file"
    FILE_TOO_BIG = "file-too-big"
    FILE_TOO_LARGE = "file-too-large"
    FILE_TYPE = "file-type"
    FILE_BROKEN = "file-broken"
    FILE_UNSAFE = "file-unsafe"
    FILE_BUSY = "file-busy"
    FILE_GONE = "file-gone"
    CHAT_OVER = "chat-over"
    CHAT_FAST = "chat-fast"
    REFERENCE_REUSED = "reference-reused"
    FORM_GONE = "form-gone"
    LANGUAGE_UNKNOWN = "language-unknown"


@final
class Refusal(Exception):
    """The desk says no. `facts` are values, not prose: the views write them in the reader's language."""

    def __init__(self, rule: Rule, **facts: object) -> None:
        super().__init__(rule, facts)
        self.rule: Final = rule
        self.facts: Final[Mapping[str, object]] = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.rule}({told})"
