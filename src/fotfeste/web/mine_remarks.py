"""My own page to say that something in the record is wrong or missing, and to read the answers."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.mine.remarks import access_my_remarks, act_say
from fotfeste.domain.permissions import Ability
from fotfeste.web.lines import source_link
from fotfeste.web.once import OtherContent, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor

LONGEST = 4_000


class RemarkForm(forms.Form):
    """What is wrong or missing, in own words."""

    text = forms.CharField(
        label=gettext_lazy("Hva er feil, eller hva mangler?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("Jobbspesialisten din leser det og svarer deg her."),
    )


@needs(Ability.RECORD_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def my_remarks(request: HttpRequest) -> HttpResponse:
    """Say it, and see what has been said and answered before."""
    form = RemarkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            response = once(request, lambda: _say(request, form), at=clock.now())
        except OtherContent:
            form.add_error(
                None, _("Dette skjemaet er sendt en gang før. Trykk en gang til for å sende det nye.")
            )
            return _page(request, form, status=409)
        messages.success(request, _("Sagt fra. Du får svar her."))
        return response
    return _page(request, form, status=422 if form.errors else 200)


def _say(request: HttpRequest, form: RemarkForm) -> str:
    act_say(actor(request), form.cleaned_data["text"], at=clock.now(), on=clock.today())
    return reverse("mine_remarks")


def _page(request: HttpRequest, form: RemarkForm, *, status: int) -> HttpResponse:
    page = {
        "form": form,
        "form_key": new_form_key(),
        "source": source_link("GDPR art.16"),
        "remarks": access_my_remarks(actor(request), at=clock.now()),
    }
    return render(request, "mine/remarks.html", page, status=status)


urlpatterns = [path("min-side/si-fra", my_remarks, name="mine_remarks")]
