"""One shape for everything that goes wrong (RFC 9457), in the caller's language, with every reason."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from pydantic import Field, TypeAdapter

from fotfeste.api.schemas import Shown
from fotfeste.domain.verdict import Reason, Verdict, because
from fotfeste.parameters import texts

MEDIA_TYPE = "application/problem+json"
SOURCE = "house §programs"
"""Where the rules of this door are written; the source of every `api.` reason."""

CHANGE = "change"


class ReasonShown(Shown):
    """One reason: a stable code, its text in your language, and where the rule is written."""

    code: str = Field(description="Stable. Texts may change, codes do not.")
    text: str
    change: str | None = Field(None, description="What would change it, where that can be said.")
    source: str
    where: str | None = Field(None, description="The field it is about, where it is about one.")


class Conflict(Shown):
    """Two values of the same thing: the version you sent and the one that is there now."""

    sent_version: str
    current_version: str
    sent: dict[str, Any] = Field(description="What you sent.")
    current: dict[str, Any] = Field(description="What stands there now.")


class Problem(Shown):
    """What went wrong, as RFC 9457 says it."""

    type: str = Field(description="Where the problem is explained, relative to this server.")
    title: str = Field(description="In the language of Accept-Language: nb, nn or en.")
    status: int
    code: str
    reasons: list[ReasonShown]
    instance: str = Field(description="The id of this call, also in the log: say it when you ask for help.")
    conflict: Conflict | None = Field(None, description="Only with 412.")


_PROBLEM = TypeAdapter(Problem)


def language() -> str:
    """The caller's language: nb, nn or en."""
    return (get_language() or "nb")[:2]


def title(code: str) -> str:
    """What a problem or a reason is called, in the caller's language."""
    return texts.text(code, language())


def shown(reason: Reason, where: str | None = None) -> ReasonShown:
    """A reason as it is sent, its texts filled in."""
    found = texts.parts(reason.code, language())
    change = texts.reason_text(reason, language(), CHANGE) if CHANGE in found else None
    text = texts.reason_text(reason, language())
    return ReasonShown(code=reason.code, text=_clean(text), change=change, source=reason.source, where=where)


def about(code: str, **data: str | int) -> Reason:
    """A reason of this door's own."""
    return because(code, SOURCE, **data)


def problem(
    request: HttpRequest,
    status: int,
    code: str,
    reasons: Iterable[ReasonShown] = (),
    *,
    conflict: Conflict | None = None,
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The answer to a call that could not be carried out."""
    found = Problem(
        type=f"/api#{code}",
        title=title(code),
        status=status,
        code=code,
        reasons=list(reasons),
        instance=f"urn:uuid:{_request_id(request)}",
        conflict=conflict,
    )
    body = _PROBLEM.dump_json(found, exclude_none=True)
    return HttpResponse(body, status=status, content_type=MEDIA_TYPE, headers=headers)


def refused(request: HttpRequest, status: int, code: str, verdict: Verdict) -> HttpResponse:
    """As `problem`, with the reasons of a verdict."""
    return problem(request, status, code, [shown(reason) for reason in verdict])


def _request_id(request: Any) -> UUID:
    found: UUID = request.request_id
    return found


def _clean(text: str) -> str:
    """What a caller sent may stand in a text; a lone surrogate in it could not be sent back."""
    return text.encode("utf-8", "backslashreplace").decode()
