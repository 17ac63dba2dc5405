"""Search on hold, contact meanwhile, and stays in hospital (I §7)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.episodes.models_holds import SearchHold
from fotfeste.apps.episodes.selectors import newest_episode
from fotfeste.apps.episodes.selectors_holds import hold_going_on, stay_going_on
from fotfeste.apps.episodes.services import holds
from fotfeste.apps.episodes.services.notes import keep_words
from fotfeste.domain.agenda import Act
from fotfeste.domain.holds import HoldReason, HoldWay
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start, today_suggested
from fotfeste.web.acts_start_up import DayForm
from fotfeste.web.forms_look import DayField
from fotfeste.web.hold_words import REASONS, WAYS, WEEKS, every_weeks
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day

LONGEST = 20_000
END_HOLD, ADMITTED, LEFT = "end-hold", "admitted", "left-hospital"
HIDDEN_HINT = _("Blir kryptert. Bare jobbsøkeren og jobbspesialisten kan lese det.")


def _text(label: Any, hint: Any = HIDDEN_HINT) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=hint,
    )


def _hope() -> forms.CharField:
    return _text(
        _("Hva vil jobbsøkeren holde fast ved?"),
        _(
            "Med jobbsøkerens egne ord: håpet, drømmen, det som skal stå når dagene er tunge. "
            "Står øverst på saken og på jobbsøkerens egen side så lenge søket venter. Blir kryptert."
        ),
    )


class HoldForm(ActForm):
    """Active search waits: why, how contact is kept, what to hold on to, and when to look again."""

    blames = {
        "day.has-passed": "look_again_on",
        "day.too-far-ahead": "look_again_on",
        "day.": "day",
        "hold.overlaps": "day",
    }
    day = DayField(label=_("Søket venter fra"))
    reason = forms.ChoiceField(label=_("Hvorfor?"), choices=list(REASONS.items()), widget=forms.RadioSelect)
    words = _text(_("Mer om det"))
    contact_by = forms.CharField(
        label=_("Hvem holder kontakten?"), max_length=200, help_text=_("For eksempel deg. Blir kryptert.")
    )
    weeks = forms.ChoiceField(label=_("Hvor ofte?"))
    way = forms.ChoiceField(label=_("Hvordan?"), choices=list(WAYS.items()), widget=forms.RadioSelect)
    hope = _hope()
    look_again_on = DayField(label=_("Når ser dere på det igjen?"))

    def shape(self, start: Start) -> None:
        """How often, said in the reader's language."""
        self.fields["weeks"].choices = [(str(each), every_weeks(each)) for each in WEEKS]  # type: ignore[attr-defined]  # a ChoiceField


class LookAgainForm(ActForm):
    """The hold goes on until another day, with what to hold on to as it is now."""

    blames = {"day.": "look_again_on"}
    look_again_on = DayField(label=_("Når ser dere på det igjen?"))
    hope = _hope()


class EndHoldForm(ActForm):
    """Search is taken up again."""

    blames = {"day.": "day"}
    day = DayField(label=_("Tatt opp igjen"))
    went_on = _text(_("Hvordan gikk det videre?"))


class KeepContactForm(ActForm):
    """Contact with somebody whose search waits."""

    blames = {"day.": "day"}
    day = DayField(label=_("Dag"))
    note = _text(_("Notat"), _("Blir kryptert. Jobbsøkeren kan lese det."))


class AdmittedForm(ActForm):
    """The person came into hospital."""

    blames = {"day.": "day", "hospital.overlaps": "day"}
    day = DayField(label=_("Innlagt"))
    where = forms.CharField(label=_("Hvor"), required=False, max_length=200, help_text=HIDDEN_HINT)


def _hold(found: Found) -> SearchHold | None:
    return hold_going_on(newest_episode(found.person))


def hold_in_words(row: SearchHold, found: Found) -> tuple[Shown, ...]:
    """What was agreed when search began to wait."""
    said = [
        Shown(_("Venter fra"), long_day(row.began_on, language())),
        Shown(_("Hvorfor?"), str(REASONS[HoldReason(row.reason)])),
        Shown(_("Kontakt"), _contact(row, found)),
    ]
    if hope := row.opened("sealed_hope", found.key):
        said.append(Shown(_("Det jobbsøkeren vil holde fast ved"), hope))
    return tuple(said)


def _contact(row: SearchHold, found: Found) -> str:
    parts = (row.opened("sealed_contact_by", found.key), every_weeks(row.contact_every_weeks))
    return ", ".join((*parts, str(WAYS[HoldWay(row.contact_way)]).lower()))


def _start_of_hold(found: Found, asked: Asked) -> Start:
    return Start(suggested={"day": asked.on, "weeks": "2"})


def _start_of_looking_again(found: Found, asked: Asked) -> Start:
    row = _hold(found)
    if row is None:
        return Start()
    saved = {"look_again_on": row.look_again_on, "hope": row.opened("sealed_hope", found.key)}
    return Start(saved, shown=hold_in_words(row, found))


def _start_of_ending(found: Found, asked: Asked) -> Start:
    row = _hold(found)
    if row is None:
        return Start()
    return Start({"began": row.began_on}, hold_in_words(row, found), suggested={"day": asked.on})


def _start_of_contact(found: Found, asked: Asked) -> Start:
    row = _hold(found)
    return Start(shown=hold_in_words(row, found) if row else (), suggested={"day": asked.on})


def _start_of_leaving(found: Found, asked: Asked) -> Start:
    stay = stay_going_on(newest_episode(found.person))
    if stay is None:
        return Start()
    shown = (Shown(_("Innlagt"), long_day(stay.admitted_on, language())),)
    return Start({"admitted": stay.admitted_on}, shown, suggested={"day": asked.on})


def _begin(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    said = holds.HoldSaid(
        began_on=typed["day"],
        reason=HoldReason(typed["reason"]),
        contact_every_weeks=int(typed["weeks"]),
        contact_way=HoldWay(typed["way"]),
        look_again_on=typed["look_again_on"],
        contact_by=typed["contact_by"],
        words=typed["words"],
        hope=typed["hope"],
    )
    holds.begin_hold(deed, said)


def _look_again(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    holds.look_again(deed, look_again_on=typed["look_again_on"], hope=typed["hope"])


def _end(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    holds.end_hold(deed, ended_on=typed["day"], went_on=typed["went_on"])


def _keep_contact(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    if typed["note"]:
        keep_words(deed, typed["note"], written_on=typed["day"])
    holds.keep_contact(deed, day=typed["day"])


def _admit(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    holds.admit(deed, admitted_on=typed["day"], where=typed["where"])


def _leave(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    holds.leave_hospital(deed, left_on=typed["day"])


PAGES = (
    ActPage(
        slug=Act.HOLD_SEARCH,
        title=_("La jobbsøket vente"),
        help=_(
            "Når jobbsøkeren har det verre eller er innlagt, venter det aktive søket. Kontakten fortsetter. "
            "Målet er at jobbsøkeren beholder håpet om jobb."
        ),
        form=HoldForm,
        start=_start_of_hold,
        do=_begin,
        action=Action.EPISODE_CHANGED,
        button=_("La søket vente"),
        said=_("Søket venter. Kontakten fortsetter som avtalt."),
        on_menu=True,
    ),
    ActPage(
        slug=Act.KEEP_CONTACT,
        title=_("Hold kontakten"),
        form=KeepContactForm,
        start=_start_of_contact,
        do=_keep_contact,
        action=Action.MEETING_RECORDED,
        said=_("Kontakten er ført."),
    ),
    ActPage(
        slug=Act.LOOK_AT_HOLD,
        title=_("Se på ventingen igjen"),
        help=_("Spør jobbsøkeren hvordan det er nå. Er det tid for å søke igjen, så ta opp søket i stedet."),
        form=LookAgainForm,
        start=_start_of_looking_again,
        do=_look_again,
        action=Action.EPISODE_CHANGED,
        button=_("Søket venter videre"),
        said=_("Søket venter videre."),
    ),
    ActPage(
        slug=END_HOLD,
        title=_("Ta opp jobbsøket igjen"),
        form=EndHoldForm,
        start=_start_of_ending,
        do=_end,
        action=Action.EPISODE_CHANGED,
        button=_("Ta opp søket"),
        said=_("Jobbsøket er tatt opp igjen."),
    ),
    ActPage(
        slug=ADMITTED,
        title=_("Innlagt på sykehus"),
        form=AdmittedForm,
        start=today_suggested,
        do=_admit,
        action=Action.EPISODE_CHANGED,
        said=_("Innleggelsen er ført."),
        on_menu=True,
    ),
    ActPage(
        slug=LEFT,
        title=_("Skrevet ut fra sykehuset"),
        form=DayForm,
        start=_start_of_leaving,
        do=_leave,
        action=Action.EPISODE_CHANGED,
        said=_("Ført."),
    ),
)
