"""The watch over the journeys sees what it is there to see."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Error as PlaywrightError

from tests.journeys.watching import Watch, no_wider_than_the_screen

FRAME = '<!doctype html><html lang="nb"><title>Prøve</title><link rel="icon" href="data:,">{}</html>'
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:"
PAGES = {
    "/quiet": (200, STRICT, "<h1>Alt i orden</h1>"),
    "/refused": (403, STRICT, "<h1>Ikke for deg</h1>"),
    "/broken": (500, STRICT, "<h1>Noe gikk galt</h1>"),
    "/styled": (200, STRICT, '<p style="color: red">Rødt</p>'),
    "/scripted": (200, STRICT, "<script>1</script>"),
    "/abroad": (200, "", '<img alt="" src="http://127.0.0.2:9/picture.png">'),
    "/failing": (200, "", "<script>nothing_by_this_name()</script>"),
    "/picture-missing": (200, "", '<img alt="" src="/nowhere.png">'),
    "/in-circles": (302, "", ""),
    "/wide": (200, "", "<p>" + "x" * 500 + "</p>"),
}


class Pages(BaseHTTPRequestHandler):
    """Serves the pages above, and 404 for the rest."""

    def do_GET(self) -> None:
        status, csp, body = PAGES.get(self.path, (404, "", ""))
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if status == 302:
            self.send_header("Location", self.path)
        if csp:
            self.send_header("Content-Security-Policy", csp)
        self.end_headers()
        self.wfile.write(FRAME.format(body).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def complaints(chromium: Browser, home: str, page: str, *forgiven: str) -> list[str]:
    context = chromium.new_context()
    watch = Watch(context, home)
    for part in forgiven:
        watch.forgive(part)
    with suppress(PlaywrightError):
        context.new_page().goto(home + page)
    context.close()
    return watch.complaints()


@pytest.mark.parametrize("page", ["/quiet", "/refused"])
def test_a_page_that_answers_or_refuses_is_quiet(chromium: Browser, home: str, page: str) -> None:
    assert complaints(chromium, home, page) == []


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("/broken", "500 from"),
        ("/styled", "CSP: style-src-attr"),
        ("/scripted", "CSP: script-src-elem"),
        ("/abroad", "asked another origin"),
        ("/failing", "script error"),
        ("/picture-missing", "404"),
        ("/in-circles", "ERR_TOO_MANY_REDIRECTS"),
    ],
)
def test_what_should_not_happen_is_seen(chromium: Browser, home: str, page: str, said: str) -> None:
    assert said in "\n".join(complaints(chromium, home, page))


def test_a_complaint_that_was_expected_is_forgiven(chromium: Browser, home: str) -> None:
    assert complaints(chromium, home, "/failing", "nothing_by_this_name") == []


def test_a_page_wider_than_a_phone_is_seen(chromium: Browser, home: str) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})

    page.goto(home + "/quiet")
    assert no_wider_than_the_screen(page)
    page.goto(home + "/wide")
    assert not no_wider_than_the_screen(page)
    page.close()
