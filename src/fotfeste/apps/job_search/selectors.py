"""Finding a person's leads, interviews, help and what the search is narrowed to; still sealed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from fotfeste.apps.disclosure.models import ContactState, EmployerContact
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.job_search.models import HelpGiven, Interview, Lead, SearchFocus
from fotfeste.apps.people.models import Person
from fotfeste.domain import job_leads as facts
from fotfeste.domain.employer_contact import FACE_TO_FACE
from fotfeste.domain.job_leads import LeadResult, days_to_first_meeting

MOST_LEADS, MOST_HELP = 100, 50


def leads_of(person: Person) -> list[Lead]:
    """The newest leads, with all that belongs to each."""
    return _with_all(Lead.objects.filter(person=person).order_by("-found_on", "-pk")[:MOST_LEADS])


def leads_of_many(people: Collection[int]) -> dict[int, list[Lead]]:
    """The leads of each person that nothing has come of yet."""
    rows = Lead.objects.filter(person_id__in=people, result="").exclude(wanted=False).order_by("pk")
    found: dict[int, list[Lead]] = defaultdict(list)
    for row in _with_all(rows):
        found[row.person_id].append(row)
    return found


def lead_of(person: Person, public_id: str) -> Lead | None:
    """The lead that is named, of this person; None for one that is not theirs."""
    rows = Lead.objects.filter(person=person, public_id=_uuid(public_id) or UUID(int=0))
    return next(iter(_with_all(rows)), None)


def interview_of(person: Person, public_id: str) -> Interview | None:
    """The interview that is named, or the next that is not held when none is named."""
    rows = Interview.objects.filter(person=person).select_related("lead__employer", "lead__application")
    if public_id:
        return rows.filter(public_id=_uuid(public_id) or UUID(int=0)).first()
    return rows.filter(is_held=None).order_by("on", "pk").first()


def focus_of(person: Person) -> list[SearchFocus]:
    """What the search is narrowed to now."""
    return list(SearchFocus.objects.filter(person=person, ended_on=None).order_by("pk"))


def one_focus(person: Person, public_id: str) -> SearchFocus | None:
    """One of them."""
    wanted = _uuid(public_id) or UUID(int=0)
    return SearchFocus.objects.filter(person=person, public_id=wanted, ended_on=None).first()


def help_of(person: Person) -> list[HelpGiven]:
    """The help that was given, the newest first."""
    rows = HelpGiven.objects.filter(person=person).select_related("given_by")
    return list(rows.order_by("-on", "-pk")[:MOST_HELP])


def lead_fact(row: Lead) -> facts.Lead:
    """A lead as the rules want it."""
    application = getattr(row, "application", None)
    held = [each for each in row.interviews.all() if each.is_held is not False]
    return facts.Lead(
        lead=row.public_id.hex,
        found_on=row.found_on,
        employer_name=row.employer.name if row.employer else "",
        wanted=row.wanted,
        applied_on=application.sent_on if application else None,
        answered_on=application.answered_on if application else None,
        interviews=tuple(facts.Interview(each.public_id.hex, each.on, bool(each.is_held)) for each in held),
        result=LeadResult(row.result) if row.result else None,
    )


def days_to_first_employer_meeting(people: Sequence[int]) -> dict[int, int | None]:
    """For each person: days from taken on to the first meeting with an employer for them (fidelity 15).

    Counted in the newest course, from the day it was taken on; None where there is no such day or meeting.
    """
    entered: dict[int, date | None] = {}
    for row in Episode.objects.filter(person_id__in=people).order_by("pk"):
        entered[row.person_id] = row.accepted_on
    met: dict[int, list[date]] = defaultdict(list)
    rows = EmployerContact.objects.filter(
        person_id__in=people, state=ContactState.HELD, way__in=sorted(FACE_TO_FACE), held_on__isnull=False
    )
    for person, day in rows.values_list("person_id", "held_on"):
        if day is not None:
            met[person].append(day)
    return {person: days_to_first_meeting(entered.get(person), met[person]) for person in people}


def _with_all(rows: Iterable[Lead]) -> list[Lead]:
    loaded = rows.select_related("employer", "application")  # type: ignore[attr-defined]  # a queryset
    return list(loaded.prefetch_related("interviews"))


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
