"""The menu: what each role has, in the order it is used."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.people.acting import Acting
from fotfeste.domain.permissions import Ability, Role
from fotfeste.web.signing_lock import locked_to


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the menu, as the frame of the page reads it."""

    label: str | Promise
    url: str
    icon: str = ""
    is_current: bool = False
    is_post: bool = False


MENU: dict[Role, tuple[tuple[str, str | Promise, str], ...]] = {
    Role.EMPLOYMENT_SPECIALIST: (
        ("today", _("I dag"), "Calendar"),
        ("caseload", _("Porteføljen"), "PersonGroup"),
        ("employers", _("Arbeidsgivere"), "Briefcase"),
        ("unit_meetings", _("Møter"), "Tasklist"),
        ("bring", _("Hent inn liste"), "Upload"),
    ),
    Role.IPS_SUPERVISOR: (
        ("team", _("Teamet"), "PersonGroup"),
        ("employers", _("Arbeidsgivere"), "Briefcase"),
        ("unit_meetings", _("Møter"), "Tasklist"),
        ("handover", _("Overlevering"), "Handshake"),
        ("bring", _("Hent inn liste"), "Upload"),
    ),
    Role.JOBSEEKER: (
        ("mine", _("Hjem"), "House"),
        ("mine_about", _("Om meg"), "PersonCircle"),
        ("mine_consents", _("Samtykker"), "PencilLine"),
        ("mine_log", _("Hvem har sett"), "Eye"),
    ),
    Role.NAV_ADVISER: (
        ("shared", _("Delt med meg"), "PersonGroup"),
        ("measure_requests", _("Søknader"), "Tasklist"),
        ("measure_cases", _("Tiltak"), "Handshake"),
        ("agreement_requests", _("Avtaler"), "PencilLine"),
        ("measure_agreements", _("Arrangører"), "FileText"),
        ("bring_participations", _("Hent inn liste"), "Upload"),
    ),
    Role.CLINICIAN: (
        ("shared", _("Delt med meg"), "PersonGroup"),
        ("referrals_sent", _("Henvisninger"), "Handshake"),
        ("unit_meetings", _("Møter"), "Tasklist"),
    ),
    Role.GUIDE: (
        ("participants", _("Deltakere"), "PersonGroup"),
        ("enrolments", _("Venter på oppstart"), "Tasklist"),
        ("measure_agreements", _("Avtaler med NAV"), "FileText"),
        ("measure_to_report", _("Rapporter"), "Tasklist"),
    ),
    Role.EMPLOYER_CONTACT: (("agreements", _("Avtaler"), "FileText"),),
    Role.ADMINISTRATOR: (
        ("administration", _("Administrasjon"), "Cog"),
        ("emergency", _("Nødtilgang"), "ShieldLock"),
    ),
}
"""For each role: the name of the address, what it is called, its picture. The first is the first screen."""


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the menu, the way home, the search and the account. None on a lent device."""
    acting: Acting | None = getattr(request, "acting", None)
    if acting is None:
        return {}
    if locked_to(request):
        return {"nav_is_lent": True}
    shown = _only_the_nearest([_item(request, *entry) for entry in MENU[acting.role]])
    return {
        "nav": shown,
        "nav_home": shown[0].url if shown else "/",
        "nav_home_label": shown[0].label if shown else "",
        "nav_search": reverse("search") if acting.has(Ability.PERSON_SEARCH) else "",
        "nav_account": {"name": acting.name, "unit": acting.unit_name, "links": _account_links()},
    }


def _only_the_nearest(items: list[Item]) -> list[Item]:
    """Of several that lead to where one is, the one that leads nearest is the current one."""
    nearest = max((len(item.url) for item in items if item.is_current), default=0)
    return [replace(item, is_current=item.is_current and len(item.url) == nearest) for item in items]


def first_screen(acting: Acting) -> str:
    """Where a role begins its day."""
    return reverse(MENU[acting.role][0][0])


def _item(request: HttpRequest, name: str, label: str | Promise, icon: str) -> Item:
    url = reverse(name)
    return Item(label, url, icon, is_current=request.path == url or request.path.startswith(f"{url}/"))


def _account_links() -> list[Item]:
    return [
        Item(_("Min konto"), reverse("my_account"), "PersonCircle"),
        Item(_("Bytt rolle"), reverse("switch_role"), "MenuElipsisHorizontal"),
        Item(_("Logg ut"), reverse("account_logout"), "Leave", is_post=True),
    ]
