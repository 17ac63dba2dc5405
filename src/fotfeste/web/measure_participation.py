"""One participation: what NAV handed over, guides, proposals. For the person, the office and the guide."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.measures.following import (
    ParticipationSeen,
    access_newest,
    access_participants,
    access_participation,
)
from fotfeste.apps.measures.models import GuideAssignment, ProviderProposal
from fotfeste.apps.measures.models_providers import ProposalAnswer, ProposalKind
from fotfeste.domain.measures.providers import Standing
from fotfeste.domain.permissions import Ability, Permission, Role
from fotfeste.web.job_fields import hours_typed
from fotfeste.web.lines import act_url
from fotfeste.web.measure_case_words import CONTENT, GOALS
from fotfeste.web.measure_duration_words import AIMS
from fotfeste.web.measure_provider_words import (
    ANSWER_COLORS,
    ANSWERS,
    SUGGESTIONS,
    standing_shown,
)
from fotfeste.web.measure_words import KINDS
from fotfeste.web.own_pages import framed, of_and_own
from fotfeste.web.policy import needs, record
from fotfeste.web.requests import actor


@record
@require_safe
def one(request: HttpRequest, public_id: UUID, one: UUID) -> HttpResponse:
    """One participation."""
    acting = actor(request)
    found = access_participation(acting, public_id, one, at=clock.now(), on=clock.today())
    page = participation_page(found) | {
        **framed(is_mine=acting.role is Role.JOBSEEKER),
        "is_guide": acting.role is Role.GUIDE,
    }
    return render(request, "measures/participation.html", page)


@of_and_own
def newest(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """To the newest participation of a person; a page that says so where there is none."""
    acting = actor(request)
    found = access_newest(acting, public_id, at=clock.now(), on=clock.today())
    if found is not None:
        return redirect("measure_participation", public_id=public_id, one=found)
    page = {**framed(is_mine=acting.role is Role.JOBSEEKER), "public_id": public_id}
    return render(request, "measures/no_participation.html", page)


@needs(Ability.PARTICIPANTS_OWN)
@require_safe
def participant(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """To the participation of somebody whose guide one is; to the list when one is not any more."""
    listed = access_participants(actor(request), at=clock.now(), on=clock.today())
    mine = next((each for each in listed if each.person == public_id), None)
    if mine is None:
        return redirect("participants")
    return redirect("measure_participation", public_id=public_id, one=mine.row.public_id)


def participation_page(found: ParticipationSeen) -> dict[str, object]:
    """What the page shows."""
    row, key, contact = found.row, found.key, found.contact.contact
    job = found.job
    return {
        "public_id": found.person.public_id,
        "name": contact.name,
        "phone": contact.phone,
        "email": contact.email,
        "row": row,
        "measure": KINDS[row.measure],
        "aim": AIMS[row.aim],
        "goal": GOALS.get(found.goal, ""),
        "office": row.case.office.name,
        "employer": job.employer.name if job and job.employer else "",
        "job": job.opened("sealed_occupation", key) if job else "",
        **standing_shown(found.place),
        "content": [(CONTENT[each.part], each.opened("sealed_words", key)) for each in found.content],
        "amount": found.amount,
        "hours": hours_typed(found.amount.hours_a_week) if found.amount else "",
        "guide": next((each for each in found.guides if each.until_day is None), None),
        "guides": [_guide(each, found) for each in found.guides],
        "providers": [(each, each.opened("sealed_why", key)) for each in found.providers],
        "proposals": [_proposal(each, found) for each in found.proposals],
        "acts": _acts(found),
    }


def _acts(found: ParticipationSeen) -> dict[str, str]:
    """What the reader can do here, by name."""
    may, place = found.decision.may, found.place.standing
    going = place is Standing.GOING_ON
    offered = {
        "measure-guide": going and may(Permission.MEASURE_FOLLOW),
        "measure-suggest": going and may(Permission.MEASURE_FOLLOW),
        "measure-provider": place is not Standing.ENDED and may(Permission.MEASURE_DECIDE),
        "measure-guide-end": bool(_led(found)) and may(Permission.MEASURE_CHANGE),
    }
    about = f"?om={found.row.public_id.hex}"
    return {
        slug.replace("-", "_"): act_url(found.person.public_id, slug) + about
        for slug, is_offered in offered.items()
        if is_offered
    }


def _led(found: ParticipationSeen) -> list[GuideAssignment]:
    return [each for each in found.guides if each.until_day is None]


def _guide(row: GuideAssignment, found: ParticipationSeen) -> dict[str, object]:
    return {"row": row, "handover": row.opened("sealed_handover", found.key)}


LEADS_TO = {
    ProposalKind.EXTEND: "measure-extend",
    ProposalKind.SHORTEN: "measure-shorten",
    ProposalKind.END: "measure-end",
    ProposalKind.AMOUNT: "measure-amount",
    ProposalKind.CONTENT: "measure-content",
    ProposalKind.AIM: "measure-aim",
}
"""The act that NAV decides with once a proposal is accepted."""
OF_CASE = frozenset({ProposalKind.AMOUNT, ProposalKind.CONTENT})
"""What is decided in the case; the others are about the participation."""


def _proposal(row: ProviderProposal, found: ParticipationSeen) -> dict[str, Any]:
    person, decides = found.person.public_id, found.decision.may(Permission.MEASURE_DECIDE)
    about = f"?om={row.public_id.hex}"
    kind = ProposalKind(row.kind)
    target = row.public_id if kind in OF_CASE else found.row.public_id
    done_on = found.carried_out.get(row.pk)
    is_so = done_on is not None or (row.wanted_day is not None and row.wanted_day == found.row.last_day)
    goes_on = found.place.standing is Standing.GOING_ON
    is_to_be_done = row.answer == ProposalAnswer.ACCEPTED and goes_on and not is_so
    return {
        "row": row,
        "kind": SUGGESTIONS[row.kind],
        "hours": hours_typed(row.hours_a_week),
        "why": row.opened("sealed_why", found.key),
        "answer": ANSWERS[row.answer],
        "color": ANSWER_COLORS[row.answer],
        "reason": row.opened("sealed_reason", found.key),
        "done_on": done_on,
        "answer_url": act_url(person, "measure-suggestion-answer") + about
        if decides and not row.answer
        else "",
        "decide_url": act_url(person, LEADS_TO[kind]) + f"?om={target.hex}"
        if decides and is_to_be_done
        else "",
    }


urlpatterns = [
    path("personer/<uuid:public_id>/tiltak/deltakelse", newest.of, name="measure_participations"),
    path("personer/<uuid:public_id>/tiltak/deltakelse/<uuid:one>", one, name="measure_participation"),
    path("min-side/tiltak/deltakelse", newest.own, name="my_measure_participations"),
    path("deltakere/<uuid:public_id>", participant, name="participant"),
]
