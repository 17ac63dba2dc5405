"""The operations, a file for each group of addresses. A new group is a file and a line in ROUTERS."""

from ninja import Router

from fotfeste.api.operations import (
    acts,
    agenda,
    around,
    discharge,
    disclosure,
    emergency,
    employer_contacts,
    employers,
    handovers,
    imports,
    jobs,
    log,
    me,
    people,
    person,
    protection,
    referrals,
    remarks,
    rules,
    supervision,
    team,
    unit_meetings,
)

GROUPS = (
    me,
    agenda,
    people,
    person,
    acts,
    disclosure,
    jobs,
    discharge,
    around,
    log,
    remarks,
    protection,
    handovers,
    employer_contacts,
    employers,
    imports,
    referrals,
    team,
    supervision,
    unit_meetings,
    emergency,
    rules,
)
ROUTERS: tuple[tuple[str, Router], ...] = tuple(("", group.router) for group in GROUPS)
