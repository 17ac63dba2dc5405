"""The decision: out of the caseload, with everything that was open decided, and nothing left hanging."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.services.lapse import lapse_all
from fotfeste.apps.discharge.loose_ends import LooseEnd, loose_ends_of, settle
from fotfeste.apps.discharge.models import Consideration, Discharge
from fotfeste.apps.discharge.selectors import considered, considered_fact
from fotfeste.apps.employment.services_support import lapse_sharing
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.episodes.selectors import open_episode
from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.people.models import Relation
from fotfeste.apps.people.services import close_relation
from fotfeste.apps.people.timeline import happened
from fotfeste.domain import discharge as rules
from fotfeste.domain.discharge import DischargeReason, LooseEndAnswer
from fotfeste.domain.permissions import RelationKind
from fotfeste.domain.verdict import Refused, because

LETTER = "discharge.letter"
FINISHES_THE_DAY = frozenset({RelationKind.EMPLOYMENT_SPECIALIST, RelationKind.STAND_IN})
"""They see the record until the day is over, to hand over the letter; everybody else is out at once."""


@dataclass(frozen=True, slots=True, repr=False)
class Decided:
    """What is decided. `answers` says of each loose end, by its name, what becomes of it."""

    day: date
    reason: DischargeReason
    words: str
    coming_back: str
    why_departed: str = ""
    answers: Mapping[str, LooseEndAnswer] = field(default_factory=dict)
    letter_language: str = "nb"


def discharge(deed: Deed, decided: Decided) -> Discharge:
    """Carry it out. Refused with every reason; everything happens, or nothing."""
    consideration = considered(deed.person)
    if consideration is None:
        raise Refused((because("discharge.not-considered", "house §discharge"),))
    episode, ends = open_episode(deed.person), loose_ends_of(deed.person)
    facts = _facts(consideration, episode, decided, ends)
    refuse(rules.may_be_discharged(facts, on=deed.on))
    for end in ends:
        settle(deed, end, decided.answers[end.name])
    row = _kept(deed, consideration, decided, ends, facts)
    _end_course(deed, episode, consideration, decided.day)
    _relations_end(deed)
    lapse_all(deed.person, at=deed.at)
    lapse_sharing(deed)
    deed.done("episode.discharged", day=decided.day, discharge=row.public_id.hex)
    send_errand(LETTER, at=deed.at, discharge=row.public_id.hex)
    return row


def _facts(
    consideration: Consideration, episode: Episode, decided: Decided, ends: list[LooseEnd]
) -> rules.DischargeFacts:
    return rules.DischargeFacts(
        day=decided.day,
        considered=considered_fact(consideration),
        referred_on=episode.referred_on,
        has_reason=bool(decided.words.strip()),
        says_how_back=bool(decided.coming_back.strip()),
        says_why_departed=bool(decided.why_departed.strip()),
        loose_ends=sum(decided.answers.get(end.name) not in end.answers for end in ends),
    )


def _kept(
    deed: Deed,
    consideration: Consideration,
    decided: Decided,
    ends: list[LooseEnd],
    facts: rules.DischargeFacts,
) -> Discharge:
    row = Discharge(
        person=deed.person,
        consideration=consideration,
        episode=consideration.episode,
        discharged_on=decided.day,
        decided_by_id=deed.by.account_id,
        reason=decided.reason,
        departures=[reason.code for reason in rules.departures(facts.considered)],
        loose_ends=[
            {"kind": end.kind, "id": end.public_id, "answer": decided.answers[end.name]} for end in ends
        ],
        letter_language=decided.letter_language,
    )
    row.seal("sealed_words", decided.words, deed.key)
    row.seal("sealed_coming_back", decided.coming_back, deed.key)
    row.seal("sealed_why_departed", decided.why_departed, deed.key)
    row.save()
    return row


def _end_course(deed: Deed, episode: Episode, consideration: Consideration, day: date) -> None:
    for hold in episode.holds.filter(ended_on=None):
        hold.ended_on, hold.version = max(day, hold.began_on), hold.version + 1
        hold.save(update_fields=["ended_on", "version"])
    consideration.closed_on = deed.on
    consideration.version += 1
    consideration.save(update_fields=["closed_on", "version"])
    episode.discharged_on = day
    episode.version += 1
    episode.save(update_fields=["discharged_on", "version"])


def _relations_end(deed: Deed) -> None:
    around = Relation.objects.filter(
        Q(until_day=None) | Q(until_day__gt=deed.on), person=deed.person, ended_at=None
    )
    for relation in around.exclude(kind=RelationKind.SELF).select_related("person"):
        if relation.kind in FINISHES_THE_DAY:
            relation.until_day, relation.why = max(deed.on, relation.from_day), "discharged"
            relation.version += 1
            relation.save(update_fields=["until_day", "why", "version"])
            happened(deed.person, "relation.ended", on=deed.on, by=deed.by, at=deed.at, role=relation.kind)
        else:
            close_relation(relation, by=deed.by, at=deed.at, on=deed.on, why="discharged")
