"""/retningslinjen: the versions of the guideline we work by, who stands behind them, and what changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.domain.guideline_versions import GuidelineVersion, Words, differences, version_on
from fotfeste.parameters.guidelines import guideline_versions
from fotfeste.web.lines import language
from fotfeste.web.parameter_words import NUMBERS
from fotfeste.web.policy import public
from fotfeste.web.words.dates import month_and_year


@dataclass(frozen=True, slots=True)
class NumberShown:
    """A number that a section gives; `was` where another version gave another."""

    label: str
    value: int | None
    was: int | None = None


@dataclass(frozen=True, slots=True)
class SectionShown:
    """One section: what it says, and the numbers it gives. `before` where another version said otherwise."""

    number: str
    says: str
    before: str
    url: str
    numbers: list[NumberShown]


@dataclass(frozen=True, slots=True)
class VersionShown:
    """One version, and what it changed from the one before."""

    id: str
    named: str
    authors: list[str]
    approver: str
    since: date
    until: date | None
    is_now: bool
    sections: list[SectionShown]
    changes: list[SectionShown]


@public
@require_safe
def guideline(request: HttpRequest) -> HttpResponse:
    """Every version, the newest first."""
    return render(request, "guideline/guideline.html", {"versions": list(_shown(clock.today()))})


def version_named(version: str) -> str:
    """«april 2020»: how a version is called, by its id."""
    year, _, month = version.partition("-")
    try:
        return month_and_year(date(int(year), int(month), 1), language())
    except ValueError:
        return version


def _shown(on: date) -> Iterator[VersionShown]:
    versions = guideline_versions()
    now = version_on(versions, on)
    for each, older in zip(versions, [*versions[1:], None], strict=True):
        yield VersionShown(
            id=each.id,
            named=version_named(each.id),
            authors=[_said(author) for author in each.authors],
            approver=_said(each.approver),
            since=each.in_force_from,
            until=each.in_force_to,
            is_now=each.id == now.id,
            sections=list(_sections(each)),
            changes=list(_changes(older, each)) if older else [],
        )


def _sections(version: GuidelineVersion) -> Iterator[SectionShown]:
    for section in version.sections:
        numbers = [NumberShown(_label(name), value) for name, value in section.sets]
        yield SectionShown(section.number, _said(section.says), "", _url(section.number), numbers)


def _changes(old: GuidelineVersion, new: GuidelineVersion) -> Iterator[SectionShown]:
    for each in differences(old, new):
        numbers = [NumberShown(_label(name), after, before) for name, before, after in each.numbers]
        before = _said(each.before) if each.before and each.before != each.after else ""
        yield SectionShown(
            each.number, _said(each.after) if each.after else "", before, _url(each.number), numbers
        )


def _said(words: Words) -> str:
    return words[language()]


def _label(name: str) -> str:
    return str(NUMBERS.get(name, name))


def _url(number: str) -> str:
    return reverse("source", args=[f"I-{number}"])


urlpatterns = [path("retningslinjen", guideline, name="guideline")]
