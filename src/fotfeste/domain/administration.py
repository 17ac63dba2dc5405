"""What an administrator may do with accounts: everything that opens no person's record to themselves.

(house §administration). An administrator sees no record, and can give themselves nothing that opens one.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from fotfeste.domain.permissions import Role
from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §administration"

LONGEST_TOKEN = timedelta(days=366)
"""A key for a program lasts a year at most; then somebody must want it again."""

UNITS_OF: Mapping[Role, frozenset[str]] = {
    Role.EMPLOYMENT_SPECIALIST: frozenset({"ips_team"}),
    Role.IPS_SUPERVISOR: frozenset({"ips_team"}),
    Role.NAV_ADVISER: frozenset({"nav_office"}),
    Role.CLINICIAN: frozenset({"treatment_team"}),
    Role.GUIDE: frozenset({"provider"}),
    Role.EMPLOYER_CONTACT: frozenset({"employer"}),
    Role.ADMINISTRATOR: frozenset({"administration"}),
}
"""In what kind of unit each role is held. A jobseeker holds a role in no unit."""


def may_give_role(
    role: Role, unit_kind: str, *, is_oneself: bool, is_program: bool, from_day: date, until_day: date | None
) -> Verdict:
    """Whether this role may be given, in a unit of this kind, for these days."""
    return (
        *_against_holder(is_oneself=is_oneself, is_program=is_program),
        *_against_role(role, unit_kind, from_day, until_day),
    )


def may_give_clearance(*, is_oneself: bool, why: str) -> Verdict:
    """Whether somebody may be trusted with protected persons or own staff. The reason is kept."""
    reasons = []
    if is_oneself:
        reasons.append(because("administration.not-yourself", _OURS))
    if not why.strip():
        reasons.append(because("administration.say-why", _OURS))
    return tuple(reasons)


def may_close(*, is_oneself: bool) -> Verdict:
    """Whether an account may be closed. One's own would lock the administrator out."""
    return (because("administration.not-your-own-account", _OURS),) if is_oneself else ()


def may_end_role(role: Role, *, is_oneself: bool) -> Verdict:
    """Whether a role may be taken away. One's own as administrator would leave the house without one."""
    if is_oneself and role is Role.ADMINISTRATOR:
        return (because("administration.not-your-own-role", _OURS),)
    return ()


def may_issue_token(*, issued_on: date, expires_on: date) -> Verdict:
    """Whether a key for a program may last so long."""
    if expires_on <= issued_on:
        return (because("administration.token-ends-in-the-past", _OURS),)
    latest = issued_on + LONGEST_TOKEN
    if expires_on > latest:
        return (because("administration.token-lasts-too-long", _OURS, latest=latest),)
    return ()


def _against_holder(*, is_oneself: bool, is_program: bool) -> Iterator[Reason]:
    if is_oneself:
        yield because("administration.not-yourself", _OURS)
    if is_program:
        yield because("administration.program-holds-no-role", _OURS)


def _against_role(role: Role, unit_kind: str, from_day: date, until_day: date | None) -> Iterator[Reason]:
    if unit_kind not in UNITS_OF.get(role, frozenset()):
        yield because("administration.role-not-in-such-a-unit", _OURS)
    if until_day is not None and until_day < from_day:
        yield because("administration.ends-before-start", _OURS)
