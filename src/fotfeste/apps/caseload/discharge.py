"""The page of a discharge: what is considered, who has said what, what is open, earlier decisions."""

from dataclasses import dataclass
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.discharge.letters import Letter, letter_of
from fotfeste.apps.discharge.loose_ends import LooseEnd, loose_ends_of
from fotfeste.apps.discharge.models import Consideration, Consultation, Discharge
from fotfeste.apps.discharge.selectors import considered, considered_fact, consultations_of, discharges_of
from fotfeste.domain.discharge import Considered, Consulted
from fotfeste.domain.permissions import Decision, Permission, Role


@dataclass(frozen=True, slots=True)
class DischargePage:
    """Still sealed. `considered` is None while nothing is considered."""

    header: Header
    row: Consideration | None
    considered: Considered | None
    consultations: dict[Consulted, Consultation]
    ends: list[LooseEnd]
    decisions: list[Discharge]


def access_discharge(look: Look) -> DischargePage:
    """Everything about leaving the caseload, for those who may decide it."""
    with opened(
        look.acting,
        look.public_id,
        Permission.COURSE_DISCHARGE,
        at=look.at,
        purpose=look.purpose,
        area="discharge",
    ) as found:
        row = considered(found.person)
        return DischargePage(
            header=header_of(found, on=look.on),
            row=row,
            considered=considered_fact(row) if row else None,
            consultations=consultations_of(row),
            ends=loose_ends_of(found.person) if row else [],
            decisions=discharges_of(found.person),
        )


def access_letter(look: Look, discharge: UUID) -> Letter | None:
    """The letter of one discharge, for those who may decide it and for the jobseeker."""
    is_supervisor = look.acting.role is Role.IPS_SUPERVISOR
    with opened(
        look.acting,
        look.public_id,
        Permission.COURSE_DISCHARGE if is_supervisor else Permission.NOTE_READ,
        at=look.at,
        action=Action.DISCHARGE_LETTER_READ,
        purpose=look.purpose,
        area="discharge",
    ) as found:
        row = Discharge.objects.filter(person=found.person, public_id=discharge).first()
        if row is None:
            raise Denied(Decision(reason_code="access.no-such-person", may_know=False))
        return letter_of(row, found.key)
