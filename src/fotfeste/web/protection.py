"""Address protection and protection of one's own staff: set, lifted, and what follows from it."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from fotfeste.apps.around.protection import ProtectionPage, Stale, access_protection, act_protect
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.people.may_follow import Guard
from fotfeste.apps.people.selectors import membership_in
from fotfeste.domain.permissions import Permission, Protection, Role
from fotfeste.domain.verdict import Refused
from fotfeste.web.around_forms import as_choices
from fotfeste.web.looks import look_of
from fotfeste.web.once import new_form_key, once
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import record
from fotfeste.web.refusals import tell
from fotfeste.web.requests import read_number, read_uuid

GRADES = (
    (Protection.NONE, _("Ingen adressesperre")),
    (Protection.CODE_7, _("Kode 7: fortrolig adresse")),
    (Protection.CODE_6, _("Kode 6: strengt fortrolig adresse")),
    (Protection.SECTION_19, _("§ 19: strengt fortrolig adresse i utlandet")),
)


class ProtectionForm(forms.Form):
    """The grade, whether it is one of our own, and who takes over."""

    protection = forms.ChoiceField(
        label=_("Adressesperre"),
        choices=GRADES,
        widget=forms.RadioSelect,
        help_text=_("Politiet eller barnevernet bestemmer. Her føres det som er bestemt."),
    )
    is_own_staff = forms.BooleanField(
        label=_("Jobbsøkeren arbeider hos oss, eller er i nær familie med en som gjør det"), required=False
    )
    successor = forms.ChoiceField(
        label=_("Hvem overtar hvis du ikke kan se saken etterpå?"),
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Den som overtar må være klarert. Du mister tilgangen med en gang."),
    )

    def __init__(self, data: Any, *, page: ProtectionPage) -> None:
        now = {"protection": page.guard.protection, "is_own_staff": page.guard.is_own_staff}
        super().__init__(data, initial=now)
        nobody = ("", str(_("Ingen, jeg er klarert")))
        successor = self.fields["successor"]
        assert isinstance(successor, forms.ChoiceField)  # noqa: S101  # declared above
        successor.choices = [*as_choices(page.successors), nobody]


@record
@require_http_methods(["GET", "HEAD", "POST"])
def protection(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """See and change how the information is protected."""
    look = look_of(request, public_id)
    found = access_protection(look)
    form = ProtectionForm(request.POST or None, page=found)
    if request.method == "POST" and form.is_valid():
        try:
            answer = once(request, lambda: _protect(request, look, form), at=look.at)
        except Stale:
            return _conflict(request, look, form)
        except Refused as refused:
            tell(form, refused, {"closeness": "successor", "handover": "successor"}, on=look.on)
        else:
            messages.success(request, _now("Vernet er endret. Det gjelder fra nå."))
            return answer
    return _page(request, look, found, form)


def _protect(request: HttpRequest, look: Look, form: ProtectionForm) -> str:
    typed = form.cleaned_data
    chosen = read_uuid(typed["successor"])
    successor = membership_in(Role.EMPLOYMENT_SPECIALIST, chosen, on=look.on) if chosen else None
    guard = Guard(Protection(typed["protection"]), typed["is_own_staff"])
    act_protect(look, guard, successor, version=read_number(request.POST.get("version", "")) or 0)
    return reverse("home")


def _page(request: HttpRequest, look: Look, found: ProtectionPage, form: ProtectionForm) -> HttpResponse:
    page = header_page(found.header, "person_people", on=look.on) | {
        "form": form,
        "form_key": new_form_key(),
        "version": found.version,
        "would_lose": [each.name for each in found.would_lose],
        "own_staff_would_lose": [each.name for each in found.own_staff_would_lose],
        "may_see_people": found.header.may(Permission.PEOPLE_AROUND_READ),
    }
    return render(request, "protection/protection.html", page, status=422 if form.errors else 200)


def _conflict(request: HttpRequest, look: Look, form: ProtectionForm) -> HttpResponse:
    """What was chosen and what somebody saved meanwhile, side by side."""
    found, typed = access_protection(look), form.cleaned_data
    grades, yes_no = dict(GRADES), {True: _now("Ja"), False: _now("Nei")}
    fields = [
        {
            "label": form.fields["protection"].label,
            "own": grades[Protection(typed["protection"])],
            "saved": grades.get(found.guard.protection, ""),
        },
        {
            "label": form.fields["is_own_staff"].label,
            "own": yes_no[typed["is_own_staff"]],
            "saved": yes_no[found.guard.is_own_staff],
        },
    ]
    again = {**request.POST.dict(), "form_key": new_form_key(), "version": str(found.version)}
    again.pop("csrfmiddlewaretoken", None)
    page = header_page(found.header, "person_people", on=look.on) | {
        "conflict": {"fields": [field for field in fields if field["own"] != field["saved"]]},
        "keep_form": format_html_join("", '<input type="hidden" name="{}" value="{}">', again.items()),
        "keep_url": request.path,
        "saved_url": request.path,
    }
    return render(request, "protection/conflict.html", page, status=409)


urlpatterns = [path("personer/<uuid:public_id>/vern", protection, name="person_protection")]
