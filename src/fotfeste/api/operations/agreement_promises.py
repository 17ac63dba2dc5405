"""The promises of a facilitation agreement, as each party reads them: what became of each, by when."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.operations.agreement_employer import EMPLOYER, ONE
from fotfeste.api.operations.own_acts import offer_own
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.schemas import Shown
from fotfeste.apps.agreements.employer_view import access_agreement_as_employer
from fotfeste.apps.agreements.promises_seen import PromiseSeen, access_promises
from fotfeste.domain.agreements.applying import ApplicationState
from fotfeste.domain.agreements.content import Instrument, LineKind
from fotfeste.domain.agreements.keeping import PromiseState
from fotfeste.domain.agreements.parties import NavUnit, Party, Towards
from fotfeste.domain.job_support import SupportFrequency
from fotfeste.web.acts import OWN_PAGES
from fotfeste.web.acts_agreement_promises import PROMISES_PAGE

router = Router(tags=["Agreement"])


class AgreedPromiseShown(Shown):
    """A promise of the agreement, and what became of it."""

    id: UUID
    line: UUID = Field(description="The line of the text it comes from, the same through all versions.")
    kind: LineKind
    text: str
    owner: Party
    towards: Towards
    nav_unit: NavUnit | None
    instrument: Instrument | None
    responsible: str
    every: SupportFrequency | None
    from_day: date | None
    deadline: date | None
    first_deadline: date | None = Field(description="The deadline it was first given with.")
    was_moved: bool
    state: PromiseState
    kept_on: date | None
    broken_on: date | None
    applied_on: date | None
    answered_on: date | None
    answer_by: date | None = Field(description="By when an answer to the application is expected.")
    application: ApplicationState | None = Field(description="Null where nobody applies for it.")
    words: str


class AgreedPromisesShown(Shown):
    """The promises, what is late first, then by deadline."""

    promises: list[AgreedPromiseShown]


@router.get(
    "/people/{uuid:person_id}/agreement/promises",
    response=AgreedPromisesShown,
    summary="The promises of a person's agreement",
)
@api_policy(RECORD)
def list_agreed_promises(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """For the person, the office that answers for it, and the contact person in NAV."""
    call = calling(request)
    return _all(access_promises(call.acting, person_id, at=call.at).promises)


@router.get(
    ONE + "/promises", response=AgreedPromisesShown, summary="The promises of an agreement, for the employer"
)
@api_policy(EMPLOYER)
def list_employer_promises(request: HttpRequest, employer_agreement_id: UUID) -> dict[str, Any]:
    """Those that the jobseeker lets you know of today."""
    call = calling(request)
    found = access_agreement_as_employer(
        call.acting, employer_agreement_id, at=call.at, on=call.on, area="promises"
    )
    return _all(found.follows.promises)


def promise_told(each: PromiseSeen) -> dict[str, Any]:
    """One promise as AgreedPromiseShown tells it."""
    row = each.row
    same = ("line", "kind", "owner", "towards", "from_day", "deadline", "first_deadline")
    told = {name: getattr(row, name) for name in (*same, "kept_on", "broken_on", "applied_on", "answered_on")}
    return told | {
        "id": row.public_id,
        "text": each.text("text"),
        "responsible": each.text("responsible"),
        "words": each.text("words"),
        "nav_unit": row.nav_unit or None,
        "instrument": row.instrument or None,
        "every": row.every or None,
        "was_moved": each.days.was_moved,
        "state": each.state,
        "answer_by": each.application.answer_by,
        "application": each.application_state if each.is_applied_for else None,
    }


def _all(promises: Sequence[PromiseSeen]) -> dict[str, Any]:
    return {"promises": [promise_told(each) for each in promises]}


for _slug, _page in OWN_PAGES.items():
    if _page.back == PROMISES_PAGE:
        offer_own(router, _slug, _page)
