"""One good call of every operation, in an order in which each can succeed: for tests that want them all."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from fotfeste.apps.agreements.models import Agreement, AgreementText
from fotfeste.apps.agreements.versions import take_back_to_draft
from fotfeste.apps.consents.models import Answer, ConsentDocument, ConsentStatement
from fotfeste.apps.disclosure.models import ComposedText, JournalTask
from fotfeste.apps.economy.models import BenefitStatement
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employment.models import Employment, JobTraining, Undertaking
from fotfeste.apps.episodes.models import Episode, Meeting, OpenQuestion
from fotfeste.apps.measures.history import content_index, house_key, need_as_json, participant_index
from fotfeste.apps.measures.models import (
    AssessmentWeighed,
    ContentPart,
    IssuerNotice,
    MeasureDecision,
    OldParticipation,
    Participation,
    ProviderProposal,
)
from fotfeste.apps.people.models import Event, Membership, OfficeInCharge, Relation
from fotfeste.apps.vault.keys import keys_of
from fotfeste.cli.cast import Cast
from fotfeste.domain.measures.kinds import MeasureKind, MeasureNeed
from fotfeste.domain.permissions import ConsentScope, Permission
from fotfeste.jobs.loop import carry_next
from tests.agreement_people import deed_of
from tests.api.conftest import LIST_HEADER, Program
from tests.api.examples_agreement import agreement_text
from tests.api.examples_by_employer import by_employer
from tests.employer_people import (
    NUMBER,
    agreement_with,
    document_of,
    entered,
    laid_out,
    laid_out_by_nav,
    lines_on,
)
from tests.measure_people import another_guide, guided, taking_part
from tests.provider_people import agreed, another_provider, granted, guide_at
from tests.web.measure_taking_part import taking_part as lasting_part

Kept = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """One call: of which operation, by whom, and what is sent. What is called is made when its turn comes."""

    operation: str
    by: str
    method: str
    path: str
    body: Any = None
    version: str = ""
    purpose: str = ""
    file: bytes = b""


@dataclass
class Walk:
    """What the calls so far have brought forth: the newest answer, and ids worth remembering."""

    cast: Cast
    program: Callable[[str], Program]
    kept: Kept = field(default_factory=dict)
    programs: dict[str, Program] = field(default_factory=dict)

    def by(self, name: str) -> Program:
        """The program of one of the cast: the same each time."""
        if name not in self.programs:
            self.programs[name] = self.program(name)
        return self.programs[name]

    def call(self, example: Example, *, by: Program | None = None, key: str | None = None) -> Any:
        """Make the call, and remember the answer."""
        caller = by or self.by(example.by)
        headers = {"If_Match": example.version, "Fotfeste_Purpose": example.purpose}
        if example.method == "GET":
            answer = caller.get(example.path, **headers)
        elif example.file:
            answer = caller.upload(example.path, example.file, example.body)
        else:
            answer = caller.send(example.method, example.path, example.body, key=key, **headers)
        return answer

    def person(self, name: str) -> str:
        return f"/people/{self.cast.people[name].public_id}"

    def account(self, name: str) -> str:
        return str(self.cast.accounts[name].public_id)

    def role(self, name: str) -> str:
        return str(Membership.objects.get(account=self.cast.accounts[name]).public_id)

    def read(self, by: str, path: str) -> Any:
        return self.by(by).get(path).json()


def examples(walk: Walk) -> Iterator[Example]:
    """Every operation once. Whoever asks for the next one has made the call of the one before."""
    for part in (
        _reading,
        _referrals,
        _measure_requests,
        _agreements,
        _facilitation,
        _employers_side,
        _profile,
        _acts,
        _jobs,
        _holds,
        _disclosure,
        _job_plan,
        _job_search,
        _attachments,
        _around,
        _looks,
        _remarks,
        _supervision,
        _unit_meetings,
        _employers,
        _imports,
        _rules,
        _emergency,
        _discharge,
        _leaving,
    ):
        yield from part(walk)


def _reading(walk: Walk) -> Iterator[Example]:
    nora = walk.person("nora")
    yield Example("get_me", "siv", "GET", "/me")
    yield from _documents(walk)
    yield Example("get_my_agenda", "siv", "GET", "/agenda?pressing=overdue")
    yield Example("list_people", "siv", "GET", "/people?stage=referred&limit=5")
    yield Example("search_people", "siv", "POST", "/people/search", {"text": "Lun"})
    yield Example("get_person", "siv", "GET", nora)
    yield Example("get_person_agenda", "siv", "GET", f"{nora}/agenda")
    yield Example("get_person_timeline", "siv", "GET", f"{nora}/timeline")
    yield Example("get_person_course", "siv", "GET", f"{nora}/course")
    yield Example("get_guideline", "siv", "GET", "/guideline")
    yield from _old_participations(walk)
    yield Example("get_follow_up_information", "siv", "GET", "/measures/follow-up?on=2025-03-01")
    yield Example("check_seal", "siv", "POST", "/seals/check", {}, file=b"%PDF-1.7")
    yield Example("get_person_notes", "siv", "GET", f"{nora}/notes")
    yield Example("get_person_identity_number", "siv", "GET", f"{nora}/identity-number")
    yield Example("get_person_around", "siv", "GET", f"{nora}/around")
    yield Example("get_person_log", "siv", "GET", f"{nora}/log")
    yield Example("get_protection", "siv", "GET", f"{nora}/protection")
    yield Example("get_handover", "siv", "GET", "/handovers")
    yield Example("get_team", "mette", "GET", "/team")
    yield Example("get_team_fidelity", "mette", "GET", "/team/fidelity")
    yield Example("find_staff", "siv", "GET", "/staff?role=clinician&q=Berit")


def _documents(walk: Walk) -> Iterator[Example]:
    """Nora has signed, and the document has been made."""
    person = walk.cast.people["nora"]
    statement = ConsentStatement.objects.filter(person=person).first() or ConsentStatement.objects.create(
        person=person, scope=ConsentScope.IPS_PARTICIPATION, answer=Answer.YES, stated_on=walk.cast.on
    )
    document = ConsentDocument(person=person, statement=statement, made_at=walk.cast.at)
    content = b64encode(b"%PDF-1.7").decode()
    document.seal("sealed_content", content, keys_of([(person.pk, person.public_id)])[person.pk])
    document.save()
    one = f"consents/{statement.public_id}/document"
    yield Example("get_my_workbook", "nora", "GET", "/me/workbook")
    yield Example("get_my_consent_document", "nora", "GET", f"/me/{one}")
    yield Example("get_consent_document", "siv", "GET", f"{walk.person('nora')}/{one}")


def _referrals(walk: Walk) -> Iterator[Example]:
    yield Example("list_referral_teams", "berit", "GET", "/referrals/teams")
    team = str(walk.cast.units["ips_salten"].public_id)
    sent = {"team": team, "name": "Kari Ny", "protection": "none", "referred_on": walk.cast.on.isoformat()}
    sent |= {"wishes_to_work": True, "treatment": "current", "talk": "not_held"}
    yield Example("send_referral", "berit", "POST", "/referrals", sent)
    yield Example("list_sent_referrals", "berit", "GET", "/referrals/sent")
    yield Example("list_referrals", "siv", "GET", "/referrals")
    one = "/referrals/" + walk.read("siv", "/referrals")["referrals"][0]["id"]
    yield Example("get_referral", "siv", "GET", one)
    answer = {"answer": "waiting", "reason": "Fullt til jul."}
    yield Example("answer_referral", "siv", "POST", f"{one}/answer", answer)


def _measure_requests(walk: Walk) -> Iterator[Example]:
    yield Example("list_measure_offices", "nora", "GET", "/measure-requests/offices")
    office = str(walk.cast.units["nav_bodo"].public_id)
    asked = {"office": office, "wish": "Hjelp til å beholde jobben"}
    yield Example("ask_for_measure", "nora", "POST", "/me/measure-requests", asked)
    yield Example("list_my_measure_requests", "nora", "GET", "/me/measure-requests")
    first = walk.read("nora", "/me/measure-requests")["requests"][0]["id"]
    yield Example("withdraw_measure_request", "nora", "POST", f"/me/measure-requests/{first}/withdrawal")
    taken = {"name": "Kari Ny", "phone": "90000001", "wish": "Vil ha en jobb"}
    yield Example("take_down_measure_request", "hege", "POST", "/measure-requests", taken)
    yield Example("list_measure_requests", "hege", "GET", "/measure-requests")
    one = "/measure-requests/" + walk.read("hege", "/measure-requests")["requests"][0]["id"]
    yield Example("get_measure_request", "hege", "GET", one)
    answer = {"answer": "not_taken_up", "reason": "Har alt et tiltak"}
    yield Example("answer_measure_request", "hege", "POST", f"{one}/answer", answer)
    yield from _proposed(walk)


def _facilitation(walk: Walk) -> Iterator[Example]:
    yield Example("get_agreement_information", "siv", "GET", "/agreements/about?on=2026-11-22")
    mine = "/me/agreement-requests"
    asked = {"office": str(walk.cast.units["nav_bodo"].public_id), "wish": "Fast kontakt i NAV"}
    yield Example("ask_for_agreement", "nora", "POST", mine, asked)
    yield Example("list_my_agreement_requests", "nora", "GET", mine)
    first = walk.read("nora", mine)["requests"][0]["id"]
    yield Example("withdraw_agreement_request", "nora", "POST", f"{mine}/{first}/withdrawal")
    taken = {"asked_for": "interest", "employer": "Bodø Bakeri", "employer_contact": "Bente Baker"}
    taken |= {"employer_phone": "90000002", "wish": "Vi vurderer å ta inn noen"}
    yield Example("take_down_agreement_request", "hege", "POST", "/agreement-requests", taken)
    yield Example("list_agreement_requests", "hege", "GET", "/agreement-requests")
    one = "/agreement-requests/" + walk.read("hege", "/agreement-requests")["requests"][0]["id"]
    yield Example("get_agreement_request", "hege", "GET", one)
    answer = {"answer": "informed", "words": "Fortalte om tilskudd", "told_on": walk.cast.on.isoformat()}
    yield Example("answer_agreement_request", "hege", "POST", f"{one}/answer", answer)
    yield Example("list_open_agreements", "hege", "GET", "/open-agreements")
    person = walk.person("nora")
    use = {"born_on": "2003-02-01", "reduced_capacity": "yes", "employer_part": "none_yet"}
    yield from _nav_act(walk, "agreement-use", use)
    assessed = {"assessed_on": walk.cast.on.isoformat(), "with_person": True, "with_employer": "none"}
    yield from _nav_act(walk, "agreement-assess", {**assessed, "follow_up": "Ukentlig", "measures": "Pult"})
    yield Example("get_agreement", "hege", "GET", f"{person}/agreement")
    own, words = "/me/acts/agreement-own-words", {"words": "Helst på tirsdager"}
    yield Example("start_my_agreement_own_words", "nora", "GET", own)
    version = walk.read("nora", own)["version"]
    yield Example("do_my_agreement_own_words", "nora", "POST", own, words, version=f'"{version}"')
    yield from agreement_text(walk)


def _employers_side(walk: Walk) -> Iterator[Example]:
    row = agreement_with(walk.cast, person="sofie")
    entered(walk.cast, row)
    office = str(walk.cast.units["nav_bodo"].public_id)
    shown = {"office": office, "wish": "Hjelp til opplæring", "contact": "Erik Stormo", "phone": "90000003"}
    yield Example("show_interest", "erik", "POST", "/employer/interest", shown)
    yield Example("list_own_interest", "erik", "GET", "/employer/interest")
    yield Example("list_employer_agreements", "erik", "GET", "/employer/agreements")
    one = f"/employer/agreements/{row.public_id}"
    yield Example("get_employer_agreement", "erik", "GET", one)
    document_of(laid_out(walk.cast, row, lines_on(()), in_force=True))
    yield Example("get_employer_agreement_document", "erik", "GET", f"{one}/versions/1/document")
    AgreementText.objects.filter(agreement=row).update(replaced_at=walk.cast.at)
    yield from _employer_signs(walk, row, one)
    yield from by_employer(walk, one)
    for what in ("promises", "questions", "contacts"):
        yield Example(f"list_employer_{what}", "erik", "GET", f"{one}/{what}")
    yield Example("list_employer_colleagues", "erik", "GET", f"{one}/colleagues")
    eva = entered(walk.cast, row, guide_at(walk.cast.units["rana_renhold"], "eva"))
    yield Example(
        "end_employer_colleague", "erik", "POST", f"{one}/colleagues/end", {"id": str(eva.public_id)}
    )
    invited = {"name": "Kari Kollega", "email": "kari@example.no"}
    yield Example("invite_employer_colleague", "erik", "POST", f"{one}/colleagues/invitations", invited)
    people = f"{walk.person('sofie')}/agreement/employer-people"
    invited |= {"organisation_number": NUMBER}
    yield Example("invite_employer_person", "hege", "POST", f"{people}/invitations", invited)
    yield Example("list_employer_people", "hege", "GET", people)
    member = walk.read("hege", people)["members"][0]["id"]
    yield Example("end_employer_access", "hege", "POST", f"{people}/end", {"id": member})


def _employer_signs(walk: Walk, row: Agreement, one: str) -> Iterator[Example]:
    """What is laid out is signed and taken back, and NAV goes on writing."""
    digest = laid_out_by_nav(walk.cast, row, "sofie").digest
    signed = {"digest": digest, "has_read": True}
    yield Example("sign_as_employer", "erik", "POST", f"{one}/signature", signed)
    yield Example("take_back_as_employer", "erik", "POST", f"{one}/signature/withdrawal")
    with deed_of(walk.cast, "hege", "sofie", Permission.AGREEMENT_CHANGE) as deed:
        take_back_to_draft(deed)


def _proposed(walk: Walk) -> Iterator[Example]:
    propose = {"measure": "follow_up", "why": "Du trenger mer enn vi har her"}
    acts = f"{walk.person('nora')}/acts"
    yield Example("start_measure_propose", "hege", "GET", f"{acts}/measure-propose")
    yield Example("do_measure_propose", "hege", "POST", f"{acts}/measure-propose", propose)
    proposal = walk.read("nora", "/me/measure-requests")["requests"][0]["id"]
    said = {"answer": "accepted"}
    yield Example("answer_measure_proposal", "nora", "POST", f"/me/measure-requests/{proposal}/answer", said)
    yield Example("list_measure_cases", "hege", "GET", "/measure-cases")
    yield Example("get_measure_case", "hege", "GET", f"{walk.person('nora')}/measure-case")
    yield Example("get_measure_duration", "hege", "GET", f"{walk.person('nora')}/measure-duration")
    yield from _measure_case(walk)


def _measure_case(walk: Walk) -> Iterator[Example]:
    on, why = walk.cast.on.isoformat(), {"why": "Fordi"}
    talked = {"talked_on": on, "born_on": "1990-03-01", "chances": "Gode", "need": "Stort"}
    known = {"needs_more_help": "yes", "reduced_capacity": "no", "in_treatment": "no", "transition": "none"}
    yield from _nav_act(walk, "measure-need", {**talked, **known})
    yield from _nav_act(walk, "measure-content", {"part": "adaptation", **why})
    part = ContentPart.objects.get().public_id.hex
    yield from _nav_act(walk, "measure-content-drop", why, about=part)
    tried = {"tried": "task", "what": "Lager", "how_it_went": "Fint"}
    yield from _nav_act(walk, "measure-tried", tried)
    yield from _nav_act(walk, "measure-weigh", {"weighed": "not_needed", "is_together": True, **why})
    yield from _nav_act(walk, "measure-amount", {"from_day": on, "hours": "3", **why})
    job = {"is_employed": "yes", "employer": "Rana Mat", "started_on": "2024-02-01"}
    yield from _nav_act(walk, "measure-branch", job)
    plan = {"received_on": on, "channel": "paper", "duty_met": "yes", "in_house": "carried_out"}
    yield from _nav_act(walk, "measure-employer-plan", plan)
    need = {
        "kind": "need_14a",
        "goal": "get_work",
        "group": "little_chance",
        "reasons": "Slik",
        "told_on": on,
    }
    yield from _nav_act(walk, "measure-decide-need", need)
    waiting = MeasureDecision.objects.get()
    MeasureDecision.objects.filter(pk=waiting.pk).update(decided_by=walk.cast.accounts["tom"])
    approve = {"answer": "yes", "told_on": on}
    yield from _nav_act(walk, "measure-approve", approve, about=waiting.public_id.hex)
    no = {"kind": "refusal", "reasons": "Du får det du trenger her", "told_on": on}
    yield from _nav_act(walk, "measure-decide", no)
    yield from _measure_lasts(walk)
    yield from _sick_note(walk, on)


def _measure_lasts(walk: Walk) -> Iterator[Example]:
    on, one = walk.cast.on.isoformat(), lasting_part(walk.cast).public_id.hex
    said = {"reasons": "Slik vurderer vi det", "told_on": on}
    yield from _nav_act(walk, "measure-extend", {"day": "2027-05-31", **said}, about=one)
    yield from _nav_act(walk, "measure-shorten", {"day": "2027-04-30", **said}, about=one)
    yield from _nav_act(walk, "measure-break", {"first": "2026-11-02", "why": "Syk"}, about=one)
    yield from _nav_act(walk, "measure-break-over", {"last": "2026-11-20"}, about=one)
    yield from _nav_act(walk, "measure-aim", {"day": on, "adaptation": True, **said}, about=one)
    yield from _nav_act(walk, "measure-end", {"day": on, "cause": "own_wish", **said}, about=one)
    yield from _nav_act(walk, "measure-reopen", {"day": "2027-04-30", **said}, about=one)


def _sick_note(walk: Walk, on: str) -> Iterator[Example]:
    who = {"is_sick_listed": "yes", "name": "Lege Lie", "where": "Legehuset", "from_day": on}
    yield from _nav_act(walk, "measure-issuer", who)
    AssessmentWeighed.objects.update(weighed="needed_first")
    yield from _nav_act(walk, "measure-issuer-letter", {"event": "assessment"})
    letter = IssuerNotice.objects.get().public_id.hex
    yield from _nav_act(walk, "measure-issuer-sent", {"sent_on": on}, about=letter)
    case = f"{walk.person('nora')}/measure-case"
    yield Example("get_sick_note_issuer", "nora", "GET", f"{case}/sick-note")
    money = {"benefit": "none", "children": 2}
    yield from _nav_act(walk, "measure-money", money)
    yield Example("get_measure_money", "nora", "GET", f"{case}/money")
    yield Example("get_measure_offer", "nora", "GET", f"{case}/offer")
    offices, on_it = "/measure-offices/cooperation", {"is_integrated": True, "with_whom": "DPS Salten"}
    yield Example("put_down_office_cooperation", "hege", "POST", offices, {**on_it, "from_day": on})
    yield Example("list_office_cooperation", "hege", "GET", offices)
    yield from _nav_act(walk, "measure-nav-task", {"task": "benefits", "state": "done", "day": on})
    yield Example("get_nav_tasks", "nora", "GET", f"{walk.person('nora')}/nav-tasks")
    yield from _measure_reports(walk)


def _measure_reports(walk: Walk) -> Iterator[Example]:
    person, on = walk.person("nora"), walk.cast.on
    another_guide(walk.cast, "gro")
    guided(walk.cast, "nora", "gro")
    taking_part(walk.cast, "nora", since=on, until=on)
    report, address = {"kind": "assessment", "words": "Det går fint"}, f"{person}/acts/measure-report"
    yield Example("start_measure_report", "gro", "GET", address)
    version = walk.read("gro", address)["version"]
    yield Example("do_measure_report", "gro", "POST", address, report, version=f'"{version}"')
    yield Example("get_measure_reports", "hege", "GET", f"{person}/measure-case/reports")
    yield Example("list_reports_to_write", "gro", "GET", "/measure-reports")
    Relation.objects.filter(kind="guide").delete()
    Participation.objects.update(ended_on=on - timedelta(days=1))
    yield from _nav_act(walk, "measure-close", {"cause": "finished"})


def _agreements(walk: Walk) -> Iterator[Example]:
    office, every = str(walk.cast.units["nav_bodo"].public_id), "/measure-agreements"
    yield Example("list_measure_providers", "hege", "GET", "/measure-providers")
    provider = walk.read("hege", "/measure-providers")["providers"][0]["id"]
    said = {"from_day": "2026-01-01", "until_day": "2028-12-31", "places": 4, "offices": [office]}
    new = {**said, "provider": provider, "measure": "follow_up"}
    yield Example("make_measure_agreement", "hege", "POST", every, new)
    yield Example("list_measure_agreements", "guro", "GET", every)
    one = f"{every}/" + walk.read("hege", every)["agreements"][0]["id"]
    yield Example("get_measure_agreement", "hege", "GET", one)
    changed = {**said, "places": 6}
    yield Example("change_measure_agreement", "hege", "PUT", one, changed, version='"1"')
    yield from _enrolments(walk)


def _enrolments(walk: Walk) -> Iterator[Example]:
    on, nora = walk.cast.on, walk.person("nora")
    row = granted(walk.cast, "nora", starts_on=on)
    about, guro = row.public_id.hex, walk.account("guro")
    waits = f"/enrolments/{row.public_id}"
    yield Example("list_enrolments", "guro", "GET", "/enrolments")
    yield Example("list_guides", "guro", "GET", "/enrolments/guides")
    start = {"day": on.isoformat(), "guide": guro}
    yield Example("confirm_start", "guro", "POST", f"{waits}/start", start)
    yield Example("list_participants", "guro", "GET", "/participants")
    yield Example("get_participation", "hege", "GET", f"{nora}/participations/{row.public_id}")
    suggest = {"kind": "content", "why": "Mer jobbsøk"}
    yield from _nav_act(walk, "measure-suggest", suggest, about=about, by="guro")
    yield Example("list_measure_suggestions", "hege", "GET", "/measure-suggestions")
    made = ProviderProposal.objects.get().public_id.hex
    yield from _nav_act(walk, "measure-suggestion-answer", {"answer": "accepted"}, about=made)
    ended = {"why": "Har sluttet"}
    yield from _nav_act(walk, "measure-guide-end", ended, about=about)
    yield Example("name_guide", "guro", "POST", f"{waits}/guide", {"guide": guro})
    gina = str(guide_at(walk.cast.units["brobygger"]).public_id)
    over = {"guide": gina, "handover": "Ring før ti"}
    yield from _nav_act(walk, "measure-guide", over, about=about, by="guro")
    other = another_provider()
    agreed(walk.cast, provider=other)
    nearer = {"provider": str(other.public_id), "why": "Nærmere"}
    yield from _nav_act(walk, "measure-provider", nearer, about=about)


def _nav_act(
    walk: Walk, slug: str, values: dict[str, Any], *, about: str = "", by: str = "hege"
) -> Iterator[Example]:
    address = f"{walk.person('nora')}/acts/{slug}" + (f"?about={about}" if about else "")
    name = slug.replace("-", "_")
    yield Example(f"start_{name}", by, "GET", address)
    version = walk.read(by, address)["version"]
    yield Example(f"do_{name}", by, "POST", address, values, version=f'"{version}"')


def _acts(walk: Walk) -> Iterator[Example]:
    nora, on = walk.person("nora"), walk.cast.on.isoformat()
    yield Example("do_note", "siv", "POST", f"{nora}/notes", {"text": "Ringte i dag."})
    ConsentStatement.objects.create(
        person=walk.cast.people["nora"],
        scope=ConsentScope.IPS_PARTICIPATION,
        answer=Answer.YES,
        stated_on=walk.cast.on,
        is_brought_in=True,
    )
    BenefitStatement.objects.create(person=walk.cast.people["nora"], stated_on=walk.cast.on)
    code = "clear-up.same-person-twice"
    OpenQuestion.objects.create(person=walk.cast.people["nora"], code=code, raised_on=walk.cast.on)
    acts: tuple[tuple[str, dict[str, Any]], ...] = (
        ("answer-referral", {"day": on}),
        ("referral-day", {"day": "2026-11-02"}),
        ("change-method", {"method": "supported_employment", "reason": "Behandlingen er over."}),
        ("plan-meeting", {"day": "2026-11-25", "place_kind": "neutral", "clinician": "yes"}),
        (
            "log-meeting",
            {"outcome": "held", "day": "2026-11-20", "place_kind": "neutral", "clinician": "yes"},
        ),
        ("plan-appointment", {"kind": "jobseeker", "day": "2026-11-25", "place_kind": "neutral"}),
        (
            "log-appointment",
            {"kind": "jobseeker", "day": "2026-11-20", "place_kind": "phone", "note": "Fint."},
        ),
        ("log-contact", {"day": "2026-11-20", "place_kind": "phone", "note": "Alt vel."}),
        ("hold-information-talk", {"held": "yes", "day": on}),
        ("record-delay-cause", {"cause": "Innlagt."}),
        ("reflect", {"thoughts": "Vi var for sene."}),
        ("make-contingency-plan", {"plan": "Ring søster.", "day": on}),
        ("confirm-statements", {"ips_participation": "yes", "day": on}),
        ("confirm-nav-ties", {"benefit": "none", "day": on}),
        ("state-benefit", {"benefit": "sickness_benefit", "day": on}),
        ("record-registration", {"reply": "yes", "day": on}),
        ("archive-consent", {"day": on}),
        ("record-consent", {"nav_contact": "no", "day": on}),
        ("archive-withdrawal", {"day": on}),
        ("undo-archiving", {}),
        ("explain-consequences", {"day": on, "still": "yes"}),
        ("start-profile", {"day": on}),
        ("review-profile", {"day": on}),
        ("update-profile", {"day": on}),
        ("go-through-start-up", {"work_goal": True, "day": on}),
        ("sum-up-start-up", {"day": on, "can_help": "yes", "answer": "Ja."}),
        ("wishes", {"work": "Butikk", "percent": 50, "is_approximate": True}),
        ("start-job", {"day": on, "percent": 40}),
        ("complete-job", {"percent": 60}),
        ("end-job", {"day": on}),
        ("contact-details", {"name": walk.cast.people["nora"].name, "interpreter": "no"}),
        ("settle", {"outcome": "settled", "answer": "Samme person."}),
    )
    yield from _touches(walk, nora)
    for slug, values in acts:
        address = f"{nora}/acts/{slug}" + (f"?about={code}" if slug == "settle" else "")
        name = slug.replace("-", "_")
        yield Example(f"start_{name}", "siv", "GET", address)
        version = walk.read("siv", address)["version"]
        yield Example(f"do_{name}", "siv", "POST", address, values, version=f'"{version}"')
    for slug in ("clear-up", "see-handover"):
        yield Example(f"start_{slug.replace('-', '_')}", "siv", "GET", f"{nora}/acts/{slug}")


def _touches(walk: Walk, nora: str) -> Iterator[Example]:
    """Acts without a form, each about a meeting or about being in touch."""
    planned = {"person": walk.cast.people["nora"], "episode": Episode.objects.get(person__name="Nora Lunde")}
    meeting = Meeting.objects.create(**planned, kind="start_up", held_on=walk.cast.on, is_held=False)
    about = f"?about={meeting.public_id.hex}"
    of_meeting = ("meeting-missed", "meeting-undo", "meeting-a-week-later", "meeting-called-off")
    acts: tuple[tuple[str, str, dict[str, Any]], ...] = (
        *((slug, about, {}) for slug in of_meeting),
        ("call-unanswered", "", {}),
        ("contact-reached", "", {}),
        ("problem-arose", "", {}),
        ("problem-settled", "", {}),
        ("follow-plan", "", {"is_reached": "yes"}),
    )
    for slug, query, values in acts:
        address, name = f"{nora}/acts/{slug}{query}", slug.replace("-", "_")
        yield Example(f"start_{name}", "siv", "GET", address)
        version = walk.read("siv", address)["version"]
        yield Example(f"do_{name}", "siv", "POST", address, values, version=f'"{version}"')


def _jobs(walk: Walk) -> Iterator[Example]:
    nora, on, person = walk.person("nora"), walk.cast.on.isoformat(), walk.cast.people["nora"]
    job = Employment.objects.create(person=person, started_on=date(2026, 9, 1))
    key = job.public_id.hex
    yield from _act(walk, "plan-training", {"what": "Kassen", "by_whom": "Kari Krok"}, about=key)
    training = JobTraining.objects.get().public_id.hex
    yield from _act(walk, "training-done", {"day": on}, about=training)
    point = {"point": "before_start:2026-08-31", "words": "Vi visste det ikke."}
    yield from _act(walk, "reflect-on-rhythm", point, about=key)
    yield from _act(walk, "begin-undertaking", {"kind": "education", "name": "Kokkefag", "day": on})
    yield from _act(walk, "end-undertaking", {"day": on}, about=Undertaking.objects.get().public_id.hex)
    yield from _act(walk, "wishes-met", {"place": "yes", "hours": "no", "day": on}, about=key)
    needs = {"needs": "En å ringe til.", "asked_on": on}
    yield from _act(walk, "employer-needs", needs, about=key)
    yield from _job_support(walk, job)
    yield Example("get_person_jobs", "siv", "GET", f"{nora}/jobs")
    yield Example("get_occupations", "siv", "GET", "/occupations?q=butikk")


def _job_support(walk: Walk, job: Employment) -> Iterator[Example]:
    nora, on, about = walk.person("nora"), walk.cast.on.isoformat(), job.public_id.hex
    yield from _act(
        walk, "consider-job-support", {"choice": "plan", "why": "Hun vil.", "day": on}, about=about
    )
    plan = {"goals": "Bli kjent.", "from_day": on, "until_day": "2026-12-24", "specialist_often": "weekly"}
    yield from _act(walk, "support-plan", plan, about=about)
    yield from _act(walk, "extend-support-plan", {"to_day": "2027-02-01"}, about=about)
    yield from _act(walk, "share-support-plan", {"employer": True}, about=about)
    yield Example("get_job_support", "siv", "GET", f"{nora}/job-support")
    jobs = walk.read("siv", f"{nora}/job-support")["jobs"]
    version = next(each["versions"][0] for each in jobs if each["job"] == str(job.public_id))
    yield Example("get_job_support_version", "siv", "GET", f"{nora}/job-support/versions/{version}")
    yield Example("get_job_support_employer", "siv", "GET", f"{nora}/job-support/{job.public_id}/employer")
    yield from _act(walk, "end-support-plan", {"day": on}, about=about)


def _disclosure(walk: Walk) -> Iterator[Example]:
    nora, on, person = walk.person("nora"), walk.cast.on.isoformat(), walk.cast.people["nora"]
    employer = Employer.objects.create(
        team=walk.cast.units["ips_salten"], name="Stormyra", search_name="stormyra", created_at=walk.cast.at
    )
    key = employer.public_id.hex
    said = {"support_answer": "may", "support_wording": "Jeg hjelper til.", "day": on, "says_yes": True}
    talk = {"pros": "Slipper å skjule noe.", "cons": "Rykter.", "day": on}
    contact = {"employer": key, "way": "visit", "day": on}
    yield from _act(walk, "talk-disclosure-through", talk)
    yield from _act(walk, "agree-disclosure", said, about=key)
    yield from _act(walk, "agree-employer-contact", contact)
    yield from _act(walk, "log-employer-contact", {**contact, "day": "2026-11-20"})
    yield Example("get_person_disclosure", "siv", "GET", f"{nora}/disclosure")
    agreement = walk.read("siv", f"{nora}/disclosure")["agreements"][-1]["id"]
    changed = {"agreement": agreement, "topic": "cv_gaps", "answer": "if_asked", "wording": "Var syk."}
    yield Example("change_my_topic", "nora", "POST", "/me/disclosure/topics", changed)
    yield from _act(walk, "see-disclosure-change", {})
    yield from _act(walk, "log-agreed-contact", {"outcome": "held", "day": on, "to_journal": True})
    behalf = {"employer": key, "way": "phone", "day": on, "next_step": "Ringe", "next_step_on": on}
    yield from _act(walk, "contact-on-behalf", behalf)
    yield from _act(walk, "take-next-step", {})
    yield from _act(walk, "compose-text", {"greeting": "Hei", "support": True}, about=key)
    kept = ComposedText.objects.get()
    yield from _act(walk, "send-text", {"how": "by_hand", "day": on})
    ComposedText.objects.create(
        person=person,
        employer=employer,
        statement=kept.statement,
        state="stopped",
        composed_at=walk.cast.at,
        composed_by=kept.composed_by,
        stopped_on=walk.cast.on,
    )
    yield from _act(walk, "see-stopped-text", {})
    task = JournalTask.objects.filter(done_on=None, replaced_on=None).first()
    yield from _act(walk, "carry-to-journal", {f"t_{task.public_id.hex}" if task else "": True, "day": on})
    event = Event.objects.create(
        person=person, kind="meeting.held", on=walk.cast.on, at=walk.cast.at, data={"place": "office"}
    )
    yield from _act(walk, "add-to-journal", {"event": event.public_id.hex})


def _holds(walk: Walk) -> Iterator[Example]:
    on, later = walk.cast.on.isoformat(), "2026-12-20"
    kept = {"contact_by": "Siv", "weeks": "1", "way": "walk", "hope": "Trikken"}
    yield from _act(walk, "admitted", {"day": on, "where": "Post B3"})
    hold = {"day": on, "reason": "worsening", "look_again_on": later, **kept}
    yield from _act(walk, "hold-search", hold)
    yield from _act(walk, "keep-contact", {"day": on, "note": "Gikk en tur"})
    yield from _act(walk, "look-at-hold", {"look_again_on": "2026-12-24", "hope": "Trikken"})
    yield from _act(walk, "left-hospital", {"day": on})
    yield from _act(walk, "end-hold", {"day": on, "went_on": "Bra"})


def _discharge(walk: Walk) -> Iterator[Example]:
    nora, on = walk.person("nora"), walk.cast.on.isoformat()
    talk = {"day": on, "pros": "Ro", "cons": "Fart", "advice": "Vent"}
    yield from _act(walk, "consider-discharge", {"why": "En pause", "jobseeker": "Ja"})
    yield from _act(walk, "stay-on-caseload", {"because_of": "Vil likevel"})
    walk.call(list(_act(walk, "consider-discharge", {"why": "En pause", "jobseeker": "Ja, nå"}))[1])
    yield from _act(walk, "ask-about-discharge", {"question": "Hva mener du?"})
    yield Example("list_discharge_questions", "mette", "GET", "/discharge-questions")
    one = "/discharge-questions/" + walk.read("mette", "/discharge-questions")["questions"][0]["id"]
    yield Example("get_discharge_question", "mette", "GET", one)
    yield from _act(walk, "discharge-with-clinician", talk)
    version = walk.read("mette", one)["version"]
    advice = {"pros": "Ro", "cons": "Fart", "advice": "Ta en pause"}
    yield Example(
        "answer_discharge_question", "mette", "POST", f"{one}/answer", advice, version=f'"{version}"'
    )
    yield from _act(walk, "discharge-with-supervisor", talk)
    yield Example("get_discharge", "siv", "GET", f"{nora}/discharge")
    ends = {each["field"]: "cancel" for each in walk.read("siv", f"{nora}/discharge")["loose_ends"]}
    decided = {"day": on, "reason": "long_pause", "words": "En pause", "coming_back": "Når du vil", **ends}
    yield from _act(walk, "discharge", {**decided, "letter_language": "nb"})


def _job_plan(walk: Walk) -> Iterator[Example]:
    nora, on = walk.person("nora"), walk.cast.on.isoformat()
    key = Employer.objects.get(name="Stormyra").public_id.hex
    yield from _act(walk, "job-plan", {"occupation_1": "5223", "percent": 50, "goals": "Fast jobb."})
    yield from _act(walk, "name-employer", {"employer": key, "how": "Siv, hver uke."})
    yield from _act(walk, "plan-activity", {"what": "Skrive CV", "responsible": "jobseeker"})
    yield from _act(walk, "agree-help", {"application": "together", "day": on})
    yield Example("get_job_plan", "siv", "GET", f"{nora}/job-plan")
    plan = walk.read("siv", f"{nora}/job-plan")
    done = {"outcome": "done", "day": on}
    yield from _act(walk, "finish-activity", done, about=plan["activities"][0]["id"])
    yield from _act(walk, "remove-employer", {}, about=plan["employers"][0]["id"])
    mine: tuple[tuple[str, dict[str, Any]], ...] = (
        ("job-plan", {"goals": "Min egen plan."}),
        ("agree-help", {"application": "self", "day": on}),
        ("plan-activity", {"what": "Ringe", "responsible": "jobseeker"}),
        ("finish-activity", {"outcome": "dropped", "day": on}),
        ("withdraw-job-plan", {"words": "Passet ikke."}),
    )
    for slug, values in mine:
        is_open = [each for each in walk.read("siv", f"{nora}/job-plan")["activities"] if not each["done_on"]]
        about = f"?about={is_open[0]['id']}" if slug == "finish-activity" else ""
        address, name = f"/me/acts/{slug}{about}", slug.replace("-", "_")
        yield Example(f"start_my_{name}", "nora", "GET", address)
        version = walk.read("nora", address)["version"]
        yield Example(f"do_my_{name}", "nora", "POST", address, values, version=f'"{version}"')


def _act(walk: Walk, slug: str, values: dict[str, Any], about: str = "") -> Iterator[Example]:
    """What an act starts from, and carrying it out."""
    address = f"{walk.person('nora')}/acts/{slug}" + (f"?about={about}" if about else "")
    name = slug.replace("-", "_")
    yield Example(f"start_{name}", "siv", "GET", address)
    version = walk.read("siv", address)["version"]
    yield Example(f"do_{name}", "siv", "POST", address, values, version=f'"{version}"')


def _profile(walk: Walk) -> Iterator[Example]:
    nora, on, person = walk.person("nora"), walk.cast.on.isoformat(), walk.cast.people["nora"]
    said = {"kind": "strength", "text": "Holder orden.", "use": "På et lager.", "day": on}
    yield from _act(walk, "assess", said, about="everyday")
    money = {"income_known": "yes", "change_talked_through": True, "day": on}
    yield from _act(walk, "talk-economy", money)
    yield from _act(walk, "flag-money-problem", {"text": "Strømmen stenges.", "day": on})
    yield Example("get_assessment", "siv", "GET", f"{nora}/assessment")
    yield from _act(walk, "settle-money-problem", {"done": "NAV betalte.", "day": on})
    yield from _act(walk, "edit-profile", {"text": "Vil arbeide på kjøkken."}, about="goal")
    yield from _act(walk, "bring-profile-in", {"goal": "Vil arbeide på lager.", "amount": "Formiddag."})
    clinician = Relation.objects.get(person=person, kind="clinician", until_day=None)
    yield from _act(walk, "ask-profile-review", {"clinician": clinician.public_id.hex})
    yield from _act_by(walk, "berit", "comment-profile", {"comment": "Fint."})
    yield from _act(walk, "see-profile-comment", {})
    yield Example("get_profile", "siv", "GET", f"{nora}/profile")
    yield Example("list_profile_versions", "siv", "GET", f"{nora}/profile/versions")
    yield Example("get_profile_version", "siv", "GET", f"{nora}/profile/versions/1")
    yield from _act(walk, "carry-profile-over", {"has_access": True, "goal": True})
    yield Example("list_profile_for_nav", "siv", "GET", f"{nora}/profile/for-nav")
    carried = walk.read("siv", f"{nora}/profile/for-nav")["times"][0]["id"]
    yield Example("get_profile_for_nav", "siv", "GET", f"{nora}/profile/for-nav/{carried}")
    yield from _act_by(walk, "nora", "write-one-page", {"who": "Jeg er Nora."})
    yield Example("get_one_page", "siv", "GET", f"{nora}/one-page")


def _act_by(walk: Walk, by: str, slug: str, values: dict[str, Any]) -> Iterator[Example]:
    """The same, by somebody else than the specialist."""
    address, name = f"{walk.person('nora')}/acts/{slug}", slug.replace("-", "_")
    yield Example(f"start_{name}", by, "GET", address)
    version = walk.read(by, address)["version"]
    yield Example(f"do_{name}", by, "POST", address, values, version=f'"{version}"')


def _job_search(walk: Walk) -> Iterator[Example]:
    nora, on = walk.person("nora"), walk.cast.on.isoformat()
    employer = str(Employer.objects.get(name="Stormyra").public_id.hex)
    yield from _act(walk, "add-lead", {"text": "Kokk, Stormyra\nhttps://jobb.example/1", "day": on})
    yield from _act(walk, "lead-employer", {"employer": employer})
    yield from _act(walk, "lead-wanted", {"wanted": "yes", "why": "Nær hjemme."})
    yield from _act(walk, "send-application", {"sent_by": "together", "day": on})
    yield from _act(walk, "log-application-answer", {"answer": "Kom på intervju.", "day": on})
    yield from _act(walk, "agree-interview", {"day": on, "is_specialist_there": True})
    yield from _act(walk, "prepare-interview", {"own_strengths": True, "employer_needs": True})
    yield from _act(walk, "log-interview", {"outcome": "held", "note": "Bra."})
    yield from _act(walk, "end-lead", {"result": "job", "day": on})
    yield from _act(walk, "log-help", {"kind": "hard_questions", "day": on})
    yield from _act(walk, "narrow-search", {"level": "line", "words": "Mat"})
    yield from _act(walk, "widen-search", {})
    yield Example("get_person_job_search", "siv", "GET", f"{nora}/job-search")
    yield Example("add_my_lead", "nora", "POST", "/me/leads", {"text": "Butikk på hjørnet"})
    yield Example("get_my_job_search", "nora", "GET", "/me/job-search")
    lead = walk.read("nora", "/me/job-search")["leads"][0]["id"]
    yield Example("say_what_i_want", "nora", "POST", f"/me/leads/{lead}/wanted", {"wanted": "no"})


def _attachments(walk: Walk) -> Iterator[Example]:
    for by, whose in (("siv", walk.person("nora")), ("nora", "/me")):
        mine, files = "my_" if by == "nora" else "", f"{whose}/attachments"
        sent = {"kind": "cv", "name": f"{by}.txt"}
        yield Example(f"add_{mine}attachment", by, "POST", files, sent, file=f"CV: {by}".encode())
        yield Example(f"list_{mine}attachments", by, "GET", files)
        one = walk.read(by, files)["attachments"][0]["id"]
        yield Example(f"get_{mine}attachment", by, "GET", f"{files}/{one}")
        yield Example(f"remove_{mine}attachment", by, "DELETE", f"{files}/{one}", {})


def _around(walk: Walk) -> Iterator[Example]:
    nora, relations = walk.person("nora"), f"{walk.person('nora')}/relations"
    yield Example("put_somebody_down", "siv", "POST", relations, {"kind": "guide", "name": "Guro V."})
    guide = next(each for each in walk.read("siv", f"{nora}/around")["now"] if each["kind"] == "guide")
    link = {"membership": walk.role("guro")}
    yield Example("link_relation", "siv", "POST", f"{relations}/{guide['id']}/link", link, version='"1"')
    yield Example("end_relation", "siv", "POST", f"{relations}/{guide['id']}/end", {}, version='"2"')


def _looks(walk: Walk) -> Iterator[Example]:
    yield Example("get_my_log", "nora", "GET", "/me/log")
    look = walk.read("nora", "/me/log")["days"][0]["seen"][0]["seq"]
    question = {"seq": look, "text": "Hvorfor?"}
    yield Example("ask_about_look", "nora", "POST", "/me/log/questions", question)
    yield Example("list_look_questions", "mette", "GET", "/look-questions")
    one = "/look-questions/" + walk.read("mette", "/look-questions")["questions"][0]["id"]
    yield Example("get_look_question", "mette", "GET", one)
    answer = {"text": "For å forberede møtet."}
    yield Example("answer_look_question", "mette", "POST", f"{one}/answer", answer, version='"1"')


def _remarks(walk: Walk) -> Iterator[Example]:
    yield Example("say_remark", "nora", "POST", "/me/remarks", {"text": "Nummeret er feil."})
    yield Example("get_my_remarks", "nora", "GET", "/me/remarks")
    yield from _act(walk, "answer-remark", {"is_put_right": "yes", "text": "Rettet."})


def _employers(walk: Walk) -> Iterator[Example]:
    employer = {"name": "Rana Mat AS", "organisation_number": "981526031"}
    yield Example("add_employer_to_team", "siv", "POST", "/employers", employer)
    yield Example("list_employers", "siv", "GET", "/employers?q=rana")
    one = "/employers/" + walk.read("siv", "/employers")["employers"][0]["id"]
    yield Example("get_employer", "siv", "GET", one)
    yield Example("put_employer", "siv", "PUT", one, {**employer, "place": "Mo"}, version='"1"')
    yield from _contacts_with(walk, one)


def _contacts_with(walk: Walk, one: str) -> Iterator[Example]:
    """What the team logs and knows of the employer."""
    on = walk.cast.on.isoformat()
    contact = {"on": on, "way": "visit", "cup": 1, "outcome": "Hyggelig.", "next_step": "Ringe"}
    yield Example("log_team_contact", "siv", "POST", f"{one}/contacts", {**contact, "next_step_on": on})
    yield Example("get_employer_week", "siv", "GET", "/employers/week")
    logged = walk.read("siv", one)["contacts"][0]["id"]
    acts: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("add-person", "", {"name": "Kari Leder"}),
        ("add-sought", "", {"text": "Helgevakter", "day": on}),
        ("together", logged, {"outcome": "Enig."}),
        ("tick-step", logged, {}),
        ("know", "", {}),
        ("know-no-more", "", {}),
        ("close", "", {"day": on}),
        ("reopen", "", {}),
    )
    for slug, about, values in acts:
        yield _employer_act(one, slug, about, values)
    person = walk.read("siv", one)["people"][0]["id"]
    yield _employer_act(one, "change-person", person, {"name": "Kari Sjef"})
    yield _employer_act(one, "end-person", person, {})
    sought = walk.read("siv", one)["sought"][0]["id"]
    yield _employer_act(one, "end-sought", sought, {})


def _employer_act(one: str, slug: str, about: str, values: dict[str, Any]) -> Example:
    query = f"?about={about}" if about else ""
    name = f"do_employer_{slug.replace('-', '_')}"
    return Example(name, "siv", "POST", f"{one}/acts/{slug}{query}", values)


def _supervision(walk: Walk) -> Iterator[Example]:
    one = f"/team/specialists/{walk.account('siv')}/supervision"
    task = {"kind": "task", "day": walk.cast.on.isoformat(), "text": "Ring bakeriet."}
    task |= {"person": str(walk.cast.people["nora"].public_id), "due": "2026-11-27"}
    yield Example("put_down_supervision", "mette", "POST", one, task)
    yield Example("get_supervision", "mette", "GET", one)
    yield Example("get_my_supervision", "siv", "GET", "/supervision")
    given = walk.read("siv", "/supervision")["entries"][0]["id"]
    answer = {"text": "Gjort."}
    yield Example("answer_supervision_task", "siv", "POST", f"/supervision/{given}/answer", answer)


def _unit_meetings(walk: Walk) -> Iterator[Example]:
    unit = str(walk.cast.units["ips_salten"].public_id)
    meeting = {"held_on": walk.cast.on.isoformat(), "who": [walk.role("siv"), walk.role("jonas")]}
    yield Example("call_unit_meeting", "siv", "POST", "/unit-meetings", meeting)
    yield Example("list_unit_meetings", "siv", "GET", "/unit-meetings")
    one = "/unit-meetings/" + walk.read("siv", "/unit-meetings")["meetings"][0]["id"]
    yield Example("put_unit_meeting", "siv", "PUT", one, {**meeting, "place": "Kafé"}, version='"1"')
    item = {"kind": "profile", "person": str(walk.cast.people["nora"].public_id), "line_of_work": "shop"}
    yield Example("add_unit_meeting_item", "siv", "POST", f"{one}/items", item)
    put = walk.read("siv", one)["items"][-1]["id"]
    decided = {"item": put, "text": "Høre med bakeriet", "responsible": walk.account("siv")}
    yield Example("add_unit_meeting_decision", "siv", "POST", f"{one}/decisions", decided)
    yield Example("get_unit_meeting", "jonas", "GET", one)
    yield Example("list_unit_meeting_tasks", "siv", "GET", "/unit-meetings/tasks")
    task = walk.read("siv", "/unit-meetings/tasks")["tasks"][0]["id"]
    yield Example("finish_unit_meeting_task", "siv", "POST", f"/unit-meetings/tasks/{task}/done", {})
    yield Example("fill_unit_meeting", "siv", "POST", f"{one}/fill", {})
    yield Example("remove_unit_meeting_item", "siv", "DELETE", f"{one}/items/{put}", {})
    yield Example("finish_unit_meeting", "siv", "POST", f"{one}/finish", {}, version='"2"')
    yield Example("get_my_naming", "nora", "GET", "/me/naming")
    said = {"kind": "vocational_unit", "unit": unit, "agrees": True}
    yield Example("state_my_naming", "nora", "POST", "/me/naming", said)
    yield from _act(walk, "naming", {"meeting": f"vocational_unit:{unit}", "answer": "no"})


def a_list(*rows: dict[str, str], more: str = "") -> bytes:
    """A caseload list. `more` is a heading that means nothing here."""
    headings = [*LIST_HEADER.split(";"), *([more] if more else [])]
    lines = [";".join(row.get(heading, "") for heading in headings) for row in rows]
    return "\r\n".join([";".join(headings), *lines, ""]).encode()


GOOD = {
    "Navn": "Kari Prøve",
    "Fødselsnummer": "13918334232",
    "Telefon": "90000001",
    "Henvist dato": "2026-11-02",
    "Jobbspesialist": "Siv Rønning",
}


def _imports(walk: Walk) -> Iterator[Example]:
    content = a_list(GOOD, {**GOOD, "Navn": "Per Prøve", "Fødselsnummer": "1391833423"}, more="Skonummer")
    kind = {"kind": "caseload"}
    yield Example("bring_list", "siv", "POST", "/imports", kind, file=content)
    while carry_next():
        pass
    yield Example("list_imports", "siv", "GET", "/imports")
    one = "/imports/" + walk.read("siv", "/imports")["imports"][0]["id"]
    yield Example("get_import", "siv", "GET", one)
    asked = walk.read("siv", one)["problems"][0]["key"]
    answers = {"answers": {asked: "leave-out"}}
    yield Example("answer_import", "siv", "POST", f"{one}/answers", answers)
    alike = {"code": "number.wrong-length", "choice": "leave-out"}
    yield Example("answer_import_rows_alike", "siv", "POST", f"{one}/answers-alike", alike)
    row = next(each for each in walk.read("siv", one)["rows"] if each["name"] == "Per Prøve")
    yield Example("get_import_row", "siv", "GET", f"{one}/rows/{row['id']}")
    version = walk.read("siv", f"{one}/rows/{row['id']}")["version"]
    mended = {"cells": {"identity_number": ""}, "answers": {}}
    yield Example("mend_import_row", "siv", "POST", f"{one}/rows/{row['id']}", mended, version=f'"{version}"')
    left = {"is_left_out": True}
    yield Example("leave_out_import_row", "siv", "POST", f"{one}/rows/{row['id']}/leave-out", left)
    yield Example("get_import_report", "siv", "GET", f"{one}/report")
    yield Example("confirm_import", "siv", "POST", f"{one}/confirm", {})
    while carry_next():
        pass
    yield Example("drop_import", "siv", "DELETE", one, {})


def _rules(walk: Walk) -> Iterator[Example]:
    yield Example("list_rules", "siv", "GET", "/rules")
    yield Example("show_rule", "siv", "GET", "/rules/startup.first-meeting")
    question = {"facts": {"referred_on": "2026-11-02"}, "on": "2026-11-22"}
    yield Example("ask_rule", "siv", "POST", "/rules/startup.first-meeting", question)


def _emergency(walk: Walk) -> Iterator[Example]:
    about = {"about": str(walk.cast.people["nora"].public_id), "why": "Fare for liv."}
    yield Example("ask_in_emergency", "arne", "POST", "/emergencies", about)
    yield Example("list_waiting_emergencies", "mette", "GET", "/emergencies/waiting")
    one = "/emergencies/waiting/" + walk.read("mette", "/emergencies/waiting")["waiting"][0]["id"]
    yield Example("get_emergency", "mette", "GET", one)
    yield Example("answer_emergency", "mette", "POST", f"{one}/answer", {"minutes": 10})
    yield Example("list_open_emergencies", "arne", "GET", "/emergencies")


def _leaving(walk: Walk) -> Iterator[Example]:
    amir = walk.person("amir")
    yield Example("declare_closeness", "berit", "POST", f"{amir}/closeness", {"kind": "friend_or_neighbour"})
    version = walk.by("siv").get(f"{amir}/protection")["ETag"]
    protected = {"protection": "none", "is_own_staff": False}
    yield Example("put_protection", "siv", "PUT", f"{amir}/protection", protected, version=version)
    people = [
        {"relation": each["relation"], "version": each["version"]}
        for each in walk.read("siv", "/handovers")["people"]
    ]
    order = {"receiver": walk.account("jonas"), "people": people, "from_day": walk.cast.on.isoformat()}
    yield Example("hand_over", "siv", "POST", "/handovers", order)


def _old_participations(walk: Walk) -> Iterator[Example]:
    """A list of the office's has come in; the adviser says who its participant is."""
    office, sofie = walk.cast.units["nav_bodo"], walk.cast.people["sofie"]
    OfficeInCharge.objects.get_or_create(
        person=sofie, until_day=None, defaults={"unit": office, "from_day": walk.cast.on}
    )
    first, last = date(2021, 1, 1), date(2021, 6, 30)
    row = OldParticipation(
        office=office,
        participant_index=participant_index("D-1"),
        content_index=content_index("D-1", MeasureKind.FOLLOW_UP, first, last),
        measure=MeasureKind.FOLLOW_UP,
        first_day=first,
        last_day=last,
        brought_on=walk.cast.on,
        brought_by=walk.cast.accounts["hege"],
    )
    row.seal("sealed_participant", "D-1", house_key())
    row.seal("sealed_need", need_as_json(MeasureNeed()), house_key())
    row.save()
    one = f"{walk.person('sofie')}/old-participations"
    yield Example("list_unlinked_participants", "hege", "GET", "/old-participations")
    yield Example("link_old_participations", "hege", "POST", one, {"participant": "D-1"})
    yield Example("get_old_participations", "hege", "GET", one)
