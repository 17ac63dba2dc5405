"""Being named in the team's meetings: what the person has said, put down by the specialist."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.unit_meetings.naming import namings_of, state_naming, units_of
from fotfeste.domain.consent import Given
from fotfeste.domain.unit_meeting import UnitMeetingKind
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.naming_words import MEANS, RULES, meeting_in_words
from fotfeste.web.requests import read_uuid

ANSWERS = (("yes", _("Ja, navnet kan vises")), ("no", _("Nei, bare uten navn")))


class NamingForm(ActForm):
    """Whether the person may be named, in which meeting."""

    blames = {"unit-meeting.": "meeting"}
    meeting = forms.ChoiceField(label=_("Hvilket møte?"), widget=forms.RadioSelect)
    answer = forms.ChoiceField(label=_("Hva sa jobbsøkeren?"), choices=ANSWERS, widget=forms.RadioSelect)

    def shape(self, start: Start) -> None:
        """The meetings in which this person can come up."""
        field = self.fields["meeting"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared above
        field.choices = start.given.get("meetings", [])


def _start(found: Found, asked: Asked) -> Start:
    offered = [(kind, unit) for kind, unit in units_of(found.person.pk, on=asked.on)]
    said = [row for row in namings_of(found.person.pk) if row.ended_at is None]
    told = [
        Shown(
            meeting_in_words(UnitMeetingKind(row.kind), row.unit),
            _now("Ja") if row.agrees else _now("Nei"),
        )
        for row in said
    ]
    read = [
        Shown(_("Si til jobbsøkeren"), str(words))
        for words in (*(MEANS[kind] for kind, _unit in offered), *RULES)
    ]
    return Start(
        {"said": " ".join(f"{row.kind}:{row.unit_id}:{row.agrees}" for row in said)},
        (*told, *read),
        {"meetings": [(f"{kind}:{unit.public_id}", meeting_in_words(kind, unit)) for kind, unit in offered]},
    )


def _state(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    kind, _sep, unit = typed["meeting"].partition(":")
    state_naming(
        deed, UnitMeetingKind(kind), read_uuid(unit), agrees=typed["answer"] == "yes", given=Given.TOLD
    )


PAGES = (
    ActPage(
        slug="naming",
        title=_("Navn i teamets møter"),
        help=_("Spør jobbsøkeren. Uten et ja blir saken bare tatt opp uten navn."),
        form=NamingForm,
        start=_start,
        do=_state,
        action=Action.NAMING_STATED,
        said=_("Svaret er lagret. Det gjelder fra nå."),
        on_menu=True,
    ),
)
