"""Acts on a promise of the agreement: kept, not to be kept, applied for and answered (A-03, A-05)."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements import promises_kept
from fotfeste.apps.agreements.models import AgreedPromise
from fotfeste.apps.agreements.newest import agreement_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field

PROMISES_PAGE = "agreement_promises"
"""The page that these acts come back to."""
_ALL_READ = _("Alle parter i løftet kan lese det. Blir kryptert.")


class PromiseForm(ActForm):
    """What is said of a promise. Words of health are read once more before an employer reads them."""

    blames = {"promise.words-of-health": "words", "promise.say-why-not": "words"}
    words = text_field(_("Vil du si noe om det?"), hint=_ALL_READ)
    is_approved = forms.BooleanField(
        label=_(
            "Jeg har lest ordene det ble advart mot, og jobbsøkeren er enig i at arbeidsgiver kan se dem"
        ),
        required=False,
    )

    def shape(self, start: Start) -> None:
        """The employer is warned of nothing: it reads what it writes itself."""
        if start.given.get("party") is Party.EMPLOYER:
            del self.fields["is_approved"]


class KeptForm(PromiseForm):
    """The day it was kept."""

    blames = {**PromiseForm.blames, "day.": "day", "promise.kept-before-given": "day"}
    day = DayField(label=_("Hvilken dag ble det holdt?"))
    field_order = ("day", "words", "is_approved")


class BrokenForm(PromiseForm):
    """Why it will not be kept."""

    words = text_field(_("Hvorfor blir det ikke holdt?"), hint=_ALL_READ, required=True)


class ApplicationForm(PromiseForm):
    """When it was applied for, and when it was answered."""

    blames = {**PromiseForm.blames, "day.": "applied_on", "promise.answered-": "answered_on"}
    applied_on = DayField(label=_("Hvilken dag ble det søkt?"))
    answered_on = DayField(
        label=_("Hvilken dag kom svaret?"), required=False, help_text=_("La det stå tomt til svaret er her.")
    )
    field_order = ("applied_on", "answered_on", "words", "is_approved")


def started(row: AgreedPromise | None, found: Found, asked: Asked, party: Party) -> Start:
    """What each of the forms starts from: the promise as it stands, and its words above."""
    given = {"party": party}
    if row is None:
        return Start({"version": 0}, given=given)
    saved = {"version": row.version, "applied_on": row.applied_on, "answered_on": row.answered_on}
    shown = (Shown(_("Løftet"), row.opened("sealed_text", found.key)),)
    return Start(saved, shown, given, suggested={"day": asked.on})


def _start(party: Party) -> Callable[[Found, Asked], Start]:
    def start(found: Found, asked: Asked) -> Start:
        agreement = agreement_of(found.person)
        row = promises_kept.promise_in(agreement, asked.about) if agreement else None
        return started(row, found, asked, party)

    return start


def said(typed: Mapping[str, Any]) -> promises_kept.Words:
    """The words, and whether they are read once more."""
    return promises_kept.Words(typed["words"], typed.get("is_approved", False))


def do_kept(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    """It is kept."""
    promises_kept.say_kept(deed, asked.about, typed["day"], said(typed))


def do_broken(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    """It will not be kept."""
    promises_kept.say_broken(deed, asked.about, said(typed))


def do_application(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    """It is applied for, or answered."""
    promises_kept.put_application(
        deed,
        asked.about,
        applied_on=typed["applied_on"],
        answered_on=typed["answered_on"],
        words=said(typed),
    )


Acts = tuple[tuple[str, Any, type[PromiseForm], Callable[[Deed, Mapping[str, Any], Asked], None], Any], ...]
ACTS: Acts = (
    (
        "promise-kept",
        _("Si at løftet er holdt"),
        KeptForm,
        do_kept,
        _("Alle parter ser at det er holdt, og om det var for sent."),
    ),
    (
        "promise-broken",
        _("Si at løftet ikke blir holdt"),
        BrokenForm,
        do_broken,
        _("Alle parter ser det, og hvorfor. Blir dere enige om en ny frist, endrer dere avtalen i stedet."),
    ),
    (
        "application",
        _("Søknad og svar"),
        ApplicationForm,
        do_application,
        _("Fra søknaden er sendt, teller dagene til svaret."),
    ),
)
"""The end of the name, the title, the form, what carries it out, and what is said of it."""


def _pages(party: Party, begins: str, permission: Permission) -> tuple[ActPage, ...]:
    return tuple(
        ActPage(
            slug=f"{begins}-{slug}",
            title=title,
            form=form,
            start=_start(party),
            do=do,
            help=told,
            action=Action.AGREEMENT_CHANGED,
            permission=permission,
            back=PROMISES_PAGE,
            above=PROMISES_PAGE,
            is_own_alone=party is Party.JOBSEEKER,
        )
        for slug, title, form, do, told in ACTS
    )


PAGES = (
    *_pages(Party.NAV, "agreement", Permission.AGREEMENT_CHANGE),
    *_pages(Party.JOBSEEKER, "own-agreement", Permission.AGREEMENT_OWN),
)
