"""Addresses of persons' pages, worked out once for each page and filled in for each person in a list."""

from functools import cache
from uuid import UUID

from django.urls import reverse

_ANYBODY = UUID(int=0)


def address(page: str, public_id: UUID, *more: str) -> str:
    """The address of a page about a person. Raises NoReverseMatch for a page that is not there."""
    before, after = _around_the_id(page, *more)
    return f"{before}{public_id}{after}"


@cache
def _around_the_id(page: str, *more: str) -> tuple[str, str]:
    before, _, after = reverse(page, args=[_ANYBODY, *more]).partition(str(_ANYBODY))
    return before, after
