"""Stand-in, supervisor and break-glass say why before they look; everybody else's relation says it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from fotfeste.domain.purposes import Purpose
from fotfeste.web import kept_text
from fotfeste.web.language import safe_way_back
from fotfeste.web.policy import record

KEPT_AS = "purposes"

PURPOSES = {
    Purpose.COVERS_FOR_COLLEAGUE: _("Jeg er vikar for en kollega"),
    Purpose.PREPARES_MEETING: _("Jeg forbereder et møte"),
    Purpose.SUPERVISES: _("Veiledning av jobbspesialisten"),
    Purpose.REVIEWS_QUALITY: _("Gjennomgang av kvalitet i teamet"),
    Purpose.ANSWERS_COMPLAINT: _("Klage eller spørsmål fra personen"),
    Purpose.EMERGENCY: _("Fare for liv eller helse"),
}


def purpose_for(request: HttpRequest, public_id: object) -> str:
    """The purpose given for this person in this session, or nothing."""
    kept = request.session.get(KEPT_AS, {})
    return str(kept.get(str(public_id), ""))


def keep_purpose(request: HttpRequest, public_id: object, purpose: str) -> None:
    """Keep why somebody looks at this person. The session opens more than before, and gets a new id."""
    kept = request.session.get(KEPT_AS, {})
    request.session[KEPT_AS] = {**kept, str(public_id): purpose}
    request.session.cycle_key()


def ask_why(request: HttpRequest) -> HttpResponse:
    """A page that asks why, and then goes on to where one was heading. What was typed stays."""
    match = request.resolver_match
    public_id = match.kwargs["public_id"] if match else ""
    page = {
        "purposes": PURPOSES.items(),
        "public_id": public_id,
        "onward": request.get_full_path() if request.method == "GET" else reverse("person", args=[public_id]),
        "kept": kept_text.typed(request),
    }
    return render(request, "person/say_why.html", page, status=403)


@record
@require_POST
def say_why(request: HttpRequest, public_id: object) -> HttpResponse:
    """Keep the purpose for this session and go on."""
    chosen = request.POST.get("purpose", "")
    onward = request.POST.get("onward", "")
    if chosen in PURPOSES:
        keep_purpose(request, public_id, chosen)
    return redirect(safe_way_back(request, onward))
