"""Acts on the job a measure is tied to, and on what its employer has done (F-07, F-09)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.measures import jobs
from fotfeste.apps.measures.models_employer import PlanChannel
from fotfeste.apps.measures.newest import case_of
from fotfeste.domain import organisation_number
from fotfeste.domain.measures.employer_gate import InHouseMeasures
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import YES_NO_UNKNOWN, ActForm, ActPage, Asked, Start, as_bool, from_bool
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field
from fotfeste.web.measure_case_words import IN_HOUSE, PLAN_CHANNELS


class BranchForm(ActForm):
    """Whether the person has a job, and which job and employer the measure is tied to."""

    blames = {"measure-case.which-job": "employer", "day.": "started_on"}
    is_employed = forms.ChoiceField(
        label=_("Har personen en jobb?"),
        choices=(("yes", _("Ja: tiltaket er knyttet til den jobben")), ("no", _("Nei, søker arbeid"))),
        widget=forms.RadioSelect,
    )
    employer = forms.CharField(label=_("Arbeidsgiver"), max_length=200, required=False)
    organisation_number = forms.CharField(label=_("Organisasjonsnummer"), max_length=20, required=False)
    started_on = DayField(label=_("Begynte i jobben"), required=False)
    occupation = forms.CharField(label=_("Hva jobben heter"), max_length=200, required=False)
    sick_listed_from = DayField(label=_("Første dag med fravær, hvis sykmeldt"), required=False)
    is_fully_absent = forms.BooleanField(label=_("Helt borte fra jobben"), required=False)

    def clean_organisation_number(self) -> str:
        """Nine digits that add up, or nothing."""
        typed = "".join(str(self.cleaned_data["organisation_number"]).split())
        if typed and not isinstance(organisation_number.parse(typed), organisation_number.OrganisationNumber):
            raise forms.ValidationError(_("Dette er ikke et organisasjonsnummer. Det har ni siffer."))
        return typed


class PlanForm(ActForm):
    """The employer's plan as NAV has it, and what is documented."""

    blames = {"day.": "received_on"}
    received_on = DayField(label=_("Dagen NAV fikk oppfølgingsplanen"), required=False)
    channel = forms.ChoiceField(
        label=_("Hvordan kom den?"),
        choices=list(PLAN_CHANNELS.items()),
        widget=forms.RadioSelect,
        required=False,
    )
    duty_met = forms.ChoiceField(
        label=_("Har arbeidsgiver tilrettelagt slik loven krever?"),
        choices=YES_NO_UNKNOWN,
        widget=forms.RadioSelect,
        initial="unknown",
    )
    in_house = forms.ChoiceField(
        label=_("Hva er dokumentert om tiltak i bedriften?"),
        choices=list(IN_HOUSE.items()),
        widget=forms.RadioSelect,
        initial=InHouseMeasures.UNKNOWN,
    )
    what = text_field(_("Hva dokumenterer planen?"), hint=_("Blir kryptert. Personen kan lese det."))


def _start_of_branch(found: Found, asked: Asked) -> Start:
    case = case_of(found.person)
    if case is None:
        return Start({"is_employed": ""})
    job = case.job
    return Start(
        {
            "is_employed": {True: "yes", False: "no", None: ""}[case.is_employed],
            "employer": job.employer.name if job and job.employer else "",
            "organisation_number": job.employer.organisation_number if job and job.employer else "",
            "started_on": job.started_on if job else None,
            "occupation": job.opened("sealed_occupation", found.key) if job else "",
            "sick_listed_from": case.sick_listed_from,
            "is_fully_absent": case.is_fully_absent,
        }
    )


def _branch(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    jobs.tie_to_job(deed, jobs.JobSaid(**{**typed, "is_employed": typed["is_employed"] == "yes"}))


def _start_of_plan(found: Found, asked: Asked) -> Start:
    case = case_of(found.person)
    row = jobs.newest_plan(case) if case else None
    if row is None:
        return Start({"number": 0}, suggested={"received_on": asked.on, "channel": PlanChannel.PAPER})
    return Start(
        {
            "received_on": row.received_on,
            "channel": row.channel,
            "duty_met": from_bool(row.duty_met),
            "in_house": row.in_house,
            "what": row.opened("sealed_what", found.key),
        }
    )


def _plan(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    said = {**typed, "duty_met": as_bool(typed["duty_met"]), "in_house": InHouseMeasures(typed["in_house"])}
    jobs.register_plan(deed, jobs.PlanSaid(**said))


PAGES = (
    ActPage(
        slug="measure-branch",
        title=_("Med jobb, eller uten"),
        form=BranchForm,
        start=_start_of_branch,
        do=_branch,
        action=Action.MEASURE_CHANGED,
        back="measure_case",
        above="measure_case",
        permission=Permission.MEASURE_CHANGE,
    ),
    ActPage(
        slug="measure-employer-plan",
        title=_("Arbeidsgivers oppfølgingsplan"),
        help=_(
            "Registrer det NAV har fått, på papir eller digitalt. "
            "Tiltaket kan ikke gis før kravene er oppfylt."
        ),
        form=PlanForm,
        start=_start_of_plan,
        do=_plan,
        action=Action.MEASURE_CHANGED,
        back="measure_case",
        above="measure_case",
        permission=Permission.MEASURE_CHANGE,
    ),
)
