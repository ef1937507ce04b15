"""The browser that looks at the page: the system's own, because a download of one is not always to be had."""

import os
import shutil

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture
def chromium() -> str:
    """Its path. On CI its absence is a failure, not a reason to look away."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("no Chromium found, so nobody looked at the page")
    if found is None:
        pytest.skip("no Chromium found: the browser tests look at nothing")
    return found
