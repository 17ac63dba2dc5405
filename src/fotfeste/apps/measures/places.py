"""Places at a provider: how many are taken, who has one, who waits. Worked out each time, never stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet

from fotfeste.apps.measures.models import FrameworkAgreement, Participation
from fotfeste.apps.people.acting import in_force
from fotfeste.apps.people.models import Unit
from fotfeste.domain.measures.kinds import Span
from fotfeste.domain.measures.providers import Standing, in_line, standing_of
from fotfeste.domain.verdict import Verdict, because

_OURS = "house §providers"


@dataclass(frozen=True, slots=True)
class Taken:
    """The places of an agreement: how many have begun, how many are granted, and who has to wait."""

    places: int
    begun: int
    granted: int

    @property
    def taken(self) -> int:
        """Places taken: those going on, and those granted a place and not begun."""
        return max(self.begun, min(self.places, self.begun + self.granted))

    @property
    def free(self) -> int:
        """Places that nobody has been granted."""
        return max(self.places - self.taken, 0)

    @property
    def waiting(self) -> int:
        """Those granted the measure for whom there is no place yet."""
        return self.begun + self.granted - self.taken


@dataclass(frozen=True, slots=True)
class Place:
    """Where one participation stands, and its number among those who wait (from 1)."""

    standing: Standing
    number: int = 0


class Going(NamedTuple):
    """A participation that has not ended, as places are counted."""

    pk: int
    provider: int | None
    measure: str
    office: int
    begun: date | None
    last: date


def agreement_with(provider: int, measure: str, office: int, *, on: date) -> FrameworkAgreement | None:
    """The agreement in force that day between an office and a provider for a measure."""
    rows = FrameworkAgreement.objects.filter(in_force(on), provider=provider, measure=measure, offices=office)
    return rows.prefetch_related("offices").order_by("pk").first()


def may_be_provider(provider: Unit, measure: str, office: Unit, *, first: date) -> Verdict:
    """Why this provider cannot be named for a participation that begins that day: nothing is agreed."""
    if agreement_with(provider.pk, measure, office.pk, on=first) is None:
        return (because("measure-provider.no-agreement", _OURS, day=first),)
    return ()


def place_of(row: Participation, *, on: date) -> Place:
    """Where this participation stands with its provider."""
    return places_of([row], on=on)[row.pk]


def places_of(rows: Sequence[Participation], *, on: date) -> dict[int, Place]:
    """Where each of these stands. Three statements for all, none where all have begun or ended."""
    asked = [row for row in rows if row.first_start is None and row.provider_id and not is_over(row, on)]
    providers = {row.provider_id for row in asked if row.provider_id}
    agreed = FrameworkAgreement.objects.filter(provider__in=providers).prefetch_related("offices")
    agreements = list(agreed.order_by("pk")) if asked else []
    going = _going_at(providers, on) if asked else []
    return {row.pk: _place(row, agreements, going, on) for row in rows}


def taken_of(agreements: Sequence[FrameworkAgreement], *, on: date) -> dict[int, Taken]:
    """For each agreement (with its offices fetched) what is taken. One statement for all."""
    going = _going_at({each.provider_id for each in agreements}, on)
    return {each.pk: _taken(each, going, on) for each in agreements}


def is_over(row: Participation, on: date) -> bool:
    """Whether its last day has passed, as decided or as it was ended."""
    return (row.ended_on or row.last_day) < on


def going_on(on: date) -> QuerySet[Participation]:
    """Participations that are not over: begun, or granted and still to begin."""
    return Participation.objects.filter(Q(ended_on=None, last_day__gte=on) | Q(ended_on__gte=on))


def _place(
    row: Participation, agreements: Iterable[FrameworkAgreement], going: Sequence[Going], on: date
) -> Place:
    needed = Span(max(on, row.starts_on), max(on, row.starts_on))
    agreement = next(
        (
            each
            for each in agreements
            if _is_for(each, row.provider_id, row.measure, row.office_id)
            and Span(each.from_day, each.until_day).meets(needed)
        ),
        None,
    )
    line = _line(agreement, going) if agreement else []
    number = line.index(row.pk) if row.pk in line else None
    standing = standing_of(
        begun=row.first_start is not None,
        ended=is_over(row, on),
        number=number,
        places=agreement.places if agreement else None,
        provided=row.provider_id is not None,
    )
    if standing is not Standing.WAITING or agreement is None or number is None:
        return Place(standing)
    return Place(standing, number - agreement.places + 1)


def _taken(agreement: FrameworkAgreement, going: Iterable[Going], on: date) -> Taken:
    if agreement.until_day is not None and agreement.until_day < on:
        return Taken(agreement.places, 0, 0)
    mine = [
        each.begun is not None
        for each in going
        if _is_for(agreement, each.provider, each.measure, each.office) and each.last >= agreement.from_day
    ]
    return Taken(agreement.places, sum(mine), len(mine) - sum(mine))


def _line(agreement: FrameworkAgreement, going: Iterable[Going]) -> list[int]:
    mine = [each for each in going if _is_for(agreement, each.provider, each.measure, each.office)]
    return in_line([(each.pk, each.begun is not None) for each in mine])


def _is_for(agreement: FrameworkAgreement, provider: int | None, measure: str, office: int) -> bool:
    same = (agreement.provider_id, agreement.measure) == (provider, measure)
    return same and any(each.pk == office for each in agreement.offices.all())


def _going_at(providers: Iterable[int], on: date) -> list[Going]:
    rows = going_on(on).filter(provider__in=set(providers))
    return [
        Going(*each)
        for each in rows.values_list("pk", "provider", "measure", "office", "first_start", "last_day")
    ]
