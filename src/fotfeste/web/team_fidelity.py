"""The team's figures for the fidelity scale: value, definition, base, what is missing, how sure we are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.team.fidelity import Mirror, OfOne, access_mirror
from fotfeste.domain.fidelity import FidelityItem, Figure
from fotfeste.domain.permissions import Ability
from fotfeste.web.lines import SourceLink, language, source_link
from fotfeste.web.pictures.bars import share_picture
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor
from fotfeste.web.words.numbers import number

Words = str | Promise


@dataclass(frozen=True, slots=True)
class ItemWords:
    """An item in our own words: its name, how it is counted, its unit, its base and what can be missing."""

    name: Words
    definition: Words
    value: Words
    base: Words
    missing: Words = ""
    left_out: Words = ""
    """What the scale asks for too and nothing here can answer: then there is no score."""


WORDS: Mapping[FidelityItem, ItemWords] = {
    FidelityItem.CASELOAD: ItemWords(
        _("Størrelse på porteføljen"),
        _("Jobbsøkere som følges nå, delt på fulle stillinger i teamet."),
        _("%(value)s for hver fulle stilling"),
        _("Stillinger til sammen: %(base)s prosent"),
    ),
    FidelityItem.TEAM_ASSIGNMENT: ItemWords(
        _("Samlet om få behandlingsteam"),
        _("Jobbsøkere som følges nå, fra de to behandlingsteamene hver jobbspesialist har flest fra."),
        _("%(value)s prosent"),
        _("Jobbsøkere der behandlingsteamet er kjent: %(base)s"),
        _("Mangler behandlingsteam: %(missing)s"),
    ),
    FidelityItem.TEAM_MEETINGS: ItemWords(
        _("Ukemøter med behandlingsteamene"),
        _("Hele uker med et avsluttet ukemøte, for hvert behandlingsteam, de siste tolv ukene."),
        _("%(value)s prosent"),
        _("Uker, lagt sammen for alle behandlingsteam: %(base)s"),
        left_out=_(
            "Om beslutninger tas sammen, notatene står i én journal, dere sitter nær hverandre, og teamet"
            " får hjelp til å se flere som kan henvises, kan ikke leses her. Derfor ingen skår."
        ),
    ),
    FidelityItem.VOCATIONAL_UNIT: ItemWords(
        _("Møter i arbeidsrettet team"),
        _("Hele uker med et avsluttet møte, de siste tolv ukene."),
        _("%(value)s prosent"),
        _("Uker: %(base)s"),
        left_out=_("Om dere dekker for hverandre, kan ikke leses her. Derfor ingen skår."),
    ),
    FidelityItem.SUPERVISION: ItemWords(
        _("Veiledning av jobbspesialistene"),
        _("Hele uker med veiledning eller følge ute, for hver jobbspesialist, de siste tolv ukene."),
        _("%(value)s prosent"),
        _("Uker, lagt sammen for alle: %(base)s"),
        left_out=_(
            "Besøk hos behandlingsteamene og gjennomgang av resultatene med mål kan ikke leses her."
            " Derfor ingen skår."
        ),
    ),
    FidelityItem.RAPID_SEARCH: ItemWords(
        _("Dager til første møte med en arbeidsgiver"),
        _("Fra de ble tatt imot til noen møtte en arbeidsgiver for dem, i snitt."),
        _("%(value)s dager"),
        _("Jobbsøkere med et slikt møte: %(base)s"),
        _("Tatt imot det siste året, uten slikt møte ennå: %(missing)s"),
    ),
    FidelityItem.EMPLOYER_CONTACTS: ItemWords(
        _("Møter med arbeidsgivere i uka"),
        _(
            "Ansikt til ansikt, for en jobbsøker eller i sin alminnelighet, for hver jobbspesialist og uke,"
            " de siste fire ukene."
        ),
        _("%(value)s for hver jobbspesialist i uka"),
        _("Uker, lagt sammen for alle: %(base)s"),
    ),
    FidelityItem.JOB_DIVERSITY: ItemWords(
        _("Ulike slags jobber"),
        _("Ulike yrker, av jobbene som begynte det siste året."),
        _("%(value)s prosent"),
        _("Jobber med et kjent yrke: %(base)s"),
        _("Mangler yrke: %(missing)s"),
    ),
    FidelityItem.EMPLOYER_DIVERSITY: ItemWords(
        _("Ulike arbeidsgivere"),
        _("Ulike arbeidsgivere, av jobbene som begynte det siste året."),
        _("%(value)s prosent"),
        _("Jobber med en kjent arbeidsgiver: %(base)s"),
        _("Mangler arbeidsgiver: %(missing)s"),
    ),
    FidelityItem.PERMANENT_JOBS: ItemWords(
        _("Faste, ordinære jobber"),
        _("Ordinært lønnet arbeid uten avtalt slutt, av jobbene som begynte det siste året."),
        _("%(value)s prosent"),
        _("Jobber der det er kjent: %(base)s"),
        _("Mangler opplysningen: %(missing)s"),
    ),
    FidelityItem.FOLLOW_ALONG: ItemWords(
        _("Rytmen i oppfølgingen"),
        _("Møter rundt en jobb som ble holdt når rytmen ber om det, for jobber som begynte det siste året."),
        _("%(value)s prosent"),
        _("Ganger rytmen ba om et møte: %(base)s"),
    ),
    FidelityItem.OUT_OF_OFFICE: ItemWords(
        _("Møter utenfor kontoret"),
        _("Møter med jobbsøkere de siste 90 dagene. Telefon regnes ikke som et sted."),
        _("%(value)s prosent"),
        _("Møter med et kjent sted: %(base)s"),
        _("Mangler sted: %(missing)s"),
    ),
}


@dataclass(frozen=True, slots=True)
class FigureShown:
    """One figure in words. Without a value it says why."""

    name: Words
    definition: str
    value: str
    why_not: str
    base: str
    missing: str
    left_out: Words
    score: int | None
    is_provisional: bool
    since: date
    picture: SafeString | str
    source: SourceLink | None


def figure_words(each: Figure) -> dict[str, str]:
    """One figure where it stands alone: value or why there is none, its base, and what is missing."""
    words = WORDS[each.item]
    value = str(words.value) % {"value": _tenths(each.value)} if each.value is not None else ""
    return {
        "value": value,
        "why_not": _why_not(each),
        "definition": str(words.definition),
        "base": str(words.base) % {"base": each.base},
        "missing": str(words.missing) % {"missing": each.missing} if each.missing and words.missing else "",
    }


@needs(Ability.TEAM_READ)
@require_safe
def fidelity(request: HttpRequest) -> HttpResponse:
    """The team's own figures. Names nobody but the specialists."""
    found = access_mirror(actor(request), at=clock.now(), on=clock.today())
    page = {"figures": list(_figures(found)), "specialists": [_one(each) for each in found.of_each]}
    return render(request, "team/fidelity.html", page)


def _figures(found: Mirror) -> Iterator[FigureShown]:
    for each in found.figures:
        words = WORDS[each.item]
        said = figure_words(each)
        yield FigureShown(
            **said,
            name=words.name,
            left_out=words.left_out,
            score=each.score,
            is_provisional=each.is_provisional,
            since=found.since[each.item],
            picture=_picture(each, str(words.name), said["value"]),
            source=source_link(f"fidelity {each.item}"),
        )


def _why_not(each: Figure) -> str:
    if each.value is not None:
        return ""
    return _now("For få til å vise noe tall.") if each.base else _now("Ingenting å telle ennå.")


def _picture(each: Figure, name: str, value: str) -> SafeString | str:
    """The score as a bar; without one there is no bar, and the value stands alone."""
    if each.score is None:
        return ""
    desc = _now("%(value)s. Skår %(score)s av 5.") % {"value": value, "score": each.score}
    return share_picture(each.score, 5, title=name, desc=desc, key=f"item-{each.item}")


def _one(each: OfOne) -> dict[str, object]:
    return {
        "name": each.name,
        "percent": each.position_percent,
        "active": each.active,
        "contacts": each.contacts,
        "in_a_week": _tenths(each.contacts * 10 // each.weeks),
    }


def _tenths(value: int) -> str:
    return number(Decimal(value) / 10, language(), decimals=0 if value % 10 == 0 else 1)


urlpatterns = [path("teamet/metoden", fidelity, name="team_fidelity")]
