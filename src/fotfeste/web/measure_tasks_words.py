"""The NAV adviser's tasks in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.measures.nav_tasks import NavTask, TaskState

Words = str | Promise

TASKS: Mapping[str, Words] = {
    NavTask.STATUS_FORM: _("Veiledning: skjema om arbeidssituasjonen"),
    NavTask.BENEFITS: _("Veiledning: ytelser"),
    NavTask.RIGHTS_AND_DUTIES: _("Veiledning: rettigheter og plikter"),
    NavTask.NEED_DECISION: _("Vedtak om behov for hjelp (§ 14 a)"),
    NavTask.WHO_REGISTERS: _("Hvem som registrerer deltakelsen"),
    NavTask.ARENA_ENROLMENT: _("Innmelding i IPS i Arena"),
    NavTask.ARENA_EXIT: _("Utmelding av IPS i Arena"),
    NavTask.DEBT_ADVISER: _("Gjeldsrådgiver"),
    NavTask.MUNICIPAL_SERVICES: _("Kommunale tjenester"),
    NavTask.FOUR_PARTY_MEETING: _("Firepartsmøte"),
}
STATES: Mapping[str, Words] = {
    TaskState.DONE: _("Gjort"),
    TaskState.PLANNED: _("Planlagt"),
    TaskState.NOT_NEEDED: _("Trengs ikke"),
}
COLORS = {TaskState.DONE: "success", TaskState.PLANNED: "info", TaskState.NOT_NEEDED: "neutral"}
