"""The system check: no operation without a declared policy."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from ninja import NinjaAPI
from ninja.operation import Operation

from fotfeste.api.policy import api_policy_of


@register()
def every_operation_has_a_policy(**_: Any) -> list[CheckMessage]:
    """An error for each operation of the API that declares no policy."""
    from fotfeste.api.v1 import api

    return undeclared(api)


def undeclared(api: NinjaAPI) -> list[CheckMessage]:
    """An error for each operation of this API that declares no policy."""
    return [
        Error(
            f"The operation {'/'.join(operation.methods)} {route} declares no policy.",
            hint="Put @api_policy(...) on it; see api/policy.py.",
            id="fotfeste.E002",
        )
        for route, operation in operations(api)
        if api_policy_of(operation.view_func) is None
    ]


def operations(api: NinjaAPI) -> Iterator[tuple[str, Operation]]:
    """Every operation of an API, with its route."""
    for router in api._get_bound_routers():
        for route, view in router.path_operations.items():
            for operation in view.operations:
                yield f"{router.prefix}{route}", operation
