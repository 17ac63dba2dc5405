"""What this door itself has against a call, before anything was asked of the record."""

from collections.abc import Mapping, Sequence

from fotfeste.api.problems import ReasonShown
from fotfeste.domain.verdict import Verdict

ONE_DOOR = "house §one-door"
"""Where it is written who sees what; the source of every `access.` reason."""


class Trouble(Exception):  # says what is wrong
    """The call cannot be carried out. `code` names the problem; its text is kept in parameters/texts."""

    def __init__(
        self,
        status: int,
        code: str,
        verdict: Verdict = (),
        *,
        reasons: Sequence[ReasonShown] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.verdict = verdict
        self.reasons = reasons
        self.headers = headers


class Stale(Exception):  # says what is wrong
    """Somebody else was first. `current` is what stands there now."""

    def __init__(
        self, sent_version: str | int, current_version: str | int, current: Mapping[str, object]
    ) -> None:
        super().__init__(f"version {sent_version} is not {current_version}")
        self.sent_version = str(sent_version)
        self.current_version = str(current_version)
        self.current = current


def not_found() -> Trouble:
    """Not here, or not for you to know of: the two look the same."""
    return Trouble(404, "api.not-found")


def no_such_place() -> Trouble:
    """The place that a page was to go on from is not one, or is not there any more."""
    return Trouble(422, "api.no-such-place")
