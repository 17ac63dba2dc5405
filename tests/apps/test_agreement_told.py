"""Whatever the jobseeker agrees to, text, document and mail tell the employer just that (A-01, A-02)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import chain, combinations
from uuid import UUID

import pytest
from django.core import mail

from fotfeste.apps.agreements import drafting, versions
from fotfeste.apps.agreements.contents import content_in
from fotfeste.apps.agreements.invitations import InvitationSaid, invite
from fotfeste.apps.agreements.models import Agreement, AgreementText
from fotfeste.cli.cast import Cast
from fotfeste.documents.agreement import made
from fotfeste.documents.agreement.text import text_shown
from fotfeste.domain.agreements.content import Content, Reached, common_lines
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.verdict import Refused
from fotfeste.jobs.agreement_documents import paper_of
from fotfeste.jobs.loop import carry_next
from fotfeste.parameters import AGREEMENT_LIMITS
from tests.agreement_people import by_nav, commitment, waiting
from tests.employer_people import (
    NUMBER,
    WITHHELD,
    agreement_with,
    drafted,
    employer_of_team,
    key_of,
    laid_out,
    laid_out_by_nav,
    lines_on,
    say,
)
from tests.reading_pdf import words_in

SAMPLE = (
    frozenset({Topic.NAME}),
    frozenset(Topic) - {Topic.HEALTH},
    frozenset(Topic),
)


def subsets() -> Iterator[frozenset[Topic]]:
    """All that can be agreed."""
    every = (combinations(Topic, size) for size in range(len(Topic) + 1))
    return (frozenset(each) for each in chain.from_iterable(every))


def mark(topic: Topic) -> str:
    return f"{WITHHELD}{topic.value.replace('_', '')}"


def told_in(words: str) -> set[Topic]:
    """The topics that these words tell of. A mark that begins another is longer there."""
    return {each for each in Topic if mark(each) in words}


def test_no_mark_hides_in_another() -> None:
    marks = [mark(each) for each in Topic]
    assert not any(one in other for one in marks for other in marks if one is not other)


def test_of_all_subsets_the_common_text_says_just_what_is_agreed() -> None:
    lines = lines_on(Topic)
    count = 0
    for agreed in subsets():
        content = Content("NAV Bodø", Reached("N"), None, None, common_lines(lines, agreed), None)
        assert told_in(repr(text_shown(content, "nb"))) == agreed
        count += 1

    assert count == 2 ** len(Topic)


@pytest.mark.req("A-01", "A-02")
@pytest.mark.one_database
def test_the_document_says_what_is_agreed_and_nothing_else(cast: Cast) -> None:
    row = agreement_with(cast)
    laid_out_by_nav(cast, row)
    with by_nav(cast) as deed:
        versions.take_back_to_draft(deed)
    promise, *about = lines_on(Topic)
    promise = replace(promise, responsible="Erik Stormo", deadline=cast.on + timedelta(days=20))
    drafted(cast, row, (promise, *about))
    for agreed in SAMPLE:
        say(cast, row, employer_of_team(cast), dict.fromkeys(agreed, ("may", True)))
        with by_nav(cast) as deed:
            versions.lay_out(deed, language="nb")
        text = waiting(row)
        text.concluded_at = cast.at

        words = words_in(made(paper_of(text, key_of(row))))

        assert told_in(words) == agreed
        assert ("SivRønning" in words) is (Topic.SUPPORT in agreed)
        assert {"NoraLunde" in words, "IPS" in words} == {True, False}
        assert content_in(text, key_of(row)).has_employer
        with by_nav(cast) as deed:
            versions.take_back_to_draft(deed)


@pytest.mark.req("A-01")
@pytest.mark.one_database
def test_mail_to_the_employer_is_the_same_whatever_is_agreed_and_tells_nothing(cast: Cast) -> None:
    row = agreement_with(cast)
    said = InvitationSaid("Kari Kollega", "kari@example.no", NUMBER)
    told = set()
    for agreed in SAMPLE:
        say(cast, row, employer_of_team(cast), dict.fromkeys(agreed, ("may", True)))
        with by_nav(cast) as deed:
            invite(deed, row, said)
        while carry_next():
            pass
        letter = mail.outbox.pop()
        body = "\n".join(line for line in str(letter.body).splitlines() if "://" not in line)
        told.add((letter.subject, body, tuple(letter.to), bool(letter.attachments)))

    assert len(told) == 1
    words = " ".join(map(str, told.pop())).casefold()
    for secret in ("nora", "lunde", "hege", "rana", "nav", "ips", "fotfeste", "avtale", "kollega", "jobb"):
        assert secret not in words, secret


@pytest.mark.req("A-02")
@pytest.mark.one_database
@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ('#read("/etc/passwd") $x$ *b* @a', '#read("/etc/passwd")$x$*b*@a'),
        ("\u202egnp.exe\x07 \u200f", "[U+202E]gnp.exe[U+0007]"),
        ("Blid 🎉 诺拉", "Blid[U+1F389][U+8BFA][U+62C9]"),
        ("å" * 500, "å" * 500),
    ],
    ids=["html", "typst", "marks that turn the text", "signs the font lacks", "a word of 500 letters"],
)
def test_hostile_names_and_words_are_only_words_in_the_document(cast: Cast, written: str, shown: str) -> None:
    row = agreement_with(cast)
    text = _with_words(cast, row, written)

    words = words_in(made(paper_of(text, key_of(row))))

    assert words.count(shown) >= 1, words


def _with_words(cast: Cast, row: Agreement, written: str) -> AgreementText:
    lines = tuple(replace(each, text=written, responsible=written) for each in lines_on(()))
    return laid_out(cast, row, lines, in_force=True)


@pytest.mark.req("A-02")
@pytest.mark.one_database
def test_the_longest_text_one_can_write_becomes_a_document(cast: Cast) -> None:
    row = agreement_with(cast)
    most = AGREEMENT_LIMITS.on(cast.on).most_lines
    line = replace(lines_on(())[0], text="Et ord til. " * 166, responsible="å" * 120)
    lines = [replace(line, key=UUID(int=number).hex) for number in range(most)]

    content = made(paper_of(laid_out(cast, row, lines, in_force=True), key_of(row)))

    assert words_in(content).count("Etordtil.") == 166 * most


@pytest.mark.one_database
def test_more_lines_than_anybody_reads_are_refused(cast: Cast) -> None:
    row = agreement_with(cast)
    most = AGREEMENT_LIMITS.on(cast.on).most_lines
    line = lines_on(())[0]
    drafted(cast, row, [replace(line, key=UUID(int=number + 1).hex) for number in range(most - 1)])
    with by_nav(cast) as deed:
        drafting.write_line(deed, commitment(cast))

    with pytest.raises(Refused, match=r"agreement.too-many-lines"), by_nav(cast) as deed:
        drafting.write_line(deed, commitment(cast))
