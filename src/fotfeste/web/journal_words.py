"""What is carried into the health journal, ready to be copied: what belongs there, and nothing more."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from fotfeste.apps.disclosure.models import JournalTask
from fotfeste.apps.disclosure.selectors import topics_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.disclosure_topics import TopicAnswer
from fotfeste.web.disclosure_words import ANSWERS, topic_words
from fotfeste.web.happenings import words_of
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day


def journal_text(task: JournalTask, key: SealingKey) -> str:
    """The text of one task. Takes the database: call it before the transaction ends."""
    if task.event is not None:
        return f"{long_day(task.event.on, language())}: {words_of(task.event.kind, task.event.data)}."
    return "\n".join(_agreement(task, key))


def _agreement(task: JournalTask, key: SealingKey) -> Iterator[str]:
    statement = task.statement
    if statement is None:
        return
    said = {"day": long_day(statement.stated_on, language())}
    if statement.employer is None:
        yield _("Avtale om åpenhet mot arbeidsgivere, %(day)s. Generelt svar fra jobbsøkeren:") % said
    else:
        said["employer"] = statement.employer.name
        yield _("Avtale om åpenhet mot %(employer)s, %(day)s. Svar fra jobbsøkeren:") % said
    for row in topics_of(statement):
        answer, wording = str(ANSWERS[TopicAnswer(row.answer)]), row.opened("sealed_wording", key)
        has_words = wording and row.answer != TopicAnswer.NOT
        yield f"– {topic_words(row.topic)}: {answer}" + (f" («{wording}»)" if has_words else "")
