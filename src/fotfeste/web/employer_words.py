"""Employers in words: ways of contact, cups of tea, how far a relation has come."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.employers.cards import EmployerCard
from fotfeste.apps.employers.models import Employer
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.employer_relation import Cup, EmployerRelation, RelationStage
from fotfeste.web.lines import language
from fotfeste.web.pictures.cups import cups_picture
from fotfeste.web.words.dates import long_day

Words = str | Promise

LOGGED_WAYS: Mapping[ContactWay, Words] = {
    ContactWay.VISIT: _("Ansikt til ansikt"),
    ContactWay.PHONE: _("Telefon"),
    ContactWay.MAIL: _("E-post eller brev"),
    ContactWay.VIDEO: _("Video"),
}
"""What one can choose when a contact is logged; a meeting and a visit are one and the same there."""

CUPS: Mapping[Cup, Words] = {
    Cup.FIRST: _("Første kopp: bli kjent"),
    Cup.SECOND: _("Andre kopp: hva de trenger"),
    Cup.THIRD: _("Tredje kopp: tilbake med et forslag"),
}
STAGES: Mapping[RelationStage, Words] = {
    RelationStage.NONE: _("Ingen kopper te ennå"),
    RelationStage.FIRST_CUP: _("Første kopp te"),
    RelationStage.SECOND_CUP: _("Andre kopp te"),
    RelationStage.THIRD_CUP: _("Tredje kopp te"),
    RelationStage.KEPT_UP: _("Tre kopper te, og holdt ved like"),
}
NO_CUP = _("Ikke en kopp te")


def employer_named(employer: Employer | EmployerCard) -> str:
    """The name and the place: several in a team may have the same name."""
    return f"{employer.name}, {employer.place}" if employer.place else employer.name


def way_words(way: ContactWay) -> str:
    """How it was, in words."""
    return str(LOGGED_WAYS[ContactWay.VISIT if way is ContactWay.MEETING else way])


def relation_shown(found: EmployerRelation, key: str) -> dict[str, object]:
    """The relation for a page: its stage, each cup with its day, and the picture of both."""
    cups = [{"name": str(CUPS[cup]), "day": _day(found, cup)} for cup in Cup]
    stage = str(STAGES[found.stage])
    desc = ". ".join(f"{each['name']}: {each['day'] or _now('ikke ført')}" for each in cups)
    picture: SafeString = cups_picture(
        found.cups, is_kept_up=found.stage is RelationStage.KEPT_UP, title=stage, desc=desc, key=key
    )
    return {"stage": stage, "cups": cups, "svg": picture, "last_on": found.last_on}


def _day(found: EmployerRelation, cup: Cup) -> str:
    day = found.cups[cup - 1]
    return long_day(day, language()) if day else ""
