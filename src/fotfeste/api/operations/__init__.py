"""The operations, a file for each group of addresses. A new group is a file and a line in ROUTERS."""

from ninja import Router

from fotfeste.api.operations import (
    acts,
    agenda,
    around,
    employers,
    handovers,
    imports,
    log,
    me,
    people,
    person,
    rules,
)

ROUTERS: tuple[tuple[str, Router], ...] = tuple(
    ("", each.router)
    for each in (me, agenda, people, person, acts, around, log, handovers, employers, imports, rules)
)
