"""Everything about disclosure in one look: for the specialist's page, the person's own, and programs."""

from dataclasses import dataclass

from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.door import Found, opened
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.consents.selectors import stands_in_force
from fotfeste.apps.disclosure.models import AgreedTopic, ComposedText, DisclosureTalk, EmployerContact
from fotfeste.apps.disclosure.selectors import contacts_of, last_talk, texts_of, topics_of
from fotfeste.apps.employers.models import Employer
from fotfeste.domain.permissions import Permission

MOST_EMPLOYERS = 500


@dataclass(frozen=True, slots=True)
class Agreement:
    """One statement in force, with the answers to its topics; still sealed."""

    statement: DisclosureStatement
    topics: list[AgreedTopic]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What is agreed, in general first; contacts, texts, and what was said of pros and cons."""

    header: Header
    agreements: list[Agreement]
    contacts: list[EmployerContact]
    texts: list[ComposedText]
    talk: DisclosureTalk | None
    employers: list[Employer]


def access_disclosure(look: Look) -> Disclosure:
    """What employers may be told, for one who may read it."""
    with opened(
        look.acting,
        look.public_id,
        Permission.DISCLOSURE_READ,
        at=look.at,
        purpose=look.purpose,
        area="disclosure",
    ) as found:
        return disclosure_of(found, look)


def disclosure_of(found: Found, look: Look) -> Disclosure:
    """The same, from a record that is open."""
    person = found.person
    may_change = found.may(Permission.ABOUT_PERSON_CHANGE)
    return Disclosure(
        header=header_of(found, on=look.on),
        agreements=[Agreement(stand, topics_of(stand)) for stand in stands_in_force(person)],
        contacts=contacts_of(person),
        texts=texts_of(person),
        talk=last_talk(person),
        employers=_employers(found) if may_change else [],
    )


def _employers(found: Found) -> list[Employer]:
    owner = found.person.owning_unit_id  # type: ignore[attr-defined]  # annotated by the door
    return list(Employer.objects.filter(team=owner).order_by("search_name", "pk")[:MOST_EMPLOYERS])
