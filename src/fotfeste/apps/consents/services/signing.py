"""Signing: the person has read the text and answers; what was read is kept with it (GDPR art. 7)."""

from dataclasses import dataclass

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.models import Answer, ConsentStatement, ConsentText
from fotfeste.apps.consents.selectors import consents_in_force
from fotfeste.apps.consents.services.consent import end_statement, tell_of
from fotfeste.apps.outbox.services import send_errand
from fotfeste.domain.consent import Given, Identified, Reply
from fotfeste.parameters.consent_texts import ShownText


class Changed(Exception):  # says what has happened
    """What the page showed is not so any more: the text has changed, or somebody has answered meanwhile."""


def state_of(statement: ConsentStatement | None) -> str:
    """What a page shows of the answer in force, to be told apart from a later one."""
    return statement.public_id.hex if statement else ""


DOCUMENT = "consent.document"


@dataclass(frozen=True, slots=True)
class Way:
    """How the one who signs is known, and on whose device: `device_of` is an account's row id."""

    given: Given
    identified_by: Identified
    device_of: int | None = None


ON_OWN_LOGIN = Way(Given.OWN_LOGIN, Identified.LOG_IN)


@dataclass(frozen=True, slots=True)
class Signature:
    """What the person answers to which text, and what the page had shown of the answer before."""

    text: ShownText
    reply: Reply
    read_digest: str
    seen_state: str

    def sees(self, before: ConsentStatement | None) -> bool:
        """Whether what was read is what stands."""
        return self.read_digest == self.text.digest and self.seen_state == state_of(before)


def sign_consent(deed: Deed, signature: Signature, *, way: Way) -> ConsentStatement:
    """The person's answer to this very text, from now on. A yes that is answered with a no is withdrawn.

    The same answer to the same text again changes nothing. Raises Changed when text or answer are others than
    those that were read; a withdrawal never waits for that (GDPR art. 7).
    """
    text, reply = signature.text, signature.reply
    before = consents_in_force(deed.person).get(text.scope)
    if before is not None and _is_the_same(before, text, reply):
        return before
    if not signature.sees(before) and not _is_withdrawal(before, reply):
        raise Changed
    is_withdrawn = before is not None and end_statement(deed, before, reply)
    row = ConsentStatement.objects.create(
        person=deed.person,
        scope=text.scope,
        answer=reply,
        stated_on=deed.on,
        confirmed_at=deed.at,
        confirmed_by_id=deed.by.account_id,
        given=way.given,
        identified_by=way.identified_by,
        device_of_id=way.device_of,
        text=_kept(text),
    )
    if reply is not Reply.UNCLEAR:
        send_errand(DOCUMENT, at=deed.at, statement=row.public_id.hex)
    tell_of(deed, row, is_withdrawn=is_withdrawn, kind="consent.signed")
    return row


def _is_withdrawal(before: ConsentStatement | None, reply: Reply) -> bool:
    return before is not None and before.answer == Answer.YES and reply is Reply.NO


def _is_the_same(before: ConsentStatement, text: ShownText, reply: Reply) -> bool:
    is_signed_text = before.text is not None and before.text.digest == text.digest
    return is_signed_text and before.answer == reply and before.confirmed_at is not None


def _kept(text: ShownText) -> ConsentText:
    """The text, word for word; the same text is kept once."""
    kept, _ = ConsentText.objects.get_or_create(
        digest=text.digest,
        defaults={
            "scope": text.scope,
            "version": text.version,
            "language": text.language,
            "body": text.as_kept(),
        },
    )
    return kept
