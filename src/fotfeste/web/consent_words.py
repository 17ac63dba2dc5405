"""Consents as they are shown: where each stands now, and everything that was said before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from fotfeste.apps.consents.models import Answer, ConsentStatement
from fotfeste.apps.consents.services.signing import Signature, state_of
from fotfeste.clock import OSLO
from fotfeste.domain.consent import Reply
from fotfeste.domain.consent_openings import SIGNED
from fotfeste.domain.permissions import ConsentScope
from fotfeste.parameters.consent_texts import ShownText, consent_text, is_earlier
from fotfeste.web.happening_values import VALUES
from fotfeste.web.lines import language

WITHDRAW = "withdraw"
REPLIES: Mapping[str, Reply] = {
    "yes": Reply.YES,
    "no": Reply.NO,
    "not_now": Reply.UNCLEAR,
    WITHDRAW: Reply.NO,
}
"""What can be answered. Nothing is chosen beforehand."""


@dataclass(frozen=True, slots=True)
class SaidShown:
    """One answer, as it is read afterwards. `document` is the statement's id where something is signed."""

    public_id: UUID
    title: str
    reply: str
    on: date
    given: str
    identified: str
    device_of: str
    by: str
    text_version: str
    digest: str
    document: UUID | None
    is_document_made: bool
    is_over: bool
    is_withdrawn: bool
    ended_at: datetime | None
    is_confirmed: bool
    archived_on: date | None
    withdrawal_archived_on: date | None


@dataclass(frozen=True, slots=True)
class ConsentStands:
    """Where one consent stands now: `mark` is yes, ask or no, for its colour beside its words."""

    scope: ConsentScope
    title: str
    words: str
    mark: str
    is_yes: bool
    is_signed: bool
    is_told_by_list: bool
    state: str
    since: date | None
    text: ShownText


def text_shown(scope: ConsentScope, *, on: date) -> ShownText:
    """The text in force, in the reader's language."""
    return consent_text(scope, language(), on=on)


def where_each_stands(statements: Iterable[ConsentStatement], *, on: date) -> list[ConsentStands]:
    """The three consents, each by itself."""
    now = {row.scope: row for row in statements if row.ended_at is None}
    return [stands(now.get(scope), text_shown(scope, on=on)) for scope in SIGNED]


def stands(row: ConsentStatement | None, text: ShownText) -> ConsentStands:
    """Where one consent stands."""
    is_confirmed = row is not None and row.confirmed_at is not None
    is_yes = row is not None and row.answer == Answer.YES and is_confirmed
    return ConsentStands(
        scope=text.scope,
        title=text.title,
        words=_words(row),
        mark="yes" if is_yes else "no" if row is not None and row.answer == Answer.NO else "ask",
        is_yes=is_yes,
        is_signed=row is not None and row.text is not None and row.text.digest == text.digest,
        is_told_by_list=row is not None and row.is_brought_in and not is_confirmed,
        state=state_of(row),
        since=row.stated_on if row else None,
        text=text,
    )


def signature_of(sent: QueryDict, text: ShownText) -> Signature | None:
    """What was answered, and to what; None when it is no answer."""
    reply = REPLIES.get(sent.get("reply", ""))
    if reply is None:
        return None
    return Signature(text, reply, sent.get("digest", ""), sent.get("state", ""))


def said_shown(row: ConsentStatement) -> SaidShown:
    """One answer among all of them."""
    is_signed = row.text is not None and row.answer != Answer.UNCLEAR
    return SaidShown(
        public_id=row.public_id,
        title=_capital(str(VALUES["scope"][row.scope])),
        reply=_capital(str(VALUES["reply"][row.answer])),
        on=row.stated_on,
        given=str(VALUES["given"][row.given]),
        identified=str(VALUES["identified_by"].get(row.identified_by, "")),
        device_of=row.device_of.name if row.device_of else "",
        by=row.confirmed_by.name if row.confirmed_by else "",
        text_version=f"{row.text.version} ({row.text.language})" if row.text else "",
        digest=row.text.digest if row.text else "",
        document=row.public_id if is_signed else None,
        is_document_made=bool(row.document_digest),
        is_over=row.ended_at is not None,
        is_withdrawn=row.end_kind == "withdrawn",
        ended_at=row.ended_at.astimezone(OSLO) if row.ended_at else None,
        is_confirmed=row.confirmed_at is not None,
        archived_on=row.archived_on,
        withdrawal_archived_on=row.withdrawal_archived_on,
    )


def _words(row: ConsentStatement | None) -> str:
    if row is None:
        return _("Ikke besvart ennå")
    if row.confirmed_at is None:
        return _("En liste sier %(reply)s. Det gjelder ikke før du har svart.") % {
            "reply": VALUES["reply"][row.answer]
        }
    if row.answer == Answer.YES and _is_to_earlier_text(row):
        return _(
            "Du har sagt ja til en tidligere tekst. Det som er nytt i den, gjelder ikke før du har svart."
        )
    words = {Answer.YES: _("Du har sagt ja"), Answer.NO: _("Du har sagt nei")}
    return words.get(Answer(row.answer), _("Ikke avklart ennå"))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _is_to_earlier_text(row: ConsentStatement) -> bool:
    scope = ConsentScope(row.scope)
    return scope in SIGNED and is_earlier(scope, row.text.version if row.text else None, row.stated_on)
