"""What hangs on the job development plan: employers, activities, and how much help is wanted."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.plans import services_job_plan as plans
from fotfeste.apps.plans.selectors_job_plan import (
    activity_of,
    help_in,
    plan_in_force,
    planned_employer_of,
)
from fotfeste.domain.agenda import Act
from fotfeste.domain.job_plan import HelpArea, HelpDegree, Responsible
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused, because
from fotfeste.web.acts_job_plan import BACK
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import employer_chosen, employers_of_team, text_field
from fotfeste.web.job_plan_words import HELP_AREAS, HELP_DEGREES, RESPONSIBLES
from fotfeste.web.job_words import choices
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day

NOT_SAID = _("Ikke avklart")


class NameEmployerForm(ActForm):
    """An employer of the team that the plan names."""

    blames = {"job-plan.employer": "employer", "job.": "employer"}
    employer = forms.ChoiceField(
        label=_("Arbeidsgiver"),
        help_text=_("Står ikke arbeidsgiveren i listen, legg den inn under Arbeidsgivere først."),
    )
    how = text_field(_("Hvem tar kontakt, og hvor ofte?"), rows=2, hint=_("Blir kryptert."))

    def shape(self, start: Start) -> None:
        """The employers the team knows."""
        self.fields["employer"].choices = [("", "–"), *start.given.get("employers", ())]  # type: ignore[attr-defined]  # a choice field


class RemoveForm(ActForm):
    """Nothing to fill in: the plan names it no more."""


class ActivityForm(ActForm):
    """Somebody takes something on."""

    blames = {"day.": "day"}
    what = text_field(_("Hva skal gjøres?"), required=True, rows=2, hint=_("Blir kryptert."))
    responsible = forms.ChoiceField(
        label=_("Hvem gjør det?"), choices=choices(RESPONSIBLES), widget=forms.RadioSelect
    )
    name = forms.CharField(label=_("Navnet, hvis det er en annen"), required=False, max_length=120)
    day = DayField(label=_("Innen"), required=False)


class FinishForm(ActForm):
    """What became of it."""

    blames = {"day.": "day"}
    outcome = forms.ChoiceField(
        label=_("Hva ble det til?"),
        choices=(("done", _("Det er gjort")), ("dropped", _("Det er ikke aktuelt lenger"))),
        widget=forms.RadioSelect,
    )
    day = DayField(label=_("Når?"))


class HelpForm(ActForm):
    """Who does what: by oneself, together, or the specialist."""

    blames = {"day.": "day"}
    words = text_field(_("Med egne ord"), hint=_("Hva som gjør det lettere, og hva som skal bli lettere."))
    day = DayField(label=_("Når snakket dere om det?"))

    def shape(self, start: Start) -> None:
        """One question for each kind of help."""
        asked = {area: _degree(area) for area in map(str, HelpArea)}
        self.fields = {**asked, **self.fields}


def _degree(area: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=str(HELP_AREAS[area]), choices=choices(HELP_DEGREES, nothing=NOT_SAID), required=False
    )


def _start_of_employer(found: Found, asked: Asked) -> Start:
    return Start(given={"employers": employers_of_team(found)})


def _name_employer(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    employer = employer_chosen(deed.found, typed["employer"])
    if employer is None:
        raise Refused((because("job.employer-unknown", "house §jobs"),))
    plans.name_employer(deed, employer, how=typed["how"])


def _start_of_removal(found: Found, asked: Asked) -> Start:
    row = planned_employer_of(found.person, asked.about)
    return Start({}, (Shown(_("Arbeidsgiver"), row.employer.name),) if row else ())


def _remove(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    plans.remove_employer(deed, planned_employer_of(deed.person, asked.about))


def _agree(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    plans.agree_activity(
        deed,
        what=typed["what"],
        responsible=Responsible(typed["responsible"]),
        name=typed["name"],
        due_on=typed["day"],
    )


def _start_of_finish(found: Found, asked: Asked) -> Start:
    row = activity_of(found.person, asked.about)
    if row is None:
        return Start({"is_open": False}, suggested={"day": asked.on})
    shown = [Shown(_("Avtalt"), row.opened("sealed_what", found.key))]
    if row.due_on:
        shown.append(Shown(_("Innen"), long_day(row.due_on, language())))
    is_open = row.done_on is None and row.dropped_on is None
    return Start({"is_open": is_open}, tuple(shown), suggested={"day": asked.on})


def _finish(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    row = activity_of(deed.person, asked.about)
    plans.finish_activity(deed, row, on=typed["day"], is_dropped=typed["outcome"] == "dropped")


def _start_of_help(found: Found, asked: Asked) -> Start:
    plan = plan_in_force(found.person)
    said = help_in(plan) if plan else None
    known: dict[str, Any] = {str(area): said.degrees.get(area, "") if said else "" for area in HelpArea}
    known["words"] = said.opened("sealed_words", found.key) if said else ""
    day = long_day(said.clarified_on, language()) if said else ""
    return Start(known, (Shown(_("Sist avklart"), day),) if said else (), suggested={"day": asked.on})


def _agree_help(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    degrees = {area: HelpDegree(typed[area]) for area in HelpArea if typed[area]}
    plans.agree_help(deed, degrees=degrees, words=typed["words"], clarified_on=typed["day"])


PAGES = (
    ActPage(
        slug="plan-activity",
        title=_("Avtal noe i planen"),
        form=ActivityForm,
        do=_agree,
        action=Action.PLAN_CHANGED,
        back=BACK,
        permission=Permission.JOB_PLAN_CHANGE,
    ),
    ActPage(
        slug=Act.FINISH_ACTIVITY,
        title=_("Hva ble det til?"),
        form=FinishForm,
        start=_start_of_finish,
        do=_finish,
        action=Action.PLAN_CHANGED,
        back=BACK,
        permission=Permission.JOB_PLAN_CHANGE,
    ),
    ActPage(
        slug=Act.AGREE_HELP,
        title=_("Hvor mye hjelp?"),
        help=_(
            "Det varierer, og dere avklarer det på nytt med mellomrom. "
            "Jobbsøkeren gjør så mye som mulig selv."
        ),
        form=HelpForm,
        start=_start_of_help,
        do=_agree_help,
        action=Action.PLAN_CHANGED,
        back=BACK,
        permission=Permission.JOB_PLAN_CHANGE,
    ),
    ActPage(
        slug="name-employer",
        title=_("Arbeidsgiver i planen"),
        form=NameEmployerForm,
        start=_start_of_employer,
        do=_name_employer,
        action=Action.PLAN_CHANGED,
        back=BACK,
    ),
    ActPage(
        slug="remove-employer",
        title=_("Ta arbeidsgiveren ut av planen"),
        form=RemoveForm,
        start=_start_of_removal,
        do=_remove,
        action=Action.PLAN_CHANGED,
        button=_("Ta ut"),
        back=BACK,
    ),
)
