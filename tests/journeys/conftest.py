"""A real browser in a running Fotfeste: log in as someone, look, and be told of anything that is not right.

def test_siv_sees_what_is_next(browser_as, axe, picture):
    page = browser_as("siv")
    page.goto("/")
    axe(page)
    picture(page, "today")
"""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.house import ROOT, demo_people, running_house
from tests.journeys.watching import Watch, no_wider_than_the_screen, the_bar_has_room

PICTURES = Path(__file__).parent / "pictures"
WIDTHS = {1280: 800, 390: 844}
QUIET_CHROMIUM = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]

BrowserAs = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test beside this file is a journey, and may take its time."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with demo people, made once for all workers of a run: each house takes a copy."""
    place = tmp_path_factory.getbasetemp()
    return demo_people((place.parent if "PYTEST_XDIST_WORKER" in os.environ else place) / "demo")


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory, demo: Path) -> Iterator[str]:
    """The address of a running Fotfeste with demo people."""
    with running_house(tmp_path_factory.mktemp("house"), demo) as url:
        yield url


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine. Without one the journeys stop here, and say what to install."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path_of_chromium(),
            args=QUIET_CHROMIUM,
        )
        yield browser
        browser.close()


def path_of_chromium() -> str:
    """Where the browser is: CHROMIUM, or what scripts/chromium.sh finds or installs."""
    asked = subprocess.run(
        ["sh", "scripts/chromium.sh"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if asked.returncode:
        pytest.exit(asked.stderr.strip(), returncode=1)
    return asked.stdout.strip()


@pytest.fixture
def visits() -> list[Watch]:
    """The watch kept over each browser context of this test, in the order they were opened."""
    return []


@pytest.fixture
def browser_as(house: str, chromium: Browser, visits: list[Watch]) -> Iterator[BrowserAs]:
    """Opens a fresh browser, logged in by the demo's log-in page. `browser_as(None)` is a visitor.

    Other arguments go to Playwright's `new_context` (java_script_enabled=False, viewport, locale …).
    When the test is over, nothing may have gone to another origin and no page may have complained.
    """
    with browsers(chromium, house, visits) as open_as:
        yield open_as


@contextmanager
def browsers(chromium: Browser, house: str, visits: list[Watch]) -> Iterator[BrowserAs]:
    """What `browser_as` is, for a house of one's own."""
    contexts = []

    def open_as(username: str | None, **options: Any) -> Page:
        context = chromium.new_context(**({"base_url": house, "locale": "nb-NO"} | options))
        contexts.append(context)
        visits.append(Watch(context, house))
        page = context.new_page()
        if username:
            log_in(page, username)
        return page

    yield open_as
    for context in contexts:
        context.close()
    complaints = [text for visit in visits for text in visit.complaints()]
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def house_on(
    chromium: Browser, visits: list[Watch], demo: Path, tmp_path: Path
) -> Callable[[str], AbstractContextManager[BrowserAs]]:
    """The same house on one day after another: `with house_on("2026-12-01") as browser_as`."""

    @contextmanager
    def opened(day: str) -> Iterator[BrowserAs]:
        visits.clear()
        house = running_house(tmp_path, demo, today=day)
        with house as address, browsers(chromium, address, visits) as browser_as:
            yield browser_as

    return opened


def log_in(page: Page, username: str) -> None:
    """Through the page that a person who tries the demo would use."""
    page.goto("/demo/")
    page.locator(f'button[name="username"][value="{username}"]').click()
    page.wait_for_url(lambda url: "/demo/" not in url)


@pytest.fixture
def picture() -> Callable[[Page, str], None]:
    """Sees that a page need not scroll sideways on a desktop or a phone; with PICTURES=1 it is also saved.

    Saving takes a fifth of a journey's time, so it is done only for those who want to look.
    """

    def look_at_both_widths(page: Page, name: str) -> None:
        before = page.viewport_size
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            assert no_wider_than_the_screen(page), f"{name} is wider than a screen of {width} pixels"
            assert the_bar_has_room(page), f"{name} has too many words in its bar at {width} pixels"
            if os.environ.get("PICTURES"):
                save(page, PICTURES / f"{name}-{width}.png", width, height)
        if before:
            page.set_viewport_size(before)

    return look_at_both_widths


def save(page: Page, file: Path, width: int, height: int) -> None:
    """The whole page as one picture, so tall that a fixed bar stays at the end."""
    file.parent.mkdir(exist_ok=True)
    tall = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": max(height, tall)})
    page.screenshot(path=file)


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Asserts that axe finds nothing wrong with a page."""

    def assert_accessible(page: Page) -> None:
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()

    return assert_accessible


@pytest.fixture
def seen(axe: Callable[[Page], None], picture: Callable[[Page, str], None]) -> Callable[..., None]:
    """A page has been looked at: axe finds nothing, and with a name it is pictured as well."""

    def look_at(page: Page, name: str = "") -> None:
        axe(page)
        if name:
            picture(page, name)

    return look_at
