"""A handover that is going on: for a time both see the record, and its end should surprise nobody."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.domain.agenda import Act
from fotfeste.domain.permissions import RelationKind
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day


def _who(found: Found, asked: Asked) -> Start:
    specialists = [
        each
        for each in found.relations
        if each.kind == RelationKind.EMPLOYMENT_SPECIALIST and each.holds_on(asked.on)
    ]
    shown = []
    for each in specialists:
        name = each.account.name if each.account else each.contact_name
        until = each.until_day
        said = _now("til og med %(day)s") % {"day": long_day(until, language())} if until else _now("videre")
        shown.append(Shown(name, said))
    return Start(shown=tuple(shown))


def _nothing_to_do(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    """A page to read."""


PAGES = (
    ActPage(
        slug=Act.SEE_HANDOVER,
        title=_("Overtakelsen"),
        help=_("Så lenge overlappen varer, ser begge jobbspesialistene saken. Spør om det du lurer på nå."),
        form=ActForm,
        start=_who,
        do=_nothing_to_do,
        action=Action.EPISODE_CHANGED,
        template="acts/read.html",
    ),
)
