"""What employers may be told: read as it stands, and changed by the person at once.

The specialist's acts (`agree-disclosure`, `agree-employer-contact`, `compose-text`, `send-text` and the rest)
are acts on a person, read by the very forms of the pages.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling, look_at
from fotfeste.api.fields import Id, Text
from fotfeste.api.once import Done
from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.operations.person_sections import named
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.caseload.disclosure import Agreement, Disclosure, access_disclosure
from fotfeste.apps.disclosure.models import ComposedText, EmployerContact
from fotfeste.apps.disclosure.services.agreement import TopicSaid
from fotfeste.apps.mine.disclosure import act_change_my_topic
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.disclosure_topics import Topic, TopicAnswer
from fotfeste.domain.permissions import Ability

router = Router(tags=["Disclosure"])


class TopicAnswerShown(Shown):
    """The answer to one topic. A topic that is not named is not answered, and may not be told."""

    topic: Topic
    answer: TopicAnswer
    wording: str


class DisclosureAgreementShown(Shown):
    """What the person has said, in general (no employer) or for one employer."""

    id: UUID
    employer: UUID | None
    employer_name: str | None
    stand: str
    stated_on: date
    review_on: date | None
    is_confirmed: bool = Field(description="What is not confirmed feeds nothing.")
    wording: str
    topics: list[TopicAnswerShown]


class EmployerContactShown(Shown):
    """A contact with an employer."""

    id: UUID
    employer_name: str
    way: str
    planned_on: date
    held_on: date | None
    state: str


class EmployerTextShown(Shown):
    """A text to an employer, exactly as it left or would leave."""

    id: UUID
    employer_name: str
    subject: str
    text: str
    state: str
    sent_on: date | None


class DisclosureShown(Shown):
    """Everything about disclosure of one person."""

    person: PersonNamed
    agreements: list[DisclosureAgreementShown]
    contacts: list[EmployerContactShown]
    texts: list[EmployerTextShown]


class TopicSent(Sent):
    """One topic anew, in one agreement."""

    agreement: Id
    topic: Topic
    answer: TopicAnswer
    wording: Text = Field("", max_length=2000)


class TopicChanged(Shown):
    """It holds from now."""

    topic: Topic


@router.get("/people/{uuid:person_id}/disclosure", response=DisclosureShown, summary="Disclosure")
@api_policy(RECORD)
def get_person_disclosure(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """What employers may be told, what contacts are agreed, what was written."""
    found = access_disclosure(look_at(calling(request), person_id))
    return disclosure_facts(found)


@router.post("/me/disclosure/topics", response=TopicChanged, summary="Change one topic of mine")
@api_policy(needs(Ability.RECORD_OWN))
def change_my_topic(request: HttpRequest, sent: TopicSent) -> Done:
    """Change or withdraw a topic. It holds at once, and stops what is on its way.

    Withdrawn in general it is withdrawn for every employer. Refused when the agreement has been made anew.
    """
    call = calling(request)
    said = TopicSaid(sent.topic, sent.answer, sent.wording)
    act_change_my_topic(call.acting, sent.agreement, said, at=call.at, on=call.on)
    return Done(TopicChanged(topic=sent.topic))


def disclosure_facts(found: Disclosure) -> dict[str, Any]:
    """Disclosure as it is shown."""
    key = found.header.key
    return {
        "person": named(found.header),
        "agreements": [_agreement(each, key) for each in found.agreements],
        "contacts": [_contact(each) for each in found.contacts],
        "texts": [_text(each, key) for each in found.texts],
    }


def _agreement(each: Agreement, key: SealingKey) -> dict[str, Any]:
    said = each.statement
    return {
        "id": said.public_id,
        "employer": said.employer.public_id if said.employer else None,
        "employer_name": said.employer.name if said.employer else None,
        "stand": said.stand,
        "stated_on": said.stated_on,
        "review_on": said.review_on,
        "is_confirmed": said.confirmed_at is not None,
        "wording": str(Sealed(said, "sealed_wording", key)),
        "topics": [
            {"topic": row.topic, "answer": row.answer, "wording": str(Sealed(row, "sealed_wording", key))}
            for row in each.topics
        ],
    }


def _contact(row: EmployerContact) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "employer_name": row.employer.name,
        "way": row.way,
        "planned_on": row.planned_on,
        "held_on": row.held_on,
        "state": row.state,
    }


def _text(row: ComposedText, key: SealingKey) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "employer_name": row.employer.name,
        "subject": str(Sealed(row, "sealed_subject", key)),
        "text": str(Sealed(row, "sealed_text", key)),
        "state": row.state,
        "sent_on": row.sent_on,
    }
