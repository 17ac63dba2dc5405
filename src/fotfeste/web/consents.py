"""A person's consents for those who work with them: answers, documents, what goes to NAV's archive."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fotfeste.apps.caseload.consents import Consents, access_consents, access_document
from fotfeste.apps.consents.models import Answer, ConsentStatement
from fotfeste.domain.agenda import Act
from fotfeste.domain.permissions import ConsentScope, Permission
from fotfeste.web.acts_consent import UNDO_ARCHIVING
from fotfeste.web.consent_words import said_shown
from fotfeste.web.documents import as_download, not_made_yet
from fotfeste.web.lines import act_url, language
from fotfeste.web.looks import look_of
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import record
from fotfeste.web.words.dates import long_day


@record
@require_safe
def consents(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What was said, how, and by whom; signing together; the archive."""
    look = look_of(request, public_id)
    found = access_consents(look)
    page = header_page(found.header, "person_facts", on=look.on) | {
        "history": [said_shown(row) for row in found.statements],
        "may_sign_together": found.header.may(Permission.ABOUT_PERSON_CHANGE),
        "has_log_in": found.has_log_in,
        "may_give_log_in": found.header.may(Permission.LOG_IN_GIVE),
        "for_the_archive": for_the_archive(found),
        "record_url": act_url(public_id, Act.RECORD_CONSENT),
        "undo_url": act_url(public_id, UNDO_ARCHIVING),
    }
    return render(request, "consents/person.html", page)


@record
@require_safe
def document(request: HttpRequest, public_id: UUID, statement: UUID) -> HttpResponse:
    """A signed document. The door is asked now, whenever it was made."""
    found = access_document(look_of(request, public_id), statement)
    if found is None:
        return not_made_yet(request, reverse("person_consents", args=[public_id]))
    return as_download(found)


def for_the_archive(found: Consents) -> list[dict[str, object]]:
    """What NAV's archive shall have: ready to copy, with its document; and when it was done."""
    name, registration = str(found.header.name), found.registration
    is_registered = registration is not None and registration.answer == Answer.YES
    tasks = []
    for row in found.statements:
        if row.scope != ConsentScope.NAV_CONTACT or row.answer != Answer.YES or row.confirmed_at is None:
            continue
        if row.end_kind == "withdrawn" and row.archived_on:
            tasks.append(_withdrawn(row, name, found))
        elif row.ended_at is None and is_registered:
            tasks.append(_given(row, name, found))
    return tasks


def _given(row: ConsentStatement, name: str, found: Consents) -> dict[str, object]:
    words = _("Samtykke til kontakt med NAV fra %(name)s, gitt %(day)s. Legges i arkivet.")
    return {
        "title": _("Samtykket til NAVs arkiv"),
        "copy": words % {"name": name, "day": _day(row)},
        "document": row.public_id if row.text else None,
        "done_on": row.archived_on,
        "url": act_url(found.header.public_id, Act.ARCHIVE_CONSENT),
    }


def _withdrawn(row: ConsentStatement, name: str, found: Consents) -> dict[str, object]:
    words = _(
        "Samtykket til kontakt med NAV fra %(name)s, gitt %(day)s og lagt i arkivet, er trukket. "
        "Det skal ikke brukes mer. Det som er arkivert, blir liggende."
    )
    after = [each for each in found.statements if each.text and each.confirmed_at == row.ended_at]
    return {
        "title": _("At samtykket er trukket, til NAVs arkiv"),
        "copy": words % {"name": name, "day": _day(row)},
        "document": after[0].public_id if after else None,
        "done_on": row.withdrawal_archived_on,
        "url": act_url(found.header.public_id, Act.ARCHIVE_WITHDRAWAL),
    }


def _day(row: ConsentStatement) -> str:
    return long_day(row.stated_on, language())


urlpatterns = [
    path("personer/<uuid:public_id>/samtykker", consents, name="person_consents"),
    path("personer/<uuid:public_id>/samtykker/<uuid:statement>", document, name="consent_document"),
]
