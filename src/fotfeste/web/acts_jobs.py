"""Jobs: the first day, the last day, and what was missing."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employment import services as jobs
from fotfeste.apps.employment.selectors import current_job
from fotfeste.domain.verdict import Refused, because
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day

MOST_EMPLOYERS = 500


def _percent() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("Stilling i prosent"),
        required=False,
        min_value=1,
        max_value=100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": "5"}),
        error_messages={"invalid": _("Skriv et helt tall fra 1 til 100.")},
    )


class _WithEmployer(ActForm):
    """A form that names one of the team's employers."""

    def shape(self, start: Start) -> None:
        """The employers the team knows."""
        self.fields["employer"].choices = [("", _("Ikke kjent ennå")), *start.given["employers"]]  # type: ignore[attr-defined]  # a choice field


class StartForm(_WithEmployer):
    """A job begins."""

    blames = {"day.": "day", "job.percent": "percent", "job.": "employer"}
    day = DayField(label=_("Første dag"))
    employer = forms.ChoiceField(label=_("Arbeidsgiver"), required=False)
    percent = _percent()


class CompleteForm(_WithEmployer):
    """What was missing of the job that lasts."""

    blames = {"job.percent": "percent", "job.": "employer"}
    employer = forms.ChoiceField(label=_("Arbeidsgiver"), required=False)
    percent = _percent()


class EndForm(ActForm):
    """A job ends."""

    blames = {"day.": "day", "job.": "day"}
    day = DayField(
        label=_("Siste dag"), help_text=_("Siste dag i jobben regnes med. Den kan ligge fram i tid.")
    )


def _employers(found: Found) -> list[tuple[str, str]]:
    """The employers of the team the person belongs to, by name."""
    owner = found.person.owning_unit_id  # type: ignore[attr-defined]  # annotated by the door
    rows = Employer.objects.filter(team=owner).order_by("search_name", "pk")
    return [(row.public_id.hex, _named(row)) for row in rows[:MOST_EMPLOYERS]]


def _named(row: Employer) -> str:
    return f"{row.name}, {row.place}" if row.place else row.name


def _chosen(found: Found, chosen: str) -> Employer | None:
    if not chosen:
        return None
    row = Employer.objects.filter(team=found.person.owning_unit_id, public_id=chosen).first()  # type: ignore[attr-defined]  # annotated by the door
    if row is None:
        raise Refused((because("job.employer-unknown", "house §jobs"),))
    return row


def _start_of_job(found: Found, asked: Asked) -> Start:
    return Start(given={"employers": _employers(found)})


def _start_of_completion(found: Found, asked: Asked) -> Start:
    job = current_job(found.person)
    known = {
        "employer": job.employer.public_id.hex if job and job.employer else "",
        "percent": job and job.percent,
    }
    return Start(known, _which(found), {"employers": _employers(found)})


def _start_of_end(found: Found, asked: Asked) -> Start:
    return Start({}, _which(found))


def _which(found: Found) -> tuple[Shown, ...]:
    """Which job it is about."""
    job = current_job(found.person)
    if job is None:
        return ()
    name = job.employer.name if job.employer else str(_("Arbeidsgiver ikke kjent"))
    began = _("fra %(day)s") % {"day": long_day(job.started_on, language())}
    return (Shown(_("Jobben"), f"{name}, {began}"),)


def _begin(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    employer = _chosen(deed.found, typed["employer"])
    jobs.start_job(deed, started_on=typed["day"], employer=employer, percent=typed["percent"])


def _complete(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    jobs.complete_job(deed, employer=_chosen(deed.found, typed["employer"]), percent=typed["percent"])


def _end(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    jobs.end_job(deed, ended_on=typed["day"])


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
        on_menu=True,
    ),
    ActPage(
        slug="complete-job",
        title=_("Opplysninger om jobben"),
        form=CompleteForm,
        start=_start_of_completion,
        do=_complete,
        action=Action.EMPLOYMENT_CHANGED,
    ),
    ActPage(
        slug="end-job",
        title=_("Jobben slutter"),
        form=EndForm,
        start=_start_of_end,
        do=_end,
        action=Action.EMPLOYMENT_CHANGED,
        said=_("Siste dag er ført."),
        on_menu=True,
    ),
)
