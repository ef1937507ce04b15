"""Updates that were set aside and notices that died, in an operator's hands."""

import json

import pytest

from domain.kernel.moments import Instant
from storage import inbox, outbox
from storage.inbox import MOST_TRIES, Received
from storage.work import StorageWork
from tests.admin.console import Console
from tests.admin.market import BUYER, MERCHANT, at_the_desk

BOT = 1_000_001
UPDATE_ID = 900
UPDATE = {"update_id": UPDATE_ID, "message": {"from": {"id": BUYER}, "text": "I paid \u202e\x1b"}}


@pytest.fixture
def poison(console: Console) -> int:
    """The row of an update that failed as often as an update may."""
    return at_the_desk(console.url, _fail_for_good)


@pytest.fixture
def dead_letter(console: Console) -> int:
    """The row of a notice that will never arrive."""
    return at_the_desk(console.url, _die)


def test_what_was_set_aside_is_listed_with_its_error(console: Console, poison: int) -> None:
    (listed,) = console.json("inbox", "list")["updates"]

    assert (listed["id"], listed["update_id"], listed["user"]) == (poison, 900, BUYER)
    assert (listed["state"], listed["error"]) == ("quarantined", "ValueError")


def test_the_list_does_not_tell_what_people_wrote(console: Console, poison: int) -> None:
    told = console.admin("inbox", "list")

    assert "quarantined" in told.out
    assert "I paid" not in told.out


def test_an_update_is_shown_as_it_came(console: Console, poison: int) -> None:
    told = console.admin("inbox", "show", str(poison))

    assert json.loads(told.out) == UPDATE
    assert "\x1b" not in told.out


def test_a_replayed_update_waits_again(console: Console, poison: int) -> None:
    console.json("inbox", "replay", str(poison))

    assert [line["state"] for line in console.json("inbox", "list")["updates"]] == ["new"]


def test_a_dropped_update_stays_undone(console: Console, poison: int) -> None:
    console.json("inbox", "drop", str(poison))

    told = console.admin("inbox", "replay", str(poison))

    assert console.json("inbox", "list")["updates"] == []
    assert (told.code, told.is_one_clear_line) == (1, True)


@pytest.mark.parametrize("verb", ["show", "replay", "drop"])
def test_an_update_that_is_not_there_is_a_refusal(console: Console, verb: str) -> None:
    told = console.admin("inbox", verb, "404")

    assert (told.code, told.is_one_clear_line) == (1, True)


def test_a_dead_notice_is_listed_with_its_reason(console: Console, dead_letter: int) -> None:
    (listed,) = console.json("outbox", "list", "--state", "dead")["notices"]

    assert (listed["id"], listed["user"], listed["headline"]) == (dead_letter, MERCHANT, "wallet-told-deposit")
    assert (listed["state"], listed["reason"]) == ("dead", "Bad Request: message is too long")


def test_a_requeued_notice_is_dead_no_more(console: Console, dead_letter: int) -> None:
    console.json("outbox", "requeue", str(dead_letter))

    told = console.admin("outbox", "requeue", str(dead_letter))

    assert console.json("outbox", "list", "--state", "dead")["notices"] == []
    assert (told.code, told.is_one_clear_line) == (1, True)


def _fail_for_good(work: StorageWork) -> int:
    received = Received(UPDATE_ID, BUYER, json.dumps(UPDATE))
    (claimed,) = inbox.receive(work, BOT, [received], "test", 0)
    for _ in range(MOST_TRIES - 1):
        inbox.fail(work, claimed, "ValueError", work.now)
        (claimed,) = inbox.claim(work, BOT, "test", 1, 0)
    inbox.fail(work, claimed, "ValueError", Instant(work.now))
    return claimed.id


def _die(work: StorageWork) -> int:
    (queued,) = outbox.claim(work, "test", 1, 0)
    outbox.dead(work, queued, "Bad Request: message is too long")
    return queued.id
