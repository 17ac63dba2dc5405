"""Around a job: training at the workplace, departures from the rhythm; education and measures."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.jobs import rhythm_of
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.employment import services_around as around
from fotfeste.apps.employment.selectors import job_of, training_of, undertaking_of
from fotfeste.domain.job_facts import UndertakingKind
from fotfeste.domain.support_rhythm import departures_of
from fotfeste.web.acts_jobs import job_asked, which_job
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field
from fotfeste.web.job_words import POINTS, UNDERTAKINGS, choices
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day


class TrainingForm(ActForm):
    """Training at the workplace."""

    blames = {"day.": "until_day"}
    what = text_field(_("Hva er opplæringen?"), required=True, hint=_("Blir kryptert."))
    by_whom = forms.CharField(label=_("Av hvem?"), max_length=200, required=False)
    until_day = DayField(label=_("Til og med"), required=False)


class DoneForm(ActForm):
    """The day something was done."""

    blames = {"day.": "day"}
    day = DayField(label=_("Dag"))


class ReflectForm(ActForm):
    """A departure from the rhythm, and what is thought of it."""

    blames = {"job.already": "point"}
    point = forms.ChoiceField(label=_("Hvilket avvik?"))
    words = text_field(
        _("Hva tenker dere om det?"),
        hint=_("Å ha tenkt over det er nok; ingen blir stoppet av et avvik. Blir kryptert."),
    )

    def shape(self, start: Start) -> None:
        """The departures nobody has thought about yet."""
        self.fields["point"].choices = start.given.get("points", [])  # type: ignore[attr-defined]  # a choice field


class UndertakingForm(ActForm):
    """Education, a measure or the like begins."""

    blames = {"day.ends-before": "last_day", "day.": "day"}
    kind = forms.ChoiceField(label=_("Hva slags?"), choices=choices(UNDERTAKINGS), widget=forms.RadioSelect)
    name = forms.CharField(label=_("Navn"), max_length=200, help_text=_("Blir kryptert."))
    day = DayField(label=_("Første dag"))
    last_day = DayField(label=_("Siste dag, hvis den er avtalt"), required=False)


class UndertakingEndForm(ActForm):
    """It ends."""

    blames = {"day.": "day"}
    day = DayField(label=_("Siste dag"))


def _start_of_training(found: Found, asked: Asked) -> Start:
    return Start({}, which_job(job_of(found.person, asked.about)))


def _training(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    around.plan_training(deed, job_asked(deed.found, asked), **typed)


def _start_of_training_done(found: Found, asked: Asked) -> Start:
    row = training_of(found.person, asked.about)
    shown = (Shown(_("Opplæring"), row.opened("sealed_what", found.key)),) if row else ()
    return Start({"day": row.done_on if row else None}, shown, suggested={"day": asked.on})


def _training_done(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    around.finish_training(deed, training_of(deed.person, asked.about), done_on=typed["day"])


def _start_of_reflection(found: Found, asked: Asked) -> Start:
    job = job_of(found.person, asked.about)
    rhythm = rhythm_of(found, job, on=asked.on) if job else None
    missed = departures_of(rhythm.points, rhythm.reflected) if rhythm else ()
    points = [(each.key, f"{POINTS[each.kind]}, {long_day(each.by, language())}") for each in missed]
    return Start({}, which_job(job), {"points": points})


def _reflect(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    around.reflect_on_rhythm(deed, job_asked(deed.found, asked), **typed)


def _begin(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    kind = UndertakingKind(typed["kind"])
    around.begin_undertaking(
        deed, kind=kind, name=typed["name"], started_on=typed["day"], ended_on=typed["last_day"]
    )


def _start_of_undertaking_end(found: Found, asked: Asked) -> Start:
    row = undertaking_of(found.person, asked.about)
    if row is None:
        return Start({"day": None})
    return Start(
        {"day": row.ended_on}, (Shown(UNDERTAKINGS[row.undertaking], row.opened("sealed_name", found.key)),)
    )


def _end(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    around.end_undertaking(deed, undertaking_of(deed.person, asked.about), ended_on=typed["day"])


PAGES = (
    ActPage(
        slug="plan-training",
        title=_("Opplæring på arbeidsplassen"),
        form=TrainingForm,
        start=_start_of_training,
        do=_training,
        action=Action.EMPLOYMENT_CHANGED,
    ),
    ActPage(
        slug="training-done",
        title=_("Opplæringen er ferdig"),
        form=DoneForm,
        start=_start_of_training_done,
        do=_training_done,
        action=Action.EMPLOYMENT_CHANGED,
    ),
    ActPage(
        slug="reflect-on-rhythm",
        title=_("Tenk over oppfølgingen"),
        help=_("Rytmen er et råd. Det som ikke ble slik, er noe å tenke over sammen."),
        form=ReflectForm,
        start=_start_of_reflection,
        do=_reflect,
        action=Action.EMPLOYMENT_CHANGED,
    ),
    ActPage(
        slug="begin-undertaking",
        title=_("Utdanning eller tiltak"),
        help=_("Det som ikke er en jobb: utdanning, arbeidstrening eller et tiltak."),
        form=UndertakingForm,
        do=_begin,
        action=Action.EMPLOYMENT_CHANGED,
        on_menu=True,
    ),
    ActPage(
        slug="end-undertaking",
        title=_("Utdanning eller tiltak er slutt"),
        form=UndertakingEndForm,
        start=_start_of_undertaking_end,
        do=_end,
        action=Action.EMPLOYMENT_CHANGED,
    ),
)
