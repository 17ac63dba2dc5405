"""Single parts of one person's record, each through the door by itself."""

from dataclasses import dataclass

from fotfeste.apps.agenda.selectors import StoredLine, lines_of
from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.door import opened
from fotfeste.domain.permissions import Permission


@dataclass(frozen=True, slots=True)
class PersonsAgenda:
    """What is next for one person, in the rules' own order."""

    header: Header
    lines: list[StoredLine]


def access_agenda(look: Look) -> PersonsAgenda:
    """What is next for the person, for one who may read the agenda."""
    with opened(
        look.acting,
        look.public_id,
        Permission.AGENDA_READ,
        at=look.at,
        purpose=look.purpose,
        area="agenda",
    ) as found:
        return PersonsAgenda(header_of(found, on=look.on), lines_of(found.person.pk))
