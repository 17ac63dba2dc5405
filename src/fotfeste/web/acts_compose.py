"""Composing what is said or sent to an employer: agreed topics in agreed words, practical text."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.disclosure.models import ComposedText, TextState
from fotfeste.apps.disclosure.selectors import agreed_with, employer_of, text_of
from fotfeste.apps.disclosure.services import texts
from fotfeste.apps.employers.models import EmployerPerson
from fotfeste.domain.agenda import Act
from fotfeste.domain.composing import ChosenTopic, Draft, tellable
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.web.acts_disclosure import chosen_employer
from fotfeste.web.acts_employer_contact import SeenForm, clarified_for, employers_known
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.disclosure_words import topic_words
from fotfeste.web.employer_words import employer_named
from fotfeste.web.forms_look import DayField
from fotfeste.web.lines import words_of
from fotfeste.web.refusals import refusal

LONGEST = 4_000


def _free(label: Any, rows: int) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows})
    )


class ComposeForm(ActForm):
    """A text to one employer. Only what is agreed for that employer can be chosen, in the agreed words."""

    blames = {
        "compose.sensitive-words": "is_approved",
        "compose.name": "text",
        "compose.identity": "text",
        "compose.holds": "text",
        "disclosure.no-": "employer",
    }
    employer = forms.CharField(label=_("Arbeidsgiver"), required=False, max_length=64)
    subject = forms.CharField(
        label=_("Emne"),
        max_length=120,
        required=False,
        help_text=_("Nøytralt, for eksempel «Avtale om besøk»."),
    )
    greeting = _free(_("Hilsen"), 1)
    text = _free(_("Praktisk tekst"), 5)
    closing = _free(_("Avslutning"), 2)
    is_approved = forms.BooleanField(
        label=_("Jeg har lest det, og jobbsøkeren er enig"),
        required=False,
        help_text=_("Blir ført i loggen, uten ordene."),
    )

    def shape(self, start: Start) -> None:
        """What is agreed, to choose from: what may be told, and by itself what may be told if they ask."""
        rest = dict(self.fields)
        if start.given.get("employer"):
            del rest["employer"]
        fields = {name: rest[name] for name in rest if name not in ("closing", "is_approved")}
        fields |= dict(self._choices("may", ""))
        fields |= dict(self._choices("if_asked", "_asked"))
        self.fields = {**fields, "closing": rest["closing"], "is_approved": rest["is_approved"]}

    def _choices(self, group: str, ending: str) -> Iterator[tuple[str, forms.Field]]:
        for topic, words in self.start.given.get(group, dict.fromkeys(Topic, "")).items():
            label = f"{topic_words(topic)}: «{words}»" if words else topic_words(topic)
            yield f"{topic}{ending}", forms.BooleanField(label=label, required=False)

    @property
    def free(self) -> list[BoundField]:
        """For the page: what is typed."""
        return [self[name] for name in ("subject", "greeting", "text")]

    @property
    def may(self) -> list[BoundField]:
        """For the page: what may be told."""
        return [self[str(topic)] for topic in self.start.given.get("may", {})]

    @property
    def if_asked(self) -> list[BoundField]:
        """For the page: what may be told because the employer has asked."""
        return [self[f"{topic}_asked"] for topic in self.start.given.get("if_asked", {})]

    @property
    def is_warned(self) -> bool:
        """Whether there are words to read once more."""
        return "is_approved" in self.errors or bool(self.data and self.data.get("is_approved"))


class SendForm(ActForm):
    """What is done with the text."""

    blames = {"day.": "day", "compose.no-address": "to"}
    how = forms.ChoiceField(
        label=_("Hva gjør du med den?"),
        choices=(
            ("by_hand", _("Jeg har sagt eller sendt akkurat dette")),
            ("mail", _("Send som e-post herfra")),
            ("drop", _("Legg den bort")),
        ),
        widget=forms.RadioSelect,
    )
    day = DayField(label=_("Når ble det sagt eller sendt?"), required=False)
    to = forms.ChoiceField(label=_("Kontaktperson hos arbeidsgiveren"), required=False)

    def shape(self, start: Start) -> None:
        """The employer's people."""
        self.fields["to"].choices = [("", "–"), *start.given.get("people", ())]  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        """What was done by hand has a day; a mail has somebody to go to."""
        typed = super().clean() or {}
        needed = {"by_hand": "day", "mail": "to"}.get(typed.get("how", ""))
        if needed and not typed.get(needed) and needed not in self.errors:
            self.add_error(needed, forms.ValidationError(_("Dette må fylles ut."), "required"))
        return typed


def _start_of_composing(found: Found, asked: Asked) -> Start:
    employer = employer_of(found.person, asked.about) if asked.about else None
    if employer is None:
        clarified = clarified_for(found)
        known = [
            (row.public_id.hex, employer_named(row), row.pk in clarified) for row in employers_known(found)
        ]
        return Start(given={"known": known})
    agreed = agreed_with(found.person, employer, found.key)
    may = tellable(agreed, on=asked.on)
    if_asked = [each for each in tellable(agreed, on=asked.on, is_asked=True) if each not in may]
    return Start(
        given={
            "employer": employer.public_id.hex,
            "name": employer.name,
            "may": {topic: agreed.wordings[topic] for topic in may},
            "if_asked": {topic: agreed.wordings[topic] for topic in if_asked},
        },
    )


def _compose(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    employer = chosen_employer(deed, asked.about or typed.get("employer", ""))
    wordings = agreed_with(deed.person, employer, deed.key).wordings
    draft = Draft(
        subject=typed["subject"],
        greeting=typed["greeting"],
        text=typed["text"],
        closing=typed["closing"],
        chosen=tuple(_chosen(typed, wordings)),
        is_approved=typed["is_approved"],
    )
    texts.compose(deed, employer, draft)


def _chosen(typed: Mapping[str, Any], wordings: Mapping[Topic, str]) -> Iterator[ChosenTopic]:
    for topic in Topic:
        is_asked = bool(typed.get(f"{topic}_asked"))
        if is_asked or typed.get(str(topic)):
            yield ChosenTopic(topic, wordings.get(topic, ""), is_asked)


def _start_of_sending(found: Found, asked: Asked) -> Start:
    """Exactly what leaves, and why it may not leave as things are now."""
    row = text_of(found.person, asked.about, TextState.DRAFT)
    if row is None:
        return Start({"version": None})
    people = EmployerPerson.objects.filter(employer=row.employer).exclude(email="").order_by("name", "pk")
    against = texts.against_leaving(row, found.key, on=asked.on)
    return Start(
        {"version": f"{row.public_id.hex} {row.version}"},
        given={
            **_as_shown(row, found),
            "people": [(each.public_id.hex, f"{each.name} ({each.email})") for each in people],
            "against": [refusal(reason, words_of(reason, on=asked.on)) for reason in against],
        },
        suggested={"day": asked.on},
    )


def _as_shown(row: ComposedText, found: Found) -> dict[str, Any]:
    return {
        "name": row.employer.name,
        "subject": row.opened("sealed_subject", found.key),
        "text": row.opened("sealed_text", found.key),
    }


def _send(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    row = text_of(deed.person, asked.about, TextState.DRAFT)
    if typed["how"] == "by_hand":
        texts.send_by_hand(deed, row, sent_on=typed["day"])
    elif typed["how"] == "mail":
        texts.queue_mail(deed, row, texts.person_at(row.employer, typed["to"]) if row else None)
    else:
        texts.drop(deed, row)


def _start_of_stopped(found: Found, asked: Asked) -> Start:
    row = text_of(found.person, asked.about, TextState.STOPPED)
    if row is None:
        return Start({"version": None})
    against = texts.against_leaving(row, found.key, on=asked.on)
    said = " ".join(words_of(reason, on=asked.on) for reason in against)
    shown = [Shown(_("Arbeidsgiver"), row.employer.name)]
    shown.append(Shown(_("Teksten som ikke gikk"), row.opened("sealed_text", found.key)))
    shown.append(Shown(_("Hvorfor"), said or gettext("Den kunne ikke sendes, eller avtalen var endret da.")))
    return Start({"version": row.version}, tuple(shown))


def _see_stopped(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    texts.see_stopped(deed, text_of(deed.person, asked.about, TextState.STOPPED))


PAGES = (
    ActPage(
        slug="compose-text",
        title=_("Skriv til en arbeidsgiver"),
        help=_(
            "Velg blant det som er avtalt for denne arbeidsgiveren. Ordene er jobbsøkerens. "
            "Det du skriver ellers, er praktisk: tid, sted og hilsen."
        ),
        form=ComposeForm,
        start=_start_of_composing,
        do=_compose,
        action=Action.TEXT_COMPOSED,
        button=_("Vis nøyaktig det som går"),
        said=_("Teksten er lagret. Ingenting er sendt ennå."),
        onward=lambda typed: "send-text",
        template="acts/compose.html",
        on_menu=True,
    ),
    ActPage(
        slug="send-text",
        title=_("Nøyaktig dette går til arbeidsgiveren"),
        help=_("Ikke noe annet enn dette blir sendt herfra. Er noe feil, skriv den på nytt."),
        form=SendForm,
        start=_start_of_sending,
        do=_send,
        action=Action.TEXT_COMPOSED,
        button=_("Gjør det"),
        said=_("Ført."),
        template="acts/send_text.html",
    ),
    ActPage(
        slug=Act.SEE_STOPPED_TEXT,
        title=_("En tekst ble stoppet"),
        help=_("Den ble ikke sendt. Snakk med jobbsøkeren før du skriver en ny."),
        form=SeenForm,
        start=_start_of_stopped,
        do=_see_stopped,
        action=Action.TEXT_COMPOSED,
        button=_("Jeg har lest det"),
    ),
)
