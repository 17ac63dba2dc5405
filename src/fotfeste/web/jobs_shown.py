"""Jobs in words: facts, the rhythm as a strip and a table, training. For both pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fotfeste.apps.caseload.jobs import JobAtHand, Jobs, Rhythm
from fotfeste.apps.employment.models import EmployerNeeds, Employment, JobTraining, Undertaking, WishesMet
from fotfeste.apps.employment.selectors import job_fact
from fotfeste.apps.employment.services_wishes import answers_in
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.employment import is_under_way
from fotfeste.domain.job_kept import Kept, KeptAnswer
from fotfeste.domain.support_rhythm import PointState, RhythmPoint, departures_of
from fotfeste.domain.wishes_met import summary_of
from fotfeste.parameters import JOB_KEPT
from fotfeste.web.job_fields import hours_typed, occupation_typed
from fotfeste.web.job_plan_words import WISHES
from fotfeste.web.job_words import (
    END_REASONS,
    PERMANENCES,
    POINT_STATES,
    POINTS,
    UNDERTAKINGS,
    WISHES_MET,
)
from fotfeste.web.lines import language, words_of
from fotfeste.web.person_overview import Fact
from fotfeste.web.pictures.rhythm import Mark, rhythm_picture
from fotfeste.web.words.dates import long_day
from fotfeste.web.words.numbers import percent


@dataclass(frozen=True, slots=True)
class PointShown:
    """One row of the table beside the strip."""

    what: str
    when: str
    state: str
    is_departure: bool


@dataclass(frozen=True, slots=True)
class TrainingShown:
    """Training at the workplace."""

    key: str
    what: str
    more: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class JobShown:
    """One job, ready to be shown."""

    key: str
    public_id: UUID
    name: str
    when: str
    is_over: bool
    is_under_way: bool
    facts: list[Fact]
    trainings: list[TrainingShown]
    strip: SafeString
    points: list[PointShown]
    departures: int
    thoughts: list[str]
    wishes: list[Fact]
    wishes_said: str
    wishes_words: str
    wishes_before: list[str]
    needs: list[Fact]


@dataclass(frozen=True, slots=True)
class UndertakingShown:
    """Education or a measure."""

    key: str
    kind: str
    name: str
    when: str
    is_open: bool


def jobs_page(found: Jobs, *, on: date) -> dict[str, object]:
    """What both the specialist's and the person's own page show."""
    key = found.header.key
    return {
        "jobs": [job_shown(each, key, on=on, is_whole=found.is_whole) for each in found.jobs],
        "undertakings": [_undertaking(each, key) for each in found.undertakings],
        "advice": [words_of(reason, on=on) for reason in found.advice],
        "kept": kept_in_words(found.kept, on=on) if found.jobs else "",
        "is_whole": found.is_whole,
    }


def kept_in_words(answer: KeptAnswer, *, on: date) -> str:
    """Whether work is kept, by the definition we hold."""
    rule = JOB_KEPT.on(on)
    if answer.reached_on is not None:
        return _("Beholdt i %(weeks)d uker %(day)s.") % {
            "weeks": rule.weeks,
            "day": long_day(answer.reached_on, language()),
        }
    if answer.kept is Kept.UNKNOWN:
        return _("Vi vet ikke om jobben er beholdt i %(weeks)d uker: timene i uken er ikke ført.") % {
            "weeks": rule.weeks
        }
    weeks = answer.days // 7
    done = ngettext("%(n)d uke", "%(n)d uker", weeks) % {"n": weeks}
    return _("%(done)s av %(weeks)d er gått.") % {"done": done, "weeks": rule.weeks}


def job_shown(each: JobAtHand, key: SealingKey, *, on: date, is_whole: bool) -> JobShown:
    """One job in words."""
    job, rhythm = each.job, each.rhythm
    missed = departures_of(rhythm.points, rhythm.reflected)
    name = name_of(job)
    return JobShown(
        key=job.public_id.hex,
        public_id=job.public_id,
        name=name,
        when=_when(job.started_on, job.ended_on),
        is_over=job.ended_on is not None and job.ended_on < on,
        is_under_way=is_under_way(job_fact(job), on=on),
        facts=list(_facts(job, key, is_whole)),
        trainings=[_training(row, key) for row in each.trainings],
        strip=_strip(rhythm, job, name, len(missed)),
        points=[_point(point, point in missed) for point in rhythm.points],
        departures=len(missed),
        wishes=list(_wishes(each)),
        wishes_said=_wishes_said(each.wishes_met[0]) if each.wishes_met else "",
        wishes_words=str(Sealed(each.wishes_met[0], "sealed_words", key)) if each.wishes_met else "",
        wishes_before=[_wishes_said(row) for row in each.wishes_met[1:]],
        needs=[_needs(row, key) for row in each.employer_needs],
        thoughts=[text for row in each.reflections if (text := str(Sealed(row, "sealed_words", key)))],
    )


def _wishes(each: JobAtHand) -> Iterator[Fact]:
    if each.wishes_met:
        for wish, answer in answers_in(each.wishes_met[0]).items():
            yield Fact(str(WISHES[wish]), str(WISHES_MET[answer]))


def _needs(row: EmployerNeeds, key: SealingKey) -> Fact:
    """What the employer needed, by the day it was asked."""
    asked = _("Spurt %(day)s") % {"day": long_day(row.asked_on, language())}
    return Fact(asked, str(Sealed(row, "sealed_needs", key)))


def _wishes_said(row: WishesMet) -> str:
    """The summary: how many wishes are met, said which day."""
    found, day = summary_of(answers_in(row)), long_day(row.said_on, language())
    said = {"met": found.met, "partly": found.partly, "said": found.said, "day": day}
    return _("%(met)d av %(said)d ønsker er møtt, %(partly)d delvis (sagt %(day)s)") % said


def name_of(job: Employment) -> str:
    """The employer's name, where it is known."""
    return job.employer.name if job.employer else _("Arbeidsgiver ikke kjent")


def _when(first: date, last: date | None) -> str:
    said = {"first": long_day(first, language()), "last": long_day(last, language()) if last else ""}
    return _("%(first)s til %(last)s") % said if last else _("fra %(first)s") % said


def _facts(job: Employment, key: SealingKey, is_whole: bool) -> Iterator[Fact]:
    occupation = occupation_typed(job.occupation_code, str(Sealed(job, "sealed_occupation", key)))
    yield Fact(_("Yrke"), occupation)
    yield Fact(_("Stilling"), percent(job.percent, language()) if job.percent else "")
    yield Fact(_("Timer i uken"), hours_typed(job.hours_a_week))
    yield Fact(_("Fast eller midlertidig"), str(PERMANENCES.get(job.permanence, "")))
    yield Fact(_("Ordinært, lønnet arbeid"), _yes_no(job.is_ordinary))
    if not is_whole:
        return
    yield Fact(_("Arbeidsavtale"), _contract(job))
    if job.trial_until:
        yield Fact(_("Prøvetid til"), long_day(job.trial_until, language()))
    if job.sealed_accommodation:
        yield Fact(_("Tilrettelegging"), str(Sealed(job, "sealed_accommodation", key)))
    if job.sealed_who_knows:
        yield Fact(_("Hvem på jobben vet hva"), str(Sealed(job, "sealed_who_knows", key)))
    if job.ended_on:
        words = str(Sealed(job, "sealed_end_words", key))
        reason = str(END_REASONS.get(job.end_reason, ""))
        yield Fact(_("Hvorfor den tok slutt"), ": ".join(part for part in (reason, words) if part))


def _yes_no(value: bool | None) -> str:
    return {True: _("Ja"), False: _("Nei"), None: ""}[value]


def _contract(job: Employment) -> str:
    if job.contract_signed_on:
        return _("Undertegnet %(day)s") % {"day": long_day(job.contract_signed_on, language())}
    return {True: _("Undertegnet"), False: _("Ikke undertegnet"), None: ""}[job.is_contract_signed]


def _training(row: JobTraining, key: SealingKey) -> TrainingShown:
    said = [str(Sealed(row, "sealed_by_whom", key))]
    if row.done_on:
        said.append(_("ferdig %(day)s") % {"day": long_day(row.done_on, language())})
    elif row.until_day:
        said.append(_("til %(day)s") % {"day": long_day(row.until_day, language())})
    more = ", ".join(part for part in said if part)
    return TrainingShown(row.public_id.hex, str(Sealed(row, "sealed_what", key)), more, row.done_on is None)


def _strip(rhythm: Rhythm, job: Employment, name: str, missed: int) -> SafeString:
    done = sum(point.state is PointState.DONE for point in rhythm.points)
    desc = _(
        "%(done)d med kontakt, %(missed)d uten som ingen har tenkt over ennå. Tabellen sier hver for seg."
    )
    return rhythm_picture(
        [Mark(point.state, point.key in rhythm.reflected) for point in rhythm.points],
        title=_("Oppfølgingen i jobben hos %(name)s") % {"name": name},
        desc=desc % {"done": done, "missed": missed},
        key=f"rhythm-{job.public_id.hex}",
    )


def _point(point: RhythmPoint, is_departure: bool) -> PointShown:
    state = str(POINT_STATES[point.state])
    if point.met_on:
        state = f"{state} {long_day(point.met_on, language())}"
    when = f"{long_day(point.first, language())} – {long_day(point.by, language())}"
    return PointShown(str(POINTS[point.kind]), when, state, is_departure)


def _undertaking(row: Undertaking, key: SealingKey) -> UndertakingShown:
    return UndertakingShown(
        key=row.public_id.hex,
        kind=str(UNDERTAKINGS[row.undertaking]),
        name=str(Sealed(row, "sealed_name", key)),
        when=_when(row.started_on, row.ended_on),
        is_open=row.ended_on is None,
    )
