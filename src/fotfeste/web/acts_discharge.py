"""Towards a discharge: considered, talked through, decided; or given up (I §7; RL4434)."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.discharge.loose_ends import loose_ends_of
from fotfeste.apps.discharge.models import Consideration
from fotfeste.apps.discharge.selectors import considered, consultations_of
from fotfeste.apps.discharge.services import considering
from fotfeste.apps.discharge.services.deciding import Decided, discharge
from fotfeste.domain.agenda import Act
from fotfeste.domain.discharge import Consulted, DischargeReason, LooseEndAnswer
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.discharge_words import ANSWERS, REASONS, in_words
from fotfeste.web.forms_look import DayField

LONGEST = 20_000
CONSIDER, ASK, GO_ON = "consider-discharge", "ask-about-discharge", "stay-on-caseload"
WITH_SUPERVISOR, WITH_CLINICIAN = "discharge-with-supervisor", "discharge-with-clinician"
SEALED = _("Blir kryptert. Jobbsøkeren kan lese det.")
LANGUAGES = (("nb", _("Bokmål")), ("nn", _("Nynorsk")), ("en", _("Engelsk")))


def _text(label: Any, *, required: bool = False, hint: Any = SEALED, rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=hint,
    )


class ConsiderForm(ActForm):
    """Why a discharge is considered, and what the jobseeker says of it."""

    why = _text(_("Hvorfor vurderer dere utskriving?"), required=True)
    jobseeker = _text(_("Hva sier jobbsøkeren?"))
    tried = _text(
        _("Hvordan har dere prøvd å få tak i jobbsøkeren?"), hint=_("Når jobbsøkeren ikke er nådd.")
    )


class AskForm(ActForm):
    """What the supervisor is asked."""

    question = _text(
        _("Hva vil du spørre metodeveilederen om?"),
        required=True,
        hint=_("Skriv fordelene og ulempene slik du ser dem. Metodeveilederen svarer på sin egen side."),
    )


class TalkedForm(ActForm):
    """What was talked through: pros, cons, and what was advised."""

    blames = {"day.": "day"}
    day = DayField(label=_("Når snakket dere om det?"))
    pros = _text(_("Fordeler ved utskriving"))
    cons = _text(_("Ulemper ved utskriving"))
    advice = _text(_("Hva kom dere fram til?"))

    def clean(self) -> dict[str, Any]:
        """Something must have been said."""
        typed = super().clean() or {}
        if not any(typed.get(name) for name in ("pros", "cons", "advice")):
            self.add_error("pros", _("Skriv hva dere snakket om."))
        return typed


class GoOnForm(ActForm):
    """Why the person stays on the caseload."""

    because_of = _text(_("Hvorfor fortsetter dere?"))


class DischargeForm(ActForm):
    """The decision: why, what is said about coming back, and what becomes of everything that is open."""

    blames = {
        "day.": "day",
        "discharge.say-why-departed": "why_departed",
        "discharge.say-how-back": "coming_back",
        "discharge.say-why": "words",
    }
    day = DayField(label=_("Skrevet ut fra"))
    reason = forms.ChoiceField(label=_("Hvorfor?"), choices=list(REASONS.items()), widget=forms.RadioSelect)
    words = _text(_("Begrunnelsen"), hint=_("Står i brevet til jobbsøkeren. Blir kryptert."))
    coming_back = _text(
        _("Hva sier dere om å komme tilbake?"),
        hint=_("Står i brevet. Jobbsøkeren kan når som helst bli henvist på nytt."),
    )
    why_departed = _text(
        _("Hvorfor er det ikke drøftet?"),
        hint=_(
            "Bare når det ikke er drøftet med metodeveileder eller behandler. Retningslinjen råder til det."
        ),
    )
    letter_language = forms.ChoiceField(label=_("Brevet skrives på"), choices=LANGUAGES, initial="nb")

    def shape(self, start: Start) -> None:
        """One question for each thing that is open."""
        for end in start.given.get("ends", ()):
            self.fields[end.name] = forms.ChoiceField(
                label=in_words(end),
                choices=[(answer, ANSWERS[answer]) for answer in end.answers],
                widget=forms.RadioSelect,
            )


def _opened(row: Consideration | None, found: Found, *columns: str) -> dict[str, Any]:
    return {name: row.opened(f"sealed_{name}", found.key) if row else "" for name in columns}


def _start_of_considering(found: Found, asked: Asked) -> Start:
    return Start(_opened(considered(found.person), found, "why", "jobseeker", "tried"))


def _start_of_asking(found: Found, asked: Asked) -> Start:
    row = considered(found.person)
    before = consultations_of(row).get(Consulted.SUPERVISOR)
    question = before.opened("sealed_question", found.key) if before else ""
    return Start({"question": question}, shown=_told(row, found))


def _told(row: Consideration | None, found: Found) -> tuple[Shown, ...]:
    labels = {
        "why": _("Hvorfor dere vurderer utskriving"),
        "jobseeker": _("Jobbsøkeren sier"),
        "tried": _("Forsøk på å få tak i jobbsøkeren"),
    }
    said = _opened(row, found, *labels)
    return tuple(Shown(label, said[name]) for name, label in labels.items() if said[name])


def _start_of_talk(consulted: Consulted) -> Callable[[Found, Asked], Start]:
    def start(found: Found, asked: Asked) -> Start:
        row = considered(found.person)
        before = consultations_of(row).get(consulted)
        saved: dict[str, Any] = {"day": before.held_on if before else None}
        for name in ("pros", "cons", "advice"):
            saved[name] = before.opened(f"sealed_{name}", found.key) if before else ""
        return Start(saved, shown=_told(row, found), suggested={"day": asked.on})

    return start


def _start_of_going_on(found: Found, asked: Asked) -> Start:
    row = considered(found.person)
    return Start({"considered": row.version if row else 0}, shown=_told(row, found))


def _start_of_deciding(found: Found, asked: Asked) -> Start:
    row, ends = considered(found.person), loose_ends_of(found.person)
    seen = sorted(end.name for end in ends)
    talked = sorted((who, each.version) for who, each in consultations_of(row).items())
    return Start(
        {"considered": row.version if row else 0, "open": repr(seen), "talked": repr(talked)},
        shown=_told(row, found),
        given={"ends": ends},
        suggested={"day": asked.on, "letter_language": "nb"},
    )


def _consider(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    considering.consider(deed, why=typed["why"], jobseeker=typed["jobseeker"], tried=typed["tried"])


def _ask(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    considering.ask_supervisor(deed, question=typed["question"])


def _talked(consulted: Consulted, deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    said = {name: typed[name] for name in ("pros", "cons", "advice")}
    considering.talked_with(deed, consulted, held_on=typed["day"], **said)


def _go_on(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    considering.go_on(deed, because_of=typed["because_of"])


def _discharge(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    ends = {name: LooseEndAnswer(typed[name]) for name in typed if name.startswith("end_")}
    decided = Decided(
        day=typed["day"],
        reason=DischargeReason(typed["reason"]),
        words=typed["words"],
        coming_back=typed["coming_back"],
        why_departed=typed["why_departed"],
        answers=ends,
        letter_language=typed["letter_language"],
    )
    discharge(deed, decided)


def _page(slug: str, title: Any, form: type[ActForm], start: Any, do: Any, **more: Any) -> ActPage:
    given = {"action": Action.DISCHARGE_CONSIDERED, "permission": Permission.COURSE_DISCHARGE, **more}
    return ActPage(slug=slug, title=title, form=form, start=start, do=do, **given)


PAGES = (
    _page(
        CONSIDER,
        _("Vurder utskriving fra porteføljen"),
        ConsiderForm,
        _start_of_considering,
        _consider,
        help=_(
            "Er det naturlig med et lengre opphold, kan jobbsøkeren skrives ut for en periode. Snakk med "
            "jobbsøkeren, og drøft fordeler og ulemper med metodeveileder og behandler først."
        ),
        said=_("Vurderingen er lagret."),
        beside="person_discharge",
        on_menu=True,
    ),
    _page(ASK, _("Spør metodeveilederen"), AskForm, _start_of_asking, _ask, said=_("Spørsmålet er sendt.")),
    _page(
        WITH_SUPERVISOR,
        _("Drøftet med metodeveileder"),
        TalkedForm,
        _start_of_talk(Consulted.SUPERVISOR),
        partial(_talked, Consulted.SUPERVISOR),
        said=_("Drøftingen er ført."),
    ),
    _page(
        WITH_CLINICIAN,
        _("Drøftet med behandler eller primærkontakt"),
        TalkedForm,
        _start_of_talk(Consulted.CLINICIAN),
        partial(_talked, Consulted.CLINICIAN),
        said=_("Drøftingen er ført."),
    ),
    _page(
        GO_ON,
        _("Jobbsøkeren fortsetter i porteføljen"),
        GoOnForm,
        _start_of_going_on,
        _go_on,
        button=_("Fortsett oppfølgingen"),
        said=_("Jobbsøkeren fortsetter i porteføljen."),
    ),
    _page(
        Act.DISCHARGE,
        _("Skriv ut fra porteføljen"),
        DischargeForm,
        _start_of_deciding,
        _discharge,
        help=_(
            "Det som er åpent, bestemmes nå, så ingenting blir hengende. Brev til jobbsøkeren lages. "
            "Du ser saken ut dagen. Vil jobbsøkeren tilbake, henvises hun eller han på nytt."
        ),
        action=Action.DISCHARGED,
        button=_("Skriv ut"),
        said=_("Jobbsøkeren er skrevet ut. Brevet ligger på siden om utskriving."),
        beside="person_discharge",
    ),
)
