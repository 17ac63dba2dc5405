"""Acts by which NAV decides how long a participation lasts, and puts down breaks (F-12)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.measures import lasting, pauses
from fotfeste.apps.measures.duration import law_of, need_of
from fotfeste.apps.measures.models import Participation
from fotfeste.apps.measures.models_providers import ProposalKind
from fotfeste.apps.measures.participations import Decided, participation_of
from fotfeste.apps.measures.suggestions import proposed_day
from fotfeste.domain.measures.duration import latest_lawful_end
from fotfeste.domain.measures.ending import EndCause
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_measure_decide import REASONS, TOLD
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start, Starts
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field
from fotfeste.web.lines import language
from fotfeste.web.measure_duration_words import AIMS, CAUSES
from fotfeste.web.measure_words import KINDS
from fotfeste.web.words.dates import long_day

_BLAMES = {
    "measure-decision.told": "told_on",
    "measure.needs-a-reason": "reasons",
    "measure.other-needs-words": "reasons",
    "measure.": "day",
    "day.": "day",
}


class LengthForm(ActForm):
    """A new last day, why, and when the person is told."""

    blames = _BLAMES
    day = DayField(label=_("Ny siste dag"))
    reasons = text_field(_("Begrunnelse"), rows=5, hint=REASONS, required=True)
    told_on = DayField(label=_("Når får personen vite det?"), help_text=TOLD)


class EndForm(LengthForm):
    """The last day, why it ends, and when the person is told."""

    day = DayField(label=_("Siste dag"))
    cause = forms.ChoiceField(
        label=_("Hvorfor tar det slutt?"), choices=list(CAUSES.items()), widget=forms.RadioSelect
    )
    field_order = ("day", "cause", "reasons", "told_on")


class PauseForm(ActForm):
    """From when to when, and why."""

    blames = {"measure.needs-a-reason": "why", "measure.": "first", "day.": "last"}
    first = DayField(label=_("Fra og med"))
    last = DayField(
        label=_("Til og med"), required=False, help_text=_("La stå tomt hvis oppholdet varer ennå.")
    )
    why = text_field(_("Hvorfor?"), hint=_("Blir kryptert. Personen kan lese det."), required=True)


class PauseOverForm(ActForm):
    """When the break that goes on is over."""

    blames = {"measure.": "last", "day.": "last"}
    last = DayField(label=_("Siste dag i oppholdet"))


def shown_of(row: Participation, asked: Asked) -> tuple[Shown, ...]:
    """What to know before deciding: the measure, its days, and the last lawful one."""
    latest = latest_lawful_end(row.clock_from, need_of(row), law_of(row, on=asked.on))
    return (
        Shown(_("Tiltak"), str(KINDS[row.measure])),
        Shown(_("Målet"), str(AIMS[row.aim])),
        Shown(_("Første dag"), long_day(row.clock_from, language())),
        Shown(_("Vedtatt siste dag"), long_day(row.ended_on or row.last_day, language())),
        Shown(_("Siste lovlige dag nå"), long_day(latest.day, language())),
    )


def start_of_decision(found: Found, asked: Asked) -> Start:
    """The participation as it is now: of two who decide at once, one does."""
    row = participation_of(found, asked.about)
    if row is None:
        return Start()
    return Start({"as_it_is": row.version}, shown_of(row, asked), suggested={"told_on": asked.on})


def proposed(kind: ProposalKind) -> Starts:
    """The same, with the day filled in that the provider proposed and NAV has accepted."""

    def start(found: Found, asked: Asked) -> Start:
        made, day = start_of_decision(found, asked), proposed_day(found, asked.about, kind)
        return replace(made, suggested={**made.suggested, "day": day}) if day else made

    return start


def _start_of_pause(found: Found, asked: Asked) -> Start:
    row = participation_of(found, asked.about)
    return Start({"as_it_is": row.version}, shown_of(row, asked)) if row else Start()


def decided(typed: Mapping[str, Any]) -> Decided:
    """What the form says is decided."""
    return Decided(typed["day"], typed["reasons"], typed["told_on"])


def _do(service: Callable[[Deed, str, Decided], None]) -> Callable[[Deed, Mapping[str, Any], Asked], None]:
    def do(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
        service(deed, asked.about, decided(typed))

    return do


def _end(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    lasting.end(deed, asked.about, decided(typed), EndCause(typed["cause"]))


def _pause(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    pauses.pause(deed, asked.about, first=typed["first"], last=typed["last"], why=typed["why"])


def _pause_over(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    pauses.pause_over(deed, asked.about, last=typed["last"])


decision_page = partial(
    ActPage,
    start=start_of_decision,
    action=Action.MEASURE_DECIDED,
    back="measure_duration",
    above="measure_duration",
    permission=Permission.MEASURE_DECIDE,
    said=_("Vedtaket er lagret."),
)
"""An act that is a decision with a letter."""
_break_page = partial(
    ActPage,
    help=_("Et opphold blir ført, og flytter ingen dager."),
    start=_start_of_pause,
    action=Action.MEASURE_CHANGED,
    back="measure_duration",
    above="measure_duration",
    permission=Permission.MEASURE_CHANGE,
)

PAGES = (
    decision_page(
        "measure-extend",
        _("Forleng tiltaket"),
        LengthForm,
        _do(lasting.extend),
        start=proposed(ProposalKind.EXTEND),
        help=_("Går dagen for langt, sier vi den siste lovlige dagen, hva som mangler, og hvor det står."),
    ),
    decision_page(
        "measure-shorten",
        _("Forkort tiltaket"),
        LengthForm,
        _do(lasting.shorten),
        start=proposed(ProposalKind.SHORTEN),
    ),
    decision_page("measure-end", _("Avslutt tiltaket"), EndForm, _end, start=proposed(ProposalKind.END)),
    decision_page(
        "measure-reopen",
        _("Ta opp tiltaket igjen"),
        LengthForm,
        _do(lasting.take_up_again),
        help=_("Tiden regnes fra den første dagen, som om det ikke hadde stanset."),
    ),
    _break_page("measure-break", _("Før et opphold"), PauseForm, _pause),
    _break_page("measure-break-over", _("Oppholdet er over"), PauseOverForm, _pause_over),
)
