"""Each kind of fact in words: what, on which day, by whom, and whether it is confirmed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from fotfeste.apps.caseload.person import Facts
from fotfeste.apps.consents.models import ConsentStatement, DisclosureStatement
from fotfeste.apps.economy.models import BenefitStatement, NavRegistration
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.episodes.models import Episode, Meeting
from fotfeste.apps.people.models import Account
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.plans.models import Wishes
from fotfeste.domain.permissions import Permission
from fotfeste.web.benefit_words import benefit_in_words
from fotfeste.web.guideline import version_named
from fotfeste.web.happening_values import VALUES
from fotfeste.web.lines import language
from fotfeste.web.meetings_shown import KINDS
from fotfeste.web.words.dates import long_day
from fotfeste.web.words.numbers import clock, percent
from fotfeste.web.words.phones import spaced


@dataclass(frozen=True, slots=True)
class Told:
    """One fact: `origin` says its day and who stands behind it."""

    label: str
    value: str
    origin: str = ""
    is_brought_in: bool = False
    is_unconfirmed: bool = False
    is_over: bool = False
    is_confirmed_here: bool = False


def contact(found: Facts) -> Iterator[Told]:
    """How the person is reached, and in which language."""
    if found.contact is None:
        return
    reached, person = found.contact.contact, found.contact.person
    yield Told(_("Navn"), reached.name)
    yield Told(_("Telefon"), spaced(reached.phone))
    yield Told(_("E-post"), reached.email)
    yield Told(_("Språk"), person.language)
    yield Told(_("Tolk"), _interpreter(person.needs_interpreter, person.interpreter_language))


def wishes(found: Facts) -> Iterator[Told]:
    """What the person wants."""
    wanted = found.wishes
    if wanted is None:
        return
    origin, is_brought_in = _day(wanted.stated_on), wanted.is_brought_in
    work = str(Sealed(wanted, "sealed_work", found.header.key))
    yield Told(_("Arbeid"), work, origin, is_brought_in)
    yield Told(_("Stilling"), wished_percent(wanted), origin, is_brought_in)


def wished_percent(wanted: Wishes) -> str:
    """How much work is wanted, and whether that is only roughly so."""
    if not wanted.percent:
        return ""
    said = percent(wanted.percent, language())
    return _("omtrent %(percent)s") % {"percent": said} if wanted.is_percent_approximate else said


def course(found: Facts) -> Iterator[Told]:
    """The course of support itself."""
    episode = found.header.course.episode
    if episode is None:
        return
    is_brought_in = episode.brought_in_on is not None
    referrer = str(Sealed(episode, "sealed_referrer", found.header.key))
    yield Told(_("Henvist"), _day(episode.referred_on), "", is_brought_in)
    yield Told(_("Metode"), _word("method", episode.method))
    yield Told(_("Henvist av"), referrer, "", is_brought_in and bool(referrer))
    yield Told(_("Informasjonssamtale"), _talk(episode.information_talk))
    yield Told(_("Oppstart oppsummert"), _day(episode.start_up_finished_on))
    if episode.can_help is not None and found.header.may(Permission.NOTE_READ):
        yield from _joint_answer(episode, found)
    yield Told(_("Første kontakt med arbeidsgiver"), _day(episode.first_employer_contact_on))
    if found.header.may(Permission.NOTE_READ):
        yield from _plans(episode, found)
    if episode.discharged_on:
        yield Told(_("Skrevet ut"), _day(episode.discharged_on), "", is_brought_in)
    yield from _guidelines(found)
    for each in found.earlier:
        ended = _("til %(day)s") % {"day": _day(each.discharged_on)} if each.discharged_on else ""
        value = _joined(_("fra %(day)s") % {"day": _day(each.referred_on)}, ended)
        yield Told(_("Tidligere løp"), value, "", each.brought_in_on is not None)


def _guidelines(found: Facts) -> Iterator[Told]:
    """Which version of the guideline the course has followed, from which day."""
    for each in found.guidelines:
        named = _("Følger IPS-retningslinjen fra %(version)s") % {"version": version_named(each.version)}
        since = _("fra %(day)s") % {"day": _day(each.from_day)} if each.from_day > date.min else ""
        yield Told(_("Retningslinje"), named, since)


def meetings(found: Facts) -> Iterator[Told]:
    """Every meeting, agreed or held."""
    yield from (_meeting(each, found) for each in found.meetings)


def profiles(found: Facts) -> Iterator[Told]:
    """Versions of the career profile."""
    for each in found.profiles:
        reviewed = each.reviewed_with_clinician_on
        said = _("gått gjennom med behandler %(day)s") % {"day": _day(reviewed)} if reviewed else ""
        yield Told(_("Versjon"), _joined(_day(each.dated_on), said), "", each.is_brought_in)


def jobs(found: Facts) -> Iterator[Told]:
    """Every job."""
    yield from map(_job, found.jobs)


def consents(found: Facts) -> Iterator[Told]:
    """Every statement of consent, also those that are over."""
    yield from map(_consent, found.consents)


def disclosures(found: Facts) -> Iterator[Told]:
    """What may be told to employers."""
    yield from (_stand(each, found) for each in found.stands)


def nav(found: Facts) -> Iterator[Told]:
    """Ties to NAV."""
    said = found.registration
    if said is not None:
        yield Told(
            label=_("Registrert som arbeidssøker"),
            value=_word("reply", said.answer),
            origin=_stated(said),
            is_brought_in=said.is_brought_in,
            is_unconfirmed=said.confirmed_at is None,
        )
    if found.benefit is not None:
        kind = benefit_in_words(str(Sealed(found.benefit, "sealed_kind", found.header.key)))
        yield Told(
            label=_("Ytelse"),
            value=kind,
            origin=_stated(found.benefit),
            is_brought_in=found.benefit.is_brought_in,
            is_unconfirmed=found.benefit.is_from_referral,
        )


def _stated(said: NavRegistration | BenefitStatement) -> str:
    """The day, and that it came with the referral where it did."""
    came_along = _("fra henvisningen") if not said.is_brought_in and said.confirmed_at is None else ""
    return _joined(_day(said.stated_on), came_along)


def _interpreter(needs: bool | None, spoken: str) -> str:
    if needs is None:
        return ""
    if not needs:
        return _("Trenger ikke tolk")
    return _("Trenger tolk: %(language)s") % {"language": spoken} if spoken else _("Trenger tolk")


def _plans(episode: Episode, found: Facts) -> Iterator[Told]:
    plan = str(Sealed(episode, "sealed_contingency_plan", found.header.key))
    yield Told(_("Plan for når kontakten glipper"), plan, _day(episode.contingency_plan_on))
    watched = str(Sealed(episode, "sealed_agreed_problems", found.header.key))
    if watched:
        yield Told(_("Annet dere følger med på"), watched)
    cause = str(Sealed(episode, "sealed_delay_cause", found.header.key))
    if cause:
        yield Told(_("Hvorfor oppstarten drøyde"), cause)


def _joint_answer(episode: Episode, found: Facts) -> Iterator[Told]:
    key = found.header.key
    helps = _("Ja, IPS kan hjelpe") if episode.can_help else _("Nei, noe annet passer bedre")
    offered_by = str(Sealed(episode, "sealed_offered_by", key))
    by = _("tilbys av %(who)s") % {"who": offered_by} if offered_by else ""
    yield Told(
        _("Svaret dere ga sammen"), _joined(helps, str(Sealed(episode, "sealed_joint_answer", key)), by)
    )


def _talk(answer: str) -> str:
    return {"held": _("Holdt"), "not_held": _("Ikke holdt")}.get(answer, "")


def _meeting(each: Meeting, found: Facts) -> Told:
    kind = str(KINDS[each.kind])
    clinician = {True: _("behandler var med"), False: _("uten behandler"), None: ""}[each.clinician_attended]
    clinician = clinician if each.is_held else ""
    hour = _("kl. %(clock)s") % {"clock": clock(each.starts_at, language())} if each.starts_at else ""
    where = str(Sealed(each, "sealed_where", found.header.key))
    value = _joined(_day(each.held_on), hour, where, str(VALUES["place"][each.place_kind]), clinician)
    return Told(_kind_and_state(each, kind), value, "", each.is_brought_in)


def _kind_and_state(each: Meeting, kind: str) -> str:
    if each.is_held:
        return kind
    said = {
        "": _("%(meeting)s, avtalt"),
        "missed": _("%(meeting)s, kom ikke"),
        "called_off": _("%(meeting)s, avlyst"),
    }
    return said[each.fell_through] % {"meeting": kind}


def _job(each: Employment) -> Told:
    began = _("fra %(day)s") % {"day": _day(each.started_on)}
    until = _("til %(day)s") % {"day": _day(each.ended_on)} if each.ended_on else _("varer")
    share = percent(each.percent, language()) if each.percent else ""
    name = each.employer.name if each.employer else _("Arbeidsgiver ikke kjent")
    return Told(name, _joined(began, until, share), "", each.is_brought_in)


def _consent(each: ConsentStatement) -> Told:
    explained, archived = each.consequences_explained_on, each.archived_on
    value = _joined(
        _word("reply", each.answer),
        _("følgene forklart %(day)s") % {"day": _day(explained)} if explained else "",
        _("arkivert hos NAV %(day)s") % {"day": _day(archived)} if archived else "",
    )
    return Told(
        label=_word("scope", each.scope),
        value=value,
        origin=_joined(_day(each.stated_on), _name(each.confirmed_by)),
        is_brought_in=each.is_brought_in,
        is_unconfirmed=each.confirmed_at is None,
        is_over=each.ended_at is not None,
        is_confirmed_here=each.is_brought_in and each.confirmed_at is not None,
    )


def _stand(each: DisclosureStatement, found: Facts) -> Told:
    wording, said = str(Sealed(each, "sealed_wording", found.header.key)), _word("stand", each.stand)
    return Told(
        label=each.employer.name if each.employer else _("Generelt"),
        value=f"{said}: «{wording}»" if wording else said,
        origin=_joined(_day(each.stated_on), _name(each.confirmed_by)),
        is_brought_in=each.is_brought_in,
        is_unconfirmed=each.confirmed_at is None,
        is_confirmed_here=each.is_brought_in and each.confirmed_at is not None,
    )


def _word(kind: str, value: str) -> str:
    said = str(VALUES[kind][value])
    return said[:1].upper() + said[1:]


def _name(account: Account | None) -> str:
    return account.name if account else ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _day(day: date | None) -> str:
    return long_day(day, language()) if day else ""
