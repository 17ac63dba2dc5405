"""A case about a measure in words: content, what was tried, decisions, the employer's part."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.measures.models_employer import PlanChannel
from fotfeste.domain.measures.content import ContentKind, TriedKind
from fotfeste.domain.measures.deciding import DecisionKind, MainGoal, NeedGroup
from fotfeste.domain.measures.employer_gate import InHouseMeasures
from fotfeste.domain.measures.kinds import TransitionFrom
from fotfeste.domain.measures.offer import AssessmentMeasure

Words = str | Promise

CONTENT: Mapping[str, Words] = {
    ContentKind.CAREER_GUIDANCE: _("Veiledning om jobbsøk og karriere"),
    ContentKind.ADAPTATION: _("Tilpasning av arbeid og arbeidssituasjon"),
    ContentKind.PRACTICAL_TASKS: _("Hjelp til praktiske oppgaver knyttet til arbeid"),
    ContentKind.SKILLS_TRAINING: _("Trening i sosiale og arbeidsrelaterte ferdigheter"),
    ContentKind.OTHER_TASKS_OR_EMPLOYERS: _("Finne andre oppgaver eller arbeidsgivere enn de som er prøvd"),
    ContentKind.FURTHER_GUIDANCE: _("Videre veiledning"),
    ContentKind.COMPETENCE_AND_MOTIVATION: _("Styrke kompetanse og motivasjon som jobbsøker"),
    ContentKind.HELP_TO_SEEK: _("Hjelp til å søke og begynne i arbeid"),
    ContentKind.FOLLOW_UP_AT_WORK: _("Oppfølging på arbeidsplassen"),
    ContentKind.OWN_WORDS: _("Annet, med egne ord"),
}
TRIED: Mapping[str, Words] = {
    TriedKind.TASK: _("Arbeidsoppgaver"),
    TriedKind.EMPLOYER: _("En arbeidsgiver"),
    TriedKind.HELP: _("Hjelp eller tiltak"),
}
WEIGHED: Mapping[str, Words] = {
    AssessmentMeasure.NOT_NEEDED: _("Nei, det trengs ikke"),
    AssessmentMeasure.NEEDED_FIRST: _("Ja, det trengs først"),
    AssessmentMeasure.CARRIED_OUT: _("Det er gjennomført"),
}
TRANSITIONS: Mapping[str, Words] = {
    TransitionFrom.NONE: _("Nei"),
    TransitionFrom.SCHOOL: _("Ja, fra skole"),
    TransitionFrom.SENTENCE: _("Ja, fra soning i institusjon"),
}
IN_HOUSE: Mapping[str, Words] = {
    InHouseMeasures.UNKNOWN: _("Ikke dokumentert ennå"),
    InHouseMeasures.CARRIED_OUT: _("Tiltak er gjennomført"),
    InHouseMeasures.NOT_POSSIBLE: _("Tiltak er ikke mulig å gjennomføre"),
    InHouseMeasures.NOT_DONE: _("Tiltak er mulig, men ikke gjort"),
}
PLAN_CHANNELS: Mapping[str, Words] = {
    PlanChannel.PAPER: _("På papir"),
    PlanChannel.DIGITAL: _("Digitalt"),
}
DECISIONS: Mapping[str, Words] = {
    DecisionKind.NEED_14A: _("Behov for hjelp (§ 14 a)"),
    DecisionKind.SICK_LISTED_EXEMPTION: _("Unntak for sykmeldt med arbeidsgiver"),
    DecisionKind.GRANT: _("Innvilget"),
    DecisionKind.PARTIAL: _("Delvis innvilget"),
    DecisionKind.REFUSAL: _("Avslag"),
    DecisionKind.EXTENSION: _("Forlengelse"),
    DecisionKind.SHORTENING: _("Forkortelse"),
    DecisionKind.ENDING: _("Avslutning"),
    DecisionKind.AIM_CHANGE: _("Nytt mål"),
    DecisionKind.REOPENING: _("Tatt opp igjen"),
}
GOALS: Mapping[str, Words] = {
    MainGoal.GET_WORK: _("Skaffe arbeid"),
    MainGoal.KEEP_WORK: _("Beholde arbeid"),
}
GROUPS: Mapping[str, Words] = {
    NeedGroup.GOOD_CHANCES: _("Gode muligheter"),
    NeedGroup.NEEDS_GUIDANCE: _("Trenger veiledning"),
    NeedGroup.NEEDS_GUIDANCE_REDUCED: _("Trenger veiledning, nedsatt arbeidsevne"),
    NeedGroup.WORK_IN_PART: _("Jobbe delvis"),
    NeedGroup.LITTLE_CHANCE: _("Liten mulighet til å jobbe"),
}
