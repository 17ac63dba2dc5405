"""The system check: no address without a declared policy."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from fotfeste.apps.around.log import StaffShown
from fotfeste.web.policy import policy_of


@register()
def every_address_has_a_policy(**_: Any) -> list[CheckMessage]:
    """An error for each address whose view declares no policy."""
    return [
        Error(
            f"The address {route!r} ({pattern.lookup_str}) declares no policy.",
            hint="Put @public, @any_account, @record or @needs(Ability...) on the view; see web/policy.py.",
            id="fotfeste.E001",
        )
        for route, pattern in addresses()
        if policy_of(pattern.callback, pattern.name) is None
    ]


@register()
def staff_are_shown_in_a_known_way(**_: Any) -> list[CheckMessage]:
    """An error for a way of showing staff that does not exist: it must not show in a person's log first."""
    if settings.STAFF_SHOWN_AS in set(StaffShown):
        return []
    hint = f"Choose one of: {', '.join(StaffShown)}."
    return [Error("FOTFESTE_STAFF_SHOWN_AS is none of its values.", hint=hint, id="fotfeste.E003")]


def addresses() -> Iterator[tuple[str, URLPattern]]:
    """Every address of the house, with its whole route."""
    yield from _below(get_resolver().url_patterns, "")


def _below(patterns: Any, before: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _below(pattern.url_patterns, route)
        else:
            yield route, pattern
