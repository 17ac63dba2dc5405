"""Consent: stated, confirmed, withdrawn, explained, archived (I §4.1, §4.4)."""

from datetime import date

from django.db.models import F

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.models import Answer, ConsentStatement
from fotfeste.apps.consents.selectors import consents_in_force
from fotfeste.apps.people.timeline import logged
from fotfeste.domain.consent import Reply
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.permissions import ConsentScope
from fotfeste.domain.verdict import Refused, because


def state_consent(deed: Deed, *, scope: ConsentScope, reply: Reply, stated_on: date) -> ConsentStatement:
    """What the person answers, from now on. The same answer as a list told confirms what the list told."""
    refuse(has_happened(stated_on, on=deed.on))
    before = consents_in_force(deed.person).get(scope)
    if before is not None and not before.confirmed_at and before.answer == reply:
        return _confirm(deed, before)
    if before is not None:
        _end(deed, before, reply)
    row = ConsentStatement.objects.create(
        person=deed.person,
        scope=scope,
        answer=reply,
        stated_on=stated_on,
        confirmed_at=deed.at,
        confirmed_by_id=deed.by.account_id,
    )
    deed.done("consent.stated", day=stated_on, scope=scope, reply=reply)
    return row


def explain_consequences(deed: Deed, *, explained_on: date) -> None:
    """A no to contact with NAV is respected, and what it means has been explained (I-4.4c)."""
    refuse(has_happened(explained_on, on=deed.on))
    row = _nav_statement(deed, Answer.NO, "consent.nothing-to-explain")
    row.consequences_explained_on = explained_on
    row.confirmed_at, row.confirmed_by_id = row.confirmed_at or deed.at, deed.by.account_id
    _save(row, "consequences_explained_on", "confirmed_at", "confirmed_by")
    deed.done("consent.consequences-explained", day=explained_on)


def archive_consent(deed: Deed, *, archived_on: date) -> None:
    """The signed consent lies in NAV's archive (I-4.1f)."""
    refuse(has_happened(archived_on, on=deed.on))
    row = _nav_statement(deed, Answer.YES, "consent.nothing-to-archive")
    refuse(has_happened(archived_on, on=deed.on, referred_on=None))
    row.archived_on = archived_on
    _save(row, "archived_on")
    deed.done("consent.archived", day=archived_on)


def _confirm(deed: Deed, row: ConsentStatement) -> ConsentStatement:
    row.confirmed_at, row.confirmed_by_id = deed.at, deed.by.account_id
    _save(row, "confirmed_at", "confirmed_by")
    _log(Action.CONSENT_CONFIRMED, deed, row)
    deed.done("consent.confirmed", scope=row.scope, reply=row.answer)
    return row


def _end(deed: Deed, row: ConsentStatement, reply: Reply) -> None:
    """A confirmed yes that becomes anything else is withdrawn; everything else is replaced."""
    is_withdrawn = row.answer == Answer.YES and row.confirmed_at is not None and reply is not Reply.YES
    row.ended_at, row.end_kind = deed.at, "withdrawn" if is_withdrawn else "replaced"
    _save(row, "ended_at", "end_kind")
    if is_withdrawn:
        _log(Action.CONSENT_WITHDRAWN, deed, row)


def _nav_statement(deed: Deed, answer: Answer, code: str) -> ConsentStatement:
    row = consents_in_force(deed.person).get(ConsentScope.NAV_CONTACT)
    if row is None or row.answer != answer:
        raise Refused((because(code, "I §4.1"),))
    return row


def _save(row: ConsentStatement, *fields: str) -> None:
    row.version = F("version") + 1
    row.save(update_fields=[*fields, "version"])


def _log(action: Action, deed: Deed, row: ConsentStatement) -> None:
    logged(action, by=deed.by, at=deed.at, about=deed.person, object_type="consent", object_id=row.public_id)
