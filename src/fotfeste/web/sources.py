"""Following a reason to its source: what it says in our own words, which rules and numbers rest on it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.domain.dated import Dated, NotInForce
from fotfeste.domain.rules import RULES, Rule
from fotfeste.domain.sources import NoSuchSource, SourceKey, parse, parse_all
from fotfeste.parameters import ALL
from fotfeste.parameters.sources import Confidence, Source, SourceKind, all_sources, source_by_slug
from fotfeste.web.lines import SourceLink, language, source_link, text_of
from fotfeste.web.parameter_words import NUMBERS
from fotfeste.web.policy import public

KINDS: Mapping[SourceKind, tuple[str | Promise, str | Promise]] = {
    SourceKind.GUIDELINE: (_("Retningslinje"), _("En retningslinje råder. Den nekter ingen noe.")),
    SourceKind.METHOD: (_("Metode"), _("Metoden råder. Den nekter ingen noe.")),
    SourceKind.STATUTE: (_("Lov"), _("En lov binder.")),
    SourceKind.REGULATION: (_("Forskrift"), _("En forskrift binder.")),
    SourceKind.HOUSE: (
        _("Husregel"),
        _("Et valg programmet har tatt der ingen kilde avgjør. Det kan endres."),
    ),
}
CONFIDENCES: Mapping[Confidence, str | Promise] = {
    Confidence.HIGH: _("Lest i selve teksten."),
    Confidence.MEDIUM: _("Lest på annen hånd. Bør sjekkes mot teksten."),
    Confidence.LOW: _(
        "Gjengitt etter hukommelsen. Må sjekkes mot teksten før den brukes utenfor programmet."
    ),
}


@dataclass(frozen=True, slots=True)
class RuleLink:
    """A rule that rests on a source."""

    title: str
    about: str
    url: str


@dataclass(frozen=True, slots=True)
class Number:
    """One dated number, as it is today. `checked` is None while nobody has read it in the text itself."""

    label: str | Promise
    value: object
    since: date
    checked: date | None
    is_provisional: bool


@public
@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    """One source: what it says, what kind it is, what rests on it."""
    try:
        found = source_by_slug(slug)
    except NoSuchSource as unknown:
        raise Http404 from unknown
    kind, binds = KINDS[found.kind]
    page = {
        "title": found.title(language()),
        "says": found.says[language()],
        "kind": kind,
        "binds": binds,
        "confidence": CONFIDENCES[found.confidence],
        "source": found,
        "approver": found.approver[language()] if found.approver else "",
        "rules": [_rule_link(rule) for rule in RULES.values() if _rests_on(rule, found.key)],
        "numbers": _numbers(_resting_on(found.key, clock.today()), clock.today()),
        "others": _others(found),
    }
    return render(request, "sources/source.html", page)


@public
@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Every document the rules rest on."""
    documents = [each for each in all_sources().values() if not each.key.paragraph]
    page = {
        "documents": [(each.title(language()), each.says[language()], each.key.slug) for each in documents]
    }
    return render(request, "sources/sources.html", page)


@public
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule that can be asked."""
    return render(request, "sources/rules.html", {"rules": [_rule_link(rule) for rule in RULES.values()]})


@public
@require_safe
def rule(request: HttpRequest, name: str) -> HttpResponse:
    """One rule: what it answers, where it is written, the numbers it reads."""
    found = RULES.get(name)
    if found is None:
        raise Http404
    page = {
        "rule": _rule_link(found),
        "sources": [link for text in found.sources if (link := source_link(text))],
        "numbers": _numbers((each for each in ALL if each.name in found.parameters), clock.today()),
    }
    return render(request, "sources/rule.html", page)


def _rule_link(rule: Rule[Any]) -> RuleLink:
    code, on = f"rule.{rule.name}", clock.today()
    return RuleLink(text_of(code, "title", on=on), text_of(code, on=on), reverse("rule", args=[rule.name]))


def _rests_on(rule: Rule[Any], key: SourceKey) -> bool:
    """Whether a rule is written there; a document as a whole carries what stands in its paragraphs."""
    return any(_is_in(parse(text), key) for text in rule.sources)


def _is_in(place: SourceKey, key: SourceKey) -> bool:
    return place == key or (not key.paragraph and place.document == key.document)


def _resting_on(key: SourceKey, on: date) -> Iterator[Dated[Any]]:
    for parameter in ALL:
        try:
            places = parse_all(parameter.version_on(on).source)
        except NotInForce:
            continue
        if any(_is_in(place, key) for place in places):
            yield parameter


def _numbers(parameters: Iterable[Dated[Any]], on: date) -> list[Number]:
    return [
        Number(
            label=NUMBERS[f"{parameter.name}.{field.name}"],
            value=_shown(getattr(parameter.on(on), field.name), is_source=field.name.endswith("_source")),
            since=parameter.version_on(on).effect_from,
            checked=parameter.last_checked_on if _is_read_in(parameter.version_on(on).source) else None,
            is_provisional=parameter.version_on(on).provisional,
        )
        for parameter in parameters
        for field in fields(parameter.on(on))
    ]


def _shown(value: object, *, is_source: bool) -> object:
    """A value as it reads on a page: yes or no in words, a source by its name, nothing as a dash."""
    if isinstance(value, bool):
        return _("Ja") if value else _("Nei")
    if isinstance(value, str) and not value:
        return "–"
    link = source_link(value) if is_source and isinstance(value, str) else None
    return value if link is None else link.label


def _is_read_in(places: str) -> bool:
    """Whether the text itself was read. What is told from memory is not checked, whatever the day says."""
    return all(all_sources()[key].confidence is not Confidence.LOW for key in parse_all(places))


def _others(found: Source) -> list[SourceLink]:
    """The other places in the same document."""
    return [
        SourceLink(each.title(language()), reverse("source", args=[each.key.slug]))
        for each in all_sources().values()
        if each.key.document == found.key.document and each.key != found.key
    ]


urlpatterns = [
    path("kilder", sources, name="sources"),
    path("kilder/<str:slug>", source, name="source"),
    path("regler", rules, name="rules"),
    path("regler/<str:name>", rule, name="rule"),
]
