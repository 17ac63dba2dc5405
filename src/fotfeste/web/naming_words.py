"""What a person reads before they say whether they may be named in a meeting. Version 2026-11.

Another wording takes another version (apps/unit_meetings/naming.py), so that each answer keeps what was read.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.people.models import Unit
from fotfeste.domain.unit_meeting import UnitMeetingKind

Words = str | Promise

MEANS: Mapping[UnitMeetingKind, Words] = {
    UnitMeetingKind.VOCATIONAL_UNIT: _(
        "Jobbspesialistene i teamet møtes og hjelper hverandre med å finne arbeidsgivere. Sier du ja, "
        "kan navnet ditt, ønskene dine og det dere trenger hjelp til, bli tatt opp der."
    ),
    UnitMeetingKind.TREATMENT_TEAM: _(
        "Jobbspesialisten møter behandlingsteamet hver uke. Sier du ja, kan navnet ditt og jobbsøket ditt "
        "bli tatt opp med dem som er i teamet, også andre enn behandleren din."
    ),
}
RULES: tuple[Words, ...] = (
    _("Det er frivillig, og jobbsøket går videre som før om du sier nei."),
    _("Sier du nei, kan saken tas opp uten navn og uten noe som viser hvem du er."),
    _("Du kan ombestemme deg når du vil. Det gjelder fra samme øyeblikk, også i referater som er skrevet."),
)


def meeting_in_words(kind: UnitMeetingKind, unit: Unit) -> str:
    """Which meeting of which unit."""
    if kind is UnitMeetingKind.TREATMENT_TEAM:
        return _now("Ukemøtet med %(unit)s") % {"unit": unit.name}
    return _now("Møtet i arbeidsrettet team, %(unit)s") % {"unit": unit.name}
