"""The webhook's door: Telegram alone comes in, nonsense is turned away without a trace in the log."""

import io
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.webhook import LARGEST_BODY, SECRET_HEADER
from tests.journeys.house import SECRET, House
from tests.journeys.stage import Stage

UPDATE = {
    "update_id": 1,
    "message": {"message_id": 1, "date": 1, "text": "/start", "chat": {"id": 77, "type": "private"}},
}

WELL = json.dumps(UPDATE).encode()
REFUSED: tuple[tuple[dict[str, str], bytes, int], ...] = (
    ({}, WELL, 401),
    ({SECRET_HEADER: ""}, WELL, 401),
    ({SECRET_HEADER: "wrong"}, WELL, 401),
    ({SECRET_HEADER: f"{SECRET}x"}, WELL, 401),
    ({SECRET_HEADER: "sécret-ключ"}, WELL, 401),
    ({SECRET_HEADER: SECRET}, b"{", 400),
    ({SECRET_HEADER: SECRET}, b"\xff\xfe", 400),
    ({SECRET_HEADER: SECRET}, b"[" * 100_000, 400),
    ({SECRET_HEADER: SECRET}, b"[]", 400),
    ({SECRET_HEADER: SECRET}, b'{"update_id": "one"}', 400),
    ({SECRET_HEADER: SECRET}, b'{"update_id": true}', 400),
    ({SECRET_HEADER: SECRET}, b'{"update_id": 99999999999999999999999}', 400),
    ({SECRET_HEADER: SECRET}, b" " * (LARGEST_BODY + 1), 413),
)


@pytest.fixture
async def served(webhook_house: House) -> AsyncIterator[Stage]:
    async with webhook_house.open() as stage:
        yield stage


async def test_what_is_not_telegrams_is_turned_away(served: Stage) -> None:
    assert served.parts is not None
    address = served.parts.settings.webhook_url

    async with aiohttp.ClientSession() as session:
        answers = [await session.post(address, data=io.BytesIO(body), headers=shown) for shown, body, _ in REFUSED]

    assert [answer.status for answer in answers] == [status for _, _, status in REFUSED]
    assert await served.waiting() == []


async def test_health_says_well_and_nothing_else(served: Stage) -> None:
    assert served.parts is not None
    async with aiohttp.ClientSession() as session:
        response = await session.get(f"http://{served.parts.settings.webhook_listen}/healthz")

    assert (response.status, await response.text()) == (200, "")
