"""The promises of an agreement: who gave each, by when, what became of it; alike for all parties (A-05)."""

from collections.abc import Callable, Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from fotfeste import clock
from fotfeste.apps.agreements.promises_seen import PromiseSeen, PromisesSeen, access_promises
from fotfeste.documents.agreement.words import INSTRUMENTS, KINDS, NAV_UNITS, PARTIES, TOWARDS
from fotfeste.documents.frequency_words import FREQUENCIES
from fotfeste.domain.agreements.applying import ApplicationState
from fotfeste.domain.agreements.keeping import PromiseState
from fotfeste.domain.agreements.parties import Party, Towards, ends_of
from fotfeste.domain.permissions import Permission, Role
from fotfeste.web.agreement_promise_words import APPLICATION_COLORS, APPLICATIONS, COLORS, STATES
from fotfeste.web.lines import act_url
from fotfeste.web.own_pages import framed, of_and_own
from fotfeste.web.pictures.bars import share_picture
from fotfeste.web.requests import actor

Link = Callable[[str], str]
"""The address of an act, by the end of its name; empty where the reader cannot do it."""
KEPT = (PromiseState.KEPT, PromiseState.KEPT_LATE)


@of_and_own
def promises(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Every promise of the agreement, what is late first."""
    acting = actor(request)
    found = access_promises(acting, public_id, at=clock.now())
    is_mine = acting.role is Role.JOBSEEKER
    return render(request, "agreements/promises.html", promises_page(found, is_mine=is_mine))


def promises_page(found: PromisesSeen, *, is_mine: bool) -> dict[str, object]:
    """What the page shows."""
    public_id = found.person.public_id
    may_say = found.is_open and (is_mine or found.decision.may(Permission.AGREEMENT_CHANGE))

    def link(act: str) -> str:
        return (
            reverse("my_act", args=[f"own-agreement-{act}"])
            if is_mine
            else act_url(public_id, f"agreement-{act}")
        )

    party = Party.JOBSEEKER if is_mine else Party.NAV
    return (
        framed(is_mine=is_mine)
        | {"public_id": public_id, "name": str(found.contact), "agreement": found.agreement}
        | promises_shown(found.promises, party, link if may_say else None)
    )


def promises_shown(promises: Sequence[PromiseSeen], party: Party, link: Link | None) -> dict[str, object]:
    """The promises for agreements/parts/promises.html. Without `link` nothing can be said of them."""
    following = [each for each in promises if each.state is not PromiseState.ENDED]
    return {
        "promises": [promise_shown(each, party, link) for each in promises],
        **_picture(following),
        "promises_late": sum(each.state is PromiseState.LATE for each in following),
    }


def promise_shown(each: PromiseSeen, party: Party, link: Link | None) -> dict[str, object]:
    """One promise in words."""
    row, state = each.row, each.state
    owner = NAV_UNITS[row.nav_unit] if row.nav_unit else PARTIES[row.owner]
    return {
        "row": row,
        "kind": KINDS[row.kind],
        "instrument": INSTRUMENTS[row.instrument] if row.instrument else "",
        "text": each.text("text"),
        "owner": owner,
        "towards": TOWARDS[row.towards],
        "responsible": each.text("responsible"),
        "every": FREQUENCIES[row.every] if row.every else "",
        "deadline": row.deadline,
        "first_deadline": row.first_deadline if each.days.was_moved else None,
        "state": STATES[state],
        "color": COLORS[state],
        "words": each.text("words"),
        "application": _application(each),
        "acts": list(_acts(each, party, link)) if link else [],
    }


def _application(each: PromiseSeen) -> dict[str, object] | None:
    if not each.is_applied_for:
        return None
    found, state = each.application, each.application_state
    return {
        "state": APPLICATIONS[state],
        "color": APPLICATION_COLORS.get(state, "neutral"),
        "applied_on": found.applied_on,
        "answered_on": found.answered_on,
        "answer_by": found.answer_by if state in (ApplicationState.WAITS, ApplicationState.LATE) else None,
    }


def _acts(each: PromiseSeen, party: Party, link: Link) -> list[tuple[str, str]]:
    """What this party can say of it now, each with its address."""
    owner, about = Party(each.row.owner), f"?om={each.row.public_id.hex}"
    if each.state not in (PromiseState.OPEN, PromiseState.LATE, PromiseState.BROKEN):
        return []
    found = []
    if party in (owner, Party.NAV) and not each.row.every:
        found.append((link("promise-kept"), _("Det er holdt")))
    if party is owner and each.state is not PromiseState.BROKEN:
        found.append((link("promise-broken"), _("Det blir ikke holdt")))
    if each.is_applied_for and party in (*ends_of(owner, Towards(each.row.towards)), Party.NAV):
        found.append((link("application"), _("Søknad og svar")))
    return [(address + about, said) for address, said in found if address]


def _picture(promises: Sequence[PromiseSeen]) -> dict[str, object]:
    """How many of those with a deadline are kept, drawn and said. Each stands in the table."""
    with_day = [each for each in promises if each.row.deadline is not None]
    if not with_day:
        return {"promises_svg": ""}
    kept = sum(each.state in KEPT for each in with_day)
    said = _("%(kept)s av %(all)s løfter med frist er holdt") % {"kept": kept, "all": len(with_day)}
    drawn = share_picture(kept, len(with_day), title=_("Løfter som er holdt"), desc=said, key="kept-promises")
    return {"promises_svg": drawn, "promises_said": said}


urlpatterns = [
    path("personer/<uuid:public_id>/avtale/lofter", promises.of, name="agreement_promises"),
    path("min-side/avtale/lofter", promises.own, name="my_agreement_promises"),
]
