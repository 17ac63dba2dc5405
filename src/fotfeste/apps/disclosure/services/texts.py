"""Texts to employers: composed from what is agreed, kept, and held against it again when they leave."""

import json
from datetime import date
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.disclosure.models import ComposedText, TextState
from fotfeste.apps.disclosure.selectors import agreed_with, statement_for
from fotfeste.apps.employers.models import Employer, EmployerPerson
from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.people.records import contact_of
from fotfeste.apps.people.timeline import happened, logged
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.composing import ChosenTopic, Draft, composed, may_not_be_composed, may_not_leave
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.disclosure import not_clarified_for
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.sensitive_words import found_in
from fotfeste.domain.verdict import Refused, Verdict, because
from fotfeste.parameters import SENSITIVE_WORDS

ERRAND = "mail.employer"


def compose(deed: Deed, employer: Employer, draft: Draft) -> ComposedText:
    """Keep a text exactly as it will leave. Refused where it holds anything that is not agreed."""
    agreed = agreed_with(deed.person, employer, deed.key)
    refuse(not_clarified_for(agreed.employer, agreed.statements))
    words, name = SENSITIVE_WORDS.on(deed.on), contact_of(deed.person, deed.key).name
    refuse(may_not_be_composed(draft, agreed, words, name=name, on=deed.on))
    row = ComposedText(
        person=deed.person,
        employer=employer,
        statement=statement_for(deed.person, employer),
        words_approved=bool(found_in(draft.typed, words)),
        composed_at=deed.at,
        composed_by_id=deed.by.account_id,
    )
    row.seal("sealed_subject", " ".join(draft.subject.split()), deed.key)
    row.seal("sealed_text", composed(draft), deed.key)
    row.seal("sealed_parts", _as_json(draft.chosen), deed.key)
    row.save()
    if row.words_approved:
        _log(Action.TEXT_WORDS_APPROVED, deed, row)
    deed.done("text.composed")
    return row


def against_leaving(row: ComposedText, key: SealingKey, *, on: date) -> Verdict:
    """Why the text may not leave that day: asked when it is shown, when it is sent, and by the outbox."""
    agreed = agreed_with(row.person, row.employer, key)
    missing = not_clarified_for(agreed.employer, agreed.statements)
    return missing or may_not_leave(parts_of(row, key), agreed, on=on)


def send_by_hand(deed: Deed, row: ComposedText | None, *, sent_on: date) -> None:
    """Somebody has said or sent exactly this, by other means."""
    text = _there(row)
    refuse(has_happened(sent_on, on=deed.on))
    refuse(against_leaving(text, deed.key, on=deed.on))
    text.sent_on, text.is_by_hand = sent_on, True
    put(text, TextState.SENT, "sent_on", "is_by_hand")
    _log(Action.TEXT_SENT, deed, text)
    deed.done("text.sent", day=sent_on)


def queue_mail(deed: Deed, row: ComposedText | None, to: EmployerPerson | None) -> None:
    """Put it in the outbox, to one of the employer's people. It is looked at once more before it leaves."""
    text = _there(row)
    if to is None or not to.email or to.employer_id != text.employer_id:
        raise Refused((because("compose.no-address", "house §composer"),))
    refuse(against_leaving(text, deed.key, on=deed.on))
    text.to_person, text.queued_by_id, text.queued_role = to, deed.by.account_id, deed.by.membership
    put(text, TextState.QUEUED, "to_person", "queued_by", "queued_role")
    send_errand(ERRAND, at=deed.at, text=text.public_id.hex)
    deed.done("text.queued")


def drop(deed: Deed, row: ComposedText | None) -> None:
    """It is not used."""
    put(_there(row), TextState.DROPPED)
    deed.done("text.dropped")


def see_stopped(deed: Deed, row: ComposedText | None) -> None:
    """The specialist has read that it was stopped."""
    text = _there(row)
    text.seen_on = deed.on
    put(text, TextState.STOPPED, "seen_on")
    deed.done("text.stop-read")


def stop_what_is_not_agreed(deed: Deed, employer: Employer) -> None:
    """Everything on its way to this employer that holds what is not agreed any more stops here and now."""
    queued = ComposedText.objects.filter(person=deed.person, employer=employer, state=TextState.QUEUED)
    for text in queued.select_related("employer", "person").order_by("pk"):
        if against_leaving(text, deed.key, on=deed.on):
            stop(text, on=deed.on)
            _log(Action.TEXT_STOPPED, deed, text)
            happened(deed.person, "text.stopped", on=deed.on, by=deed.by, at=deed.at)


def stop(text: ComposedText, *, on: date) -> None:
    """It does not leave. The agenda tells the specialist."""
    text.stopped_on = on
    put(text, TextState.STOPPED, "stopped_on")


def parts_of(row: ComposedText, key: SealingKey) -> tuple[ChosenTopic, ...]:
    """What the text was composed from, opened."""
    kept = json.loads(row.opened("sealed_parts", key) or "[]")
    return tuple(ChosenTopic(Topic(each["topic"]), each["wording"], each["is_asked"]) for each in kept)


def person_at(employer: Employer, public_id: str) -> EmployerPerson | None:
    """One of the employer's people."""
    try:
        return EmployerPerson.objects.filter(employer=employer, public_id=UUID(public_id)).first()
    except ValueError:
        return None


def put(text: ComposedText, state: TextState, *fields: str) -> None:
    """Save where the text is on its way."""
    text.state = state
    text.version += 1
    text.save(update_fields=["state", "version", *fields])


def _there(row: ComposedText | None) -> ComposedText:
    if row is None:
        raise Refused((because("compose.none-waiting", "house §composer"),))
    return row


def _as_json(chosen: tuple[ChosenTopic, ...]) -> str:
    return json.dumps(
        [{"topic": each.topic, "wording": each.wording, "is_asked": each.is_asked} for each in chosen]
    )


def _log(action: Action, deed: Deed, row: ComposedText) -> None:
    logged(action, by=deed.by, at=deed.at, about=deed.person, object_type="text", object_id=row.public_id)
