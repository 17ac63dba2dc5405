"""Requests for a facilitation and follow-up agreement in words: who asks, which way, where it stands."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.agreements.answering import AskedStatus
from fotfeste.domain.agreements.requests import AskedAnswer, AskedBy, AskedFor, AskedThrough, TargetGroup
from fotfeste.domain.agreements.target_group import EmployerPart

Words = str | Promise

ASKED_BY: Mapping[str, Words] = {
    AskedBy.PERSON: _("Jobbsøkeren"),
    AskedBy.EMPLOYER: _("Arbeidsgiveren"),
    AskedBy.BOTH: _("Begge sammen"),
}
ASKED_FOR: Mapping[str, Words] = {
    AskedFor.AGREEMENT: _("Avtale"),
    AskedFor.INTEREST: _("Interesse fra arbeidsgiver"),
}
THROUGH: Mapping[str, Words] = {
    AskedThrough.OPEN_FORM: _("Direkte, med dette skjemaet"),
    AskedThrough.OWN_LOG_IN: _("Innlogget"),
    AskedThrough.OFFICE: _("Kom innom eller ringte kontoret"),
    AskedThrough.ASSISTIVE_TECHNOLOGY: _("Gjennom hjelpemiddelsentralen"),
    AskedThrough.WORKING_LIFE: _("Gjennom arbeidslivssenteret"),
    AskedThrough.WORKING_LIFE_ADVISER: _("Gjennom bedriftens rådgiver ved arbeidslivssenteret"),
}
STATUSES: Mapping[str, Words] = {
    AskedStatus.WAITS: _("mottatt"),
    AskedStatus.SEEN: _("lest av kontoret"),
    AskedStatus.TAKEN_UP: _("tatt opp"),
    AskedStatus.NOT_TAKEN_UP: _("ikke tatt opp"),
    AskedStatus.INFORMED: _("besvart"),
    AskedStatus.WITHDRAWN: _("trukket"),
}
WHAT_NOW: Mapping[str, Words] = {
    AskedStatus.WAITS: _("Kontoret har fått spørsmålet. Det ligger i innboksen der."),
    AskedStatus.SEEN: _("Noen på kontoret har lest spørsmålet, og tar kontakt."),
    AskedStatus.TAKEN_UP: _("NAV har bestemt at avtalen skal brukes, og tar kontakt."),
    AskedStatus.NOT_TAKEN_UP: _("Det blir ingen avtale nå. Kontoret forteller hvorfor."),
    AskedStatus.INFORMED: _("Kontoret har svart."),
    AskedStatus.WITHDRAWN: _("Spørsmålet er trukket."),
}
COLORS: Mapping[str, str] = {
    AskedStatus.TAKEN_UP: "success",
    AskedStatus.INFORMED: "success",
    AskedStatus.WAITS: "warning",
    AskedStatus.SEEN: "info",
}
ANSWERS: Mapping[str, Words] = {
    AskedAnswer.TAKEN_UP: _("Bruk avtalen"),
    AskedAnswer.INFORMED: _("Arbeidsgiveren har fått svar"),
    AskedAnswer.NOT_TAKEN_UP: _("Ta det ikke opp"),
}
TARGET_GROUPS: Mapping[str, Words] = {
    TargetGroup.YOUNG: _("Ung med nedsatt arbeidsevne"),
    TargetGroup.OTHER: _("Andre, med egen grunn"),
}
EMPLOYER_PARTS: Mapping[str, Words] = {
    EmployerPart.NONE_YET: _("Det er ingen arbeidsgiver ennå"),
    EmployerPart.CONSIDERS: _("En arbeidsgiver vurderer det"),
    EmployerPart.HIRES: _("En arbeidsgiver ansetter personen"),
    EmployerPart.ON_MEASURE: _("En arbeidsgiver tar imot personen på et tiltak"),
}
