"""Tells an operator in English why the desk refused. People in the chat read the same from the locales."""

from collections.abc import Mapping
from typing import Final

from admin_cli.admin.sheets import clock_time, told
from domain.kernel.moments import Instant
from domain.kernel.money import Money
from domain.kernel.refusal import Refusal, Rule


class Declined(Exception):
    """An operator's wish that only this console knows a reason against; the message is that reason."""


ANSWERS: Final[Mapping[Rule, str]] = {
    Rule.AMOUNT_UNREADABLE: "this is no amount",
    Rule.AMOUNT_DECIMALS: "the amount has more decimals than the desk keeps",
    Rule.AMOUNT_NOT_POSITIVE: "the amount must be more than zero",
    Rule.AMOUNT_TOO_LARGE: "the amount is larger than the book can hold",
    Rule.AMOUNT_BELOW: "the amount is below the least one",
    Rule.AMOUNT_ABOVE: "the amount is above the most one",
    Rule.UNKNOWN_ASSET: "the desk does not book this asset",
    Rule.UNKNOWN_FIAT: "the desk does not know this currency",
    Rule.UNKNOWN_METHOD: "the desk does not know this payment method",
    Rule.TEXT_EMPTY: "the text is empty",
    Rule.TEXT_TOO_LONG: "the text is too long",
    Rule.NOT_FOUND: "there is no such thing here",
    Rule.NOT_YOURS: "it belongs to somebody else",
    Rule.NOT_REGISTERED: "nobody of this name has pressed start",
    Rule.STALE: "somebody changed it a moment ago: look again",
    Rule.ALREADY_DONE: "that has happened already",
    Rule.NOT_NOW: "that can't happen now",
    Rule.NOT_YOUR_MOVE: "that is the other side's move",
    Rule.NOT_MERCHANT: "only merchants may do that",
    Rule.TOO_MANY_ADS: "this person has as many ads as the desk allows",
    Rule.AD_NOT_ACTIVE: "the ad can't be taken now",
    Rule.AD_CHANGED: "the ad was changed meanwhile",
    Rule.AD_CLOSED: "the ad is closed",
    Rule.AD_LIMITS: "the ad's limits do not fit together",
    Rule.AD_STOCK: "the ad's stock is too small",
    Rule.AD_METHODS: "the ad's payment methods do not fit",
    Rule.OWN_AD: "nobody takes their own ad",
    Rule.QUOTE_OLD: "the quote is too old",
    Rule.TOO_MANY_ORDERS: "this person has as many open orders as the desk allows",
    Rule.PAIR_BLOCKED: "one of these two people blocked the other",
    Rule.TOO_MANY_MARKS: "this person has marked as many people as the desk keeps",
    Rule.RATING_OVER: "the time to rate this order is over",
    Rule.FUNDS_SHORT: "the account does not hold that much",
    Rule.NAME_MISSING: "the payer's name is missing",
    Rule.GRACE_OVER: "the time for a late payment is over",
    Rule.PROOF_MISSING: "there is no payment proof on file",
    Rule.TOO_MANY_PROOFS: "the order has as many proofs as the desk takes",
    Rule.RELEASE_NOT_ARMED: "the seller has not seen what the release would do",
    Rule.RELEASE_WAIT: "a large release waits a moment",
    Rule.CANCEL_ASKED: "somebody has asked to cancel already",
    Rule.CANCEL_NOT_ASKED: "nobody has asked to cancel",
    Rule.EXTEND_EARLY: "more time can be given in the last {limit} minutes of the window",
    Rule.EXTENDED_ENOUGH: "more time was given {value} times, {limit} is the limit",
    Rule.PROOF_ON_FILE: "a payment proof is on file, so the seller has to agree",
    Rule.FILE_TOO_BIG: "the file has too many bytes",
    Rule.FILE_TOO_LARGE: "the picture has too many pixels",
    Rule.FILE_TYPE: "files of this type are not taken",
    Rule.FILE_BROKEN: "the file is broken",
    Rule.FILE_UNSAFE: "the file is more than it says it is",
    Rule.FILE_BUSY: "too many files are being looked at right now",
    Rule.FILE_GONE: "the file can't be had any more",
    Rule.CHAT_OVER: "the order's chat is closed",
    Rule.CHAT_FAST: "too many lines in too short a time",
    Rule.REFERENCE_REUSED: "this reference stands in the book already, for something else; nothing was booked",
    Rule.FORM_GONE: "the form is not there any more",
    Rule.LANGUAGE_UNKNOWN: "the desk does not speak this language",
}
_TELLS: Final = {"given": "given", "value": "is", "limit": "limit", "until": "until"}
"""Facts worth telling in every answer, in this order; the others follow under their own names."""


def in_english(refusal: Refusal) -> str:
    """One sentence with its facts: `the amount has more decimals than the desk keeps (given 1.5555555, limit 6)`."""
    order = [*(name for name in _TELLS if name in refusal.facts), *(f for f in refusal.facts if f not in _TELLS)]
    facts = [f"{_TELLS.get(name, name)} {_fact(name, refusal.facts[name])}" for name in order]
    sentence = ANSWERS[refusal.rule]
    return f"{sentence} ({', '.join(facts)})" if facts else sentence


def _fact(name: str, value: object) -> str:
    if isinstance(value, Money):
        return told(value)
    if name == "until" and isinstance(value, int):
        return f"{clock_time(Instant(value))} UTC"
    return str(value)
