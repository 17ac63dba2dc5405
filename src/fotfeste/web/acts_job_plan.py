"""The job development plan: its versions, and the jobseeker's right to take it back."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.plans import services_job_plan as plans
from fotfeste.apps.plans.models_job_plan import JobPlanVersion
from fotfeste.apps.plans.selectors import wishes_of
from fotfeste.apps.plans.selectors_job_plan import (
    WishedOccupation,
    newest_plan,
    occupations_in,
    version_in_force,
    version_of,
)
from fotfeste.apps.plans.services_job_plan import PlanSaid
from fotfeste.domain.agenda import Act
from fotfeste.domain.permissions import Permission
from fotfeste.parameters.occupations import styrk_08
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.job_fields import (
    occupation_field,
    occupation_said,
    occupation_typed,
    occupations_offered,
    percent_field,
    text_field,
)
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day

BACK = "person_job_plan"
OCCUPATIONS = ("occupation_1", "occupation_2", "occupation_3", "occupation_4")
TEXTS = ("line_of_business", "place", "travel", "hours", "environment", "goals")
OWN_WORDS = _("Med egne ord. Blir kryptert.")


class JobPlanForm(ActForm):
    """Wishes first, then goals. Everything may be left open."""

    blames = {"job.percent": "percent"}
    occupation_1 = occupation_field(
        _("Hva slags arbeid?"), hint=_("Begynn å skrive og velg fra listen, eller skriv det med egne ord.")
    )
    occupation_2 = occupation_field(_("Eller"))
    occupation_3 = occupation_field(_("Eller dette"))
    occupation_4 = occupation_field(_("Eller kanskje"))
    line_of_business = text_field(_("Hvilke bransjer?"), rows=2, hint=OWN_WORDS)
    place = text_field(_("Hvor?"), rows=2, hint=_("Steder det er aktuelt å jobbe. Blir kryptert."))
    travel = text_field(
        _("Hvor langt, og hvordan?"), rows=2, hint=_("For eksempel: en halv time med buss. Blir kryptert.")
    )
    percent = percent_field(_("Hvor mye, i prosent av full stilling?"))
    hours = text_field(
        _("Når på døgnet og i uken?"), rows=2, hint=_("For eksempel: dagtid, fri onsdager. Blir kryptert.")
    )
    environment = text_field(
        _("Hva slags arbeidsplass?"), rows=3, hint=_("Folk, lyd, tempo, ansvar. Blir kryptert.")
    )
    goals = text_field(_("Hva er målet?"), rows=3, hint=_("Nå, og lenger fram. Blir kryptert."))


class WithdrawForm(ActForm):
    """I take the plan back."""

    words = text_field(_("Vil du si hvorfor?"), hint=_("Du trenger ikke. Blir kryptert."))


def said_in(version: JobPlanVersion, found: Found) -> dict[str, Any]:
    """A version as it stands in the form."""
    occupations = [occupation_typed(each.code, each.words) for each in occupations_in(version, found.key)]
    typed: dict[str, Any] = dict(zip(OCCUPATIONS, [*occupations, *[""] * 4], strict=False))
    return {
        **typed,
        **{name: version.opened(f"sealed_{name}", found.key) for name in TEXTS},
        "percent": version.percent,
    }


def _start(found: Found, asked: Asked) -> Start:
    """What stands now. `om` may name a version to take up again, or an occupation that was found."""
    version = version_in_force(found.person)
    given = {"occupations": occupations_offered()}
    empty: dict[str, Any] = {**dict.fromkeys((*OCCUPATIONS, *TEXTS), ""), "percent": None}
    initial = said_in(version, found) if version else dict.fromkeys(empty)
    return Start(initial, tuple(_told(found, version)), given, _suggested(found, asked, version))


def _suggested(found: Found, asked: Asked, version: JobPlanVersion | None) -> dict[str, Any]:
    if version is not None:
        return {}
    earlier = version_of(found.person, asked.about)
    if earlier is not None and not _is_withdrawn(earlier):
        return said_in(earlier, found)
    if chosen := styrk_08().by_code.get(asked.about):
        return {"occupation_1": occupation_typed(chosen.code, chosen.title)}
    wishes = wishes_of(found.person)
    if wishes is None:
        return {}
    return {"occupation_1": wishes.opened("sealed_work", found.key)[:200], "percent": wishes.percent}


def _is_withdrawn(version: JobPlanVersion) -> bool:
    """A version that was withdrawn is the last of a plan that was; those before it were only replaced."""
    if version.plan.withdrawn_at is None:
        return False
    return not version.plan.versions.filter(number__gt=version.number).exists()


def _told(found: Found, version: JobPlanVersion | None) -> Iterator[Shown]:
    if version is not None:
        day = long_day(version.written_on, language())
        yield Shown(_("Planen nå"), _("versjon %(n)d, %(day)s") % {"n": version.number, "day": day})
        return
    plan = newest_plan(found.person)
    if plan is not None and plan.withdrawn_on is not None:
        said = _("Trukket av jobbsøkeren %(day)s. Ingenting av den brukes.")
        yield Shown(_("Planen før"), said % {"day": long_day(plan.withdrawn_on, language())})
        if words := plan.opened("sealed_withdrawal", found.key):
            yield Shown(_("Hvorfor"), words)


def _write(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    occupations = [occupation_said(typed[name]) for name in OCCUPATIONS if typed[name].strip()]
    plans.write_plan(
        deed,
        PlanSaid(
            occupations=tuple(dict.fromkeys(WishedOccupation(*each) for each in occupations)),
            percent=typed["percent"],
            **{name: typed[name] for name in TEXTS},
        ),
    )


def _start_of_withdrawal(found: Found, asked: Asked) -> Start:
    version = version_in_force(found.person)
    return Start({"number": version.number if version else None}, tuple(_told(found, version)))


def _withdraw(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    plans.withdraw_plan(deed, words=typed["words"])


PAGES = (
    ActPage(
        slug=Act.WRITE_JOB_PLAN,
        title=_("Jobbutviklingsplan"),
        help=_(
            "Begynn med det jobbsøkeren vil. Hver gang dere lagrer, blir det en ny versjon; den forrige står."
        ),
        form=JobPlanForm,
        start=_start,
        do=_write,
        action=Action.PLAN_CHANGED,
        said=_("Planen er lagret som en ny versjon."),
        template="acts/with_occupations.html",
        on_menu=True,
        back=BACK,
        permission=Permission.JOB_PLAN_CHANGE,
    ),
    ActPage(
        slug="withdraw-job-plan",
        title=_("Trekk planen din"),
        help=_(
            "Da brukes ingenting av den lenger. Det som sto, blir stående så du kan se det, "
            "og du kan lage en ny."
        ),
        form=WithdrawForm,
        start=_start_of_withdrawal,
        do=_withdraw,
        action=Action.PLAN_CHANGED,
        button=_("Trekk planen"),
        said=_("Planen er trukket. Ingenting av den brukes nå."),
        back=BACK,
        permission=Permission.JOB_PLAN_CHANGE,
        is_own_alone=True,
    ),
)
