"""Who at the employer can see the agreement: for NAV, which lets in and out, and for the jobseeker."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_POST

from fotfeste import clock
from fotfeste.apps.agreements.employer_side import access_employer_side, changed_by_nav
from fotfeste.apps.agreements.invitations import InvitationSaid, Invited, invite
from fotfeste.web.agreement_employer_forms import InviteForm
from fotfeste.web.agreement_let_in import Place, ended, invited, side_page
from fotfeste.web.own_pages import framed, of_and_own
from fotfeste.web.policy import record
from fotfeste.web.requests import actor


@of_and_own
def people(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Who is let in, who is invited."""
    return _page(request, public_id, None)


@record
@require_http_methods(["GET", "HEAD", "POST"])
def let_in(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Invite one named person at the employer."""
    acting, at, on = actor(request), clock.now(), clock.today()

    def do(form: InviteForm) -> Invited:
        typed = form.cleaned_data
        said = InvitationSaid(typed["name"], typed["email"], typed["number"], may_sign=typed["may_sign"])
        with changed_by_nav(acting, public_id, at=at, on=on) as (deed, agreement):
            return invite(deed, agreement, said)

    form = InviteForm(request.POST if request.method == "POST" else None)
    if form.is_bound and (answer := invited(request, form, do, _place(public_id))) is not None:
        return answer
    return _page(request, public_id, form)


@record
@require_POST
def let_out(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Somebody at the employer sees nothing from now on, or an invitation is stopped."""
    change = changed_by_nav(actor(request), public_id, at=clock.now(), on=clock.today())
    return ended(request, change, _place(public_id))


def _page(request: HttpRequest, public_id: UUID, form: InviteForm | None) -> HttpResponse:
    acting = actor(request)
    found = access_employer_side(acting, public_id, at=clock.now(), on=clock.today())
    is_mine = acting.person_id is not None
    page = side_page(found, _place(public_id)) | {
        **framed(is_mine=is_mine),
        "public_id": public_id,
        "name": str(found.contact),
        "form": (form or InviteForm()) if found.may_change else None,
        "invite_url": reverse("agreement_employer_invite", args=[public_id]),
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "agreements/employer_people.html", page, status=status)


def _place(public_id: UUID) -> Place:
    return Place(
        here=reverse("agreement_employer_people", args=[public_id]),
        end=reverse("agreement_employer_end", args=[public_id]),
        frame="base.html",
    )


urlpatterns = [
    path("personer/<uuid:public_id>/avtale/arbeidsgiver", people.of, name="agreement_employer_people"),
    path("personer/<uuid:public_id>/avtale/arbeidsgiver/inviter", let_in, name="agreement_employer_invite"),
    path("personer/<uuid:public_id>/avtale/arbeidsgiver/stopp", let_out, name="agreement_employer_end"),
    path("min-side/avtale/arbeidsgiver", people.own, name="my_agreement_employer_people"),
]
