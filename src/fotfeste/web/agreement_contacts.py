"""Regular contact around an agreement: when the next is due, where it was missing, what was had (A-07)."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from fotfeste import clock
from fotfeste.apps.agreements.contacts import ContactHad, ContactsSeen, Rhythm, access_contacts
from fotfeste.documents.agreement.words import PARTIES
from fotfeste.documents.frequency_words import FREQUENCIES
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.permissions import Permission, Role
from fotfeste.web.lines import act_url
from fotfeste.web.own_pages import framed, of_and_own
from fotfeste.web.requests import actor

MOST_GAPS = 6


@of_and_own
def contacts(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What NAV promised of regular contact, and what became of it."""
    acting = actor(request)
    found = access_contacts(acting, public_id, at=clock.now())
    is_mine = acting.role is Role.JOBSEEKER
    return render(request, "agreements/contacts.html", contacts_page(found, is_mine=is_mine))


def contacts_page(found: ContactsSeen, *, is_mine: bool) -> dict[str, object]:
    """What the page shows."""
    public_id = found.person.public_id
    may_log = found.is_open and found.decision.may(Permission.AGREEMENT_CHANGE)
    return framed(is_mine=is_mine) | {
        "public_id": public_id,
        "name": str(found.contact),
        "agreement": found.agreement,
        "log_url": act_url(public_id, "agreement-log-contact") if may_log else "",
        **contacts_shown(found.rhythms, found.had),
    }


def contacts_shown(
    rhythms: Sequence[Rhythm], had: Sequence[ContactHad], *, with_words: bool = True
) -> dict[str, object]:
    """The contact for agreements/parts/contacts.html. The employer reads no words."""
    return {
        "rhythms": [rhythm_shown(each) for each in rhythms],
        "had": [
            {
                "on": each.row.had_on,
                "party": PARTIES[Party(each.row.with_party)],
                "by": each.row.by.name,
                "words": each.words if with_words else "",
            }
            for each in had
        ],
    }


def rhythm_shown(each: Rhythm) -> dict[str, object]:
    """One promise of regular contact towards one party."""
    gaps = each.gaps[-MOST_GAPS:]
    return {
        "text": each.promise.text("text"),
        "party": PARTIES[each.party],
        "every": FREQUENCIES[each.promise.row.every],
        "last_on": each.last_on,
        "next_by": each.next_by,
        "is_missing": each.is_missing,
        "gaps": [(gap.due_by, gap.had_on) for gap in gaps if gap.had_on is not None],
        "gaps_before": len(each.gaps) - len(gaps),
    }


urlpatterns = [
    path("personer/<uuid:public_id>/avtale/kontakt", contacts.of, name="agreement_contacts"),
    path("min-side/avtale/kontakt", contacts.own, name="my_agreement_contacts"),
]
