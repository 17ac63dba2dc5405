"""Whether a job is what the person wished for, wish by wish, beside what the plan says (W-06)."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.employment.selectors import job_of
from fotfeste.apps.employment.services_wishes import answers_in, say_wishes_met, wishes_met_of
from fotfeste.apps.plans.selectors_job_plan import version_in_force
from fotfeste.domain.job_plan import Wish
from fotfeste.domain.permissions import Permission
from fotfeste.domain.wishes_met import WishMet
from fotfeste.web.acts_jobs import job_asked, which_job
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field
from fotfeste.web.job_plan_shown import wish_words
from fotfeste.web.job_plan_words import WISHES
from fotfeste.web.job_words import WISHES_MET, choices

NOT_SAID = _("Ikke sagt")


def _met(wish: Wish) -> forms.ChoiceField:
    words: Any = WISHES[wish]
    return forms.ChoiceField(label=words, required=False, choices=choices(WISHES_MET, nothing=NOT_SAID))


class WishesForm(ActForm):
    """How far the job is what was wished for, wish by wish."""

    blames = {"day.": "day", "wishes-met.": "work"}
    work, line_of_business, place, travel, hours, environment = map(_met, Wish)
    words = text_field(_("Med jobbsøkerens egne ord"), rows=2, hint=_("Blir kryptert."))
    day = DayField(label=_("Sagt dag"))


def _start(found: Found, asked: Asked) -> Start:
    job = job_of(found.person, asked.about)
    rows = [row for row in wishes_met_of(found.person) if job and row.job_id == job.pk]
    answers = answers_in(rows[0]) if rows else {}
    known: dict[str, Any] = {str(wish): str(answers.get(wish, "")) for wish in Wish}
    known["words"] = rows[0].opened("sealed_words", found.key) if rows else ""
    return Start(known, tuple(_told(found, job)), suggested={"day": asked.on})


def _told(found: Found, job: Employment | None) -> Iterator[Shown]:
    yield from which_job(job)
    version = version_in_force(found.person)
    for wish in Wish:
        if version is not None and (words := wish_words(version, wish, found.key)):
            yield Shown(WISHES[wish], words)


def _say(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    answers = {wish: WishMet(typed[str(wish)]) for wish in Wish if typed[str(wish)]}
    say_wishes_met(
        deed, job_asked(deed.found, asked), answers=answers, words=typed["words"], said_on=typed["day"]
    )


PAGES = (
    ActPage(
        slug="wishes-met",
        title=_("Er jobben slik du ville ha den?"),
        help=_(
            "Det som var ønsket, står under. Svar på det som betyr noe, og si det igjen når noe endrer seg."
        ),
        form=WishesForm,
        start=_start,
        do=_say,
        action=Action.EMPLOYMENT_CHANGED,
        back="person_jobs",
        permission=Permission.JOB_PLAN_CHANGE,
    ),
)
