"""Disclosure in words: topics and answers, ways of contact, where a text is on its way."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.disclosure.models import ContactState, TextState
from fotfeste.domain.disclosure_topics import Topic, TopicAnswer
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.parameters.texts import text
from fotfeste.web.lines import language

Words = str | Promise

ANSWERS: Mapping[TopicAnswer, Words] = {
    TopicAnswer.MAY: _("Kan sies"),
    TopicAnswer.IF_ASKED: _("Bare hvis de spør"),
    TopicAnswer.NOT: _("Kan ikke sies"),
}
NOT_ANSWERED = _("Ikke svart")

TONES: Mapping[str, str] = {TopicAnswer.MAY: "yes", TopicAnswer.IF_ASKED: "ask", TopicAnswer.NOT: "no"}
"""How an answer is marked; the words carry it."""

WAYS: Mapping[ContactWay, Words] = {
    ContactWay.MEETING: _("Møte"),
    ContactWay.VISIT: _("Besøk"),
    ContactWay.PHONE: _("Telefon"),
    ContactWay.VIDEO: _("Video"),
    ContactWay.MAIL: _("E-post eller brev"),
    ContactWay.CV: _("CV"),
    ContactWay.APPLICATION: _("Søknad"),
}

CONTACT_STATES: Mapping[str, Words] = {
    ContactState.AGREED: _("avtalt"),
    ContactState.HELD: _("holdt"),
    ContactState.CALLED_OFF: _("avlyst"),
}

TEXT_STATES: Mapping[str, Words] = {
    TextState.DRAFT: _("ikke sendt"),
    TextState.QUEUED: _("i kø for å sendes"),
    TextState.SENT: _("sendt"),
    TextState.STOPPED: _("stoppet, ikke sendt"),
    TextState.DROPPED: _("lagt bort"),
}


def topic_words(topic: Topic | str, part: str = "title") -> str:
    """What a topic is called (`title`), what it means (`why`), a proposal for what can be said (`words`)."""
    return text(f"disclosure-topic.{topic}", language(), part)
