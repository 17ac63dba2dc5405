"""Which happenings a reader may see: each kind belongs to a part of the record."""

from collections.abc import Mapping

from django.db.models import Q

from fotfeste.apps.consents.door import Found
from fotfeste.domain.permissions import Permission

NEEDED: Mapping[str, Permission] = {
    "caseload.": Permission.PEOPLE_AROUND_READ,
    "contact.held": Permission.COURSE_READ,
    "contingency-plan.": Permission.COURSE_READ,
    "employer.": Permission.COURSE_READ,
    "episode.": Permission.COURSE_READ,
    "hold.begun": Permission.COURSE_READ,
    "hold.ended": Permission.COURSE_READ,
    "information-talk.": Permission.COURSE_READ,
    "job.": Permission.EMPLOYMENT_READ,
    "meeting.": Permission.COURSE_READ,
    "profile.": Permission.COURSE_READ,
    "referral.": Permission.COURSE_READ,
    "registration.": Permission.ECONOMY_READ,
    "relation.": Permission.PEOPLE_AROUND_READ,
    "startup.finished": Permission.COURSE_READ,
    "wishes.": Permission.WISHES_READ,
}
"""By the beginning of the kind. What is not named here is only for the person and the specialist."""


NAVS_OWN = ("measure.", "agreement.")
"""Beginnings of what happens between NAV and the person: no news for the specialist."""
RESTRICTED: Mapping[str, Permission] = {
    "measure.second-": Permission.MEASURE_CHANGE,
    "measure.": Permission.MEASURE_READ,
    "agreement.": Permission.AGREEMENT_READ,
}
"""By the beginning of the kind. Not even the specialist sees these: NAV's case is NAV's and the person's."""


def readable(found: Found) -> Q:
    """The happenings of this person that the reader may see."""
    readable = Q() if found.may(Permission.NOTE_READ) else _opened_by(found)
    for beginning, permission in RESTRICTED.items():
        if not found.may(permission):
            readable &= ~Q(kind__startswith=beginning)
    return readable


def _opened_by(found: Found) -> Q:
    opened = Q(pk__in=[])
    for beginning, permission in NEEDED.items():
        if found.may(permission):
            opened |= Q(kind__startswith=beginning)
    return opened
