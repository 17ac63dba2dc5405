"""Listens while a journey goes on: nothing may be asked of others, and no page may complain."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

TELLS_OF_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (e) =>
  console.error(`CSP: ${e.violatedDirective} stopped ${e.blockedURI} in ${e.sourceFile}:${e.lineNumber}`));
"""

SERVER_FAULT = 500


class Watch:
    """What went on in one browser context, and whether any of it should not have."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self._home = home
        self._complaints: list[tuple[str, str]] = []
        self._refusals: set[str] = set()
        self._forgiven: list[Callable[[str], bool]] = []
        context.add_init_script(TELLS_OF_VIOLATIONS)
        context.on("request", self._asked)
        context.on("response", self._answered)
        context.on("requestfailed", self._got_no_answer)
        context.on("console", self._said)
        context.on("weberror", self._failed)

    def forgive(self, part: str) -> None:
        """Expect a complaint with these words (a journey that provokes one says so)."""
        self._forgiven.append(lambda text: part in text)

    def complaints(self) -> list[str]:
        """Everything that should not have happened. A page that refuses (4xx) is a page like others."""
        return [
            text
            for url, text in self._complaints
            if not (text.startswith("Failed to load resource") and url in self._refusals)
            and not any(forgives(text) for forgives in self._forgiven)
        ]

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self._home + "/", "data:", "blob:")):
            self._complaints.append((request.url, f"asked another origin: {request.url}"))

    def _answered(self, response: Response) -> None:
        if response.status >= SERVER_FAULT:
            self._complaints.append((response.url, f"{response.status} from {response.url}"))
        elif response.request.resource_type in ("document", "xhr", "fetch"):
            self._refusals.add(response.url)

    def _got_no_answer(self, request: Request) -> None:
        why = request.failure or ""
        if "ERR_ABORTED" not in why:  # a page left in good time, or a download
            self._complaints.append((request.url, f"{why} from {request.url}"))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._complaints.append((message.location.get("url", ""), message.text))

    def _failed(self, error: WebError) -> None:
        self._complaints.append(("", f"script error: {error.error}"))


def no_wider_than_the_screen(page: Page) -> bool:
    """Whether a page can be read without scrolling sideways."""
    fits: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return fits


BAR_IN_ITS_OWN_WAY = """
() => {
  const box = (each) => each.getBoundingClientRect();
  const tools = document.querySelector(".bar__tools");
  const over = (link) => box(link).right > box(tools).left + 1 && box(link).top < box(tools).bottom;
  return Boolean(tools) && [...document.querySelectorAll(".bar__nav .bar__link")].some(over);
}
"""


def the_bar_has_room(page: Page) -> bool:
    """Whether no word of the bar at the top lies over another. On a phone its links are at the foot."""
    is_in_its_own_way: bool = page.evaluate(BAR_IN_ITS_OWN_WAY)
    return not is_in_its_own_way
