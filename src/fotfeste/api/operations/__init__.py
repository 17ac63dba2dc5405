"""The operations, a file for each group of addresses. A new group is a file and a line in ROUTERS."""

from ninja import Router

from fotfeste.api.operations import employers, me, rules

ROUTERS: tuple[tuple[str, Router], ...] = tuple(("", each.router) for each in (me, employers, rules))
