"""Measures in words: kinds, ways in, where a request stands."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.measures.requests import RequestChannel, RequestStatus

Words = str | Promise

KINDS: Mapping[str, Words] = {
    MeasureKind.FOLLOW_UP: _("Oppfølging"),
    MeasureKind.IPS: _("Individuell jobbstøtte (IPS)"),
    MeasureKind.IPS_YOUNG: _("IPS ung"),
    MeasureKind.SUPPORTED_EMPLOYMENT: _("Arbeid med støtte"),
    MeasureKind.LEGACY_WORK_WITH_ASSISTANCE: _("Arbeid med bistand"),
}
CHANNELS: Mapping[str, Words] = {
    RequestChannel.PUBLIC_FORM: _("Skjema på nettet"),
    RequestChannel.OWN_LOG_IN: _("Innlogget"),
    RequestChannel.TAKEN_BY_OFFICE: _("Tatt imot av kontoret"),
    RequestChannel.PROPOSED_BY_NAV: _("Foreslått av NAV"),
}
STATUSES: Mapping[str, Words] = {
    RequestStatus.WAITS: _("mottatt"),
    RequestStatus.SEEN: _("lest av kontoret"),
    RequestStatus.WAITS_FOR_PERSON: _("venter på svar fra personen"),
    RequestStatus.TAKEN_UP: _("tatt opp"),
    RequestStatus.NOT_TAKEN_UP: _("ikke tatt opp"),
    RequestStatus.DECLINED: _("takket nei"),
    RequestStatus.WITHDRAWN: _("trukket"),
}
WHAT_NOW: Mapping[str, Words] = {
    RequestStatus.WAITS: _("Kontoret har fått søknaden. Den ligger i innboksen der."),
    RequestStatus.SEEN: _("Noen på kontoret har lest søknaden, og tar kontakt."),
    RequestStatus.WAITS_FOR_PERSON: _("NAV har foreslått et tiltak. Personen svarer selv."),
    RequestStatus.TAKEN_UP: _("Kontoret arbeider med saken, og tar kontakt om behovet for hjelp."),
    RequestStatus.NOT_TAKEN_UP: _("Kontoret tar ikke opp søknaden. Kontoret forteller hvorfor."),
    RequestStatus.DECLINED: _("Forslaget er avslått av personen."),
    RequestStatus.WITHDRAWN: _("Søknaden er trukket."),
}
COLORS = {RequestStatus.TAKEN_UP: "success", RequestStatus.WAITS: "warning", RequestStatus.SEEN: "info"}
