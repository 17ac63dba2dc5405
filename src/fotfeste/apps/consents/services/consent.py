"""Consent: stated, confirmed, withdrawn, explained, archived (I §4.1, §4.4)."""

from datetime import date

from django.db.models import F

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.models import Answer, ConsentStatement
from fotfeste.apps.consents.selectors import consents_in_force
from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.people.timeline import logged
from fotfeste.domain.consent import Given, Reply
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.permissions import ConsentScope, RelationKind
from fotfeste.domain.verdict import Refused, because

NOTICE = "mail.notice"


def state_consent(deed: Deed, *, scope: ConsentScope, reply: Reply, stated_on: date) -> ConsentStatement:
    """What the person answers, from now on. The same answer as a list told confirms what the list told."""
    refuse(has_happened(stated_on, on=deed.on))
    before = consents_in_force(deed.person).get(scope)
    if before is not None and not before.confirmed_at and before.answer == reply:
        return _confirm(deed, before)
    is_withdrawn = before is not None and end_statement(deed, before, reply)
    row = ConsentStatement.objects.create(
        person=deed.person,
        scope=scope,
        answer=reply,
        stated_on=stated_on,
        confirmed_at=deed.at,
        confirmed_by_id=deed.by.account_id,
        given=Given.TOLD,
    )
    tell_of(deed, row, is_withdrawn=is_withdrawn, kind="consent.stated")
    return row


def explain_consequences(deed: Deed, *, explained_on: date, anonymously: bool | None = None) -> None:
    """A no to contact with NAV is respected, and what it means has been explained (I-4.4c).

    `anonymously`: whether the person agrees that the matter is taken up with NAV without saying whose it is.
    """
    refuse(has_happened(explained_on, on=deed.on))
    row = _nav_statement(deed, Answer.NO, "consent.nothing-to-explain")
    row.consequences_explained_on, row.may_be_taken_up_anonymously = explained_on, anonymously
    row.confirmed_at, row.confirmed_by_id = row.confirmed_at or deed.at, deed.by.account_id
    _save(row, "consequences_explained_on", "may_be_taken_up_anonymously", "confirmed_at", "confirmed_by")
    deed.done("consent.consequences-explained", day=explained_on)


def end_statement(deed: Deed, row: ConsentStatement, reply: Reply) -> bool:
    """A confirmed yes that becomes anything else is withdrawn (True); everything else is replaced."""
    is_withdrawn = row.answer == Answer.YES and row.confirmed_at is not None and reply is not Reply.YES
    row.ended_at, row.end_kind = deed.at, "withdrawn" if is_withdrawn else "replaced"
    _save(row, "ended_at", "end_kind")
    if is_withdrawn:
        _log(Action.CONSENT_WITHDRAWN, deed, row)
    return is_withdrawn


def tell_of(deed: Deed, row: ConsentStatement, *, is_withdrawn: bool, kind: str) -> None:
    """Put the answer on the timeline: a withdrawal as what it is. A yes to NAV is told to the adviser."""
    if is_withdrawn:
        deed.done("consent.withdrawn", day=row.stated_on, scope=row.scope)
    else:
        deed.done(kind, day=row.stated_on, scope=row.scope, reply=row.answer)
    _tell_nav(deed, row)


def _tell_nav(deed: Deed, row: ConsentStatement) -> None:
    """The adviser hears that there is something to see (I-5.0a), if they still may when it is sent."""
    if row.scope != ConsentScope.NAV_CONTACT or row.answer != Answer.YES:
        return
    for relation in deed.found.relations:
        if relation.kind == RelationKind.NAV_ADVISER and relation.account and relation.holds_on(deed.on):
            account, person = relation.account.public_id.hex, deed.person.public_id.hex
            send_errand(NOTICE, at=deed.at, what="notice", account=account, person=person)


def _confirm(deed: Deed, row: ConsentStatement) -> ConsentStatement:
    row.confirmed_at, row.confirmed_by_id = deed.at, deed.by.account_id
    _save(row, "confirmed_at", "confirmed_by")
    _log(Action.CONSENT_CONFIRMED, deed, row)
    deed.done("consent.confirmed", scope=row.scope, reply=row.answer)
    _tell_nav(deed, row)
    return row


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
