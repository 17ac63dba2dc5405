"""Putting down what the employer of a job needs, and reading what was put down (W-11)."""

from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.employment.models import EmployerNeeds, Employment
from fotfeste.apps.people.models import Person
from fotfeste.domain.day_limits import can_be_agreed, has_happened
from fotfeste.domain.employer_needs import may_not_be_kept


def say_employer_needs(
    deed: Deed, job: Employment, *, needs: str, asked_on: date, ask_again_on: date | None
) -> EmployerNeeds:
    """What the employer needs, as it was said that day. Said again is another row."""
    refuse(has_happened(asked_on, on=deed.on))
    if ask_again_on is not None:
        refuse(can_be_agreed(ask_again_on, on=deed.on))
    refuse(may_not_be_kept(needs, asked_on=asked_on, again_on=ask_again_on))
    row = EmployerNeeds(person=deed.person, job=job, asked_on=asked_on, ask_again_on=ask_again_on)
    row.written_by_id = deed.by.account_id
    row.seal("sealed_needs", needs.strip(), deed.key)
    row.save()
    deed.done("job.employer-needs-said", day=asked_on)
    return row


def employer_needs_of(person: Person) -> list[EmployerNeeds]:
    """Everything employers have said that they need, the newest first."""
    return list(EmployerNeeds.objects.filter(person=person).order_by("-asked_on", "-pk"))
