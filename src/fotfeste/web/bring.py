"""Bringing a list: choose a file, see what will happen, mend what waits, confirm. Not before is it stored."""

from collections.abc import Mapping
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from fotfeste import clock
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.door import Denied
from fotfeste.apps.imports import services
from fotfeste.apps.imports.access import (
    ListPage,
    RowCard,
    access_list,
    access_lists,
    access_report,
    access_row,
    batch_opened,
)
from fotfeste.apps.imports.models import ImportBatch, ImportKind, ImportStage, RowState
from fotfeste.apps.imports.problems import from_json
from fotfeste.apps.imports.tables import MOST_BYTES
from fotfeste.domain.permissions import Ability, Decision
from fotfeste.web.bring_typed import chosen_answers, typed_cells
from fotfeste.web.bring_words import language, spoken, spoken_alike, spoken_row, state_word
from fotfeste.web.once import new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor
from fotfeste.web.sizes import takes_file

WORKING = frozenset({ImportStage.READING, ImportStage.APPLYING})
STATES = (RowState.WAITS, RowState.HELD, RowState.READY, RowState.KNOWN, RowState.LEFT_OUT)


class FileForm(forms.Form):
    """The file that somebody brings."""

    file = forms.FileField(
        label=gettext_lazy("Fil (CSV eller Excel)"),
        allow_empty_file=True,
        help_text=gettext_lazy("Bruk listen slik den er. Ingenting lagres før du har sett den og sagt ja."),
    )

    def clean_file(self) -> object:
        """Too large a file is refused before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("Fila er for stor. En liste kan være på inntil %(most)d MB."),
                params={"most": MOST_BYTES // 1_000_000},
            )
        return file


@takes_file
@needs(Ability.LIST_BRING)
def bring(request: HttpRequest, kind: str = ImportKind.CASELOAD) -> HttpResponse:
    """Choose a file. Also: the lists that are on their way in."""
    if not actor(request).has(services.WHO_BRINGS[ImportKind(kind)]):
        if actor(request).has(Ability.MEASURE_HISTORY_IMPORT) and request.method != "POST":
            return redirect("bring_participations")
        raise Denied(Decision(reason_code="access.not-for-your-role", may_know=True))
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        at, file = clock.now(), form.cleaned_data["file"]
        content = file.read()
        return once(
            request,
            lambda: _url(
                services.bring(content, file.name or "", ImportKind(kind), by=actor(request), at=at)
            ),
            at=at,
        )
    page = {
        "form": form,
        "kind": kind,
        "lists": access_lists(actor(request), at=clock.now()),
        "form_key": new_form_key(),
    }
    return render(request, "bring/file.html", page, status=422 if form.errors else 200)


@needs(Ability.LIST_BRING)
def brought_list(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A list on its way in: what will happen with each row, and what waits for an answer."""
    asked = request.GET.get("rader", "")
    state = asked if asked in RowState.values else ""
    found = access_list(actor(request), public_id, at=clock.now(), state=state, after=_number(request))
    if not state and found.batch.stage == ImportStage.PREVIEW:
        first = next((each.value for each in STATES if found.counts.get(each)), "")
        state = first
        found = access_list(actor(request), public_id, at=clock.now(), state=state)
    return render(request, f"bring/{_template(found.batch)}.html", _page(found, state))


@needs(Ability.LIST_BRING)
def progress(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """How far the work has come; when it is done, the page is loaded anew."""
    with batch_opened(actor(request), public_id, at=clock.now()) as batch:
        pass
    if batch.stage not in WORKING:
        response = HttpResponse(status=204)
        response["HX-Refresh"] = "true"
        return response
    return render(request, "parts/progress.html", {"progress": _progress(batch)})


@needs(Ability.LIST_BRING)
def row(request: HttpRequest, public_id: UUID, row_id: UUID) -> HttpResponse:
    """One row: answer what is asked, type cells anew, or leave it out."""
    batch, card = access_row(actor(request), public_id, row_id, at=clock.now())
    if request.method == "POST":
        return _mend(request, public_id, row_id, card)
    page = {
        "batch": batch,
        "row": spoken_row(card, batch.kind),
        "form_key": new_form_key(),
        "back": _url(batch),
    }
    return render(request, "bring/row.html", page)


@needs(Ability.LIST_BRING)
@require_POST
def answer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Answer a question about the list as a whole, or one that several rows ask."""
    at = clock.now()
    with batch_opened(actor(request), public_id, at=at) as batch:
        if batch.stage != ImportStage.PREVIEW:
            return redirect(_url(batch))
    by, on = actor(request), clock.today()
    if code := request.POST.get("code"):
        count = services.answer_alike(batch, code, request.POST.get("choice", ""), by=by, at=at, on=on)
        messages.success(request, ngettext("%d rad fikk svaret.", "%d rader fikk svaret.", count) % count)
    else:
        answers = chosen_answers(request.POST, from_json(batch.problems))
        services.answer_list(batch, answers, by=by, at=at, on=on)
    return redirect(_url(batch))


@needs(Ability.LIST_BRING)
@require_POST
def confirm(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Bring in everything that is ready, all or nothing."""
    at = clock.now()
    with batch_opened(actor(request), public_id, at=at) as batch:
        pass
    try:
        services.confirm(batch, by=actor(request), at=at)
    except services.QuestionsOpen:
        messages.warning(request, _("Svar først på spørsmålene om hele listen."))
    return redirect(_url(batch))


@needs(Ability.LIST_BRING)
@require_POST
def drop(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Throw the list away."""
    at = clock.now()
    with batch_opened(actor(request), public_id, at=at, action=Action.IMPORT_DROPPED) as batch:
        if batch.stage != ImportStage.DONE:
            services.drop(batch, by=actor(request), at=at)
    messages.success(request, _("Listen er slettet. Ingenting av den er lagret."))
    return redirect("bring")


@needs(Ability.LIST_BRING)
def report(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What becomes of each row, as a file."""
    content = access_report(actor(request), public_id, language=language(), at=clock.now())
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="rapport.csv"'
    return response


def _mend(request: HttpRequest, public_id: UUID, row_id: UUID, card: RowCard) -> HttpResponse:
    at, by = clock.now(), actor(request)
    with batch_opened(by, public_id, at=at) as batch:
        staged = batch.rows.get(public_id=row_id)
    if "leave_out" in request.POST:
        left = request.POST["leave_out"] == "yes"
        services.leave_out(staged, is_left_out=left, by=by, at=at, on=clock.today())
        return redirect(_url(batch))
    cells = typed_cells(request.POST, batch.kind)
    try:
        services.mend_row(
            staged,
            cells,
            chosen_answers(request.POST, card.problems),
            version=_version(request),
            by=by,
            at=at,
            on=clock.today(),
        )
    except services.StaleRow:
        return _conflict(request, public_id, row_id, cells)
    return redirect(reverse("brought_row", args=[public_id, row_id]) + "?lagret=1")


def _conflict(
    request: HttpRequest, public_id: UUID, row_id: UUID, cells: Mapping[str, object]
) -> HttpResponse:
    batch, card = access_row(actor(request), public_id, row_id, at=clock.now())
    fields = [
        {"label": cell.heading, "name": f"cell:{cell.column}", "own": cells[cell.column], "saved": cell.now}
        for cell in card.cells
        if cell.column in cells and cells[cell.column] != cell.now
    ]
    page = {"batch": batch, "row": card, "fields": fields, "form_key": new_form_key()}
    return render(request, "bring/conflict.html", page, status=409)


def _page(found: ListPage, state: str) -> dict[str, object]:
    batch = found.batch
    about = [spoken(problem, batch.kind) for problem in found.about_list]
    more = {"rader": state, "etter": found.next_after}
    tabs = [
        {
            "label": f"{state_word(each)} ({found.counts[each]})",
            "url": f"?rader={each}",
            "is_current": each == state,
        }
        for each in STATES
        if found.counts.get(each)
    ]
    return {
        "batch": batch,
        "about_list": about,
        "asked_of_list": [problem for problem in about if problem.is_asked],
        "noted_of_list": [problem for problem in about if not problem.is_asked],
        "alike": [spoken_alike(each, batch.kind) for each in found.alike],
        "rows": [spoken_row(each, batch.kind) for each in found.rows],
        "counts": {each.value: found.counts.get(each, 0) for each in RowState},
        "tabs": tabs,
        "state": state,
        "next_url": f"?{urlencode(more)}" if found.next_after else "",
        "progress": _progress(batch),
        "form_key": new_form_key(),
    }


def _progress(batch: ImportBatch) -> dict[str, object]:
    reading = batch.stage == ImportStage.READING
    said = _("Leser listen") if reading else _("Henter inn")
    of = _("%(done)d av %(total)d rader") % {"done": batch.done_rows, "total": batch.total_rows}
    return {
        "done": batch.done_rows,
        "total": batch.total_rows,
        "text": f"{said} … {of}" if batch.total_rows else f"{said} …",
        "is_finished": batch.stage not in WORKING,
        "url": reverse("bring_progress", args=[batch.public_id]),
    }


def _template(batch: ImportBatch) -> str:
    if batch.stage in WORKING:
        return "working"
    return {ImportStage.PREVIEW: "preview", ImportStage.DONE: "done"}.get(ImportStage(batch.stage), "gone")


def _number(request: HttpRequest) -> int:
    typed = request.GET.get("etter", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0


def _version(request: HttpRequest) -> int:
    typed = request.POST.get("version", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0


def _url(batch: ImportBatch) -> str:
    return reverse("brought_list", args=[batch.public_id])


urlpatterns = [
    path("hent-inn", bring, name="bring"),
    path("hent-inn/arbeidsgivere", bring, {"kind": ImportKind.EMPLOYERS}, name="bring_employers"),
    path("hent-inn/tiltak", bring, {"kind": ImportKind.PARTICIPATIONS}, name="bring_participations"),
    path("hent-inn/<uuid:public_id>", brought_list, name="brought_list"),
    path("hent-inn/<uuid:public_id>/framdrift", progress, name="bring_progress"),
    path("hent-inn/<uuid:public_id>/rader/<uuid:row_id>", row, name="brought_row"),
    path("hent-inn/<uuid:public_id>/svar", answer, name="bring_answer"),
    path("hent-inn/<uuid:public_id>/bekreft", confirm, name="bring_confirm"),
    path("hent-inn/<uuid:public_id>/slett", drop, name="bring_drop"),
    path("hent-inn/<uuid:public_id>/rapport.csv", report, name="bring_report"),
]
