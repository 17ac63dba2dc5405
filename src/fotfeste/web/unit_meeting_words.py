"""The words of the team's meetings: kinds, items, lines of work, and how an unnamed jobseeker is called."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.unit_meetings.models import UnitMeeting
from fotfeste.domain.unit_meeting import AgendaKind, LineOfWork, UnitMeetingKind
from fotfeste.domain.verdict import because
from fotfeste.web.lines import SourceLink, source_link, words_of

Words = str | Promise

KINDS: Mapping[str, Words] = {
    UnitMeetingKind.VOCATIONAL_UNIT: _("Møte i arbeidsrettet team"),
    UnitMeetingKind.TREATMENT_TEAM: _("Ukemøte med behandlingsteamet"),
}
ITEMS: Mapping[AgendaKind, Words] = {
    AgendaKind.NEW_EMPLOYER: _("Nye arbeidsgivere"),
    AgendaKind.LEAD: _("Tips å dele"),
    AgendaKind.TURN: _("Hvem sin tur"),
    AgendaKind.PROFILE: _("Profiler å tenke sammen om"),
    AgendaKind.STUCK: _("Jobbsøk som står stille"),
    AgendaKind.DISCHARGE: _("Veien videre, og utskriving"),
    AgendaKind.NOT_REFERRED: _("Pasienter som ikke er henvist ennå"),
    AgendaKind.OTHER: _("Annet"),
}
UNNAMED: Mapping[str, Words] = {
    LineOfWork.ANY: _("En jobbsøker"),
    LineOfWork.SHOP: _("En jobbsøker til butikk"),
    LineOfWork.WAREHOUSE: _("En jobbsøker til lager og transport"),
    LineOfWork.CLEANING: _("En jobbsøker til renhold"),
    LineOfWork.FOOD: _("En jobbsøker til mat og servering"),
    LineOfWork.OFFICE: _("En jobbsøker til kontor"),
    LineOfWork.CARE: _("En jobbsøker til helse og omsorg"),
    LineOfWork.SCHOOL: _("En jobbsøker til skole og barnehage"),
    LineOfWork.BUILDING: _("En jobbsøker til bygg og anlegg"),
    LineOfWork.INDUSTRY: _("En jobbsøker til industri"),
    LineOfWork.COMPUTERS: _("En jobbsøker til IT"),
    LineOfWork.CULTURE: _("En jobbsøker til kultur"),
    LineOfWork.OUTDOORS: _("En jobbsøker til natur og utearbeid"),
}
LINES: Mapping[LineOfWork, Words] = {
    LineOfWork.ANY: _("ikke sagt"),
    LineOfWork.SHOP: _("butikk"),
    LineOfWork.WAREHOUSE: _("lager og transport"),
    LineOfWork.CLEANING: _("renhold"),
    LineOfWork.FOOD: _("mat og servering"),
    LineOfWork.OFFICE: _("kontor"),
    LineOfWork.CARE: _("helse og omsorg"),
    LineOfWork.SCHOOL: _("skole og barnehage"),
    LineOfWork.BUILDING: _("bygg og anlegg"),
    LineOfWork.INDUSTRY: _("industri"),
    LineOfWork.COMPUTERS: _("IT"),
    LineOfWork.CULTURE: _("kultur"),
    LineOfWork.OUTDOORS: _("natur og utearbeid"),
}


def title_of(meeting: UnitMeeting) -> str:
    """What a meeting is called: its kind, and with whom."""
    if meeting.treatment_team is None:
        return str(KINDS[meeting.kind])
    return _now("Ukemøte med %(team)s") % {"team": meeting.treatment_team.name}


def why_it_is_there(why: Mapping[str, object], *, on: date) -> tuple[str, SourceLink | None]:
    """Why the rules put an item there, and where that is written; nothing for one that somebody put there."""
    if not why:
        return "", None
    data = why["data"]
    named = {str(name): int(value) for name, value in data.items()} if isinstance(data, dict) else {}
    source = str(why["source"])
    return words_of(because(str(why["code"]), source, **named), on=on), source_link(source)
