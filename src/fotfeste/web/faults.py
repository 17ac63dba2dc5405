"""A fault of ours is written down where it happened, never what was in it: that may be about somebody."""

import logging
import traceback

from allauth.core.exceptions import ReauthenticationRequired
from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

log = logging.getLogger("fotfeste.web")

ANSWERED = (
    Http404,
    PermissionDenied,
    BadRequest,
    SuspiciousOperation,
    MultiPartParserError,
    UnreadablePostError,
    ReauthenticationRequired,
)
"""What a page of its own answers (one asks for the password again); nobody needs to mend anything."""


def write_down(request: HttpRequest, exception: Exception) -> None:
    """Which call, what kind of fault, and the lines of code it went through. No values, no messages."""
    if isinstance(exception, ANSWERED):
        return
    match = request.resolver_match
    log.error(
        "fault request=%s view=%s %s\n%s",
        getattr(request, "request_id", ""),
        match.view_name if match else "",
        type(exception).__name__,
        "".join(traceback.format_tb(exception.__traceback__)),
    )
