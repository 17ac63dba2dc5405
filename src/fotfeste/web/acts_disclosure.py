"""The disclosure agreement, made together on one screen: topic by topic, in general or for one employer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.disclosure.selectors import (
    employer_of,
    lapsed_for,
    last_talk,
    statement_for,
    topics_of,
)
from fotfeste.apps.disclosure.services.agreement import Said, TopicSaid, agree, talk_through
from fotfeste.apps.employers.models import Employer
from fotfeste.domain.agenda import Act
from fotfeste.domain.disclosure_topics import Topic, TopicAnswer
from fotfeste.domain.verdict import Refused, because
from fotfeste.parameters import DISCLOSURE_TOPICS
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.disclosure_words import ANSWERS, NOT_ANSWERED, topic_words
from fotfeste.web.forms_look import DayField
from fotfeste.web.happening_values import VALUES

LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic on the form."""

    title: str
    why: str
    answer: BoundField
    wording: BoundField


class AgreementForm(ActForm):
    """An answer and words for each topic. What is not answered may not be told."""

    blames = {"day.has-passed": "review_on", "day.too-far-ahead": "review_on", "day.": "day"}
    nothing = forms.BooleanField(label=_("Ingenting kan sies"), required=False)
    wording = forms.CharField(
        label=_("Annet jobbsøkeren vil ha sagt om åpenhet"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Med egne ord, for dere to. Går ikke til noen arbeidsgiver. Blir kryptert."),
    )
    day = DayField(label=_("Når snakket dere om det?"))
    review_on = DayField(
        label=_("Gå gjennom igjen"),
        required=False,
        help_text=_("La det stå tomt, så spør programmet etter seks måneder."),
    )
    says_yes = forms.BooleanField(label=_("Jobbsøkeren har sagt ja til dette for denne arbeidsgiveren"))

    def shape(self, start: Start) -> None:
        """The topics that are offered; for an employer, the yes as well."""
        rest = dict(self.fields)
        if not start.given.get("employer"):
            del rest["says_yes"]
        nothing = {"nothing": rest.pop("nothing")}
        self.fields = {**nothing, **dict(_topic_fields(start.given.get("topics", tuple(Topic)))), **rest}

    def clean(self) -> dict[str, Any]:
        """What may be told has words; something is answered."""
        typed = super().clean() or {}
        if typed.get("nothing"):
            return typed
        for topic in self.topics:
            may = typed.get(f"{topic}_answer") in (TopicAnswer.MAY, TopicAnswer.IF_ASKED)
            if may and not typed.get(f"{topic}_wording", "").strip():
                self.add_error(f"{topic}_wording", _("Skriv hva som skal sies, med jobbsøkerens ord."))
        return typed

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Those on this form."""
        return tuple(self.start.given.get("topics", tuple(Topic)))

    @property
    def rows(self) -> Iterator[TopicRow]:
        """For the page: each topic with its answer and its words."""
        for topic in self.topics:
            yield TopicRow(
                topic_words(topic),
                topic_words(topic, "why"),
                self[f"{topic}_answer"],
                self[f"{topic}_wording"],
            )

    @property
    def others(self) -> list[BoundField]:
        """For the page: what comes after the topics."""
        names = ("wording", "day", "review_on", "says_yes")
        return [self[name] for name in names if name in self.fields]


class TalkForm(ActForm):
    """Pros and cons of disclosure, in the jobseeker's own words."""

    blames = {"day.": "day"}
    pros = forms.CharField(
        label=_("Det som er bra med å fortelle noe"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Med jobbsøkerens egne ord. Blir kryptert."),
    )
    cons = forms.CharField(
        label=_("Det som er vanskelig med å fortelle noe"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Med jobbsøkerens egne ord. Blir kryptert."),
    )
    day = DayField(label=_("Når snakket dere om det?"))


def _topic_fields(topics: tuple[Topic, ...]) -> Iterator[tuple[str, forms.Field]]:
    for topic in topics:
        yield (
            f"{topic}_answer",
            forms.ChoiceField(
                label=gettext("Hva kan sies?"),
                choices=(("", NOT_ANSWERED), *((key.value, words) for key, words in ANSWERS.items())),
                widget=forms.RadioSelect,
                required=False,
            ),
        )
        yield (
            f"{topic}_wording",
            forms.CharField(
                label=gettext("Ordene som skal brukes"),
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text=gettext("For eksempel: %(words)s") % {"words": topic_words(topic, "words")},
            ),
        )


def _start(found: Found, asked: Asked) -> Start:
    """What stands now. For an employer without an answer the general one is put forward, as a proposal.

    Who has come back starts from what was said in the course before: to be gone through, and not in force.
    """
    employer = employer_of(found.person, asked.about) if asked.about else None
    said = statement_for(found.person, employer)
    general = _confirmed(statement_for(found.person, None)) if employer is not None else None
    # What is said in general now is newer than anything of a course that is over.
    before = lapsed_for(found.person, employer) if said is None and general is None else None
    given = {
        "topics": DISCLOSURE_TOPICS.on(asked.on).topics,
        "employer": employer.name if employer else asked.about,
        "is_unknown": bool(asked.about) and employer is None,
        "is_proposal": employer is not None and said is None and before is None,
        "from_before": before.stated_on if before else None,
    }
    suggested: dict[str, Any] = {"day": asked.on}
    if before is not None:
        suggested |= _answers(before, found)
    elif employer is not None and said is None:
        suggested |= _answers(general, found)
    initial: dict[str, Any] = {"wording": "", "review_on": None, **_answers(_confirmed(said), found)}
    if said is not None:
        initial["wording"] = said.opened("sealed_wording", found.key)
    return Start(initial, tuple(_told(found, said)), given, suggested)


def _confirmed(said: DisclosureStatement | None) -> DisclosureStatement | None:
    """What a list said is shown, never filled in."""
    return said if said is not None and said.confirmed_at is not None else None


def _answers(said: DisclosureStatement | None, found: Found) -> dict[str, Any]:
    typed: dict[str, Any] = {}
    for row in topics_of(said):
        typed[f"{row.topic}_answer"] = row.answer
        typed[f"{row.topic}_wording"] = row.opened("sealed_wording", found.key)
    return typed


def _told(found: Found, said: DisclosureStatement | None) -> Iterator[Shown]:
    """A simple stand from before, and what was said of pros and cons."""
    if said is not None and not topics_of(said):
        wording = said.opened("sealed_wording", found.key)
        stand = str(VALUES["stand"][said.stand]) + (f": «{wording}»" if wording else "")
        yield Shown(_("Sagt før, uten temaer") if said.confirmed_at else _("Listen sa"), stand)
    talk = last_talk(found.person)
    if talk is not None:
        yield Shown(_("Fordeler"), talk.opened("sealed_pros", found.key))
        yield Shown(_("Ulemper"), talk.opened("sealed_cons", found.key))


def _agree(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    employer = chosen_employer(deed, asked.about) if asked.about else None
    topics = DISCLOSURE_TOPICS.on(asked.on).topics
    said = tuple(_said(typed, topic) for topic in topics if typed["nothing"] or typed[f"{topic}_answer"])
    agree(deed, employer, Said(said, typed["day"], typed["wording"], typed["review_on"]))


def _said(typed: Mapping[str, Any], topic: Topic) -> TopicSaid:
    if typed["nothing"]:
        return TopicSaid(topic, TopicAnswer.NOT)
    return TopicSaid(topic, TopicAnswer(typed[f"{topic}_answer"]), typed[f"{topic}_wording"])


def chosen_employer(deed: Deed, public_id: str) -> Employer:
    """The employer an act is about. Refused when the team does not know it."""
    employer = employer_of(deed.person, public_id)
    if employer is None:
        raise Refused((because("disclosure.no-such-employer", "house §employers"),))
    return employer


def _start_of_talk(found: Found, asked: Asked) -> Start:
    talk = last_talk(found.person)
    if talk is None:
        return Start({"pros": "", "cons": ""}, suggested={"day": asked.on})
    said = {name: talk.opened(f"sealed_{name}", found.key) for name in ("pros", "cons")}
    return Start(said, suggested={"day": asked.on})


def _talk(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    talk_through(deed, talked_on=typed["day"], pros=typed["pros"], cons=typed["cons"])


PAGES = (
    ActPage(
        slug=Act.AGREE_DISCLOSURE,
        title=_("Hva som kan sies til arbeidsgivere"),
        help=_(
            "Fyll ut sammen. Jobbsøkeren bestemmer, tema for tema, og kan ombestemme seg når som helst. "
            "Det som ikke er besvart, kan ikke sies."
        ),
        form=AgreementForm,
        start=_start,
        do=_agree,
        action=Action.DISCLOSURE_STATED,
        said=_("Avtalen er lagret. Den gjelder fra nå."),
        template="acts/disclosure.html",
        on_menu=True,
    ),
    ActPage(
        slug=Act.TALK_DISCLOSURE_THROUGH,
        title=_("Fordeler og ulemper ved åpenhet"),
        help=_(
            "Snakk om det som en egen sak, før dere avtaler hva som kan sies. Skriv med jobbsøkerens ord."
        ),
        form=TalkForm,
        start=_start_of_talk,
        do=_talk,
        action=Action.DISCLOSURE_TALKED_THROUGH,
        onward=lambda typed: Act.AGREE_DISCLOSURE,
        on_menu=True,
    ),
)
