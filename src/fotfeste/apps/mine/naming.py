"""The jobseeker's own answer to being named in the team's meetings."""

from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.around.own import own_record
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Unit
from fotfeste.apps.unit_meetings.models import NamingStatement
from fotfeste.apps.unit_meetings.naming import namings_of, state_naming, units_of
from fotfeste.domain.consent import Given
from fotfeste.domain.permissions import Permission
from fotfeste.domain.unit_meeting import UnitMeetingKind

Answers = list[tuple[UnitMeetingKind, Unit, NamingStatement | None]]


def access_my_namings(acting: Acting, *, at: datetime, on: date) -> Answers:
    """Each meeting in which one can come up, or has said yes to, with one's answer that holds now."""
    with own_record(acting, Permission.CONSENT_READ, at=at, area="naming") as found:
        said = {(row.kind, row.unit_id): row for row in namings_of(found.person.pk) if row.ended_at is None}
        return [
            (kind, unit, said.get((kind.value, unit.pk))) for kind, unit in units_of(found.person.pk, on=on)
        ]


def act_state_naming(
    acting: Acting, kind: UnitMeetingKind, unit: UUID | None, *, agrees: bool, at: datetime, on: date
) -> None:
    """Say yes or no on one's own log-in. It holds from this moment."""
    with own_record(acting, Permission.CONSENT_SIGN, at=at, action=Action.NAMING_STATED) as found:
        deed = Deed(found, by=acting, at=at, on=on)
        state_naming(deed, kind, unit, agrees=agrees, given=Given.OWN_LOGIN)
