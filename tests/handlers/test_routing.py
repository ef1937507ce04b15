"""The way in is short and never leaves the event loop."""

import inspect
from collections.abc import Iterator

from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject

from handlers.middlewares.throttle import BURST, Throttle
from handlers.routing import ALLOWED_UPDATES, build_router
from handlers.switchboard import PRESSES


def test_every_handler_and_filter_is_awaited() -> None:
    handlers = list(_handlers(build_router()))

    assert len(handlers) == 4
    assert all(handler.awaitable for handler in handlers)
    assert all(a_filter.awaitable for handler in handlers for a_filter in handler.filters or [])


def test_every_press_has_an_async_handler() -> None:
    assert all(inspect.iscoroutinefunction(handler) for _, handler in PRESSES.values())


def test_a_router_can_be_built_for_each_dispatcher() -> None:
    assert build_router() is not build_router()


def test_only_what_is_answered_is_asked_for() -> None:
    assert set(ALLOWED_UPDATES) == set(build_router().resolve_used_update_types())


def test_a_burst_passes_and_a_flood_does_not() -> None:
    throttle = Throttle(clock_seconds=iter([0.0] * (BURST + 1) + [1.0] * 6 + [1.0]).__next__)

    burst = [throttle.admits(1) for _ in range(BURST + 1)]
    a_second_later = [throttle.admits(1) for _ in range(6)]
    somebody_else = throttle.admits(2)

    assert burst == [True] * BURST + [False]
    assert a_second_later == [True] * 5 + [False]
    assert somebody_else


def _handlers(router: Router) -> Iterator[HandlerObject]:
    for part in router.chain_tail:
        for observer in part.observers.values():
            yield from observer.handlers
