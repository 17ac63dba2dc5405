"""Jobs: the first day, the last day, and what is known of each. Two at once are possible: `om` says which."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.employment import services as jobs
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.employment.selectors import job_of
from fotfeste.apps.employment.services import JobSaid
from fotfeste.domain.job_facts import EndReason
from fotfeste.domain.verdict import Refused, because
from fotfeste.web.acts_page import (
    YES_NO_UNKNOWN,
    ActForm,
    ActPage,
    Asked,
    Shown,
    Start,
    as_bool,
    from_bool,
)
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import (
    HoursField,
    employer_chosen,
    employers_of_team,
    hours_typed,
    occupation_field,
    occupation_said,
    occupation_typed,
    occupations_offered,
    percent_field,
    text_field,
)
from fotfeste.web.job_words import END_REASONS, PERMANENCES, choices
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day

NOT_KNOWN = _("Ikke kjent ennå")


class _WithEmployer(ActForm):
    """A form that names one of the team's employers."""

    def shape(self, start: Start) -> None:
        """The employers the team knows."""
        self.fields["employer"].choices = [("", NOT_KNOWN), *start.given["employers"]]  # type: ignore[attr-defined]  # a choice field


class StartForm(_WithEmployer):
    """A job begins."""

    blames = {
        "day.ends-before": "last_day",
        "day.": "day",
        "job.percent": "percent",
        "job.hours": "hours",
        "job.": "employer",
    }
    day = DayField(label=_("Første dag"))
    last_day = DayField(label=_("Siste dag, hvis den er avtalt"), required=False)
    employer = forms.ChoiceField(label=_("Arbeidsgiver"), required=False)
    occupation = occupation_field(
        _("Yrke"), hint=_("Begynn å skrive og velg fra listen, eller skriv det med egne ord.")
    )
    percent = percent_field(_("Stilling i prosent"))
    hours = HoursField(label=_("Timer i uken"), required=False)
    permanence = forms.ChoiceField(
        label=_("Fast eller midlertidig?"), required=False, choices=choices(PERMANENCES, nothing=NOT_KNOWN)
    )
    is_ordinary = forms.ChoiceField(
        label=_("Er det ordinært, lønnet arbeid?"), choices=YES_NO_UNKNOWN, required=False
    )


class CompleteForm(_WithEmployer):
    """What is known of a job besides its days."""

    blames = {
        "job.percent": "percent",
        "job.hours": "hours",
        "job.": "employer",
        "day.in-the-future": "contract_day",
        "day.": "trial_until",
    }
    employer = forms.ChoiceField(label=_("Arbeidsgiver"), required=False)
    occupation = occupation_field(
        _("Yrke"), hint=_("Begynn å skrive og velg fra listen, eller skriv det med egne ord.")
    )
    percent = percent_field(_("Stilling i prosent"))
    hours = HoursField(label=_("Timer i uken"), required=False)
    permanence = forms.ChoiceField(
        label=_("Fast eller midlertidig?"), required=False, choices=choices(PERMANENCES, nothing=NOT_KNOWN)
    )
    is_ordinary = forms.ChoiceField(
        label=_("Er det ordinært, lønnet arbeid?"), choices=YES_NO_UNKNOWN, required=False
    )
    contract = forms.ChoiceField(
        label=_("Er arbeidsavtalen undertegnet?"), choices=YES_NO_UNKNOWN, required=False
    )
    contract_day = DayField(label=_("Undertegnet dag"), required=False)
    trial_until = DayField(label=_("Prøvetid til"), required=False)
    accommodation = text_field(
        _("Tilrettelegging på arbeidsplassen"), hint=_("Hva er avtalt, og med hvem? Blir kryptert.")
    )
    who_knows = text_field(
        _("Hvem på jobben vet hva?"), hint=_("Hvem som vet om støtten, og hva de vet. Blir kryptert.")
    )


class EndForm(ActForm):
    """A job ends."""

    blames = {"day.": "day", "job.": "day"}
    day = DayField(
        label=_("Siste dag"), help_text=_("Siste dag i jobben regnes med. Den kan ligge fram i tid.")
    )
    reason = forms.ChoiceField(
        label=_("Hvorfor?"), required=False, choices=choices(END_REASONS, nothing=NOT_KNOWN)
    )
    words = text_field(_("Med jobbsøkerens egne ord"), hint=_("Hva lærte dere av det? Blir kryptert."))


def job_asked(found: Found, asked: Asked) -> Employment:
    """The job an act is about: the one named, or the one that lasts. Refused when it is not there."""
    job = job_of(found.person, asked.about)
    if job is None:
        code = "job.no-such-job" if asked.about else "job.none-to-end"
        raise Refused((because(code, "house §jobs"),))
    return job


def which_job(job: Employment | None) -> tuple[Shown, ...]:
    """Which job it is about."""
    if job is None:
        return ()
    name = job.employer.name if job.employer else str(_("Arbeidsgiver ikke kjent"))
    began = _("fra %(day)s") % {"day": long_day(job.started_on, language())}
    return (Shown(_("Jobben"), f"{name}, {began}"),)


def _given(found: Found) -> dict[str, Any]:
    return {"employers": employers_of_team(found), "occupations": occupations_offered()}


def _start_of_job(found: Found, asked: Asked) -> Start:
    return Start(given=_given(found), suggested={"is_ordinary": from_bool(None)})


def _start_of_completion(found: Found, asked: Asked) -> Start:
    job = job_of(found.person, asked.about)
    if job is None:
        return Start({"employer": "", "percent": None}, given=_given(found))
    return Start(_known(job, found), which_job(job), _given(found))


def _known(job: Employment, found: Found) -> dict[str, Any]:
    return {
        "employer": job.employer.public_id.hex if job.employer else "",
        "occupation": occupation_typed(job.occupation_code, job.opened("sealed_occupation", found.key)),
        "percent": job.percent,
        "hours": hours_typed(job.hours_a_week),
        "permanence": job.permanence,
        "is_ordinary": from_bool(job.is_ordinary),
        "contract": from_bool(job.is_contract_signed),
        "contract_day": job.contract_signed_on,
        "trial_until": job.trial_until,
        "accommodation": job.opened("sealed_accommodation", found.key),
        "who_knows": job.opened("sealed_who_knows", found.key),
    }


def _start_of_end(found: Found, asked: Asked) -> Start:
    job = job_of(found.person, asked.about)
    if job is None:
        return Start({})
    known = {
        "day": job.ended_on,
        "reason": job.end_reason,
        "words": job.opened("sealed_end_words", found.key),
    }
    return Start(known, which_job(job))


def _begin(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    said = _said(deed, typed)
    jobs.start_job(deed, started_on=typed["day"], said=said, ended_on=typed["last_day"])


def _complete(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    jobs.complete_job(deed, job=job_asked(deed.found, asked), said=_said(deed, typed))


def _said(deed: Deed, typed: Mapping[str, Any]) -> JobSaid:
    code, words = occupation_said(typed["occupation"])
    return JobSaid(
        employer=employer_chosen(deed.found, typed["employer"]),
        percent=typed["percent"],
        hours_a_week=typed["hours"],
        permanence=typed["permanence"],
        is_ordinary=as_bool(typed["is_ordinary"]),
        occupation_code=code,
        occupation=words,
        is_contract_signed=as_bool(typed.get("contract", "")),
        contract_signed_on=typed.get("contract_day"),
        trial_until=typed.get("trial_until"),
        accommodation=typed.get("accommodation", ""),
        who_knows=typed.get("who_knows", ""),
    )


def _end(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    reason = EndReason(typed["reason"]) if typed["reason"] else None
    job = job_asked(deed.found, asked)
    jobs.end_job(deed, ended_on=typed["day"], job=job, reason=reason, words=typed["words"])


PAGES = (
    ActPage(
        slug="start-job",
        title=_("Ny jobb"),
        help=_(
            "Første dag kan ligge fram i tid. "
            "Står ikke arbeidsgiveren i listen, legg den inn under Arbeidsgivere først."
        ),
        form=StartForm,
        start=_start_of_job,
        do=_begin,
        action=Action.EMPLOYMENT_CHANGED,
        said=_("Jobben er ført."),
        template="acts/with_occupations.html",
        on_menu=True,
    ),
    ActPage(
        slug="complete-job",
        title=_("Opplysninger om jobben"),
        form=CompleteForm,
        start=_start_of_completion,
        do=_complete,
        action=Action.EMPLOYMENT_CHANGED,
        template="acts/with_occupations.html",
    ),
    ActPage(
        slug="end-job",
        title=_("Jobben slutter"),
        help=_("Når en jobb tar slutt, går veien tilbake til jobbsøk. Ingen blir skrevet ut av det."),
        form=EndForm,
        start=_start_of_end,
        do=_end,
        action=Action.EMPLOYMENT_CHANGED,
        said=_("Siste dag er ført."),
        on_menu=True,
    ),
)
