"""What an employer as a party may be told: the name at least, and no line that is not agreed (I §4.3)."""

from collections.abc import Iterator

from fotfeste.domain.agreements.content import Content
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.verdict import Reason, Verdict, because


def may_be_common(content: Content, tellable: frozenset[Topic] | None) -> Verdict:
    """Why this text cannot be shown to the employer who is a party. None: there is no employer."""
    return () if tellable is None else tuple(_said_too_much(content, tellable))


def _said_too_much(content: Content, tellable: frozenset[Topic]) -> Iterator[Reason]:
    if Topic.NAME not in tellable:
        yield because("agreement.employer-may-not-know-the-name", "I §4.3")
    if any(each.topic is not None and each.topic not in tellable for each in content.lines):
        yield because("agreement.says-too-much", "I §4.3")
