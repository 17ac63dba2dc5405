"""Questions to the contact person in NAV: what waits first, and the time each answer took (A-07)."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from fotfeste import clock
from fotfeste.apps.agreements.question_rows import QuestionSeen
from fotfeste.apps.agreements.questions import QuestionsSeen, access_questions
from fotfeste.documents.agreement.words import PARTIES
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.agreements.questions import QuestionState
from fotfeste.domain.permissions import Permission, Role
from fotfeste.web.agreement_promise_words import QUESTION_COLORS, QUESTIONS
from fotfeste.web.lines import act_url
from fotfeste.web.own_pages import framed, of_and_own
from fotfeste.web.requests import actor

OPEN = (QuestionState.WAITS, QuestionState.LATE)


@of_and_own
def questions(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What the jobseeker has asked; for NAV also what the employer has."""
    acting = actor(request)
    found = access_questions(acting, public_id, at=clock.now())
    is_mine = acting.role is Role.JOBSEEKER
    return render(request, "agreements/questions.html", questions_page(found, is_mine=is_mine))


def questions_page(found: QuestionsSeen, *, is_mine: bool) -> dict[str, object]:
    """What the page shows."""
    may_answer = not is_mine and found.decision.may(Permission.AGREEMENT_CHANGE)
    answer = act_url(found.person.public_id, "agreement-answer") if may_answer else ""
    ask = reverse("my_act", args=["own-agreement-ask"]) if is_mine and found.is_open else ""
    return (
        framed(is_mine=is_mine)
        | {
            "public_id": found.person.public_id,
            "name": str(found.contact),
            "agreement": found.agreement,
            "ask_url": ask,
        }
        | questions_shown(found.questions, answer_url=answer)
    )


def questions_shown(questions: Sequence[QuestionSeen], *, answer_url: str = "") -> dict[str, object]:
    """The questions for agreements/parts/questions.html."""
    return {"questions": [question_shown(each, answer_url) for each in questions]}


def question_shown(each: QuestionSeen, answer_url: str) -> dict[str, object]:
    """One question in words."""
    row, state = each.row, each.state
    is_open = state in OPEN
    return {
        "row": row,
        "asked_on": each.days.asked_on,
        "party": PARTIES[Party(row.asked_party)],
        "asked_by": row.asked_by.name,
        "question": each.text("question"),
        "answer": each.text("answer"),
        "answered_by": row.answered_by.name if row.answered_by else "",
        "answered_on": each.days.answered_on,
        "took_days": each.days.took_days,
        "state": QUESTIONS[state],
        "color": QUESTION_COLORS[state],
        "is_open": is_open,
        "answer_url": f"{answer_url}?om={row.public_id.hex}" if answer_url and is_open else "",
    }


urlpatterns = [
    path("personer/<uuid:public_id>/avtale/sporsmal", questions.of, name="agreement_questions"),
    path("min-side/avtale/sporsmal", questions.own, name="my_agreement_questions"),
]
