"""What every operation is told about the call: who, when, what for, and what it rests on."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from fotfeste.api.trouble import Trouble
from fotfeste.apps.caseload.mine import Purposes, stood_in_for
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.purposes import Purpose

KEY_HEADER = "Idempotency-Key"
VERSION_HEADER = "If-Match"
PURPOSE_HEADER = "Fotfeste-Purpose"

_KEY = re.compile(r'"?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"?')
_VERSION = re.compile(r'"([0-9]{1,9}|[0-9a-f]{16})"')


@dataclass(frozen=True, slots=True)
class Call:
    """One call. `key` is set for what changes something, `version` for what edits something."""

    acting: Acting
    at: datetime
    on: date
    purpose: str = ""
    key: UUID | None = None
    version: str = ""

    @property
    def expected_version(self) -> int:
        """The version that the caller has seen, where versions are counted."""
        if not self.version.isdigit() or len(self.version) > 9:
            raise Trouble(400, "api.version-unreadable")
        return int(self.version)


def calling(request: HttpRequest) -> Call:
    """The call that the guard let in."""
    found: Any = getattr(request, "call", None)
    if not isinstance(found, Call):
        raise LookupError("Nobody looked at who calls before the operation began.")
    return found


def purpose_of(request: HttpRequest) -> str:
    """What the look is for, where one is asked: one of a closed list, or nothing."""
    given = request.headers.get(PURPOSE_HEADER)
    if given is None:
        return ""
    if given not in set(Purpose):
        raise Trouble(400, "api.no-such-purpose")
    return given


def key_of(request: HttpRequest) -> UUID:
    """The caller's own key for this call, so that sending it again does nothing more."""
    given = _KEY.fullmatch(request.headers.get(KEY_HEADER, ""))
    if given is None:
        raise Trouble(400, "api.no-idempotency-key")
    return UUID(given.group(1))


def version_of(request: HttpRequest) -> str:
    """The version that the caller has seen of what it changes."""
    header = request.headers.get(VERSION_HEADER)
    if header is None:
        raise Trouble(428, "api.version-missing")
    given = _VERSION.fullmatch(header)
    if given is None:
        raise Trouble(400, "api.version-unreadable")
    return given.group(1)


def look_at(call: Call, person: UUID) -> Look:
    """A look at one person, as the doors of the record want it."""
    return Look(call.acting, person, at=call.at, on=call.on, purpose=call.purpose)


def purposes_of(call: Call) -> Purposes:
    """The purpose of this call for everyone one stands in for, as lists want it."""
    if not call.purpose:
        return {}
    return dict.fromkeys(stood_in_for(call.acting, on=call.on), call.purpose)
