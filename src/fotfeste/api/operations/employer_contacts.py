"""Contacts with employers that are about no jobseeker, and the small acts on an employer.

A contact on a jobseeker's behalf is an act on that person: `contact-on-behalf`.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Body, Query, Router
from pydantic import Field

from fotfeste.api.act_forms import Values, filled
from fotfeste.api.calls import Call, calling, purposes_of
from fotfeste.api.fields import Day, Flag, Text
from fotfeste.api.once import Done
from fotfeste.api.operations.employers import TeamContactShown
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.employer_week import EmployerWeek, access_employer_week
from fotfeste.apps.caseload.employers import open_caseload
from fotfeste.apps.employers.access import employer_opened
from fotfeste.apps.employers.contact_services import AlreadyLogged, ContactSaid, log_contact
from fotfeste.apps.employers.knowledge_services import StalePerson
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.employer_relation import Cup
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused, because
from fotfeste.web.acts_page import ActForm
from fotfeste.web.employer_acts import ACTS, Doing, EmployerAct

router = Router(tags=["Employers"])
ONE = "/employers/{uuid:employer_id}"


class ContactSent(Sent):
    """A contact, for the whole team to read. No jobseeker is named in it."""

    on: Day
    way: Literal["visit", "phone", "mail", "video"] = Field(description="`visit` is face to face.")
    cup: Literal[1, 2, 3] | None = Field(None, description="Which cup of tea it was, if it was one.")
    outcome: Text = Field("", max_length=2000)
    next_step: Text = Field("", max_length=200)
    next_step_on: Day | None = None
    is_another: Flag = Field(False, description="Yes, a colleague has logged one like it; this is another.")


class ContactSaved(Shown):
    """It is logged."""

    id: UUID


class EmployerActed(Shown):
    """It is done."""

    employer: UUID


class EmployerActQuery(Sent):
    """Which of the employer's people, contacts or wishes the act is about, by id."""

    about: Text = Field("", max_length=64)


class WeekQuery(Sent):
    """Which week: the one that holds this day."""

    on: Day | None = None


class SpecialistWeekShown(Shown):
    """One specialist's contacts of the week. Those on behalf of a jobseeker are counted in."""

    name: str
    face_to_face: int
    all: int


class FirstContactShown(Shown):
    """Days from entry to the first meeting with an employer: of how many, and how many have had none yet."""

    days: float | None = Field(description="Empty where there are too few to say anything.")
    base: int
    missing: int


class EmployerWeekShown(Shown):
    """A week of contacts: one's own, or the whole team's counts for the supervisor."""

    monday: date
    sunday: date
    specialists: list[SpecialistWeekShown]
    contacts: list[TeamContactShown]
    next_steps: list[TeamContactShown]
    first_contact: FirstContactShown
    quiet: list[UUID] = Field(description="Employers it is long since somebody was in touch with.")


@router.get("/employers/week", response=EmployerWeekShown, summary="A week of contacts")
@api_policy(needs(Ability.EMPLOYER_READ))
def get_employer_week(request: HttpRequest, asked: Query[WeekQuery]) -> dict[str, Any]:
    """What was done that week, the next steps, and the employers that have waited for long."""
    call = calling(request)
    day = min(asked.on or call.on, call.on)
    found = access_employer_week(call.acting, day, at=call.at, on=call.on, purposes=purposes_of(call))
    return _week(found)


@router.post(ONE + "/contacts", response={201: ContactSaved}, summary="Log a contact")
@api_policy(needs(Ability.EMPLOYER_CHANGE))
def log_team_contact(request: HttpRequest, employer_id: UUID, contact: ContactSent) -> Done:
    """Log a contact that is about no jobseeker. Refused when a colleague has logged what looks the same."""
    call = calling(request)
    said = ContactSaid(
        on=contact.on,
        way=ContactWay(contact.way),
        cup=Cup(contact.cup) if contact.cup else None,
        outcome=contact.outcome,
        next_step=contact.next_step,
        next_step_on=contact.next_step_on,
    )
    names = _jobseekers(call)
    with employer_opened(
        call.acting, employer_id, at=call.at, action=Action.EMPLOYER_CONTACT_RECORDED
    ) as row:
        try:
            made = log_contact(
                row,
                said,
                by=call.acting,
                at=call.at,
                on=call.on,
                jobseekers=names,
                is_another=contact.is_another,
            )
        except AlreadyLogged as already:
            raise Refused((_already(already),)) from None
    return Done(ContactSaved(id=made.public_id), 201)


def _offer(act: EmployerAct) -> None:
    """Put one small act on the router."""
    do = _doing(act)
    said = " ".join((act.form.__doc__ or "").split()) if act.form is not ActForm else str(act.slug)
    do.__name__ = f"do_employer_{act.slug.replace('-', '_')}"
    do.__doc__ = f"{said.rstrip('.')}. The fields are those of the page."
    router.post(f"{ONE}/acts/{act.slug}", response=EmployerActed, summary=f"Employer: {act.slug}")(do)


def _doing(act: EmployerAct) -> Callable[..., Any]:
    @api_policy(needs(Ability.EMPLOYER_CHANGE))
    def do(
        request: HttpRequest, employer_id: UUID, values: Body[Values], asked: Query[EmployerActQuery]
    ) -> Done:
        call = calling(request)
        with employer_opened(call.acting, employer_id, at=call.at, action=Action.EMPLOYER_CHANGED) as row:
            doing = Doing(row, call.acting, call.at, call.on, asked.about, lambda: _jobseekers(call))
            start = act.start(doing)
            try:
                act.do(doing, filled(act.form, start, values))
            except StalePerson:
                raise Refused((because("employer.not-there", "house §employers"),)) from None
        return Done(EmployerActed(employer=employer_id))

    do.sent_form = act.form  # type: ignore[attr-defined]  # the description tells of it; see openapi.py
    return do


def _already(already: AlreadyLogged) -> Any:
    row = already.there
    return because(
        "employer-contact.already-logged", "house §employer-contacts", by=row.by.name, held_on=row.on
    )


def _jobseekers(call: Call) -> list[str]:
    return [str(each.name) for each in open_caseload(call.acting, on=call.on, purposes=purposes_of(call))]


def _week(found: EmployerWeek) -> dict[str, Any]:
    return {
        "monday": found.monday,
        "sunday": found.sunday,
        "specialists": [
            {"name": each.name, "face_to_face": each.count.face_to_face, "all": each.count.all}
            for each in found.specialists
        ],
        "contacts": found.contacts,
        "next_steps": found.steps,
        "first_contact": {
            "days": None if found.first_contact.value is None else found.first_contact.value / 10,
            "base": found.first_contact.base,
            "missing": found.first_contact.missing,
        },
        "quiet": [each.public_id for each in found.quiet],
    }


for _act in ACTS.values():
    _offer(_act)
