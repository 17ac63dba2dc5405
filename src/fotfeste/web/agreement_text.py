"""The text of an agreement: written on together, laid out, signed; and each version as it was (A-02)."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from fotfeste import clock
from fotfeste.apps.agreements.models import AgreementText, Signature
from fotfeste.apps.agreements.text_seen import TextSeen, access_text
from fotfeste.clock import OSLO
from fotfeste.documents.agreement.text import text_shown
from fotfeste.documents.agreement.words import COLORS, KINDS, ON_BEHALF, PARTIES, SIGNED_BY, STANDINGS
from fotfeste.domain.agreements.content import LineKind
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.agreements.standing import Standing
from fotfeste.domain.agreements.validity import advice
from fotfeste.domain.permissions import Permission, Role
from fotfeste.domain.verdict import Verdict
from fotfeste.web.lines import SourceLink, act_url, language, source_link, words_of
from fotfeste.web.own_pages import framed, of_and_own
from fotfeste.web.requests import actor

WRITES = {
    LineKind.GOAL: "goal",
    LineKind.FOLLOW_UP: "follow-up",
    LineKind.COMMITMENT: "commitment",
    LineKind.ACCOMMODATION: "accommodation",
    LineKind.MEASURE: "measure",
}
"""The end of the name of the act that writes each kind of line."""


@of_and_own
def text(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The text as it stands: what waits for signatures, or the draft, and what it lacks."""
    found = found_text(request, public_id)
    is_mine = actor(request).role is Role.JOBSEEKER
    waiting = found.waiting
    page = text_shown(found.content_in(waiting) if waiting else found.common(), language())
    shown = (
        page
        | head_of(found, is_mine=is_mine)
        | {
            "waiting": version_shown(found, waiting) if waiting else None,
            "versions": [version_shown(found, each) for each in found.texts if each is not waiting],
            "lacks": _said(found, found.lacks()) if not waiting and _is_open(found) else [],
            "advice": _said(found, advice(found.whole())) if not waiting else [],
            "left_out": found.left_out() if found.tellable is not None else (),
            "lapses_on": found.lapses_on,
            "acts": _acts(found, is_mine=is_mine),
            "mine": found.written_by(Party.JOBSEEKER if is_mine else Party.NAV)
            if not waiting
            else frozenset(),
        }
    )
    return render(request, "agreements/text.html", shown)


def found_text(request: HttpRequest, public_id: UUID, agreement: UUID | None = None) -> TextSeen:
    """The text of the agreement that counts, or of an earlier one. Not there: not found."""
    found = access_text(actor(request), public_id, at=clock.now(), agreement=agreement)
    if found is None:
        raise Http404
    return found


def head_of(found: TextSeen, *, is_mine: bool) -> dict[str, object]:
    """What stands over each page of an agreement's text."""
    return framed(is_mine=is_mine) | {
        "public_id": found.person.public_id,
        "name": found.contact.contact.name,
        "agreement": found.agreement,
        "standing": STANDINGS[found.standing],
        "standing_color": COLORS.get(found.standing, "neutral"),
        "may_change": found.decision.may(Permission.AGREEMENT_CHANGE),
        "is_open": _is_open(found),
    }


def _is_open(found: TextSeen) -> bool:
    return found.standing not in (Standing.ENDED, Standing.LAPSED)


def version_shown(found: TextSeen, row: AgreementText) -> dict[str, object]:
    """One version, and who has signed it."""
    signed = found.signed(row)
    return {
        "row": row,
        "number": row.number,
        "digest": row.digest,
        "laid_out_on": row.laid_out_at.astimezone(OSLO).date(),
        "is_in_force": row.concluded_at is not None and row.replaced_at is None,
        "signed": [_signature(found, each) for each in signed],
        "awaited": [
            str(PARTIES[each]) for each in row.asked.split() if each not in {s.party for s in signed}
        ],
    }


def _signature(found: TextSeen, row: Signature) -> dict[str, object]:
    because = ", ".join(str(ON_BEHALF[each]) for each in row.on_behalf_because.split())
    return {
        "party": PARTIES[row.party],
        "name": found.name_of(row),
        "at": row.signed_at,
        "how": SIGNED_BY[row.signed_by],
        "because": because,
        "by": row.account.name if because else "",
    }


def _acts(found: TextSeen, *, is_mine: bool) -> dict[str, object]:
    """What can be done here, by the name it goes under in the template."""
    if not _is_open(found):
        return {}
    begins = "own-agreement" if is_mine else "agreement"

    def url(slug: str) -> str:
        return reverse("my_act", args=[slug]) if is_mine else act_url(found.person.public_id, slug)

    kinds = [kind for kind in LineKind if not (is_mine and kind is LineKind.MEASURE)]
    acts: dict[str, object] = {
        "write": [(str(KINDS[kind]), url(f"{begins}-{WRITES[kind]}")) for kind in kinds],
        "change": {kind: url(f"{begins}-{WRITES[kind]}") for kind in kinds},
        "remove": url(f"{begins}-remove-line"),
        "sign": url(f"{begins}-sign"),
        "take_signature_back": url("own-agreement-take-signature-back") if is_mine else "",
    }
    if not is_mine:
        acts |= {name.replace("-", "_"): url(f"agreement-{name}") for name in _OF_NAV}
    return acts


_OF_NAV = ("contact", "employer", "review", "lay-out", "take-back", "sign-on-behalf")


def _said(found: TextSeen, verdict: Verdict) -> list[tuple[str, SourceLink | None]]:
    return [(words_of(reason, on=found.on), source_link(reason.source)) for reason in verdict]


urlpatterns = [
    path("personer/<uuid:public_id>/avtale/tekst", text.of, name="agreement_text"),
    path("min-side/avtale/tekst", text.own, name="my_agreement_text"),
]
