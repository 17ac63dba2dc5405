"""Promises, applications and questions in words, and how each state is coloured."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.agreements.applying import ApplicationState
from fotfeste.domain.agreements.keeping import PromiseState
from fotfeste.domain.agreements.questions import QuestionState

Words = str | Promise

STATES: Mapping[str, Words] = {
    PromiseState.OPEN: _("Åpent"),
    PromiseState.LATE: _("For sent"),
    PromiseState.KEPT: _("Holdt"),
    PromiseState.KEPT_LATE: _("Holdt for sent"),
    PromiseState.BROKEN: _("Blir ikke holdt"),
    PromiseState.ENDED: _("Ikke lenger med i avtalen"),
}
COLORS: Mapping[str, str] = {
    PromiseState.OPEN: "info",
    PromiseState.LATE: "danger",
    PromiseState.KEPT: "success",
    PromiseState.KEPT_LATE: "warning",
    PromiseState.BROKEN: "danger",
    PromiseState.ENDED: "neutral",
}
APPLICATIONS: Mapping[str, Words] = {
    ApplicationState.NOT_SENT: _("Ikke søkt om ennå"),
    ApplicationState.WAITS: _("Venter på svar"),
    ApplicationState.LATE: _("Svaret er for sent ute"),
    ApplicationState.ANSWERED: _("Svart på"),
    ApplicationState.ANSWERED_LATE: _("Svart på for sent"),
}
APPLICATION_COLORS: Mapping[str, str] = {
    ApplicationState.WAITS: "info",
    ApplicationState.LATE: "danger",
    ApplicationState.ANSWERED: "success",
    ApplicationState.ANSWERED_LATE: "warning",
}
QUESTIONS: Mapping[str, Words] = {
    QuestionState.WAITS: _("Venter på svar"),
    QuestionState.LATE: _("Svaret er for sent ute"),
    QuestionState.ANSWERED: _("Svart på"),
    QuestionState.ANSWERED_LATE: _("Svart på for sent"),
}
QUESTION_COLORS: Mapping[str, str] = {
    QuestionState.WAITS: "info",
    QuestionState.LATE: "danger",
    QuestionState.ANSWERED: "success",
    QuestionState.ANSWERED_LATE: "warning",
}
