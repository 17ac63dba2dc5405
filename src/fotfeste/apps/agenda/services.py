"""Asking the rules what is next, and keeping the answer until it can have changed."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q

from fotfeste.apps.agenda.models import AgendaLine, Alarm
from fotfeste.apps.agenda.registry import Question, what_is_known
from fotfeste.apps.vault.keys import keys_of
from fotfeste.domain import agenda as rules
from fotfeste.domain.agenda import JobseekerFacts, Line
from fotfeste.domain.verdict import Reason
from fotfeste.parameters import guideline_for

RULE_VERSION = "2026-11-22.7"
"""Changed when the rules are: lines made by older rules are asked again."""

_AT_A_TIME = 500


def facts_of(people: Sequence[tuple[int, object]], *, on: date) -> dict[int, JobseekerFacts]:
    """What is known of each person (row id, public id), as the rules want it."""
    ids = [pk for pk, _ in people]
    question = Question(people=ids, on=on, keys=keys_of(people))  # type: ignore[arg-type]  # public ids are UUIDs
    return {person: JobseekerFacts(**facts) for person, facts in what_is_known(question).items()}  # type: ignore[arg-type]  # each app fills its own fields


def rewrite(people: Sequence[tuple[int, object]], *, on: date) -> None:
    """Ask the rules again for these persons and keep what they say. Part of every act that changes a fact."""
    for start in range(0, len(people), _AT_A_TIME):
        _rewrite(people[start : start + _AT_A_TIME], on=on)


def ringing(*, on: date, most: int = _AT_A_TIME) -> list[tuple[int, object]]:
    """Persons whose alarm rings today, or whose lines were made by older rules."""
    rows = Alarm.objects.filter(Q(ask_again_on__lte=on) | ~Q(rule_version=RULE_VERSION))
    return list(rows.values_list("person_id", "person__public_id")[:most])


def _rewrite(people: Sequence[tuple[int, object]], *, on: date) -> None:
    answers = {
        person: rules.lines(facts, on=on, rules=guideline_for(facts.referral.referred_on, on=on))
        for person, facts in facts_of(people, on=on).items()
    }
    AgendaLine.objects.filter(person_id__in=answers).delete()
    AgendaLine.objects.bulk_create(
        _row(person, place, line) for person, lines in answers.items() for place, line in enumerate(lines)
    )
    Alarm.objects.bulk_create(
        [_alarm(person, lines) for person, lines in answers.items()],
        update_conflicts=True,
        unique_fields=["person"],
        update_fields=["ask_again_on", "rule_version"],
    )


def _row(person: int, place: int, line: Line) -> AgendaLine:
    return AgendaLine(
        person_id=person,
        place=place,
        code=line.code,
        act=line.act,
        about=line.about,
        state=line.state,
        for_role=line.for_role,
        due=line.due,
        why=[_as_json(reason) for reason in line.why],
    )


def _alarm(person: int, lines: Iterable[Line]) -> Alarm:
    return Alarm(person_id=person, ask_again_on=rules.ask_again_on(lines), rule_version=RULE_VERSION)


def _as_json(reason: Reason) -> dict[str, object]:
    data = {name: value.isoformat() if isinstance(value, date) else value for name, value in reason.data}
    return {"code": reason.code, "source": reason.source, "data": data}
