"""Every periodic job of the desk and its interval, listed once. APScheduler only ticks: what is due stands in rows."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do again and again; a run that takes longer than its interval is not overtaken."""

    name: str
    seconds: int
    run: Callable[[], Awaitable[None]]


def build_schedule(jobs: tuple[Job, ...]) -> AsyncIOScheduler:
    """A scheduler that is ready to start on the running loop."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    for job in jobs:
        scheduler.add_job(
            _logged(job),
            "interval",
            seconds=job.seconds,
            id=job.name,
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )
    return scheduler


def _logged(job: Job) -> Callable[[], Awaitable[None]]:
    """A failing run is logged once, where its story ends; the next tick tries again."""

    async def run() -> None:
        try:
            await job.run()
        except Exception:
            log.exception("a periodic job failed", extra={"job": job.name})

    return run
