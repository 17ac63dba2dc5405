"""What the jobseeker says is wrong or missing in the own record, and the answers."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.fields import Text
from fotfeste.api.once import Done
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.mine.remarks import access_my_remarks, act_say
from fotfeste.domain.permissions import Ability

router = Router(tags=["Me"])


class RemarkShown(Shown):
    """One thing you have said of your record, and the answer once there is one."""

    text: str
    said_on: date
    answer: str
    answered_on: date | None
    is_put_right: bool | None = Field(description="Whether it was put right; null until it is answered.")


class MyRemarks(Shown):
    """What you have said of your record, the newest first."""

    remarks: list[RemarkShown]


class RemarkSent(Sent):
    """Something that is wrong or missing."""

    text: Text = Field(min_length=1, max_length=4_000)


class RemarkSaid(Shown):
    """It has been said, and waits for an answer."""

    said_on: date


@router.get("/me/remarks", response=MyRemarks, summary="What I have said of my record")
@api_policy(needs(Ability.RECORD_OWN))
def get_my_remarks(request: HttpRequest) -> dict[str, Any]:
    """What you have said is wrong or missing, and what was answered."""
    call = calling(request)
    found = access_my_remarks(call.acting, at=call.at)
    return {
        "remarks": [
            {
                "text": str(each.text),
                "said_on": each.said_on,
                "answer": str(each.answer),
                "answered_on": each.answered_on,
                "is_put_right": each.is_put_right,
            }
            for each in found
        ]
    }


@router.post("/me/remarks", response={201: RemarkSaid}, summary="Say that something is wrong")
@api_policy(needs(Ability.RECORD_OWN))
def say_remark(request: HttpRequest, remark: RemarkSent) -> Done:
    """Say that something in your record is wrong or missing. Your employment specialist answers."""
    call = calling(request)
    said = act_say(call.acting, remark.text, at=call.at, on=call.on)
    return Done(RemarkSaid(said_on=said.said_on), 201, "/api/v1/me/remarks")
