"""The forms of those around a person."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.people.models import Membership
from fotfeste.domain.closeness import ClosenessKind
from fotfeste.web.forms_look import DayField

NOBODY = ("", _("Ingen av disse"))
CLOSENESS = (
    (ClosenessKind.ONESELF, _("Det er meg selv")),
    (ClosenessKind.PARTNER, _("Ektefelle, samboer eller kjæreste, nå eller før")),
    (ClosenessKind.PARENT_OR_CHILD, _("Forelder eller barn")),
    (ClosenessKind.SIBLING, _("Søsken")),
    (ClosenessKind.OTHER_RELATIVE, _("Annen slekt eller inngiftet")),
    (ClosenessKind.FRIEND_OR_NEIGHBOUR, _("Venn eller nabo")),
)


def as_choices(memberships: Iterable[Membership]) -> list[tuple[str, str]]:
    """Staff to choose from: name and unit."""
    return [(str(row.public_id), f"{row.account.name}, {row.unit.name}") for row in memberships]


class WhoForm(forms.Form):
    """Somebody who has an account here, from those found. When nobody is found there is none to choose."""

    must_be_chosen = False
    who = forms.ChoiceField(label=_("Hvem er det?"), widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, found: Iterable[Membership] = ()) -> None:
        super().__init__(data)
        field = self.fields["who"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared above
        choices = as_choices(found)
        field.required = self.must_be_chosen
        field.choices = choices if self.must_be_chosen else [*choices, NOBODY]
        if not choices and not self.must_be_chosen:
            del self.fields["who"]


class LinkForm(WhoForm):
    """Which account a name belongs to."""

    must_be_chosen = True


class SomebodyForm(WhoForm):
    """A clinician or a NAV adviser: somebody found here, or a name to be linked later."""

    name = forms.CharField(
        label=_("Navn"),
        max_length=120,
        required=False,
        help_text=_("Fyll ut når personen ikke har bruker her. Navnet kan knyttes til en bruker senere."),
    )
    unit_name = forms.CharField(label=_("Hvor de arbeider"), max_length=120, required=False)


class NextOfKinForm(forms.Form):
    """Next of kin: a name, and who they are to the person."""

    name = forms.CharField(label=_("Navn"), max_length=120)
    unit_name = forms.CharField(
        label=_("Hvem er det for jobbsøkeren?"),
        max_length=120,
        required=False,
        help_text=_("For eksempel «mor»."),
    )


class StandInForm(WhoForm):
    """A colleague, and until which day."""

    must_be_chosen = True
    until = DayField(label=_("Siste dag"))


class ClosenessForm(forms.Form):
    """How one is close to the person, and who takes over from a specialist."""

    kind = forms.ChoiceField(label=_("Hvordan er du nær?"), choices=CLOSENESS, widget=forms.RadioSelect)
    successor = forms.ChoiceField(label=_("Hvem overtar?"), required=False, widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, successors: Iterable[Membership] = ()) -> None:
        super().__init__(data)
        choices = as_choices(successors)
        if choices:
            self.fields["successor"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del self.fields["successor"]
