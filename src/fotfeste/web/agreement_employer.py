"""The employer's own pages: their agreements, one of them as common text, and colleagues who are let in."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fotfeste import clock
from fotfeste.apps.agreements.employer_documents import access_document_as_employer
from fotfeste.apps.agreements.employer_members import number_of
from fotfeste.apps.agreements.employer_side import access_colleagues, changed_by_colleague
from fotfeste.apps.agreements.employer_view import (
    AgreementListed,
    CommonText,
    EmployerSees,
    access_agreement_as_employer,
    access_agreements_as_employer,
)
from fotfeste.apps.agreements.inbox import unread
from fotfeste.apps.agreements.invitations import InvitationSaid, Invited, invite
from fotfeste.documents.agreement.words import GOALS, INSTRUMENTS, KINDS, NAV_UNITS, PARTIES, TOWARDS
from fotfeste.documents.frequency_words import FREQUENCIES
from fotfeste.domain.agreements.content import Content, Line, LineKind
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.agreement_employer_follow import follow_shown
from fotfeste.web.agreement_employer_forms import InviteForm
from fotfeste.web.agreement_let_in import Place, ended, invited, side_page
from fotfeste.web.agreement_plans_part import plan_shown
from fotfeste.web.by_employer import by_employer_url
from fotfeste.web.by_employer_lines import REMOVES, WRITES
from fotfeste.web.by_employer_plan import SENDS
from fotfeste.web.documents import as_download, not_made_yet
from fotfeste.web.lines import source_link, words_of
from fotfeste.web.policy import needs
from fotfeste.web.refusals import in_words
from fotfeste.web.requests import actor
from fotfeste.web.step_up import stepped_up


@needs(Ability.AGREEMENTS_OWN)
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """My agreements: what waits for a signature first."""
    acting = actor(request)
    found = access_agreements_as_employer(acting, at=clock.now(), on=clock.today())
    listed = sorted((_listed(each) for each in found), key=lambda each: not each["is_to_sign"])
    page = {"unit": acting.unit_name, "listed": listed, "unread_notices": unread(acting)}
    return render(request, "agreements/employer_front.html", page)


@needs(Ability.AGREEMENTS_OWN)
@require_safe
@stepped_up
def one(request: HttpRequest, agreement: UUID) -> HttpResponse:
    """One agreement: the text that all sign, and of it what may be told today."""
    found = access_agreement_as_employer(actor(request), agreement, at=clock.now(), on=clock.today())
    return render(request, "agreements/employer_agreement.html", employer_page(found))


@needs(Ability.AGREEMENTS_OWN)
@require_safe
@stepped_up
def document(request: HttpRequest, agreement: UUID, number: int) -> HttpResponse:
    """The sealed PDF of a version, or why it cannot be handed out."""
    acting, at, on = actor(request), clock.now(), clock.today()
    back = reverse("employer_agreement", args=[agreement])
    try:
        found = access_document_as_employer(acting, agreement, number, at=at, on=on)
    except Refused as refused:
        return _withheld(request, agreement, refused)
    return as_download(found) if found is not None else not_made_yet(request, back)


def _withheld(request: HttpRequest, agreement: UUID, refused: Refused) -> HttpResponse:
    """Why. That it was asked for is a look at the agreement, and logged as one."""
    acting, at, on = actor(request), clock.now(), clock.today()
    found = access_agreement_as_employer(acting, agreement, at=at, on=on, area="document")
    contact = found.in_force.content.contact if found.in_force else None
    page = {"row": found.row, "contact": contact, "reasons": in_words(refused.verdict, on=on)}
    return render(request, "agreements/document_withheld.html", page, status=409)


@needs(Ability.AGREEMENTS_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
@stepped_up
def colleagues(request: HttpRequest, agreement: UUID) -> HttpResponse:
    """Who else here can see it; invite a colleague."""
    acting, at, on = actor(request), clock.now(), clock.today()

    def do(form: InviteForm) -> Invited:
        with changed_by_colleague(acting, agreement, at=at, on=on) as (deed, row):
            return invite(deed, row, _said(form, number_of(row)))

    form = InviteForm(request.POST if request.method == "POST" else None, is_colleague=True)
    place = _place(agreement)
    if form.is_bound and (answer := invited(request, form, do, place)) is not None:
        return answer
    found = access_colleagues(acting, agreement, at=at, on=on)
    page = side_page(found, place) | {"form": form, "frame": "base.html", "agreement": agreement}
    status = 422 if form.errors else 200
    return render(request, "agreements/colleagues.html", page, status=status)


@needs(Ability.AGREEMENTS_OWN)
@require_POST
@stepped_up
def end_colleague(request: HttpRequest, agreement: UUID) -> HttpResponse:
    """A colleague sees nothing from now on, or an invitation is stopped."""
    acting, at, on = actor(request), clock.now(), clock.today()
    return ended(request, changed_by_colleague(acting, agreement, at=at, on=on), _place(agreement))


def employer_page(found: EmployerSees) -> dict[str, object]:
    """What the page shows. Nothing else of the record comes in here."""
    return {
        "row": found.row,
        "name": found.name,
        "employer": found.employer,
        "office": found.office,
        "may_sign": found.member.may_sign,
        "until": found.until,
        "is_withheld": any(text.is_withheld for text in (found.in_force, found.laid_out) if text),
        "laid_out": _text(found.laid_out),
        "in_force": _text(found.in_force),
        "earlier": found.earlier,
        "plans": [plan_shown(each, found.key) for each in found.plans],
        "send_plan": "" if found.until else by_employer_url(found.row.public_id, SENDS),
        **draft_shown(found),
        **follow_shown(found),
        **lasting_shown(found),
    }


def lasting_shown(found: EmployerSees) -> dict[str, object]:
    """What this employer asked about ending it, what NAV answered, and what can be asked now."""
    is_open, agreement = found.until is None, found.row.public_id
    return {
        "endings": [
            {
                "on": each.asked_on,
                "why": each.opened("sealed_why", found.key),
                "answered_on": each.answered_on,
                "answer": each.opened("sealed_answer", found.key),
            }
            for each in found.endings
        ],
        "ask_end_url": by_employer_url(agreement, "ask-end") if is_open else "",
        "changed_url": by_employer_url(agreement, "changed") if is_open else "",
    }


def draft_shown(found: EmployerSees) -> dict[str, object]:
    """The draft while it can be written in, and what this employer may know that it lacks."""
    agreement, is_open = found.row.public_id, found.until is None and found.laid_out is None
    in_force = found.in_force.content.lines if found.in_force else ()
    own = [each for each in found.draft if each.key in found.own and each.kind in WRITES]
    return {
        "draft": lines_shown(found.draft, {each.key: _changes(agreement, each) for each in own}),
        "is_changed": tuple(found.draft) != tuple(in_force),
        "lacks": [(words_of(each, on=clock.today()), source_link(each.source)) for each in found.lacks],
        "writes": [(KINDS[kind], by_employer_url(agreement, slug)) for kind, slug in WRITES.items()]
        if is_open
        else [],
    }


def _changes(agreement: UUID, line: Line) -> dict[str, str]:
    """Where one's own line is changed, and where it is taken out."""
    about = f"?om={line.key}"
    return {
        "change": by_employer_url(agreement, WRITES[line.kind]) + about,
        "remove": by_employer_url(agreement, REMOVES) + about,
    }


def lines_shown(
    lines: Iterable[Line], changes: Mapping[str, dict[str, str]] | None = None
) -> list[tuple[object, list[dict[str, object]]]]:
    """The lines under the heading of their kind, in the order of the kinds. `changes`: where, by key."""
    shown = [(each.kind, _line(each) | (changes or {}).get(each.key, {})) for each in lines]
    of_kind = [(KINDS[kind], [each for its, each in shown if its is kind]) for kind in LineKind]
    return [(heading, shown) for heading, shown in of_kind if shown]


def _text(text: CommonText | None) -> dict[str, object] | None:
    if text is None:
        return None
    content: Content = text.content
    return {
        "row": text.row,
        "lines": lines_shown(content.lines),
        "contact": content.contact,
        "review_on": content.review_on,
        "waits": text.waits_for_employer,
        "has_signed": text.has_signed,
        "is_withheld": text.is_withheld,
    }


def _line(line: Line) -> dict[str, object]:
    return {
        "line": line,
        "owner": PARTIES[line.owner],
        "towards": TOWARDS[line.towards],
        "instrument": INSTRUMENTS[line.instrument] if line.instrument else "",
        "goal": GOALS[line.goal] if line.goal else "",
        "nav_unit": NAV_UNITS[line.nav_unit] if line.nav_unit else "",
        "every": FREQUENCIES[line.every] if line.every else "",
        "is_promise": line.kind is not LineKind.GOAL,
    }


def _listed(each: AgreementListed) -> dict[str, object]:
    return {
        "row": each.row,
        "name": each.name,
        "is_to_sign": each.is_to_sign,
        "may_sign": each.may_sign,
        "until": each.until,
    }


def _said(form: InviteForm, number: str) -> InvitationSaid:
    typed = form.cleaned_data
    return InvitationSaid(typed["name"], typed["email"], number, may_sign=typed["may_sign"])


def _place(agreement: UUID) -> Place:
    return Place(
        here=reverse("employer_colleagues", args=[agreement]),
        end=reverse("employer_end_colleague", args=[agreement]),
        frame="base.html",
    )


urlpatterns = [
    path("arbeidsgiver", front, name="agreements"),
    path("arbeidsgiver/avtaler/<uuid:agreement>", one, name="employer_agreement"),
    path(
        "arbeidsgiver/avtaler/<uuid:agreement>/versjon/<int:number>/dokument",
        document,
        name="employer_document",
    ),
    path("arbeidsgiver/avtaler/<uuid:agreement>/kollegaer", colleagues, name="employer_colleagues"),
    path(
        "arbeidsgiver/avtaler/<uuid:agreement>/kollegaer/stopp", end_colleague, name="employer_end_colleague"
    ),
]
