"""Saying whether a job is what the person wished for, and reading what was said (W-06)."""

from collections.abc import Mapping
from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.employment.models import Employment, WishesMet
from fotfeste.apps.people.models import Person
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.job_plan import Wish
from fotfeste.domain.wishes_met import WishMet, says_something, summary_of


def say_wishes_met(
    deed: Deed, job: Employment, *, answers: Mapping[Wish, WishMet], words: str, said_on: date
) -> WishesMet:
    """Wish by wish, as it is seen that day. Said again is another row."""
    refuse(has_happened(said_on, on=deed.on))
    refuse(says_something(answers, words))
    row = WishesMet(person=deed.person, job=job, said_on=said_on, written_by_id=deed.by.account_id)
    row.wishes = {str(wish): str(answer) for wish, answer in answers.items()}
    row.seal("sealed_words", words.strip(), deed.key)
    row.save()
    found = summary_of(answers)
    deed.done("job.wishes-said", day=said_on, met=found.met, said=found.said)
    return row


def wishes_met_of(person: Person) -> list[WishesMet]:
    """Everything that was said, the newest first."""
    return list(WishesMet.objects.filter(person=person).order_by("-said_on", "-pk"))


def answers_in(row: WishesMet) -> dict[Wish, WishMet]:
    """The answers, in the order of the wishes."""
    return {wish: WishMet(row.wishes[wish]) for wish in Wish if wish in row.wishes}
