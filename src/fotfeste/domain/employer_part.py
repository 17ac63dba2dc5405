"""What an employer gets of a job support plan: its own part, in agreed words, and nothing else (I-4.3c).

That there is a plan tells that the person has support. So where that may not be told, nothing leaves at all.
"""

from dataclasses import dataclass
from datetime import date

from fotfeste.domain.composing import Agreed, ChosenTopic, Draft, may_not_be_composed, tellable
from fotfeste.domain.disclosure import may_tell
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.sensitive_words import SensitiveWords
from fotfeste.domain.verdict import Verdict, because


@dataclass(frozen=True, slots=True)
class EmployerPart:
    """What goes, and why something does not. `topics` are told in the words agreed; `purpose` as written."""

    is_open: bool
    topics: tuple[Topic, ...] = ()
    purpose: str = ""
    against: Verdict = ()


def employer_part(
    purpose: str,
    agreed: Agreed | None,
    words: SensitiveWords,
    *,
    is_chosen: bool,
    name: str,
    on: date,
    is_over: bool = False,
) -> EmployerPart:
    """The employer's part as it may be that day. `agreed` is None where no employer is known.

    `is_over`: the job is over, or the plan is ended.
    """
    if agreed is None:
        return _closed((because("job-support.employer-not-known", "house §job-support"),))
    if is_over:
        return _closed((because("job-support.over", "house §job-support"),))
    if not is_chosen:
        return _closed((because("job-support.employer-not-chosen", "house §job-support"),))
    if closed := may_tell(Topic.SUPPORT, agreed.employer, agreed.statements, on=on):
        return _closed(closed)
    topics = tellable(agreed, on=on)
    if not purpose.strip():
        return EmployerPart(is_open=True, topics=topics)
    chosen = tuple(ChosenTopic(topic, agreed.wordings.get(topic, "")) for topic in topics)
    against = may_not_be_composed(Draft(text=purpose, chosen=chosen), agreed, words, name=name, on=on)
    return EmployerPart(True, topics, "" if against else purpose, against)


def _closed(why: Verdict) -> EmployerPart:
    return EmployerPart(is_open=False, against=why)
