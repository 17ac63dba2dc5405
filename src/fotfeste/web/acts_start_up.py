"""The start-up besides its meetings: referral, information talk, delay, plan, summing up (I §4.1)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agenda.selectors import lines_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.episodes.selectors import newest_episode
from fotfeste.apps.episodes.services import start_up
from fotfeste.apps.people.services import touch
from fotfeste.apps.plans.selectors import wishes_of
from fotfeste.apps.referrals.carrying import carry_over, waiting_in
from fotfeste.domain.agenda import Act
from fotfeste.domain.method import Method
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.method_fields import method_field

LONGEST = 20_000
SEALED_HINT = _("Blir kryptert. Jobbsøkeren kan lese det.")


def _text(label: Any, *, required: bool = True, rows: int = 5, hint: Any = SEALED_HINT) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=hint,
    )


class DayForm(ActForm):
    """Only a day."""

    blames = {"day.": "day"}
    day = DayField(label=_("Dag"))


class AcceptForm(DayForm):
    """The day the person is taken on, and the method."""

    method = method_field()


class TalkForm(ActForm):
    """Whether an information talk was held, and when."""

    blames = {"day.": "day"}
    held = forms.ChoiceField(
        label=_("Er informasjonssamtalen holdt?"),
        choices=(("yes", _("Ja")), ("no", _("Nei"))),
        widget=forms.RadioSelect,
    )
    day = DayField(label=_("Hvilken dag?"), required=False)

    def clean(self) -> dict[str, Any]:
        """A talk that was held has a day."""
        typed = super().clean() or {}
        if typed.get("held") == "yes" and not typed.get("day") and "day" not in self.errors:
            self.add_error("day", _("Skriv hvilken dag."))
        return typed


class DelayForm(ActForm):
    """Why the first meeting came late."""

    cause = _text(_("Hvorfor drøyde det?"))


class ReflectForm(ActForm):
    """What is thought of a departure from the guideline."""

    thoughts = _text(
        _("Hva tenker dere om det?"),
        required=False,
        hint=_("Blir et notat, kryptert. Å ha tenkt over det er nok; ingen blir stoppet av et avvik."),
    )


class PlanForm(ActForm):
    """The plan for when contact is lost."""

    blames = {"day.": "day"}
    plan = _text(
        _("Hva gjør dere når kontakten glipper?"),
        hint=_(
            "For eksempel: jobbsøkeren svarer ikke, møter ikke til avtaler, eller noe annet dere har avtalt. "
            "Skriv hva som gjøres og av hvem. Blir kryptert."
        ),
    )
    agreed_problems = _text(
        _("Annet dere vil følge med på"),
        required=False,
        rows=3,
        hint=_("For eksempel søvn som blir borte, eller penger som tar slutt. Blir kryptert."),
    )
    together = forms.BooleanField(label=_("Planen er skrevet sammen med jobbsøkeren"), required=False)
    day = DayField(label=_("Laget"))


class SumUpForm(ActForm):
    """The answer that was made together."""

    blames = {"day.": "day"}
    day = DayField(label=_("Dag"))
    can_help = forms.ChoiceField(
        label=_("Kan IPS hjelpe?"),
        choices=(("yes", _("Ja, vi går videre med jobbsøk")), ("no", _("Nei, noe annet passer bedre"))),
        widget=forms.RadioSelect,
    )
    answer = _text(
        _("Hva kom dere fram til?"),
        hint=_("Hvordan IPS kan hjelpe; eller hva som tilbys i stedet. Blir kryptert."),
    )
    offered_by = forms.CharField(
        label=_("Hvem tilbyr det?"),
        required=False,
        max_length=200,
        help_text=_("Når noe annet passer bedre enn IPS. Blir kryptert."),
    )

    def clean(self) -> dict[str, Any]:
        """A no says what is offered instead, and by whom (I-4.1g)."""
        typed = super().clean() or {}
        if typed.get("can_help") == "no" and not typed.get("offered_by"):
            self.add_error("offered_by", _("Skriv hvem som tilbyr det."))
        return typed


def own_goal(found: Found) -> tuple[Shown, ...]:
    """The work goal in the jobseeker's own words: the start-up opens from it."""
    wishes = wishes_of(found.person)
    words = wishes.opened("sealed_work", found.key) if wishes else ""
    return (Shown(_("Jobbsøkerens eget mål"), words or str(_("Ikke skrevet ned ennå"))),)


def _episode(found: Found) -> Episode:
    """The course, or an empty one: then the act is refused with the reason."""
    return newest_episode(found.person) or Episode(person=found.person)


def _start_of_talk(found: Found, asked: Asked) -> Start:
    answer = {"held": "yes", "not_held": "no"}.get(_episode(found).information_talk)
    return Start({"held": answer})


def _start_of_delay(found: Found, asked: Asked) -> Start:
    return Start({"cause": _episode(found).opened("sealed_delay_cause", found.key)})


def _start_of_plan(found: Found, asked: Asked) -> Start:
    episode = _episode(found)
    plan = episode.opened("sealed_contingency_plan", found.key)
    saved = {
        "plan": plan,
        "agreed_problems": episode.opened("sealed_agreed_problems", found.key),
        "together": episode.is_plan_made_together,
        "day": episode.contingency_plan_on,
    }
    return Start(saved, suggested={"day": asked.on})


def _start_of_sum_up(found: Found, asked: Asked) -> Start:
    episode = _episode(found)
    saved = {
        "day": episode.start_up_finished_on,
        "can_help": {True: "yes", False: "no", None: None}[episode.can_help],
        "answer": episode.opened("sealed_joint_answer", found.key),
        "offered_by": episode.opened("sealed_offered_by", found.key),
    }
    return Start(saved, suggested={"day": asked.on}, shown=own_goal(found))


def _start_of_acceptance(found: Found, asked: Asked) -> Start:
    return Start(suggested={"day": asked.on, "method": _episode(found).method})


def _start_of_referral_day(found: Found, asked: Asked) -> Start:
    return Start({"day": _episode(found).referred_on})


def _accept(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    told = waiting_in(deed.person)
    method = Method(typed["method"]) if typed["method"] else None
    start_up.accept_referral(deed, accepted_on=typed["day"], method=method)
    if told:
        carry_over(told, deed.key, on=deed.on)
        touch(deed.person, on=deed.on)


def _correct(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    start_up.correct_referral_day(deed, referred_on=typed["day"])


def _talk(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    is_held = typed["held"] == "yes"
    start_up.record_information_talk(deed, is_held=is_held, held_on=typed["day"] if is_held else None)


def _delay(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    start_up.record_delay_cause(deed, cause=typed["cause"])


def _reflect(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    """Every departure that is asked about now; without one it is a note like any other."""
    codes = [line.code for line in lines_of(deed.person.pk) if line.act == Act.REFLECT]
    start_up.reflect(deed, codes=codes, thoughts=typed["thoughts"])


def _make_plan(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    start_up.make_contingency_plan(
        deed,
        made_on=typed["day"],
        plan=typed["plan"],
        agreed_problems=typed["agreed_problems"],
        is_together=typed["together"],
    )


def _sum_up(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    start_up.sum_up_start_up(
        deed,
        finished_on=typed["day"],
        can_help=typed["can_help"] == "yes",
        answer=typed["answer"],
        offered_by=typed["offered_by"],
    )


PAGES = (
    ActPage(
        slug=Act.ANSWER_REFERRAL,
        title=_("Ta imot henvisningen"),
        form=AcceptForm,
        start=_start_of_acceptance,
        do=_accept,
        action=Action.EPISODE_CHANGED,
        button=_("Ta imot"),
        said=_("Henvisningen er tatt imot."),
    ),
    ActPage(
        slug="referral-day",
        title=_("Dagen for henvisningen"),
        help=_("Første møte regnes fra denne dagen."),
        form=DayForm,
        start=_start_of_referral_day,
        do=_correct,
        action=Action.EPISODE_CHANGED,
        said=_("Dagen for henvisningen er lagret."),
    ),
    ActPage(
        slug=Act.HOLD_INFORMATION_TALK,
        title=_("Loggfør informasjonssamtalen"),
        help=_("Fortell om IPS, og om andre veier til ordinært arbeid."),
        form=TalkForm,
        start=_start_of_talk,
        do=_talk,
        action=Action.EPISODE_CHANGED,
        said=_("Samtalen er ført."),
        on_menu=True,
    ),
    ActPage(
        slug=Act.RECORD_DELAY_CAUSE,
        title=_("Hvorfor oppstarten drøyde"),
        form=DelayForm,
        start=_start_of_delay,
        do=_delay,
        action=Action.EPISODE_CHANGED,
    ),
    ActPage(
        slug=Act.REFLECT,
        title=_("Tenk gjennom et avvik"),
        form=ReflectForm,
        do=_reflect,
        action=Action.EPISODE_CHANGED,
        button=_("Vi har tenkt over det"),
    ),
    ActPage(
        slug=Act.MAKE_CONTINGENCY_PLAN,
        title=_("Plan for når kontakten glipper"),
        form=PlanForm,
        start=_start_of_plan,
        do=_make_plan,
        action=Action.PLAN_CHANGED,
        said=_("Planen er lagret. Den kommer fram på oversikten den dagen dere trenger den."),
        on_menu=True,
    ),
    ActPage(
        slug=Act.SUM_UP_START_UP,
        title=_("Oppsummer oppstarten"),
        help=_("Ta utgangspunkt i jobbsøkerens eget mål: kan IPS hjelpe, og hvordan? Svar sammen."),
        form=SumUpForm,
        start=_start_of_sum_up,
        do=_sum_up,
        action=Action.EPISODE_CHANGED,
        said=_("Oppstarten er oppsummert."),
        on_menu=True,
    ),
)
