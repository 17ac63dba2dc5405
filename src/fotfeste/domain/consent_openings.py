"""What each consent lets whom see, worked out from the permission table: text and table never differ."""

from dataclasses import dataclass
from enum import StrEnum

from fotfeste.domain.permissions import (
    Circumstances,
    ConsentScope,
    Permission,
    Protection,
    RelationKind,
    Role,
    decide,
)


class ConsentPartner(StrEnum):
    """Whom a consent text tells of."""

    SPECIALIST = "specialist"
    STAND_IN = "stand_in"
    SUPERVISOR = "supervisor"
    CLINICIAN_HERE = "clinician_here"
    CLINICIAN_ELSEWHERE = "clinician_elsewhere"
    NAV_ADVISER = "nav_adviser"


@dataclass(frozen=True, slots=True)
class Opening:
    """What one partner sees while this consent, and no other, is given; and what stays closed."""

    partner: ConsentPartner
    sees: tuple[Permission, ...]
    sees_not: tuple[Permission, ...]


SIGNED = (ConsentScope.IPS_PARTICIPATION, ConsentScope.NAV_CONTACT, ConsentScope.HEALTH_RELEASE)
"""The consents that are read and signed, in the order they are asked for. Each stands by itself (I §4.1)."""

TOPICS = (
    Permission.CONTACT_READ,
    Permission.COURSE_READ,
    Permission.WISHES_READ,
    Permission.PROFILE_READ,
    Permission.ASSESSMENT_READ,
    Permission.EMPLOYMENT_READ,
    Permission.SUPPORT_PLAN_READ,
    Permission.ECONOMY_READ,
    Permission.PEOPLE_AROUND_READ,
    Permission.AGENDA_READ,
    Permission.CONSENT_READ,
    Permission.DISCLOSURE_READ,
    Permission.JOB_SEARCH_READ,
    Permission.ATTACHMENT_READ,
    Permission.NOTE_READ,
    Permission.IDENTITY_NUMBER_READ,
    Permission.LOG_READ,
)
"""The permissions that are topics: something to be read. In the order a text names them."""

_TOLD_OF = {
    ConsentScope.IPS_PARTICIPATION: (
        ConsentPartner.SPECIALIST,
        ConsentPartner.STAND_IN,
        ConsentPartner.SUPERVISOR,
        ConsentPartner.CLINICIAN_HERE,
    ),
    ConsentScope.NAV_CONTACT: (ConsentPartner.NAV_ADVISER,),
    ConsentScope.HEALTH_RELEASE: (ConsentPartner.CLINICIAN_ELSEWHERE,),
}

_WHO = {
    ConsentPartner.SPECIALIST: (Role.EMPLOYMENT_SPECIALIST, RelationKind.EMPLOYMENT_SPECIALIST),
    ConsentPartner.STAND_IN: (Role.EMPLOYMENT_SPECIALIST, RelationKind.STAND_IN),
    ConsentPartner.SUPERVISOR: (Role.IPS_SUPERVISOR, None),
    ConsentPartner.CLINICIAN_HERE: (Role.CLINICIAN, RelationKind.CLINICIAN),
    ConsentPartner.CLINICIAN_ELSEWHERE: (Role.CLINICIAN, RelationKind.CLINICIAN),
    ConsentPartner.NAV_ADVISER: (Role.NAV_ADVISER, RelationKind.NAV_ADVISER),
}
_IN_THE_HOUSE = frozenset(ConsentPartner) - {ConsentPartner.CLINICIAN_ELSEWHERE, ConsentPartner.NAV_ADVISER}
_SAID = "said"
"""Stand-in and supervisor say why before they see anything; what they see then is what is told."""


def openings(scope: ConsentScope) -> tuple[Opening, ...]:
    """What the text of this consent says of who sees what."""
    return tuple(_opening(partner, scope) for partner in _TOLD_OF[scope])


def seen_by(partner: ConsentPartner, consents: frozenset[ConsentScope]) -> frozenset[Permission]:
    """What the permission table lets this partner do with these consents; topics or not."""
    role, kind = _WHO[partner]
    given = Circumstances(
        role=role,
        is_same_controller=partner in _IN_THE_HOUSE,
        is_in_owning_unit=partner is ConsentPartner.SUPERVISOR,
        relations=frozenset({kind}) if kind else frozenset(),
        protection=Protection.NONE,
        consents=consents,
        purpose=_SAID,
    )
    return decide(given).permitted


def _opening(partner: ConsentPartner, scope: ConsentScope) -> Opening:
    permitted = seen_by(partner, frozenset({scope}))
    return Opening(
        partner=partner,
        sees=tuple(topic for topic in TOPICS if topic in permitted),
        sees_not=tuple(topic for topic in TOPICS if topic not in permitted),
    )
