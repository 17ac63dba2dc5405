"""Examples of writing and signing an agreement around Nora: every act of NAV's and of her own, once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from fotfeste.apps.agreements.models import (
    AgreedPromise,
    Agreement,
    AgreementNotice,
    AgreementQuestion,
    AgreementText,
    DraftLine,
    EndingAsked,
)
from fotfeste.jobs.loop import carry_next
from tests.agreement_people import contact_of

if TYPE_CHECKING:
    from tests.api.examples import Example, Walk

ON = "2026-11-22"
PROMISE = {"text": "Skaffe stol", "owner": "nav", "towards": "jobseeker", "responsible": "Hege Dahl"}
OWN = {"text": "Komme på samtaler", "towards": "nav", "responsible": "Nora Lunde"}
LATER = {"deadline": "2026-12-10"}
LINES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("goal", {"goal": "keep_job", "text": "Bli i jobben"}),
    ("follow-up", {**PROMISE, "every": "fortnightly", "from_day": ON}),
    ("commitment", {**PROMISE, **LATER, "instrument": "aids"}),
    ("accommodation", {**PROMISE, **LATER, "topic": "adaptation"}),
    ("measure", {**PROMISE, "instrument": "wage_subsidy", "from_day": ON}),
)
OWN_LINES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("goal", {"goal": "other", "text": "Trives"}),
    ("follow-up", {**OWN, "every": "weekly", "from_day": ON}),
    ("commitment", {**OWN, **LATER}),
    ("accommodation", {**OWN, **LATER, "topic": "adaptation"}),
)


def agreement_text(walk: Walk) -> Iterator[Example]:
    """From the first line to the last signature."""
    for slug, values in LINES:
        yield from by_nav(walk, f"agreement-{slug}", values)
    for slug, values in OWN_LINES:
        yield from of_ones_own(walk, f"own-agreement-{slug}", values)
    yield from by_nav(walk, "agreement-remove-line", {}, about=_line("measure"))
    yield from of_ones_own(walk, "own-agreement-remove-line", {}, about=_line("follow_up"))
    contact = str(contact_of(walk.cast.accounts["hege"]))
    yield from by_nav(walk, "agreement-contact", {"person": contact})
    yield from by_nav(walk, "agreement-employer", {"is_party": "no"})
    yield from by_nav(walk, "agreement-review", {"review_on": "2027-01-22"})
    yield from by_nav(walk, "agreement-lay-out", {})
    yield from by_nav(walk, "agreement-take-back", {})
    yield from by_nav(walk, "agreement-lay-out", {})
    read = {"digest": _digest(), "has_read": True}
    yield from of_ones_own(walk, "own-agreement-sign", read)
    yield from of_ones_own(walk, "own-agreement-take-signature-back", {})
    yield from by_nav(walk, "agreement-sign-on-behalf", {**read, "no_electronic_id": True})
    yield from by_nav(walk, "agreement-sign", read)
    yield from _promises(walk)
    yield from _shared(walk)
    yield from _told(walk)
    yield from _ended(walk)
    yield from _read(walk)


def _told(walk: Walk) -> Iterator[Example]:
    """What the parties are told of, and a letter on paper."""
    from tests.api.examples import Example

    notices = "/agreement-notices"
    yield Example("list_agreement_notices", "nora", "GET", notices)
    newest = walk.read("nora", notices)["notices"][0]["id"]
    yield Example("read_agreement_notices", "nora", "POST", f"{notices}/read", {"newest": newest})
    letter = _letter()
    yield Example("list_agreement_letters", "hege", "GET", "/agreement-letters")
    one = f"{walk.person('nora')}/agreement/letters/{letter}"
    yield Example("get_agreement_letter", "hege", "GET", one)
    yield from by_nav(walk, "agreement-letter-sent", {}, about=letter)


def _ended(walk: Walk) -> Iterator[Example]:
    """Gone through, asked to end, answered, ended."""
    reviewed = {"held_on": ON, "next_on": "2027-02-22", "with_person": True, "words": "Går bra"}
    yield from of_ones_own(walk, "own-agreement-changed", {"cause": "job_lost"})
    yield from by_nav(walk, "agreement-changed", {"cause": "job_lost"})
    yield from by_nav(walk, "agreement-reviewed", reviewed)
    yield from of_ones_own(walk, "own-agreement-ask-end", {"why": "Klarer meg"})
    asked = EndingAsked.objects.get(answered_on=None).public_id.hex
    yield from by_nav(walk, "agreement-answer-end", {"words": "Vi venter"}, about=asked)
    yield from by_nav(walk, "agreement-end", {"cause": "need_is_over", "words": "Trygg i jobben"})


def _read(walk: Walk) -> Iterator[Example]:
    """The text, its version, and the document that the worker has made of it."""
    from tests.api.examples import Example

    while carry_next():
        pass
    agreement = f"{walk.person('nora')}/agreement"
    number = AgreementText.objects.exclude(concluded_at=None).latest("pk").number
    one = f"{agreement}/versions/{number}"
    yield Example("get_agreement_text", "hege", "GET", f"{agreement}/text")
    yield Example("get_agreement_version", "nora", "GET", one)
    yield Example("get_agreement_document", "nora", "GET", f"{one}/document")


def _promises(walk: Walk) -> Iterator[Example]:
    """What became of each, said by NAV and by the jobseeker."""
    from tests.api.examples import Example

    sent, kept, broken = {"applied_on": ON}, {"day": ON}, {"words": "Rakk det ikke"}
    navs, own = _promise("nav", "commitment"), _promise("jobseeker", "commitment")
    yield from by_nav(walk, "agreement-application", sent, about=navs)
    yield from of_ones_own(walk, "own-agreement-application", {**sent, "answered_on": ON}, about=navs)
    yield from by_nav(walk, "agreement-promise-kept", kept, about=navs)
    yield from of_ones_own(walk, "own-agreement-promise-kept", kept, about=own)
    yield from by_nav(walk, "agreement-promise-broken", broken, about=_promise("nav", "accommodation"))
    mine = _promise("jobseeker", "accommodation")
    yield from of_ones_own(walk, "own-agreement-promise-broken", broken, about=mine)
    yield Example("list_agreed_promises", "hege", "GET", f"{walk.person('nora')}/agreement/promises")
    yield from _asked_and_had(walk)


def _asked_and_had(walk: Walk) -> Iterator[Example]:
    """A question and its answer, contact that was had, and the contact person's list."""
    from tests.api.examples import Example

    yield from of_ones_own(walk, "own-agreement-ask", {"question": "Når kommer stolen?"})
    asked = AgreementQuestion.objects.latest("pk").public_id.hex
    yield Example("list_coordinated_promises", "hege", "GET", "/coordinated-promises?which=open&page=1")
    yield from by_nav(walk, "agreement-answer", {"answer": "I morgen"}, about=asked)
    yield from by_nav(walk, "agreement-log-contact", {"with_party": "jobseeker", "day": ON})
    of_nora = f"{walk.person('nora')}/agreement"
    yield Example("list_agreement_questions", "hege", "GET", f"{of_nora}/questions")
    yield Example("list_regular_contacts", "hege", "GET", f"{of_nora}/contacts")


def _promise(owner: str, kind: str) -> str:
    return AgreedPromise.objects.get(owner=owner, kind=kind).public_id.hex


def _shared(walk: Walk) -> Iterator[Example]:
    """The jobseeker shares it, the specialist reads it, and it is taken back."""
    from tests.api.examples import Example

    yield from of_ones_own(walk, "agreement-share", {})
    shared = f"{walk.person('nora')}/shared-agreement"
    yield Example("get_shared_agreement", "siv", "GET", shared)
    nora = walk.cast.people["nora"]
    number = AgreementText.objects.filter(person=nora).latest("pk").number
    yield Example("get_shared_agreement_version", "siv", "GET", f"{shared}/versions/{number}")
    yield from of_ones_own(walk, "agreement-stop-sharing", {})


def by_nav(walk: Walk, slug: str, values: dict[str, Any], *, about: str = "") -> Iterator[Example]:
    """What an act of NAV's starts from, and doing it."""
    asked = f"?about={about}" if about else ""
    yield from _done(walk, "hege", f"{walk.person('nora')}/acts/{slug}{asked}", values)


def of_ones_own(walk: Walk, slug: str, values: dict[str, Any], *, about: str = "") -> Iterator[Example]:
    """The same, of the jobseeker's own."""
    asked = f"?about={about}" if about else ""
    yield from _done(walk, "nora", f"/me/acts/{slug}{asked}", values)


def _done(walk: Walk, by: str, address: str, values: dict[str, Any]) -> Iterator[Example]:
    from tests.api.examples import Example

    slug = address.partition("?")[0].rpartition("/")[2].replace("-", "_")
    name = f"my_{slug}" if by == "nora" else slug
    yield Example(f"start_{name}", by, "GET", address)
    version = walk.read(by, address)["version"]
    yield Example(f"do_{name}", by, "POST", address, values, version=f'"{version}"')


def _letter() -> str:
    """A letter that waits, as to somebody without a log-in."""
    row = Agreement.objects.get(agreementtexts__replaced_at=None, agreementtexts__concluded_at__isnull=False)
    made = AgreementNotice.objects.get_or_create(
        person=row.person, agreement=row, party="employer", code="concluded", on=row.used_on, is_paper=True
    )
    return str(made[0].public_id)


def _line(kind: str) -> str:
    row = DraftLine.objects.filter(kind=kind, removed_on=None).order_by("-pk").first()
    assert row is not None
    return row.public_id.hex


def _digest() -> str:
    return AgreementText.objects.get(concluded_at=None, dropped_at=None).digest
