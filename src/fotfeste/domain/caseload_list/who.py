"""Who a row is about: name, identity number, phone, e-mail."""

from datetime import date

from fotfeste.domain import contact_details, national_identity_number, person_name
from fotfeste.domain.brought_in import Choice, Notebook
from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.caseload_list.facts import WhoTold
from fotfeste.domain.caseload_list.known import Known
from fotfeste.domain.caseload_list.row import Row
from fotfeste.domain.contact_details import EmailAddress, Phone
from fotfeste.domain.national_identity_number import NationalIdentityNumber
from fotfeste.domain.typed_text import tidied
from fotfeste.domain.verdict import because

KEEP = Choice("keep")
LEAVE_OUT = Choice("leave-out")


def read(row: Row, known: Known, notes: Notebook, *, on: date) -> WhoTold:
    """Who it is. A contact detail that cannot be used is asked about and need not keep anybody out."""
    name = _name(row[Column.NAME], notes, on)
    number = _identity_number(row[Column.IDENTITY_NUMBER], known, notes, on)
    phone = _phone(row[Column.PHONE], notes, on)
    email = _email(row[Column.EMAIL], notes)
    if not tidied(row[Column.PHONE]) and not tidied(row[Column.EMAIL]):
        notes.unclear(because("caseload.no-way-to-reach", "house §lists"), Column.PHONE, Column.EMAIL)
    return WhoTold(name, number, phone, email)


def _name(text: str, notes: Notebook, on: date) -> str:
    read_name = person_name.read(text, on=on)
    for reason in read_name.refused:
        notes.held(reason, Column.NAME)
    for reason in read_name.noted:
        notes.noted(reason, Column.NAME)
    for reason in read_name.doubts:
        notes.ask(reason, Column.NAME, choices=[KEEP])
    return read_name.name


def _identity_number(text: str, known: Known, notes: Notebook, on: date) -> NationalIdentityNumber | None:
    number = national_identity_number.parse(text, on=on)
    if isinstance(number, NationalIdentityNumber):
        return _accepted(number, known, notes)
    offered = national_identity_number.with_leading_zero(text, on=on)
    if offered is None:
        for reason in number:
            notes.held(reason, Column.IDENTITY_NUMBER)
        return None
    if _accepted(offered, known, notes) is None:
        return None
    answer = notes.ask(number[0], Column.IDENTITY_NUMBER, choices=[Choice("with-zero")])
    return offered if answer is not None else None


def _accepted(number: NationalIdentityNumber, known: Known, notes: Notebook) -> NationalIdentityNumber | None:
    refused = national_identity_number.accepts(number, synthetic_only=known.synthetic_only)
    for reason in refused:
        notes.held(reason, Column.IDENTITY_NUMBER)
    return None if refused else number


def _phone(text: str, notes: Notebook, on: date) -> Phone | None:
    if not tidied(text):
        return None
    if national_identity_number.stands_in(text, on=on):
        notes.held(because("phone.holds-an-identity-number", "house §lists"), Column.PHONE)
        return None
    phone = contact_details.read_phone(text)
    if isinstance(phone, Phone):
        return phone
    offered = contact_details.with_country_code(text)
    choices = [Choice("with-plus", data=(("number", offered.canonical),))] if offered else []
    answer = notes.ask(phone[0], Column.PHONE, choices=[*choices, LEAVE_OUT])
    return offered if answer is not None and answer.key == "with-plus" else None


def _email(text: str, notes: Notebook) -> EmailAddress | None:
    if not tidied(text):
        return None
    email = contact_details.read_email(text)
    if not isinstance(email, EmailAddress):
        notes.ask(email[0], Column.EMAIL, choices=[LEAVE_OUT])
        return None
    if email.is_international:
        notes.noted(because("email.international", "house §lists", written=email.typed), Column.EMAIL)
    return email
