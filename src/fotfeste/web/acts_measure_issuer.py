"""Acts about whoever issues the sick note: who it is, the letter, the day it went (F-14)."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.measures import issuers
from fotfeste.apps.measures.models import IssuerNotice
from fotfeste.apps.measures.models_employer import IssuerEvent
from fotfeste.apps.measures.need import born_on, case_asked
from fotfeste.apps.measures.newest import case_of
from fotfeste.apps.people.records import contact_of
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.measure_issuer_words import EVENTS, LetterFacts, letter_words
from fotfeste.web.measure_words import KINDS

SEALED = _("Blir kryptert. Personen kan lese det.")


class IssuerForm(ActForm):
    """Who issues the sick note, from when; or that there is none any more."""

    blames = {"day.": "from_day", "measure-issuer.same": "name"}
    is_sick_listed = forms.ChoiceField(
        label=_("Er personen sykmeldt?"),
        choices=(("yes", _("Ja")), ("no", _("Nei, ikke lenger"))),
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=_("Hvem sykmelder?"),
        max_length=200,
        required=False,
        help_text=_("Lege, psykolog eller annen behandler. Blir kryptert."),
    )
    where = forms.CharField(label=_("Kontor eller klinikk"), max_length=200, required=False)
    from_day = DayField(label=_("Fra hvilken dag?"))

    def clean(self) -> dict[str, Any]:
        """Who is sick-listed has somebody who issues the note."""
        typed = super().clean() or {}
        if typed.get("is_sick_listed") == "yes" and not typed.get("name", "").strip():
            self.add_error("name", forms.ValidationError(_("Skriv hvem som sykmelder."), "required"))
        return typed


class LetterForm(ActForm):
    """What the letter is about. Its words are always the same."""

    blames = {"measure-issuer.nothing": "event"}
    event = forms.ChoiceField(
        label=_("Hva skal brevet fortelle?"), choices=list(EVENTS.items()), widget=forms.RadioSelect
    )


class SentForm(ActForm):
    """The day the letter went."""

    blames = {"day.": "sent_on", "measure-issuer.": "sent_on"}
    sent_on = DayField(label=_("Hvilken dag ble brevet sendt?"))


def _start_of_issuer(found: Found, asked: Asked) -> Start:
    case = case_of(found.person)
    rows = issuers.issuer_rows(case) if case else None
    if rows is None or not rows.issuers:
        return Start({"number": 0}, suggested={"is_sick_listed": "yes", "from_day": asked.on})
    newest = rows.issuers[0]
    return Start(
        {
            "is_sick_listed": "yes" if newest.sealed_name else "no",
            "name": newest.opened("sealed_name", found.key),
            "where": newest.opened("sealed_where", found.key),
            "number": len(rows.issuers),
        },
        suggested={"from_day": asked.on},
    )


def _issuer(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    is_sick_listed = typed["is_sick_listed"] == "yes"
    issuers.put_down_issuer(
        deed,
        name=typed["name"] if is_sick_listed else "",
        where=typed["where"],
        from_day=typed["from_day"],
    )


def _start_of_letter(found: Found, asked: Asked) -> Start:
    case = case_of(found.person)
    rows = issuers.issuer_rows(case) if case else None
    untold = rows.untold if rows else []
    first = untold[0][0] if untold else ""
    event = asked.about if asked.about in set(IssuerEvent) else first
    return Start({"letters": len(rows.notices) if rows else 0}, suggested={"event": event})


def _letter(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    event = IssuerEvent(typed["event"])
    issuers.make_letter(deed, event, words=_words(deed, event))


def _words(deed: Deed, event: IssuerEvent) -> str:
    """The letter in words; empty where there is nothing to tell, which is refused."""
    case = case_asked(deed.found)
    rows = issuers.issuer_rows(case)
    day, issuer = dict(rows.untold).get(event), rows.issuer
    if day is None or issuer is None:
        return ""
    return letter_words(
        LetterFacts(
            event=event,
            event_on=day,
            measure=str(KINDS[case.measure]),
            issuer=issuer.opened("sealed_name", deed.key),
            where=issuer.opened("sealed_where", deed.key),
            name=contact_of(deed.person, deed.key).name,
            born_on=born_on(case, deed.found),
            office=case.office.name,
            adviser=deed.by.name,
            on=deed.on,
        )
    )


def _start_of_sent(found: Found, asked: Asked) -> Start:
    row = IssuerNotice.objects.filter(person=found.person, public_id__in=_ids(asked.about)).first()
    return Start({"sent": str(row.sent_on) if row else ""}, suggested={"sent_on": asked.on})


def _ids(about: str) -> list[str]:
    return [about] if len(about) == 32 and all(each in "0123456789abcdef" for each in about) else []


def _sent(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    issuers.put_down_sent(deed, asked.about, sent_on=typed["sent_on"])


_page = partial(
    ActPage,
    action=Action.MEASURE_CHANGED,
    back="measure_issuer",
    above="measure_case",
    permission=Permission.MEASURE_CHANGE,
)


PAGES = (
    _page(
        "measure-issuer",
        _("Hvem sykmelder?"),
        IssuerForm,
        _issuer,
        start=_start_of_issuer,
        help=_("Bytter personen sykmelder, føres den nye her. Den nye skal også få vite om tiltaket."),
    ),
    _page(
        "measure-issuer-letter",
        _("Lag brev til sykmelder"),
        LetterForm,
        _letter,
        start=_start_of_letter,
        button=_("Lag brevet"),
        said=_("Brevet er laget. Skriv det ut, send det, og før opp dagen."),
        help=_("Brevet sier hvem det gjelder og hva som har skjedd. Det sier ikke noe om helse eller behov."),
    ),
    _page("measure-issuer-sent", _("Når ble brevet sendt?"), SentForm, _sent, start=_start_of_sent),
)
