"""The tools together, as the jobseeker's own workbook (I-4.1h)."""

from dataclasses import dataclass
from datetime import date, datetime

from fotfeste.apps.around.own import own_record
from fotfeste.apps.around.people import Around, people_around
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.episodes.models import Episode, Meeting
from fotfeste.apps.episodes.selectors import newest_episode
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.sealed import Sealed, SealedContact
from fotfeste.apps.plans.models import CareerProfileVersion, Wishes
from fotfeste.apps.plans.selectors import profiles_of, wishes_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import Permission


@dataclass(frozen=True, slots=True)
class Workbook:
    """The workbook as facts, still sealed."""

    name: SealedContact
    wishes: Wishes | None
    profiles: list[CareerProfileVersion]
    episode: Episode | None
    meetings: list[Meeting]
    around: tuple[Around, ...]
    key: SealingKey

    def of_episode(self, column: str) -> Sealed | None:
        """A text of the course, opened when it is said."""
        return Sealed(self.episode, column, self.key) if self.episode else None


def access_workbook(acting: Acting, *, at: datetime, on: date) -> Workbook:
    """One's own workbook."""
    with own_record(acting, Permission.PERSON_OPEN, at=at, area="workbook") as found:
        person = found.person
        planned = Meeting.objects.filter(person=person, is_held=False, fell_through="", held_on__gte=on)
        around = people_around(found, Look(acting, person.public_id, at, on))
        return Workbook(
            name=SealedContact(person, found.key),
            wishes=wishes_of(person),
            profiles=list(profiles_of(person)),
            episode=newest_episode(person),
            meetings=list(planned.order_by("held_on", "starts_at", "pk")),
            around=tuple(each for each in around if not each.is_former),
            key=found.key,
        )
