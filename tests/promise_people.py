"""Promises of an agreement between Nora, Rana Renhold and NAV, for tests: signed by all, and followed."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from fotfeste.apps.agreements.contents import content_in
from fotfeste.apps.agreements.models import AgreedPromise, Agreement
from fotfeste.apps.agreements.promises import keep_promises
from fotfeste.cli.cast import Cast
from fotfeste.domain.agreements.content import Instrument, Line, LineKind
from fotfeste.domain.agreements.parties import NavUnit, Party, Towards
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.job_support import SupportFrequency
from fotfeste.domain.permissions import Permission
from tests.agreement_people import deed_of
from tests.employer_people import Answers, agreement_with, entered, laid_out

CHAIR, BUDDY, TALKS, CALLS, SECRET = "Stol", "Fadder", "Samtaler", "Ringe", "Kanarifugl"
MAY: Answers = {Topic.NAME: ("may", True), Topic.HEALTH: ("may", True)}


def lines_of_three(cast: Cast) -> tuple[Line, ...]:
    """NAV's chair in a week, the employer's buddy late, Nora's talks, NAV's calls, and one on health."""

    def line(number: int, text: str, owner: Party, towards: Towards, **more: object) -> Line:
        given: dict[str, object] = {"kind": LineKind.COMMITMENT, "responsible": f"{text}-ansvarlig"}
        return Line(key=UUID(int=number).hex, text=text, owner=owner, towards=towards, **(given | more))  # type: ignore[arg-type]  # the fields of a line

    return (
        line(
            1,
            CHAIR,
            Party.NAV,
            Towards.BOTH,
            instrument=Instrument.AIDS,
            nav_unit=NavUnit.ASSISTIVE_TECHNOLOGY,
            deadline=cast.on + timedelta(days=7),
        ),
        line(2, BUDDY, Party.EMPLOYER, Towards.JOBSEEKER, deadline=cast.on - timedelta(days=1)),
        line(3, TALKS, Party.JOBSEEKER, Towards.NAV, deadline=cast.on + timedelta(days=30)),
        line(
            4,
            CALLS,
            Party.NAV,
            Towards.BOTH,
            kind=LineKind.FOLLOW_UP,
            every=SupportFrequency.WEEKLY,
            from_day=cast.on - timedelta(days=10),
        ),
        line(5, SECRET, Party.NAV, Towards.JOBSEEKER, topic=Topic.HEALTH, deadline=cast.on),
    )


def promised(cast: Cast, row: Agreement, lines: Iterable[Line]) -> None:
    """The text with these lines holds, and its promises are followed."""
    text = laid_out(cast, row, lines, in_force=True)
    name = next(each for each, person in cast.people.items() if person.pk == row.person_id)
    with deed_of(cast, "hege", name, Permission.AGREEMENT_CHANGE) as deed:
        keep_promises(deed, text, content_in(text, deed.key))


def three_promise(cast: Cast, answers: Answers = MAY) -> Agreement:
    """All of it, with Erik let in at the employer."""
    row = agreement_with(cast, answers)
    entered(cast, row)
    promised(cast, row, lines_of_three(cast))
    return row


def promise(number: int) -> AgreedPromise:
    """The promise made from the line with this number."""
    return AgreedPromise.objects.get(line=UUID(int=number))
