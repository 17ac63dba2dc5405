"""My workbook: what I want, my profile, my plan, my meetings, whom to reach. On the phone and on paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.mine.workbook import Workbook, access_workbook
from fotfeste.apps.people.sealed import Sealed
from fotfeste.domain.permissions import Ability, RelationKind
from fotfeste.web.around_words import KINDS
from fotfeste.web.meetings_shown import meeting_shown
from fotfeste.web.person_told import wished_percent
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor

TO_REACH = frozenset({RelationKind.EMPLOYMENT_SPECIALIST, RelationKind.CLINICIAN, RelationKind.NAV_ADVISER})


@needs(Ability.RECORD_OWN)
@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """Everything one works with, on one page."""
    on = clock.today()
    found = access_workbook(actor(request), at=clock.now(), on=on)
    page = _wanted(found) | {
        "name": str(found.name),
        "profiles": found.profiles,
        "plan": str(found.of_episode("sealed_contingency_plan") or ""),
        "plan_on": found.episode.contingency_plan_on if found.episode else None,
        "watched": str(found.of_episode("sealed_agreed_problems") or ""),
        "answer": str(found.of_episode("sealed_joint_answer") or ""),
        "meetings": [
            meeting_shown(each, found.name.person.public_id, found.key, on=on) for each in found.meetings
        ],
        "around": [(each, KINDS[each.kind]) for each in found.around if each.kind in TO_REACH],
    }
    return render(request, "mine/workbook.html", page)


def _wanted(found: Workbook) -> dict[str, object]:
    if found.wishes is None:
        return {"goal": "", "percent": ""}
    goal = str(Sealed(found.wishes, "sealed_work", found.key))
    return {"goal": goal, "percent": wished_percent(found.wishes)}


urlpatterns = [path("min-side/arbeidsbok", workbook, name="mine_workbook")]
