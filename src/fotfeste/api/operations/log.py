"""Who has looked at a record."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from fotfeste.api.calls import calling, look_at
from fotfeste.api.fields import Count, Place, Text
from fotfeste.api.once import Done
from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.operations.person_sections import named
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.around.log import LogPage, Seen, StaffShown, access_log, access_my_log, act_ask
from fotfeste.domain.permissions import Ability

router = Router(tags=["The log"])


class LogQuery(Sent):
    """Where to go on from."""

    after: Place | None = Field(None, description="`next_after` of the page before.")


class SeenShown(Shown):
    """Looks of one day that were alike: the same one, in the same way, for the same reason."""

    seq: int = Field(description="The number of the newest of them in the log.")
    times: list[datetime]
    name: str = Field(description="Empty where the installation shows no names.")
    role: str
    unit: str
    action: str
    area: str
    purpose: str
    permitted: bool
    reason_code: str
    channel: str
    by_program: bool = Field(description="Whether a program acted for them.")
    is_asked_about: bool


class LogDayShown(Shown):
    """What was seen on one day, the newest first."""

    day: date
    seen: list[SeenShown]


class Log(Shown):
    """Some days of the log, the newest first."""

    days: list[LogDayShown]
    next_after: int | None = Field(description="Where the next page begins; null on the last.")


class PersonsLog(Log):
    """Some days of the log of one person."""

    person: PersonNamed


class QuestionShown(Shown):
    """What you have asked about a look, and the answer."""

    id: UUID
    asked_at: datetime
    text: str
    answered_at: datetime | None
    answer: str


class MyLog(Log):
    """Who has looked at your own record, and what you have asked about it."""

    questions: list[QuestionShown]


class QuestionSent(Sent):
    """A question about one look."""

    seq: Count = Field(description="The number of the look, from your log.")
    text: Text = Field(min_length=1, max_length=2_000)


class Asked(Shown):
    """The question has been asked."""

    seq: int


@router.get("/people/{uuid:person_id}/log", response=PersonsLog, summary="Who has looked at one person")
@api_policy(RECORD)
def get_person_log(request: HttpRequest, person_id: UUID, asked: Query[LogQuery]) -> dict[str, Any]:
    """Everybody's looks and acts, day by day. For the person and the specialist."""
    look = look_at(calling(request), person_id)
    header, page = access_log(look, before=asked.after, shown=_shown())
    return {"person": named(header), **_page(page)}


@router.get("/me/log", response=MyLog, summary="Who has looked at my record")
@api_policy(needs(Ability.RECORD_OWN))
def get_my_log(request: HttpRequest, asked: Query[LogQuery]) -> dict[str, Any]:
    """Everybody else's looks at your own record, day by day, and your questions about them."""
    call = calling(request)
    found = access_my_log(call.acting, at=call.at, before=asked.after, shown=_shown())
    questions = [
        {
            "id": each.row.public_id,
            "asked_at": each.row.asked_at,
            "text": str(each.text),
            "answered_at": each.row.answered_at,
            "answer": str(each.answer),
        }
        for each in found.questions
    ]
    return {**_page(found.page), "questions": questions}


@router.post("/me/log/questions", response={201: Asked}, summary="Ask about a look")
@api_policy(needs(Ability.RECORD_OWN))
def ask_about_look(request: HttpRequest, question: QuestionSent) -> Done:
    """Ask why somebody looked at your record. The supervisor of the unit answers. Asked once a look."""
    call = calling(request)
    act_ask(call.acting, question.seq, question.text, at=call.at, on=call.on)
    return Done(Asked(seq=question.seq), 201, "/api/v1/me/log")


def _shown() -> StaffShown:
    return StaffShown(settings.STAFF_SHOWN_AS)


def _page(page: LogPage) -> dict[str, Any]:
    days = [{"day": each.day, "seen": [_seen(seen) for seen in each.seen]} for each in page.days]
    return {"days": days, "next_after": page.next_before}


def _seen(seen: Seen) -> dict[str, Any]:
    first = seen.look.first
    return {
        "seq": first.seq,
        "times": seen.look.times,
        "name": seen.name,
        "role": first.role,
        "unit": seen.unit_name,
        "action": first.action,
        "area": first.area,
        "purpose": first.purpose,
        "permitted": first.permitted,
        "reason_code": first.reason_code,
        "channel": first.channel,
        "by_program": first.on_behalf_of is not None,
        "is_asked_about": seen.is_asked_about,
    }
