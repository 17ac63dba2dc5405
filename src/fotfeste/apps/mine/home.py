"""The jobseeker's first page: what is next, what is agreed, who is there and what each of them sees."""

from dataclasses import dataclass
from datetime import date, datetime

from fotfeste.apps.agenda.selectors import StoredLine, lines_of
from fotfeste.apps.around.log import Seen, StaffShown, last_look
from fotfeste.apps.around.own import own_record
from fotfeste.apps.around.people import Around, people_around
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.episodes.models_holds import HospitalStay, SearchHold
from fotfeste.apps.episodes.selectors import newest_episode
from fotfeste.apps.episodes.selectors_holds import hold_going_on, stay_going_on
from fotfeste.apps.measures.mine import MeasureNews, measure_news
from fotfeste.apps.mine.new_address import NewAddressAsked, new_address_asked
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.domain.permissions import Permission


@dataclass(frozen=True, slots=True)
class Home:
    """The page as facts."""

    name: SealedContact
    lines: tuple[StoredLine, ...]
    meetings: tuple[Meeting, ...]
    around: tuple[Around, ...]
    hold: SearchHold | None
    stay: HospitalStay | None
    last_look: Seen | None
    new_address: NewAddressAsked | None
    measures: MeasureNews


def access_home(acting: Acting, *, at: datetime, on: date, shown: StaffShown) -> Home:
    """One's own first page."""
    with own_record(acting, Permission.PERSON_OPEN, at=at, area="home") as found:
        person = found.person
        planned = Meeting.objects.filter(person=person, is_held=False, fell_through="", held_on__gte=on)
        episode = newest_episode(person)
        look = Look(acting, person.public_id, at, on)
        return Home(
            name=SealedContact(person, found.key),
            lines=tuple(lines_of(person.pk)),
            meetings=tuple(planned.order_by("held_on", "pk")),
            around=tuple(each for each in people_around(found, look) if not each.is_former),
            hold=hold_going_on(episode),
            stay=stay_going_on(episode),
            last_look=last_look(found, acting, shown),
            new_address=new_address_asked(person),
            measures=measure_news(person, on=on),
        )
