"""Interviews: agreed, prepared by jobseeker and employer, held (I-3.2, I-6.2)."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.disclosure.selectors import statement_for, topics_of
from fotfeste.apps.job_search.models import Interview
from fotfeste.apps.job_search.selectors import interview_of
from fotfeste.apps.job_search.services import interviews
from fotfeste.domain.agenda import Act
from fotfeste.domain.disclosure_topics import TopicAnswer
from fotfeste.web.acts_job_search import start_of_lead, text_field, the_lead
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.disclosure_words import ANSWERS, topic_words
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_search_words import POINTS
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day


class AgreeInterviewForm(ActForm):
    """An interview that is agreed."""

    blames = {
        "day.": "day",
        "disclosure.": "is_specialist_there",
        "job-search.employer": "is_specialist_there",
    }
    day = DayField(label=_("Hvilken dag?"))
    is_specialist_there = forms.BooleanField(label=_("Jobbspesialisten er med"), required=False)


class PrepareForm(ActForm):
    """What is gone through before an interview, by jobseeker and employer."""

    blames = {"disclosure.": "employer_needs", "job-search.": "employer_needs"}

    def shape(self, start: Start) -> None:
        """One tick for each thing; the employer's only within what is agreed."""
        for point, words in POINTS.items():
            self.fields[point.value] = forms.BooleanField(label=str(words), required=False)


class LogInterviewForm(ActForm):
    """How an interview went."""

    blames = {"day.": "outcome"}
    outcome = forms.ChoiceField(
        label=_("Ble det noe av?"),
        choices=(("held", _("Ja")), ("called_off", _("Nei"))),
        widget=forms.RadioSelect,
    )
    note = text_field(_("Hvordan gikk det?"))


def _start(found: Found, asked: Asked) -> Start:
    """Which interview it is, what is ticked, and what this employer may be told as it stands now."""
    row = interview_of(found.person, asked.about)
    if row is None:
        return Start({"version": None})
    ticked = {point.value: point.value in row.prepared for point in POINTS}
    return Start({"version": row.version, **ticked}, tuple(_told(found, row)))


def _start_of_logging(found: Found, asked: Asked) -> Start:
    row = interview_of(found.person, asked.about)
    return Start({"version": row.version if row else None}, tuple(_told(found, row)) if row else ())


def _told(found: Found, row: Interview) -> Iterator[Shown]:
    yield Shown(row.lead.opened("sealed_title", found.key), long_day(row.on, language()))
    rows = topics_of(statement_for(found.person, row.lead.employer)) if row.lead.employer else []
    for each in rows:
        said, wording = str(ANSWERS[TopicAnswer(each.answer)]), each.opened("sealed_wording", found.key)
        is_said = bool(wording) and each.answer != TopicAnswer.NOT
        yield Shown(topic_words(each.topic), f"{said}: «{wording}»" if is_said else said)
    if not rows:
        yield Shown(_("Kan sies"), str(_("Ingen temaer er besvart. Ingenting kan sies.")))


def _agree(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    lead, is_there = the_lead(deed.found, asked), typed["is_specialist_there"]
    interviews.agree_interview(deed, lead, on=typed["day"], is_specialist_there=is_there)


def _prepare(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    ticked = [point.value for point in POINTS if typed.get(point.value)]
    interviews.prepare(deed, interview_of(deed.person, asked.about), ticked)


def _log(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    is_held = typed["outcome"] == "held"
    row = interview_of(deed.person, asked.about)
    interviews.log_interview(deed, row, is_held=is_held, note=typed["note"])


_CHANGED = Action.JOB_SEARCH_CHANGED
PAGES = (
    ActPage(
        "agree-interview", _("Intervju avtalt"), AgreeInterviewForm, _agree, _CHANGED, start=start_of_lead
    ),
    ActPage(
        Act.PREPARE_INTERVIEW,
        _("Forbered intervjuet"),
        PrepareForm,
        _prepare,
        _CHANGED,
        start=_start,
        help=_("Kryss av det dere har gått gjennom. Arbeidsgiverens del bare innenfor det som er avtalt."),
    ),
    ActPage(
        Act.LOG_INTERVIEW,
        _("Hvordan gikk intervjuet?"),
        LogInterviewForm,
        _log,
        _CHANGED,
        start=_start_of_logging,
    ),
)
