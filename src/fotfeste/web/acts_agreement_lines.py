"""Acts that write the draft of the agreement: a form for each kind of line and each party (A-03, A-08)."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements import drafting
from fotfeste.apps.agreements.models import DraftLine
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.documents.agreement.words import GOALS, INSTRUMENTS, NAV_UNITS, PARTIES, TOWARDS
from fotfeste.documents.frequency_words import FREQUENCIES
from fotfeste.domain.agreements.content import GoalKind, Instrument, LineKind
from fotfeste.domain.agreements.parties import NavUnit, Party, Towards
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.job_support import SupportFrequency
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.disclosure_words import topic_words
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field

READ = _("Alle parter leser det. Skriv kort og enkelt.")
_NOTHING = ("", _("Ingenting om helse, støtte eller ytelser"))
_ONLY_ONES = {
    Party.JOBSEEKER: (Towards.NAV, Towards.EMPLOYER),
    Party.EMPLOYER: (Towards.JOBSEEKER, Towards.NAV),
}


def _choice(
    label: Any, words: Mapping[str, Any], *, required: bool = True, hint: Any = ""
) -> forms.ChoiceField:
    choices = list(words.items()) if required else [("", _("Ikke valgt")), *words.items()]
    return forms.ChoiceField(label=label, choices=choices, required=required, help_text=hint)


def _topic() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Hva forteller linjen om jobbsøkeren?"),
        required=False,
        help_text=_("En arbeidsgiver ser linjen bare når jobbsøkeren har sagt ja til at den får vite dette."),
    )


class LineForm(ActForm):
    """What every line has. A party that writes for itself is not asked who promises."""

    kind = LineKind.COMMITMENT
    blames = {"agreement.sensitive-words": "topic", "agreement.promise-for-yourself": "owner"}
    text = text_field(_("Hva er avtalt?"), hint=READ, required=True)
    owner = _choice(_("Hvem lover det?"), PARTIES)
    towards = _choice(_("Hvem gjelder det for?"), TOWARDS)
    responsible = forms.CharField(
        label=_("Hvem er ansvarlig?"),
        max_length=120,
        help_text=_("Navnet på en person, og gjerne hva hun eller han er."),
    )
    topic = _topic()
    is_approved = forms.BooleanField(
        label=_(
            "Jeg har lest ordene det ble advart mot, og jobbsøkeren er enig i at arbeidsgiver kan se dem"
        ),
        required=False,
    )

    def shape(self, start: Start) -> None:
        """Fit the form to the party that writes."""
        party = start.given.get("party", Party.NAV)
        if party is not Party.NAV:
            self.fields.pop("owner", None)
            self.fields.pop("nav_unit", None)
        if party is Party.EMPLOYER:
            del self.fields["topic"], self.fields["is_approved"]
        else:
            _choose(self.fields["topic"], [_NOTHING, *((each, topic_words(each)) for each in Topic)])
        if party in _ONLY_ONES and "towards" in self.fields:
            _choose(self.fields["towards"], [(each, TOWARDS[each]) for each in _ONLY_ONES[party]])


def _choose(field: forms.Field, choices: list[tuple[str, Any]]) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared so in the form
    field.choices = choices


class GoalForm(LineForm):
    """What it is to lead to."""

    kind = LineKind.GOAL
    goal = _choice(_("Hva slags mål?"), GOALS)
    field_order = ("goal", "text", "topic", "is_approved")

    def shape(self, start: Start) -> None:
        """A goal is everybody's: nobody owes it to somebody."""
        for name in ("owner", "towards", "responsible"):
            del self.fields[name]
        super().shape(start)


class FollowUpForm(LineForm):
    """Who follows up whom, how often, from when."""

    kind = LineKind.FOLLOW_UP
    every = _choice(_("Hvor ofte?"), FREQUENCIES)
    from_day = DayField(label=_("Fra hvilken dag?"))
    nav_unit = _choice(_("Hvilken del av NAV?"), NAV_UNITS, required=False)
    field_order = ("text", "owner", "responsible", "nav_unit", "towards", "every", "from_day", "topic")


class CommitmentForm(LineForm):
    """Something that is to be done by a day."""

    instrument = _choice(_("Hva slags hjelp er det?"), INSTRUMENTS, required=False)
    nav_unit = _choice(_("Hvilken del av NAV?"), NAV_UNITS, required=False)
    deadline = DayField(label=_("Innen hvilken dag?"))
    field_order = ("text", "instrument", "owner", "responsible", "nav_unit", "towards", "deadline", "topic")


class AccommodationForm(LineForm):
    """What is adapted at the workplace, by whom, by when."""

    kind = LineKind.ACCOMMODATION
    deadline = DayField(label=_("Innen hvilken dag?"))
    nav_unit = _choice(_("Hvilken del av NAV?"), NAV_UNITS, required=False)
    field_order = ("text", "owner", "responsible", "nav_unit", "towards", "deadline", "topic")


class MeasureForm(LineForm):
    """A measure or support from NAV, as it is meant. Its own rules decide whether and for how long."""

    kind = LineKind.MEASURE
    instrument = _choice(_("Hva slags tiltak eller støtte?"), INSTRUMENTS)
    nav_unit = _choice(_("Hvilken del av NAV?"), NAV_UNITS, required=False)
    from_day = DayField(label=_("Fra hvilken dag?"))
    until = DayField(
        label=_("Til hvilken dag, så langt dere vet?"),
        required=False,
        help_text=_("Tiltaket har egne regler for hvor lenge det kan vare. Avtalen endrer ikke dem."),
    )
    field_order = ("instrument", "text", "owner", "responsible", "nav_unit", "towards", "from_day", "until")


class RemoveForm(ActForm):
    """Nothing to fill in: the line is shown above the button."""


def _row(found: Found, asked: Asked) -> DraftLine | None:
    rows = DraftLine.objects.filter(person=found.person, removed_on=None).order_by("-pk")
    return next((each for each in rows if each.public_id.hex == asked.about), None)


def _start(party: Party, kind: LineKind) -> Callable[[Found, Asked], Start]:
    def start(found: Found, asked: Asked) -> Start:
        row, given = _row(found, asked), {"party": party}
        if row is None:
            topic = Topic.ADAPTATION if kind is LineKind.ACCOMMODATION else ""
            suggested = {"owner": Party.NAV, "towards": Towards.JOBSEEKER, "topic": topic}
            return Start({"version": 0}, given=given, suggested=suggested)
        return Start(line_saved(row, found), given=given)

    return start


def line_saved(row: DraftLine, found: Found) -> dict[str, Any]:
    """What a line says now, as its form has it."""
    return {
        "version": row.version,
        "text": row.opened("sealed_text", found.key),
        "responsible": row.opened("sealed_responsible", found.key),
        "until": row.until_day,
        **{
            name: getattr(row, name)
            for name in (
                "owner",
                "towards",
                "topic",
                "instrument",
                "goal",
                "nav_unit",
                "every",
                "from_day",
                "deadline",
            )
        },
    }


def _start_of_removing(found: Found, asked: Asked) -> Start:
    row = _row(found, asked)
    if row is None:
        return Start({"version": 0})
    return Start({"version": row.version}, shown=(Shown(_("Linjen"), row.opened("sealed_text", found.key)),))


def line_said(party: Party, kind: LineKind, typed: Mapping[str, Any]) -> drafting.LineSaid:
    """What a party typed, as the draft takes it."""

    def chosen(name: str, read: Callable[[str], Any]) -> Any:
        return read(typed[name]) if typed.get(name) else None

    return drafting.LineSaid(
        kind=kind,
        text=typed["text"],
        owner=chosen("owner", Party) or party,
        towards=chosen("towards", Towards)
        or (Towards.JOBSEEKER if party is not Party.JOBSEEKER else Towards.NAV),
        topic=chosen("topic", Topic),
        instrument=chosen("instrument", Instrument),
        goal=chosen("goal", GoalKind),
        responsible=typed.get("responsible", ""),
        nav_unit=chosen("nav_unit", NavUnit),
        every=chosen("every", SupportFrequency),
        from_day=typed.get("from_day"),
        until=typed.get("until"),
        deadline=typed.get("deadline"),
        is_approved=typed.get("is_approved", False),
    )


def _write(party: Party, kind: LineKind) -> Callable[[Deed, Mapping[str, Any], Asked], None]:
    def write(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
        said = line_said(party, kind, typed)
        if asked.about:
            drafting.change_line(deed, asked.about, said)
        else:
            drafting.write_line(deed, said)

    return write


def _remove(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    drafting.remove_line(deed, asked.about)


TEXT_PAGE = "agreement_text"
"""The page that these acts come back to."""
LINES: tuple[tuple[str, Any, type[LineForm]], ...] = (
    ("goal", _("Mål i avtalen"), GoalForm),
    ("follow-up", _("Oppfølging i avtalen"), FollowUpForm),
    ("commitment", _("Det noen skal gjøre"), CommitmentForm),
    ("accommodation", _("Tilrettelegging på jobben"), AccommodationForm),
    ("measure", _("Tiltak og støtte fra NAV"), MeasureForm),
)
SIDES: tuple[tuple[Party, str, Permission, str], ...] = (
    (Party.NAV, "agreement", Permission.AGREEMENT_CHANGE, TEXT_PAGE),
    (Party.JOBSEEKER, "own-agreement", Permission.AGREEMENT_OWN, TEXT_PAGE),
)
"""The parties, the beginning of their acts' names, what it takes, and the page they come back to."""


def _page(side: tuple[Party, str, Permission, str], **more: Any) -> ActPage:
    party, __, permission, back = side
    return ActPage(
        action=Action.AGREEMENT_CHANGED,
        permission=permission,
        back=back,
        above=back,
        is_own_alone=party is Party.JOBSEEKER,
        **more,
    )


def _pages() -> tuple[ActPage, ...]:
    made = []
    for side in SIDES:
        party, begins, *__ = side
        for slug, title, form in LINES:
            if party is Party.NAV or form.kind is not LineKind.MEASURE:
                made.append(
                    _page(
                        side,
                        slug=f"{begins}-{slug}",
                        title=title,
                        form=form,
                        start=_start(party, form.kind),
                        do=_write(party, form.kind),
                    )
                )
        made.append(
            _page(
                side,
                slug=f"{begins}-remove-line",
                title=_("Fjern en linje fra utkastet"),
                form=RemoveForm,
                start=_start_of_removing,
                do=_remove,
                button=_("Fjern linjen"),
                said=_("Linjen er fjernet fra utkastet."),
            )
        )
    return tuple(made)


PAGES = _pages()
