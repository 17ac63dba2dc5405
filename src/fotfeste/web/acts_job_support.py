"""Support in a job: what was considered at its start; the plan written, extended, shared, ended (W-09)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.employment import services_support as support
from fotfeste.apps.employment.models import SupportPlanVersion
from fotfeste.apps.employment.selectors import job_of
from fotfeste.apps.employment.selectors_support import (
    HelperSaid,
    considered_for,
    helpers_in,
    newest_in,
    plan_for,
    readers_of,
)
from fotfeste.apps.employment.services_support import SupportPlanSaid
from fotfeste.documents.frequency_words import FREQUENCIES
from fotfeste.domain.agenda import Act
from fotfeste.domain.job_support import Helper, PlanReader, SupportChoice, SupportFrequency
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_jobs import job_asked, which_job
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field
from fotfeste.web.job_support_words import CHOICES, HELPERS, READERS
from fotfeste.web.job_words import choices
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day

BACK = "job_support"
NOT_SAID = _("Ikke avtalt")
LONGEST_NAME = 120
ONLY_THIS = _("Bare dette går til arbeidsgiveren, og bare når jobbsøkeren har valgt det. Blir kryptert.")


class ConsiderForm(ActForm):
    """What was chosen for the job, and why."""

    blames = {"day.": "day"}
    choice = forms.ChoiceField(
        label=_("Hva valgte dere?"), choices=choices(CHOICES), widget=forms.RadioSelect
    )
    why = text_field(_("Hvorfor?"), required=True, hint=_("Med jobbsøkerens ord der det går. Blir kryptert."))
    day = DayField(label=_("Vurdert dag"))


def _often(helper: Helper) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=format_lazy("{}: {}", HELPERS[helper], _("hvor ofte?")),
        required=False,
        choices=choices(FREQUENCIES, nothing=NOT_SAID),
    )


def _purpose(helper: Helper) -> forms.CharField:
    hint = ONLY_THIS if helper is Helper.WORKPLACE else _("Blir kryptert.")
    return text_field(format_lazy("{}: {}", HELPERS[helper], _("hva er hensikten?")), rows=2, hint=hint)


class SupportPlanForm(ActForm):
    """Goals, how long, and who follows up how often and why."""

    blames = {
        "job-support.empty": "goals",
        "job-support.ends": "until_day",
        "day.has-passed": "look_again_on",
        "day.": "until_day",
    }
    goals = text_field(_("Hva er målet?"), rows=3, hint=_("Hva skal jobben bli til? Blir kryptert."))
    from_day = DayField(label=_("Planen gjelder fra"))
    until_day = DayField(
        label=_("Til og med"), required=False, help_text=_("La stå tomt hvis ingen dag er avtalt.")
    )
    extension = text_field(_("Kan den forlenges, og hva skal til?"), rows=2, hint=_("Blir kryptert."))
    look_again_on = DayField(label=_("Når ser dere på planen igjen?"), required=False)
    specialist_often = _often(Helper.SPECIALIST)
    specialist_purpose = _purpose(Helper.SPECIALIST)
    workplace_often = _often(Helper.WORKPLACE)
    workplace_purpose = _purpose(Helper.WORKPLACE)
    clinician_often = _often(Helper.CLINICIAN)
    clinician_purpose = _purpose(Helper.CLINICIAN)
    nav_often = _often(Helper.NAV)
    nav_purpose = _purpose(Helper.NAV)
    family_often = _often(Helper.FAMILY)
    family_purpose = _purpose(Helper.FAMILY)
    other_name = forms.CharField(label=_("Hvem er den andre?"), required=False, max_length=LONGEST_NAME)
    other_often = _often(Helper.OTHER)
    other_purpose = _purpose(Helper.OTHER)


class ExtendForm(ActForm):
    """The plan lasts longer."""

    blames = {"job-support.": "to_day", "day.": "to_day"}
    to_day = DayField(label=_("Ny siste dag"))
    why = text_field(_("Hvorfor, og hva skal skje nå?"), rows=2, hint=_("Blir kryptert."))


class EndPlanForm(ActForm):
    """The plan is used no more."""

    blames = {"day.": "day"}
    day = DayField(label=_("Siste dag med planen"))
    words = text_field(_("Hva ble det til?"), hint=_("Blir kryptert."))


class ShareForm(ActForm):
    """Whom the person chooses to share the plan with."""

    clinician = forms.BooleanField(label=READERS[PlanReader.CLINICIAN], required=False)
    nav_adviser = forms.BooleanField(label=READERS[PlanReader.NAV_ADVISER], required=False)
    employer = forms.BooleanField(label=READERS[PlanReader.EMPLOYER], required=False)


def _start_of_considering(found: Found, asked: Asked) -> Start:
    job = job_of(found.person, asked.about)
    row = considered_for(job) if job else None
    known = {"choice": row.choice if row else None, "why": row.opened("sealed_why", found.key) if row else ""}
    return Start(known, which_job(job), suggested={"day": asked.on})


def _consider(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    support.consider(
        deed,
        job_asked(deed.found, asked),
        choice=SupportChoice(typed["choice"]),
        why=typed["why"],
        considered_on=typed["day"],
    )


def _start_of_plan(found: Found, asked: Asked) -> Start:
    job = job_of(found.person, asked.about)
    plan = plan_for(job) if job else None
    if plan is None:
        nothing = {"goals": "", "from_day": None, "until_day": None, "extension": "", "look_again_on": None}
        suggested = {"from_day": job.started_on if job else asked.on}
        return Start({**nothing, **_helpers({})}, which_job(job), suggested=suggested)
    version = newest_in(plan)
    return Start(said_in(version, found), (*which_job(job), _written(version)))


def said_in(version: SupportPlanVersion, found: Found) -> dict[str, Any]:
    """A version as it stands in the form."""
    return {
        "goals": version.opened("sealed_goals", found.key),
        "from_day": version.from_day,
        "until_day": version.until_day,
        "extension": version.opened("sealed_extension", found.key),
        "look_again_on": version.look_again_on,
        **_helpers(helpers_in(version, found.key)),
    }


def _helpers(said: Mapping[Helper, HelperSaid]) -> dict[str, Any]:
    typed: dict[str, Any] = {"other_name": said.get(Helper.OTHER, HelperSaid()).name}
    for helper in Helper:
        each = said.get(helper, HelperSaid())
        typed |= {f"{helper}_often": str(each.often or ""), f"{helper}_purpose": each.purpose}
    return typed


def _written(version: SupportPlanVersion) -> Shown:
    said = {"n": version.number, "day": long_day(version.written_on, language())}
    return Shown(_("Planen nå"), _("versjon %(n)d, %(day)s") % said)


def _write(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    said = {helper: _said(helper, typed) for helper in Helper}
    support.write_plan(
        deed,
        job_asked(deed.found, asked),
        SupportPlanSaid(
            from_day=typed["from_day"],
            until_day=typed["until_day"],
            look_again_on=typed["look_again_on"],
            goals=typed["goals"],
            extension=typed["extension"],
            helpers={helper: each for helper, each in said.items() if each != HelperSaid()},
        ),
    )


def _said(helper: Helper, typed: Mapping[str, Any]) -> HelperSaid:
    often = typed[f"{helper}_often"]
    return HelperSaid(
        often=SupportFrequency(often) if often else None,
        purpose=typed[f"{helper}_purpose"].strip(),
        name=typed["other_name"].strip() if helper is Helper.OTHER else "",
    )


def _start_of_extension(found: Found, asked: Asked) -> Start:
    job = job_of(found.person, asked.about)
    plan = plan_for(job) if job else None
    if plan is None:
        return Start({"to_day": None}, which_job(job))
    version = newest_in(plan)
    shown = [*which_job(job), _written(version)]
    if version.until_day:
        shown.append(Shown(_("Varer til og med"), long_day(version.until_day, language())))
    return Start({"number": version.number}, tuple(shown))


def _extend(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    support.extend_plan(deed, job_asked(deed.found, asked), **typed)


def _end(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    job = job_asked(deed.found, asked)
    support.end_plan(deed, job, ended_on=typed["day"], words=typed["words"])


def _start_of_end(found: Found, asked: Asked) -> Start:
    start = _start_of_extension(found, asked)
    return Start(start.initial, start.shown, suggested={"day": asked.on})


def _start_of_sharing(found: Found, asked: Asked) -> Start:
    job = job_of(found.person, asked.about)
    plan = plan_for(job) if job else None
    readers = readers_of(plan) if plan else frozenset()
    return Start({str(each): each in readers for each in PlanReader}, which_job(job))


def _share(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    chosen = [each for each in PlanReader if typed[str(each)]]
    support.share_plan(deed, job_asked(deed.found, asked), chosen)


PAGES = (
    ActPage(
        slug=Act.CONSIDER_JOB_SUPPORT,
        title=_("Jobbstøtteplan eller avtale?"),
        help=_(
            "Ved hver jobbstart vurderer dere begge: jobbstøtteplanen, og tilretteleggings- og "
            "oppfølgingsavtalen. Ingen av dem er også et svar."
        ),
        form=ConsiderForm,
        start=_start_of_considering,
        do=_consider,
        action=Action.EMPLOYMENT_CHANGED,
        said=_("Det dere valgte, er ført."),
        back=BACK,
    ),
    ActPage(
        slug=Act.WRITE_SUPPORT_PLAN,
        title=_("Jobbstøtteplan"),
        help=_("Begynn med målet. Hver gang dere lagrer, blir det en ny versjon; den forrige står."),
        form=SupportPlanForm,
        start=_start_of_plan,
        do=_write,
        action=Action.PLAN_CHANGED,
        said=_("Planen er lagret som en ny versjon."),
        back=BACK,
        permission=Permission.JOB_PLAN_CHANGE,
    ),
    ActPage(
        slug=Act.EXTEND_SUPPORT_PLAN,
        title=_("Forleng jobbstøtteplanen"),
        form=ExtendForm,
        start=_start_of_extension,
        do=_extend,
        action=Action.PLAN_CHANGED,
        said=_("Planen varer lenger."),
        back=BACK,
        permission=Permission.JOB_PLAN_CHANGE,
    ),
    ActPage(
        slug="end-support-plan",
        title=_("Avslutt jobbstøtteplanen"),
        help=_("Det som sto, blir stående. Dere kan skrive en ny når dere vil."),
        form=EndPlanForm,
        start=_start_of_end,
        do=_end,
        action=Action.PLAN_CHANGED,
        button=_("Avslutt planen"),
        said=_("Planen er avsluttet."),
        back=BACK,
        permission=Permission.JOB_PLAN_CHANGE,
    ),
    ActPage(
        slug="share-support-plan",
        title=_("Hvem deler jobbsøkeren planen med?"),
        help=_(
            "Jobbsøkeren bestemmer. Det gjelder fra neste gang noen ser etter. Behandler og NAV-veileder "
            "ser den bare når de ellers har tilgang."
        ),
        form=ShareForm,
        start=_start_of_sharing,
        do=_share,
        action=Action.PLAN_CHANGED,
        said=_("Valget er ført."),
        back=BACK,
        permission=Permission.JOB_PLAN_CHANGE,
    ),
)
