"""Places at a provider: how many are taken, who has one, who waits. Worked out each time, never stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from fotfeste.apps.measures.models import FrameworkAgreement, Participation
from fotfeste.apps.people.acting import in_force
from fotfeste.domain.measures.providers import Standing, in_line, standing_of


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
        return self.places - self.taken if self.places > self.taken else 0

    @property
    def waiting(self) -> int:
        """Those granted the measure for whom there is no place yet."""
        return self.begun + self.granted - self.taken


@dataclass(frozen=True, slots=True)
class Place:
    """Where one participation stands, and its number among those who wait (from 1)."""

    standing: Standing
    number: int = 0


def agreement_for(row: Participation, *, on: date) -> FrameworkAgreement | None:
    """The agreement its place is under: the one in force now, or on the day it is to begin."""
    if row.provider_id is None:
        return None
    return agreement_with(row.provider_id, row.measure, row.office_id, on=max(on, row.starts_on))


def agreement_with(provider: int, measure: str, office: int, *, on: date) -> FrameworkAgreement | None:
    """The agreement in force that day between an office and a provider for a measure."""
    rows = FrameworkAgreement.objects.filter(in_force(on), provider=provider, measure=measure, offices=office)
    return rows.order_by("pk").first()


def place_of(row: Participation, *, on: date) -> Place:
    """Where this participation stands with its provider."""
    agreement = None if row.first_start or is_over(row, on) else agreement_for(row, on=on)
    line = line_of(agreement, on=on) if agreement else []
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


def line_of(agreement: FrameworkAgreement, *, on: date) -> list[int]:
    """The participations (row ids) in the line for the agreement's places."""
    offices = [each.pk for each in agreement.offices.all()]
    rows = _going(on).filter(provider=agreement.provider_id, measure=agreement.measure, office__in=offices)
    return in_line([(key, begun is not None) for key, begun in rows.values_list("pk", "first_start")])


def taken_of(agreements: Sequence[FrameworkAgreement], *, on: date) -> dict[int, Taken]:
    """For each agreement (with its offices fetched) what is taken. One statement for all."""
    rows = _going(on).filter(provider__in={each.provider_id for each in agreements})
    counted = list(rows.values_list("provider", "measure", "office", "first_start", "last_day"))
    return {each.pk: _taken(each, counted, on) for each in agreements}


Counted = tuple[int | None, str, int, date | None, date]


def _taken(agreement: FrameworkAgreement, rows: Iterable[Counted], on: date) -> Taken:
    if agreement.until_day is not None and agreement.until_day < on:
        return Taken(agreement.places, 0, 0)
    offices = {each.pk for each in agreement.offices.all()}
    mine = [
        begun is not None
        for provider, measure, office, begun, last in rows
        if (provider, measure) == (agreement.provider_id, agreement.measure)
        and office in offices
        and last >= agreement.from_day
    ]
    return Taken(agreement.places, sum(mine), len(mine) - sum(mine))


def _going(on: date) -> QuerySet[Participation]:
    return Participation.objects.filter(Q(ended_on=None, last_day__gte=on) | Q(ended_on__gte=on))


def is_over(row: Participation, on: date) -> bool:
    """Whether its last day has passed, as decided or as it was ended."""
    return (row.ended_on or row.last_day) < on
