"""Disclosure on the person's page: what is agreed, with whom, what is coming, what was sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fotfeste.apps.caseload.disclosure import Agreement, Disclosure, access_disclosure
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.disclosure.models import ComposedText, ContactState, EmployerContact
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.disclosure_topics import TopicAnswer
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.permissions import Permission
from fotfeste.web.disclosure_words import ANSWERS, CONTACT_STATES, TEXT_STATES, TONES, WAYS, topic_words
from fotfeste.web.happening_values import VALUES
from fotfeste.web.lines import language
from fotfeste.web.looks import look_of
from fotfeste.web.person_header import header_page
from fotfeste.web.person_overview import Fact
from fotfeste.web.policy import record
from fotfeste.web.words.dates import long_day


@dataclass(frozen=True, slots=True)
class AgreementShown:
    """One agreement in words."""

    name: str
    employer: str
    stated_on: str
    by: str
    is_confirmed: bool
    simple: str
    wording: str
    facts: list[Fact]
    statement: UUID


@dataclass(frozen=True, slots=True)
class RowShown:
    """A contact or a text: whose, what, and where it leads."""

    label: str
    value: str
    key: str = ""
    is_open: bool = False
    text: str = ""


@record
@require_safe
def disclosure(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What may be told, to whom, and what has been."""
    look = look_of(request, public_id)
    found = access_disclosure(look)
    known = {each.statement.employer_id for each in found.agreements}
    page = header_page(found.header, "", on=look.on) | {
        "may_change": found.header.may(Permission.ABOUT_PERSON_CHANGE),
        "others": [row for row in found.employers if row.pk not in known],
        **disclosure_page(found),
    }
    return render(request, "person/disclosure.html", page)


def disclosure_page(found: Disclosure) -> dict[str, Any]:
    """What both the specialist's and the person's own page show."""
    key, talk = found.header.key, found.talk
    return {
        "agreements": [agreement_in_words(each, key) for each in found.agreements],
        "contacts": [_contact(each) for each in found.contacts],
        "texts": [_text(each, key) for each in found.texts],
        "talked_on": talk.talked_on if talk else None,
        "pros": str(Sealed(talk, "sealed_pros", key)) if talk else "",
        "cons": str(Sealed(talk, "sealed_cons", key)) if talk else "",
    }


def agreement_in_words(each: Agreement, key: SealingKey) -> AgreementShown:
    """One agreement in words."""
    said = each.statement
    return AgreementShown(
        name=said.employer.name if said.employer else _("Generelt"),
        employer=said.employer.public_id.hex if said.employer else "",
        stated_on=long_day(said.stated_on, language()),
        by=said.confirmed_by.name if said.confirmed_by else "",
        is_confirmed=said.confirmed_at is not None,
        simple="" if each.topics else _simple(said),
        wording=str(Sealed(said, "sealed_wording", key)),
        facts=list(_facts(each, key)),
        statement=said.public_id,
    )


def _simple(said: DisclosureStatement) -> str:
    words = str(VALUES["stand"][said.stand])
    return words[:1].upper() + words[1:]


def _facts(each: Agreement, key: SealingKey) -> Iterator[Fact]:
    for row in each.topics:
        answer, wording = str(ANSWERS[TopicAnswer(row.answer)]), str(Sealed(row, "sealed_wording", key))
        value = f"{answer}: «{wording}»" if wording and row.answer != TopicAnswer.NOT else answer
        yield Fact(topic_words(row.topic), value, tone=TONES[row.answer])


def _contact(row: EmployerContact) -> RowShown:
    day = row.held_on or row.planned_on
    value = f"{WAYS[ContactWay(row.way)]}, {long_day(day, language())}, {CONTACT_STATES[row.state]}"
    return RowShown(row.employer.name, value, row.public_id.hex, row.state == ContactState.AGREED)


def _text(row: ComposedText, key: SealingKey) -> RowShown:
    day = row.sent_on or row.stopped_on
    state = str(TEXT_STATES[row.state])
    value = f"{state}, {long_day(day, language())}" if day else state
    text = str(Sealed(row, "sealed_text", key))
    return RowShown(row.employer.name, value, row.public_id.hex, row.state == "draft", text)


urlpatterns = [path("personer/<uuid:public_id>/apenhet", disclosure, name="disclosure")]
