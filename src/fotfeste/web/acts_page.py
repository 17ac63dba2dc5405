"""What an act's page is: a short form, what it starts from, what carries it out. One `ActPage` for each act.

The pages themselves are in acts_*.py, one file for what belongs together; `acts.py` shows and carries out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.domain.permissions import Permission
from fotfeste.domain.startup import PlaceKind

Words = str | Promise

SIGNING = _("Samtykker, dokumenter og signering")
SAVE, SAVED = _("Lagre"), _("Lagret.")
YES_NO_UNKNOWN = (("yes", _("Ja")), ("no", _("Nei")), ("unknown", _("Vet ikke ennå")))
PLACES = (
    (PlaceKind.NEUTRAL, _("Nøytralt sted, for eksempel kafé, bibliotek eller tur")),
    (PlaceKind.OFFICE, _("Kontoret")),
    (PlaceKind.TREATMENT, _("Behandlingsstedet")),
    (PlaceKind.WORKPLACE, _("Arbeidsplass")),
    (PlaceKind.PHONE, _("Telefon eller video")),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """Something to read above the form, such as what a list said."""

    label: Words
    value: str


@dataclass(frozen=True, slots=True)
class Start:
    """What a form starts from. `initial` is what is saved now: when it has changed meanwhile, both are shown.

    `given` is what the form needs to know to be shaped (choices, which fields), and `suggested` fills in what
    is most often typed, such as today. Neither is compared.
    """

    initial: Mapping[str, Any] = field(default_factory=dict)
    shown: tuple[Shown, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)
    suggested: Mapping[str, Any] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """Changes when what is saved changes."""
        said = repr(sorted((name, str(value)) for name, value in self.initial.items()))
        return sha256(said.encode()).hexdigest()[:16]


class ActForm(forms.Form):
    """The form of an act. `blames` says which field a refusal is shown at, by the beginning of its code."""

    blames: ClassVar[Mapping[str, str]] = {}

    def __init__(self, data: Mapping[str, Any] | None = None, *, start: Start) -> None:
        known = {name: value for name, value in start.initial.items() if value is not None}
        super().__init__(data, initial={**start.suggested, **known})
        self.start = start
        self.shape(start)

    def shape(self, start: Start) -> None:
        """Fit the fields to what is known of this person. Most forms are always the same."""

    def blamed(self, code: str) -> str | None:
        """The field that a refusal is about; None when it is about the whole."""
        for beginning, name in self.blames.items():
            if code.startswith(beginning) and name in self.fields:
                return name
        return None


@dataclass(frozen=True, slots=True)
class Asked:
    """What an act is asked for: on which day, and about what (a question's code, a departure's)."""

    on: date
    about: str = ""


Starts = Callable[[Found, Asked], Start]
Does = Callable[[Deed, Mapping[str, Any], Asked], None]


def nothing_before(found: Found, asked: Asked) -> Start:
    """A form that starts empty: what it adds changes nothing that is there."""
    return Start()


def today_suggested(found: Found, asked: Asked) -> Start:
    """As above, with today filled in: it is most often put down the same day."""
    return Start(suggested={"day": asked.on})


@dataclass(frozen=True, slots=True)
class ActPage:
    """One act: what it is called, its form, how it starts, how it is done, what is said when it is done."""

    slug: str
    title: Words
    form: type[ActForm]
    do: Does
    action: Action
    button: Words = SAVE
    said: Words = SAVED
    help: Words = ""
    start: Starts = nothing_before
    onward: Callable[[Mapping[str, Any]], str] = lambda typed: ""
    beside: str = ""
    """The name of another of the person's pages that helps here, such as where one signs together."""
    beside_words: Words = SIGNING
    back: str = ""
    """The page one comes back to, by its name; one's own has `my_` before it. Empty: the person's page."""
    above: str = "person"
    """The page whose name stands above the title: the person's, or the measure's for who sees only that."""
    keeps_draft: bool = False
    """Whether what is typed is kept while one types, for the one who types (web/drafts.py)."""
    instead: tuple[str, Words] | None = None
    """Another act to do when this is not the one, and the question that leads there."""
    template: str = "acts/act.html"
    on_menu: bool = False
    permission: Permission = Permission.ABOUT_PERSON_CHANGE
    """What it takes to do it. What the person may do too has the same form on their own pages."""
    is_own_alone: bool = False
    """Whether nobody but the person may do it: then it is on their own pages and nowhere else."""


def as_bool(answer: str) -> bool | None:
    """Yes, no, or not known."""
    return {"yes": True, "no": False}.get(answer)


def from_bool(value: bool | None) -> str:
    """The choice for yes, no, or not known."""
    return {True: "yes", False: "no", None: "unknown"}[value]
