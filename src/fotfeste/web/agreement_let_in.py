"""What NAV's page and the employer's page of who is let in have in common: invite, code shown once, end."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from fotfeste import clock
from fotfeste.apps.agreements.employer_members import end_member
from fotfeste.apps.agreements.employer_side import EmployerSide
from fotfeste.apps.agreements.invitations import Invited, revoke
from fotfeste.apps.agreements.models import Agreement
from fotfeste.apps.consents.deed import Deed
from fotfeste.domain.verdict import Refused
from fotfeste.web.once import OtherContent, new_form_key, once
from fotfeste.web.refusals import in_words, tell

BLAMED = {
    "agreement-employer.other-number": "number",
    "agreement-employer.no-number": "number",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page is, and where what it ends is sent."""

    here: str
    end: str
    frame: str


def invited(
    request: HttpRequest, form: forms.Form, do: Callable[..., Invited], place: Place
) -> HttpResponse | None:
    """Invite. The code is shown in the answer to this form, and never again. None: shown on the form."""
    if not form.is_valid():
        return None
    made: list[Invited] = []

    def act() -> str:
        made.append(do(form))
        return place.here

    try:
        answer = once(request, act, at=clock.now())
    except Refused as refused:
        tell(form, refused, BLAMED, on=clock.today())
        return None
    except OtherContent:
        form.add_error(None, _("Skjemaet er sendt en gang før. Trykk en gang til for å sende det nye."))
        return None
    if not made:
        return answer
    page = {
        "frame": place.frame,
        "code": made[0].code,
        "back": place.here,
        "expires_at": made[0].row.expires_at.astimezone(clock.OSLO).date(),
        "name": form.cleaned_data["name"],
    }
    return render(request, "agreements/invited.html", page)


def ended(
    request: HttpRequest, change: AbstractContextManager[tuple[Deed, Agreement]], place: Place
) -> HttpResponse:
    """Somebody sees nothing from now on, or an invitation is stopped. Which of them, the form says."""

    def act() -> str:
        with change as (deed, agreement):
            if about := request.POST.get("member", ""):
                end_member(deed, agreement, about)
            else:
                revoke(deed, agreement, request.POST.get("invitation", ""))
        messages.success(request, _("Tilgangen er tatt tilbake."))
        return place.here

    try:
        return once(request, act, at=clock.now())
    except Refused as refused:
        for said in in_words(refused.verdict, on=clock.today()):
            messages.error(request, said)
    except OtherContent:
        messages.error(request, _("Skjemaet er sendt en gang før."))
    return redirect(place.here)


def side_page(found: EmployerSide, place: Place) -> dict[str, object]:
    """Who is let in and who is invited."""
    return {
        "row": found.row,
        "employer": found.employer,
        "number": found.number,
        "members": found.members,
        "invitations": [(row, str(name)) for row, name in found.invitations],
        "may_change": found.may_change,
        "here": place.here,
        "end_url": place.end,
        "form_key": new_form_key(),
        "end_key": new_form_key(),
    }
