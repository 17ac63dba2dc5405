"""Writing in the assessment, area by area; and money: the talk, and what cannot wait."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.economy import money
from fotfeste.apps.economy.selectors import open_money_problem
from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.episodes.selectors import newest_episode, newest_meetings
from fotfeste.apps.profiles.models import Contribution
from fotfeste.apps.profiles.selectors import contribution_now, contributions_of
from fotfeste.apps.profiles.services.contributions import Said, contribute
from fotfeste.domain.agenda import Act
from fotfeste.domain.money_problems import IncomeKnown
from fotfeste.domain.permissions import Permission, RelationKind
from fotfeste.domain.verdict import Refused, because
from fotfeste.domain.vocational_assessment import AssessmentArea, Capacity, ContributionKind
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start, today_suggested
from fotfeste.web.forms_look import DayField
from fotfeste.web.lines import language
from fotfeste.web.profile_words import KINDS, area_words, contribution_in_words, questions
from fotfeste.web.requests import read_uuid
from fotfeste.web.words.dates import long_day

LONGEST = 4_000
MOST_MEETINGS = 12


class AssessForm(ActForm):
    """Something said in one area (`about`: the area; or the area, a dot and the id of what is changed)."""

    blames = {"day.": "day", "assessment.strength": "use", "assessment.nothing": "text"}
    kind = forms.ChoiceField(
        label=_("Hva er dette?"),
        choices=tuple((key.value, words) for key, words in KINDS.items()),
        widget=forms.RadioSelect,
        initial=ContributionKind.SAID.value,
    )
    text = forms.CharField(
        label=_("Skriv med dine egne ord"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Stikkord er nok. Den andre kan lese det. Blir kryptert."),
    )
    use = forms.CharField(
        label=_("Hvor er styrken nyttig i arbeidslivet?"),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Bare for en styrke. For eksempel: på et lager der mye skal holdes i orden."),
    )
    day = DayField(label=_("Hvilken dag ble det sagt?"))
    meeting = forms.ChoiceField(label=_("I hvilket møte?"), required=False)

    def shape(self, start: Start) -> None:
        """The meetings there are; without any the question is not asked."""
        meetings = start.given.get("meetings", ())
        if meetings:
            none = ("", _("Ikke i et møte"))
            self.fields["meeting"].choices = (none, *meetings)  # type: ignore[attr-defined]  # a choice field
        else:
            del self.fields["meeting"]


class EconomyForm(ActForm):
    """What was said of money."""

    blames = {"day.": "day"}
    income_known = forms.ChoiceField(
        label=_("Er det kjent hva jobbsøkeren lever av nå?"),
        choices=(
            (IncomeKnown.YES.value, _("Ja")),
            (IncomeKnown.PARTLY.value, _("Delvis")),
            (IncomeKnown.NO.value, _("Nei")),
        ),
        widget=forms.RadioSelect,
    )
    change_talked_through = forms.BooleanField(
        label=_("Vi har snakket om hva en jobb endrer, på kort og på lang sikt"), required=False
    )
    corrected = forms.CharField(
        label=_("Noe jobbsøkeren trodde som ikke stemte, og hva som er riktig"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Blir kryptert."),
    )
    day = DayField(label=_("Når snakket dere om det?"))


class MoneyProblemForm(ActForm):
    """Something about money that cannot wait."""

    blames = {"day.": "day"}
    text = forms.CharField(
        label=_("Hva haster?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For eksempel husleie, strøm, mat eller en utbetaling som ikke kom. Blir kryptert."),
    )
    day = DayField(label=_("Når kom det fram?"))


class SettleForm(ActForm):
    """What was done about it."""

    blames = {"day.": "day", "economy.settled": "day"}
    done = forms.CharField(
        label=_("Hva er gjort?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )
    day = DayField(label=_("Når ble det ordnet?"))


def area_of(asked: Asked) -> AssessmentArea | None:
    """The area that the form is about."""
    code = asked.about.partition(".")[0]
    return AssessmentArea(code) if code in set(AssessmentArea) else None


def reader_of(found: Found) -> Capacity:
    """In whose name the reader writes."""
    is_self = RelationKind.SELF in found.circumstances.relations
    return Capacity.JOBSEEKER if is_self else Capacity.SPECIALIST


def _changed(found: Found, asked: Asked) -> Contribution | None:
    public_id = read_uuid(asked.about.partition(".")[2])
    return contribution_now(found.person, public_id) if public_id else None


def _start(found: Found, asked: Asked) -> Start:
    area = area_of(asked)
    if area is None:
        return Start(given={"areas": [(each.value, area_words(each)) for each in AssessmentArea]})
    reader = reader_of(found)
    rows = [row for row in contributions_of(found.person) if row.area == area]
    given = {
        "area": area_words(area),
        "about": area_words(area, "why"),
        "questions": questions(area),
        "said": [contribution_in_words(row, found.key, reader=reader) for row in rows],
        "meetings": _meetings(found),
        "is_economy": area is AssessmentArea.ECONOMY,
    }
    row = _changed(found, asked)
    initial = {} if row is None else _as_it_stands(row, found)
    return Start(initial, given=given, suggested={"day": row.on if row else asked.on})


def _as_it_stands(row: Contribution, found: Found) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "text": row.opened("sealed_text", found.key),
        "use": row.opened("sealed_use", found.key),
    }


def _meetings(found: Found) -> list[tuple[str, str]]:
    held = newest_meetings(newest_episode(found.person), most=MOST_MEETINGS)
    return [(row.public_id.hex, long_day(row.held_on, language())) for row in held if not row.fell_through]


def _assess(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    area = area_of(asked)
    if area is None:
        raise Refused((because("assessment.no-such-area", "I §4.2"),))
    replaces = _changed(deed.found, asked)
    if "." in asked.about and (replaces is None or replaces.area != area):
        raise Refused((because("assessment.no-such-contribution", "I §4.2"),))
    said = Said(
        area,
        ContributionKind(typed["kind"]),
        typed["text"],
        typed["day"],
        typed["use"],
        _meeting(deed, typed.get("meeting", "")),
    )
    contribute(deed, said, replaces=replaces)


def _meeting(deed: Deed, public_id: str) -> Meeting | None:
    if not public_id:
        return None
    return Meeting.objects.filter(person=deed.person, public_id=UUID(public_id)).first()


def _talk(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    money.talk_economy_through(
        deed,
        talked_on=typed["day"],
        income_known=IncomeKnown(typed["income_known"]),
        change_talked_through=typed["change_talked_through"],
        corrected=typed["corrected"],
    )


def _flag(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    money.flag_money_problem(deed, text=typed["text"], raised_on=typed["day"])


def _start_of_settling(found: Found, asked: Asked) -> Start:
    row = open_money_problem(found.person, read_uuid(asked.about) if asked.about else None)
    if row is None:
        return Start({"problem": ""}, suggested={"day": asked.on})
    said = row.opened("sealed_text", found.key)
    shown = (Shown(_("Det som haster"), said), Shown(_("Ført"), long_day(row.raised_on, language())))
    return Start({"problem": row.public_id.hex}, shown, suggested={"day": asked.on})


def _settle(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    row = open_money_problem(deed.person, read_uuid(asked.about) if asked.about else None)
    if row is None:
        raise Refused((because("economy.no-such-problem", "I §4.4"),))
    money.settle_money_problem(deed, row, done=typed["done"], settled_on=typed["day"])


PAGES = (
    ActPage(
        slug="assess",
        title=_("Skriv i kartleggingen"),
        form=AssessForm,
        start=_start,
        do=_assess,
        action=Action.ASSESSMENT_CHANGED,
        permission=Permission.ASSESSMENT_CHANGE,
        back="assessment",
        keeps_draft=True,
        template="acts/assess.html",
    ),
    ActPage(
        slug="talk-economy",
        title=_("Samtale om penger"),
        help=_("Hva jobbsøkeren lever av nå, og hva en jobb endrer på kort og på lang sikt."),
        form=EconomyForm,
        start=today_suggested,
        do=_talk,
        action=Action.ECONOMY_CHANGED,
        back="assessment",
    ),
    ActPage(
        slug="flag-money-problem",
        title=_("Noe om penger haster"),
        help=_("Det blir stående som neste steg til noen har gjort noe med det."),
        form=MoneyProblemForm,
        start=today_suggested,
        do=_flag,
        action=Action.ECONOMY_CHANGED,
        permission=Permission.ASSESSMENT_CHANGE,
        back="assessment",
        on_menu=True,
    ),
    ActPage(
        slug=Act.SETTLE_MONEY_PROBLEM,
        title=_("Pengeproblemet er ordnet"),
        form=SettleForm,
        start=_start_of_settling,
        do=_settle,
        action=Action.ECONOMY_CHANGED,
        back="assessment",
    ),
)
