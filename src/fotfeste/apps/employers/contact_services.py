"""The team's log of contacts with employers that are about no jobseeker (I-6.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.employers.models import ContactTogether, Employer, KnownInTeam, TeamContact
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.day_limits import can_be_agreed, has_happened
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.employer_relation import Cup, is_closed_on, is_no_cup
from fotfeste.domain.names import search_form
from fotfeste.domain.verdict import Reason, Refused, because


class AlreadyLogged(Exception):  # says what has happened
    """Somebody else has logged a contact with this employer that day, in this way: is it the same one?"""

    def __init__(self, there: TeamContact) -> None:
        super().__init__(there.public_id)
        self.there = there


@dataclass(frozen=True, slots=True)
class ContactSaid:
    """What is logged of a contact."""

    on: date
    way: ContactWay
    cup: Cup | None = None
    outcome: str = ""
    next_step: str = ""
    next_step_on: date | None = None


def log_contact(
    employer: Employer,
    said: ContactSaid,
    *,
    by: Acting,
    at: datetime,
    on: date,
    jobseekers: Iterable[str] = (),
    is_another: bool = False,
) -> TeamContact:
    """A contact, for the whole team to read. `jobseekers` are names that must not stand in it.

    Raises AlreadyLogged when a colleague has logged what looks like the same, unless it `is_another`.
    """
    if reasons := [*_against(employer, said, on), *names_somebody(said, jobseekers)]:
        raise Refused(tuple(reasons))
    if not is_another and (there := _by_somebody_else(employer, said, by)):
        raise AlreadyLogged(there)
    _keep_last_day(employer, said.on)
    return TeamContact.objects.create(
        employer=employer,
        by_id=by.account_id,
        on=said.on,
        at=at,
        way=said.way,
        cup=said.cup,
        outcome=said.outcome.strip(),
        next_step=said.next_step.strip(),
        next_step_on=said.next_step_on,
    )


def was_there_too(
    employer: Employer,
    contact: UUID,
    said: ContactSaid,
    *,
    by: Acting,
    at: datetime,
    jobseekers: Iterable[str] = (),
) -> ContactTogether:
    """The same contact as a colleague has logged: one's own words are kept beside theirs."""
    there = TeamContact.objects.filter(employer=employer, public_id=contact).first()
    if there is None:
        raise Refused((because("employer-contact.not-there", "house §employer-contacts"),))
    if reasons := tuple(names_somebody(said, jobseekers)):
        raise Refused(reasons)
    text = "\n".join(part for part in (said.outcome.strip(), said.next_step.strip()) if part)
    row, is_new = ContactTogether.objects.get_or_create(
        contact=there, by_id=by.account_id, defaults={"outcome": text, "at": at}
    )
    if not is_new and text and text not in row.outcome:
        row.outcome = f"{row.outcome}\n{text}".strip()[:2000]
        row.save(update_fields=["outcome"])
    return row


def tick_next_step(employer: Employer, contact: UUID, *, on: date) -> None:
    """The next step is taken. Ticked twice, it is ticked."""
    rows = TeamContact.objects.filter(employer=employer, public_id=contact).exclude(next_step="")
    if not rows.exists():
        raise Refused((because("employer-contact.not-there", "house §employer-contacts"),))
    rows.filter(next_step_done_on=None).update(next_step_done_on=on)


def know(employer: Employer, *, by: Acting, on: date) -> None:
    """I know somebody there; colleagues can ask me."""
    KnownInTeam.objects.get_or_create(employer=employer, account_id=by.account_id, defaults={"since_on": on})


def know_no_more(employer: Employer, *, by: Acting) -> None:
    """I do not know them any more."""
    KnownInTeam.objects.filter(employer=employer, account_id=by.account_id).delete()


def _keep_last_day(employer: Employer, day: date) -> None:
    if employer.last_contact_on is None or employer.last_contact_on < day:
        employer.last_contact_on = day
        employer.save(update_fields=["last_contact_on"])


def _against(employer: Employer, said: ContactSaid, on: date) -> list[Reason]:
    reasons = [*has_happened(said.on, on=on), *is_closed_on(employer.closed_on, said.on)]
    reasons += is_no_cup(said.way, said.cup)
    if said.next_step_on is not None:
        reasons += can_be_agreed(said.next_step_on, on=on)
        if not said.next_step.strip():
            reasons.append(because("employer-contact.step-without-words", "house §employer-contacts"))
    return reasons


def names_somebody(said: ContactSaid, jobseekers: Iterable[str]) -> list[Reason]:
    """Everybody in the team reads this: the full name of one's own jobseekers does not belong here."""
    text = f" {search_form(f'{said.outcome} {said.next_step}')} "
    names = {form for name in jobseekers if " " in (form := search_form(name).strip())}
    if any(f" {name} " in _without_marks(text) for name in names):
        return [because("employer-contact.names-a-jobseeker", "house §employer-contacts")]
    return []


def _without_marks(text: str) -> str:
    return " " + " ".join("".join(sign if sign.isalnum() else " " for sign in text).split()) + " "


def _by_somebody_else(employer: Employer, said: ContactSaid, by: Acting) -> TeamContact | None:
    rows = TeamContact.objects.filter(employer=employer, on=said.on, way=said.way)
    return rows.exclude(by=by.account_id).select_related("by").order_by("-pk").first()
