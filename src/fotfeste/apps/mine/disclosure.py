"""The person's own say on disclosure: read it, change one topic, withdraw it everywhere. It holds at once."""

from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.around.own import own_record
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.disclosure import Disclosure, disclosure_of
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.consents.selectors import stands_in_force
from fotfeste.apps.disclosure.services.agreement import TopicSaid, change_topic, withdraw_everywhere
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.disclosure_topics import Topic, TopicAnswer
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused, because


def access_my_disclosure(acting: Acting, *, at: datetime, on: date) -> Disclosure:
    """What I have said employers may be told, and what has been said to them."""
    with own_record(acting, Permission.DISCLOSURE_READ, at=at, area="disclosure") as found:
        return disclosure_of(found, Look(acting, found.person.public_id, at, on))


def act_change_my_topic(acting: Acting, statement: UUID, said: TopicSaid, *, at: datetime, on: date) -> None:
    """One topic anew, in one agreement. Refused when that agreement has been made anew meanwhile.

    A no in general is a no everywhere: what is withdrawn there is withdrawn for every employer too.
    """
    with own_record(acting, Permission.DISCLOSURE_CHANGE, at=at, action=Action.DISCLOSURE_STATED) as found:
        deed = Deed(found, by=acting, at=at, on=on)
        before = _in_force(deed, statement)
        if before.employer is None and said.answer is TopicAnswer.NOT:
            withdraw_everywhere(deed, said.topic)
        change_topic(deed, before.employer, said)


def _in_force(deed: Deed, statement: UUID) -> DisclosureStatement:
    for stand in stands_in_force(deed.person):
        if stand.public_id == statement:
            return stand
    raise Refused((because("disclosure.changed-meanwhile", "house §disclosure-topics"),))


def topic_in(text: str) -> Topic | None:
    """A topic by its code, or None."""
    return Topic(text) if text in set(Topic) else None
