"""What a request carries once the house has looked at it."""

from uuid import UUID

from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from fotfeste.apps.people.acting import Acting


class Asked(HttpRequest):
    """A request with its id and, when somebody is logged in, who acts. Only for type checking."""

    request_id: UUID
    acting: Acting | None
    htmx: HtmxDetails
    _messages: BaseStorage


def actor(request: HttpRequest) -> Acting:
    """Who acts. The policy of the view has made sure that somebody does."""
    acting: Acting | None = getattr(request, "acting", None)
    if acting is None:
        raise PermissionError("Nobody is logged in, and the view's policy let the request through.")
    return acting


def read_uuid(text: str) -> UUID | None:
    """An id from an address or a form; nonsense is nothing."""
    try:
        return UUID(text)
    except ValueError:
        return None


def read_number(text: str, *, digits: int = 9) -> int | None:
    """A number from an address or a form; nonsense, or more digits than anything of ours has, is nothing."""
    is_number = text.isascii() and text.isdigit() and len(text) <= digits
    return int(text) if is_number else None
