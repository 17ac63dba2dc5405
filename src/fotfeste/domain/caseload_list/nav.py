"""What a row tells about NAV: office, adviser, benefit, consent and registration. Statements, no more."""

from fotfeste.domain import nav_office
from fotfeste.domain.brought_in import Choice, Notebook
from fotfeste.domain.caseload_list.cells import LEAVE_OPEN, reply, says_nothing, words, words_or_open
from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.caseload_list.facts import NavTold
from fotfeste.domain.caseload_list.known import Known
from fotfeste.domain.caseload_list.row import Row
from fotfeste.domain.consent import Reply
from fotfeste.domain.nav_office import NavOffice
from fotfeste.domain.typed_text import alike
from fotfeste.domain.verdict import because

UNEMPLOYMENT_BENEFIT = "dagpenger"
SICKNESS_BENEFIT = "sykepenger"

_OFFICE_OPEN = because("caseload.nav-office-open", "I §5")
_ADVISER_OPEN = because("caseload.nav-adviser-open", "I §5")
_BENEFIT_OPEN = because("caseload.benefit-open", "I §5")
_CONSENT_OPEN = because("caseload.nav-consent-open", "I §4.1")
_REGISTRATION_OPEN = because("caseload.nav-registration-open", "I §5.1")


def read(row: Row, known: Known, notes: Notebook) -> NavTold:
    """What is said about NAV. What does not go together is told."""
    office = _office(row[Column.NAV_OFFICE], known, notes)
    benefit = words_or_open(row[Column.BENEFIT], Column.BENEFIT, _BENEFIT_OPEN, notes)
    consent = reply(row[Column.NAV_CONSENT], Column.NAV_CONSENT, _CONSENT_OPEN, notes)
    adviser = _adviser(row[Column.NAV_ADVISER], consent, notes)
    registration = reply(row[Column.NAV_REGISTRATION], Column.NAV_REGISTRATION, _REGISTRATION_OPEN, notes)
    if alike(benefit) == UNEMPLOYMENT_BENEFIT and registration is Reply.NO:
        columns = (Column.NAV_REGISTRATION, Column.BENEFIT)
        notes.noted(
            because("caseload.unemployment-benefit-unregistered", "LOV-1997-02-28-19 § 4-5"), *columns
        )
    return NavTold(office, adviser, benefit, consent, registration)


def _adviser(text: str, consent: Reply, notes: Notebook) -> str:
    if says_nothing(text):
        if consent is Reply.YES:
            notes.unclear(_ADVISER_OPEN, Column.NAV_ADVISER)
        return ""
    if consent is not Reply.YES:
        columns = (Column.NAV_ADVISER, Column.NAV_CONSENT)
        notes.noted(because("caseload.nav-adviser-without-consent", "I §4.4"), *columns)
    return words(text, Column.NAV_ADVISER, notes)


def _office(text: str, known: Known, notes: Notebook) -> NavOffice | None:
    if says_nothing(text):
        notes.unclear(_OFFICE_OPEN, Column.NAV_OFFICE)
        return None
    office = nav_office.parse(words(text, Column.NAV_OFFICE, notes))
    if not isinstance(office, NavOffice):
        if notes.ask(office[0], Column.NAV_OFFICE, choices=[LEAVE_OPEN]):
            notes.unclear(_OFFICE_OPEN, Column.NAV_OFFICE)
        return None
    return _known_office(office, known, notes)


def _known_office(office: NavOffice, known: Known, notes: Notebook) -> NavOffice | None:
    candidates = nav_office.matching(office, known.nav_offices)
    if not candidates:
        unknown = because("caseload.nav-office-unknown", "house §lists", office=str(office))
        notes.noted(unknown, Column.NAV_OFFICE)
        return office
    if len(candidates) == 1 and _agree(office, candidates[0]):
        return candidates[0]
    reason = because("caseload.nav-office-contradicts", "house §lists", written=str(office))
    choices = [Choice("this-office", str(each), (("office", str(each)),)) for each in candidates]
    answer = notes.ask(reason, Column.NAV_OFFICE, choices=[*choices, LEAVE_OPEN])
    if answer is LEAVE_OPEN:
        notes.unclear(_OFFICE_OPEN, Column.NAV_OFFICE)
    return next((each for each in candidates if answer and answer.value == str(each)), None)


def _agree(office: NavOffice, known: NavOffice) -> bool:
    numbers = {office.number, known.number} - {""}
    return len(numbers) < 2 and (not office.name or nav_office.is_same_name(office.name, known.name))
