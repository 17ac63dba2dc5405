"""Lines of consent: asked, confirmed, explained, archived (I §4.1, §4.4; FOR-2023-06-20-1073 §§ 3-2, 3-4)."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, come_back, line
from fotfeste.domain.agenda.facts import Link
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.consent import ConsentStatement, Reply, newest
from fotfeste.domain.course import CourseStage
from fotfeste.domain.permissions import ConsentScope
from fotfeste.domain.verdict import Reason, because

_CONFIRM = {
    ConsentScope.NAV_CONTACT: because("consent.confirm", "I §4.1"),
    ConsentScope.IPS_PARTICIPATION: because("consent.confirm-participation", "FOR-2023-06-20-1073 § 3-2"),
    ConsentScope.HEALTH_RELEASE: because("consent.confirm-health-release", "FOR-2023-06-20-1073 § 3-4"),
}
_ASK = {
    ConsentScope.IPS_PARTICIPATION: because("consent.ask-participation", "FOR-2023-06-20-1073 § 3-2"),
    ConsentScope.NAV_CONTACT: because("consent.ask-nav-contact", "I §4.1"),
    ConsentScope.HEALTH_RELEASE: because("consent.ask-health-release", "FOR-2023-06-20-1073 § 3-4"),
}


def lines(asked: Asked) -> Iterator[Line]:
    """The lines of consent. Those brought in from a list are gathered elsewhere."""
    said = {scope: newest(asked.facts.consents, scope) for scope in _ASK}
    yield from _ask(asked, said)
    yield from _confirm(asked, said)
    yield from _refused(asked, said[ConsentScope.IPS_PARTICIPATION])
    yield from _consequences(asked, said[ConsentScope.NAV_CONTACT])
    yield from _archive(asked, said[ConsentScope.NAV_CONTACT])
    yield from _archive_withdrawal(asked)


def to_confirm(asked: Asked) -> Iterator[Reason]:
    """What a list says of consent and nobody has confirmed: it opens nothing until then (design §7)."""
    for scope, why in _CONFIRM.items():
        said = newest(asked.facts.consents, scope)
        if said is not None and said.is_brought_in and not said.is_confirmed and said.reply is Reply.YES:
            yield why
    said = newest(asked.facts.consents, ConsentScope.NAV_CONTACT)
    if said is not None and _is_unconfirmed_no(said):
        yield because("consent.confirm-no", "I §4.4")


def nav_contact_is_open(asked: Asked) -> bool:
    """Whether nobody has said yes or no to contact with NAV."""
    said = newest(asked.facts.consents, ConsentScope.NAV_CONTACT)
    return said is None or said.reply is Reply.UNCLEAR


def _ask(asked: Asked, said: dict[ConsentScope, ConsentStatement | None]) -> Iterator[Line]:
    """I-4.1c: the consent is gone through in the start-up. A person from a list is asked when clearing up."""
    scopes = [scope for scope in _ASK if _is_to_be_asked(asked, scope, said[scope])]
    if scopes:
        why = [because("consent.ask", "I §4.1", count=len(scopes)), *_said_at_referral(asked, scopes)]
        why += [_ASK[scope] for scope in scopes]
        why += come_back(asked)
        yield line(asked, why, Act.RECORD_CONSENT)


def _said_at_referral(asked: Asked, scopes: list[ConsentScope]) -> Iterator[Reason]:
    """The first scope of consent comes with the referral (RL4285): a proposal to go through, never a yes."""
    if said := [scope for scope in scopes if scope in asked.facts.said_at_referral]:
        yield because("consent.said-at-referral", "house §referral", count=len(said))


def _is_to_be_asked(asked: Asked, scope: ConsentScope, said: ConsentStatement | None) -> bool:
    if said is not None and said.reply is not Reply.UNCLEAR:
        return False
    if scope is ConsentScope.HEALTH_RELEASE and asked.facts.around.clinician is not Link.LINKED:
        return False
    if asked.was_brought_in and scope is not ConsentScope.HEALTH_RELEASE:
        return False
    return asked.stage is not CourseStage.REFERRED


def _confirm(asked: Asked, said: dict[ConsentScope, ConsentStatement | None]) -> Iterator[Line]:
    """A yes that is noted and not confirmed opens nothing yet."""
    for scope, why in _CONFIRM.items():
        each = said[scope]
        if each is None or each.is_confirmed or each.is_brought_in or each.reply is not Reply.YES:
            continue
        yield line(asked, [why], Act.RECORD_CONSENT)


def _refused(asked: Asked, said: ConsentStatement | None) -> Iterator[Line]:
    """FOR-2023-06-20-1073 § 3-2: nobody takes part in IPS without agreeing to it."""
    if said is not None and said.reply is Reply.NO:
        why = because("consent.participation-refused", "FOR-2023-06-20-1073 § 3-2", stated_on=said.stated_on)
        yield line(asked, [why], Act.RECORD_CONSENT)


def _consequences(asked: Asked, said: ConsentStatement | None) -> Iterator[Line]:
    """I-4.4c: a no to contact with NAV is respected, and its consequences are explained."""
    if said is None or said.reply is not Reply.NO or said.consequences_explained_on is not None:
        return
    if not _is_unconfirmed_no(said):
        why = because("consent.talk-about-consequences", "I §4.4", stated_on=said.stated_on)
        yield line(asked, [why], Act.EXPLAIN_CONSEQUENCES)


def _archive(asked: Asked, said: ConsentStatement | None) -> Iterator[Line]:
    """I-4.1f: the signed consent goes to NAV's archive when the person is registered as jobseeker."""
    registration = asked.facts.nav_registration
    if said is None or registration is None or said.archived_on is not None:
        return
    if said.reply is Reply.YES and said.is_confirmed and registration.reply is Reply.YES:
        why = because("consent.archive-in-nav", "I §4.1", stated_on=said.stated_on)
        yield line(asked, [why], Act.ARCHIVE_CONSENT)


def _archive_withdrawal(asked: Asked) -> Iterator[Line]:
    """What lies in the archive is not deleted, but used no more: the archive is told (facts §5)."""
    for each in asked.facts.withdrawn_consents:
        if each.withdrawal_archived_on is None:
            days = {"archived_on": each.archived_on, "withdrawn_on": each.withdrawn_on}
            why = because("consent.archive-withdrawal", "LOV-2025-06-20-96 § 13", **days)
            yield line(asked, [why], Act.ARCHIVE_WITHDRAWAL, about=each.withdrawn_on.isoformat())
            return


def _is_unconfirmed_no(said: ConsentStatement) -> bool:
    return (
        said.reply is Reply.NO
        and said.is_brought_in
        and not said.is_confirmed
        and said.consequences_explained_on is None
    )
