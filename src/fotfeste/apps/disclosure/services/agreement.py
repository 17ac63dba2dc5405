"""The disclosure agreement: topic by topic, in general and for each employer (I-4.3a to I-4.3c).

Each act makes a new version of the whole statement; the earlier one stays as what it was. What is withdrawn
stops every text that is still on its way.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.consents.selectors import stands_in_force
from fotfeste.apps.disclosure.models import AgreedTopic, DisclosureTalk
from fotfeste.apps.disclosure.selectors import statement_for, topics_of
from fotfeste.apps.disclosure.services.journal import carry_statement
from fotfeste.apps.disclosure.services.texts import stop_what_is_not_agreed
from fotfeste.apps.employers.models import Employer
from fotfeste.domain.day_limits import can_be_agreed, has_happened
from fotfeste.domain.disclosure import stand_by
from fotfeste.domain.disclosure_topics import Topic, TopicAnswer, TopicStand
from fotfeste.domain.verdict import Refused, because
from fotfeste.parameters import DISCLOSURE_TOPICS


@dataclass(frozen=True, slots=True)
class TopicSaid:
    """One topic, the answer, and the words the person has chosen for it."""

    topic: Topic
    answer: TopicAnswer
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What the person says of disclosure, on a day. `wording` is what else they say, in their own words."""

    topics: tuple[TopicSaid, ...]
    stated_on: date
    wording: str = ""
    review_on: date | None = None


def agree(deed: Deed, employer: Employer | None, said: Said) -> DisclosureStatement:
    """What the person says now, in general or for one employer. It holds from this moment."""
    refuse(has_happened(said.stated_on, on=deed.on))
    if said.review_on is not None:
        refuse(can_be_agreed(said.review_on, on=deed.on))
    if not said.topics:
        raise Refused((because("disclosure.nothing-answered", "house §disclosure-topics"),))
    if any(each.answer is not TopicAnswer.NOT and not each.wording.strip() for each in said.topics):
        raise Refused((because("disclosure.topic-needs-wording", "I §4.3"),))
    return _new_version(deed, employer, said)


def talk_through(deed: Deed, *, talked_on: date, pros: str, cons: str) -> DisclosureTalk:
    """Pros and cons, talked through as a matter of its own (I-4.3a)."""
    refuse(has_happened(talked_on, on=deed.on))
    row = DisclosureTalk(person=deed.person, talked_on=talked_on, written_by_id=deed.by.account_id)
    row.seal("sealed_pros", pros, deed.key)
    row.seal("sealed_cons", cons, deed.key)
    row.save()
    deed.done("disclosure.talked-through", day=talked_on)
    return row


def change_topic(deed: Deed, employer: Employer | None, changed: TopicSaid) -> DisclosureStatement:
    """One topic anew, the rest as it was."""
    before = statement_for(deed.person, employer)
    rest = [each for each in _said_before(deed, before) if each.topic is not changed.topic]
    wording = before.opened("sealed_wording", deed.key) if before else ""
    review_on = before.review_on if before and before.review_on and before.review_on >= deed.on else None
    return agree(deed, employer, Said((*rest, changed), deed.on, wording, review_on))


def withdraw_everywhere(deed: Deed, topic: Topic) -> None:
    """The topic is not told to anybody any more: in general, and to every employer that has an answer."""
    for stand in stands_in_force(deed.person):
        if any(each.topic == topic and each.answer != TopicAnswer.NOT for each in topics_of(stand)):
            change_topic(deed, stand.employer, TopicSaid(topic, TopicAnswer.NOT))


def _new_version(deed: Deed, employer: Employer | None, said: Said) -> DisclosureStatement:
    _end(deed, employer)
    offered = DISCLOSURE_TOPICS.on(deed.on).topics
    row = DisclosureStatement(
        person=deed.person,
        employer=employer,
        stand=stand_by(_stands(said.topics), offered),
        stated_on=said.stated_on,
        review_on=said.review_on,
        confirmed_at=deed.at,
        confirmed_by_id=deed.by.account_id,
    )
    row.seal("sealed_wording", said.wording, deed.key)
    row.save()
    _save_topics(deed, row, said.topics)
    if employer is not None:
        stop_what_is_not_agreed(deed, employer)
    carry_statement(deed, row)
    kind = "disclosure.stated" if employer is None else "disclosure.stated-for-employer"
    deed.done(kind, day=said.stated_on, stand=row.stand)
    return row


def _save_topics(deed: Deed, statement: DisclosureStatement, topics: Sequence[TopicSaid]) -> None:
    for said in topics:
        row = AgreedTopic(person=deed.person, statement=statement, topic=said.topic, answer=said.answer)
        row.seal("sealed_wording", said.wording.strip(), deed.key)
        row.save()


def _stands(topics: Iterable[TopicSaid]) -> list[TopicStand]:
    return [TopicStand(each.topic, each.answer, bool(each.wording.strip())) for each in topics]


def _said_before(deed: Deed, statement: DisclosureStatement | None) -> list[TopicSaid]:
    return [
        TopicSaid(Topic(row.topic), TopicAnswer(row.answer), row.opened("sealed_wording", deed.key))
        for row in topics_of(statement)
    ]


def _end(deed: Deed, employer: Employer | None) -> None:
    before = statement_for(deed.person, employer)
    if before is not None:
        before.ended_at = deed.at
        before.version += 1
        before.save(update_fields=["ended_at", "version"])
