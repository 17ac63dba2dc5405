"""Acts that open an agreement and assess together what is needed (A-06, A-13); one's own words to it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements import assessing, using
from fotfeste.apps.agreements.newest import agreement_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start, from_bool
from fotfeste.web.agreement_use_fields import USE_BLAMES, UseFields, use_said
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field

PAGE = "agreement_page"
"""The name of the page these acts belong to; one's own has `my_` before it."""
SEALED = _("Personen kan lese det. Blir kryptert.")
WITH_EMPLOYER = (
    ("none", _("Det er ingen arbeidsgiver ennå")),
    ("yes", _("Ja")),
    ("no", _("Nei")),
)
_EMPLOYER = {"none": None, "yes": True, "no": False}


class UseForm(UseFields, ActForm):
    """NAV decides that the agreement is used."""

    blames = USE_BLAMES


class AssessForm(ActForm):
    """Who took part, what is needed, what each said."""

    blames = {
        "agreement.assessment-no-follow-up": "follow_up",
        "agreement.assessment-no-measures": "measures",
        "agreement.assessment-without": "why_not_together",
        "day.": "assessed_on",
    }
    assessed_on = DayField(label=_("Dagen dere vurderte det"))
    with_person = forms.BooleanField(label=_("Jobbsøkeren var med"), required=False)
    with_employer = forms.ChoiceField(
        label=_("Var arbeidsgiveren med?"), choices=WITH_EMPLOYER, widget=forms.RadioSelect
    )
    follow_up = text_field(_("Hvilken oppfølging trengs?"), rows=4, hint=SEALED, required=True)
    measures = text_field(
        _("Hvilke tiltak, hjelpemidler og tilrettelegging trengs?"),
        rows=4,
        hint=_("Trengs ingen, så skriv det."),
        required=True,
    )
    person_says = text_field(_("Det jobbsøkeren sa"), hint=SEALED)
    employer_says = text_field(_("Det arbeidsgiveren sa"), hint=SEALED)
    why_not_together = text_field(
        _("Hvorfor vurderte dere ikke sammen?"), rows=2, hint=_("Bare når noen ikke var med.")
    )


class OwnWordsForm(ActForm):
    """The jobseeker's own words to what was assessed."""

    words = text_field(_("Det du vil si"), rows=5, hint=_("NAV leser det. Blir kryptert."), required=True)


def _start_of_use(found: Found, asked: Asked) -> Start:
    """What the case about a measure knows already is filled in. Another agreement meanwhile is a change."""
    row = agreement_of(found.person)
    born, reduced = using.known_before(found)
    known = {"born_on": born, "reduced_capacity": from_bool(reduced) if reduced is not None else None}
    return Start(
        {"agreement": row.pk if row else 0},
        suggested={name: value for name, value in known.items() if value is not None},
    )


def _use(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    using.use(deed, use_said(typed))


def _start_of_assessment(found: Found, asked: Asked) -> Start:
    agreement = agreement_of(found.person)
    row = assessing.newest_assessment(agreement) if agreement else None
    if row is None:
        return Start({"assessment": 0}, suggested={"assessed_on": asked.on, "with_person": True})
    employer = {None: "none", True: "yes", False: "no"}[row.with_employer]
    said = assessing.texts_of(row, found.key)
    took_part = {"with_person": row.with_person, "with_employer": employer}
    return Start({"assessment": row.pk, **said, **took_part}, suggested={"assessed_on": asked.on})


def _assess(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    assessing.assess(
        deed, assessing.Assessed(**{**typed, "with_employer": _EMPLOYER[typed["with_employer"]]})
    )


def _start_of_words(found: Found, asked: Asked) -> Start:
    agreement = agreement_of(found.person)
    row = assessing.newest_assessment(agreement) if agreement else None
    if row is None:
        return Start({"assessment": 0})
    said = assessing.texts_of(row, found.key)
    shown = (
        Shown(_("Oppfølging som trengs"), said["follow_up"]),
        Shown(_("Tiltak som trengs"), said["measures"]),
    )
    return Start({"assessment": row.pk, "words": said["person_says"]}, shown)


def _add_words(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    assessing.add_own_words(deed, typed["words"])


def _page(slug: str, title: Any, form: type[ActForm], start: Any, do: Any, **more: Any) -> ActPage:
    said = {"permission": Permission.AGREEMENT_CHANGE} | more
    return ActPage(
        slug=slug,
        title=title,
        form=form,
        start=start,
        do=do,
        action=Action.AGREEMENT_CHANGED,
        back=PAGE,
        above=PAGE,
        **said,
    )


PAGES = (
    _page(
        "agreement-use",
        _("Bruk avtalen"),
        UseForm,
        _start_of_use,
        _use,
        help=_("NAV bestemmer når avtalen brukes. Unge med nedsatt arbeidsevne går først."),
        button=_("Bruk avtalen"),
        said=_("Avtalen er åpnet. Vurder sammen hva som trengs."),
    ),
    _page(
        "agreement-assess",
        _("Vurder sammen"),
        AssessForm,
        _start_of_assessment,
        _assess,
        help=_("NAV, jobbsøkeren og arbeidsgiveren, hvis det er en. Det som stod før, blir stående."),
        said=_("Vurderingen er lagret."),
    ),
    _page(
        "agreement-own-words",
        _("Si noe om vurderingen"),
        OwnWordsForm,
        _start_of_words,
        _add_words,
        permission=Permission.AGREEMENT_OWN,
        is_own_alone=True,
        said=_("Det du skrev, er lagret."),
    ),
)
