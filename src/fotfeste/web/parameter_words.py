"""What each dated number is called on a page, with its unit. A test holds the list complete."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

_MEASURES: Mapping[str, str | Promise] = {
    "follow_up": _("Oppfølging"),
    "ips": _("IPS"),
    "ips_young": _("IPS ung"),
    "supported_employment": _("Arbeid med støtte"),
}
"""The measures that have months and conditions of their own, by what their parameters end on."""

_OF_A_DURATION: Mapping[str, str | Promise] = {
    "first": _("Måneder ved første innvilgelse, høyst"),
    "extended": _("Måneder i alt, høyst"),
    "reduced_first": _("Måneder ved første innvilgelse med nedsatt arbeidsevne, høyst"),
    "reduced": _("Måneder i alt med nedsatt arbeidsevne, høyst"),
    "transition": _("Måneder i alt ved overgang fra skole eller soning, høyst (0: finnes ikke)"),
    "training_more": _("Måneder til for den som er i opplæring"),
}

_OF_CONDITIONS: Mapping[str, str | Promise] = {
    "from_age": _("Alder tiltaket er for, minst"),
    "counts_birth_year": _("Fra det året en når alderen, ikke fra fødselsdagen"),
    "before_age": _("Alder en må være under (0: ingen grense)"),
    "asks_for_treatment": _("For den som er i behandling eller har sammensatte utfordringer"),
    "group_source": _("Hvor det står hvem det er for"),
    "consent_source": _("Hvor det står at en må samtykke (tomt: det må en ikke)"),
}


def _of_each_measure(parameter: str, fields: Mapping[str, str | Promise]) -> dict[str, str | Promise]:
    """The same words for each measure, with the measure before them."""
    return {
        f"{parameter}_{kind}.{field}": format_lazy("{measure}: {said}", measure=measure, said=said)
        for kind, measure in _MEASURES.items()
        for field, said in fields.items()
    }


NUMBERS: Mapping[str, str | Promise] = {
    **_of_each_measure("duration", _OF_A_DURATION),
    **_of_each_measure("conditions", _OF_CONDITIONS),
    "allowance_conditions.from_age": _("Alder for tiltakspenger, minst"),
    "allowance_conditions.child_under_age": _("Alder et barn må være under for barnetillegg"),
    "allowance_conditions.own_measures": _("IPS og Arbeid med støtte står på listen"),
    "allowance_conditions.introduction_excludes": _("Introduksjonsprogram er til hinder"),
    "allowance_rates.year": _("Året satsene gjelder"),
    "allowance_rates.day": _("Tiltakspenger, kroner per dag"),
    "allowance_rates.sick_day": _("Tiltakspenger fra fjerde sykedag, kroner per dag"),
    "allowance_rates.child": _("Barnetillegg, kroner per dag"),
    "allowance_rates.sick_child": _("Barnetillegg fra fjerde sykedag, kroner per dag"),
    "complaint_weeks.decision": _("Uker til å klage på et vedtak"),
    "complaint_weeks.place_at_employer": _("Uker til å klage på en tiltaksplass hos en arbeidsgiver"),
    "employer_clock.plan_weeks": _("Uker fravær til arbeidsgiverens plan er laget, høyst"),
    "employer_clock.employer_meeting_weeks": _("Uker helt borte til arbeidsgiverens dialogmøte, høyst"),
    "employer_clock.nav_meeting_weeks": _("Uker fravær til NAVs dialogmøte, høyst"),
    "expiry_warnings.first_weeks": _("Uker før slutt det varsles første gang"),
    "expiry_warnings.second_weeks": _("Uker før slutt det varsles andre gang"),
    "expiry_warnings.last_weeks": _("Uker før slutt det varsles siste gang"),
    "issuer_duty.days": _("Dager til sykmelder har fått vite det"),
    "measure_merger.old_codes_until": _("Siste dag de gamle tiltakskodene kunne brukes"),
    "measure_reports.assessment_months": _("Måneder mellom de skriftlige vurderingene"),
    "nav_days.days_in_year": _("Dager i et år i NAVs program"),
    "nav_days.days_in_month": _("Dager i en måned i NAVs program"),
    "nav_days.guidance_years": _("År i NAVs program uten nedsatt arbeidsevne, høyst"),
    "nav_days.reduced_years": _("År i NAVs program med nedsatt arbeidsevne, høyst"),
    "nav_days.reduced_more_months": _("Måneder til i NAVs program ved overgang"),
    "nav_practice.locked_after_months": _("Måneder etter slutt en deltakelse kan endres i NAVs program"),
    "agenda.coming_days": _("Dager fram som regnes som nær"),
    "attachments.kinds": _("Slags filer som tas imot, som endelser"),
    "attachments.most_entries": _("Deler i et pakket dokument, høyst"),
    "attachments.most_files": _("Filer per jobbsøker, høyst"),
    "attachments.most_megabytes": _("Megabyte per fil, høyst"),
    "attachments.most_unpacked_megabytes": _("Megabyte når et dokument pakkes ut, høyst"),
    "seal.most_megabytes": _("Megabyte for en fil som kontrolleres for segl, høyst"),
    "caseload.most_in_full_time": _("Jobbsøkere for en jobbspesialist i full stilling, høyst"),
    "disclosure.review_months": _("Måneder før åpenhet gås gjennom på nytt"),
    "problems.missed_in_a_row": _(
        "Møter på rad som jobbsøkeren ikke kom til, før planen for problemer gjelder"
    ),
    "problems.unanswered_in_a_row": _("Forsøk på rad uten svar, før planen for problemer gjelder"),
    "disclosure_topics.offered": _("Temaer som gås gjennom om åpenhet, som koder"),
    "emergency.answer_within_hours": _("Timer en forespørsel om nødtilgang venter på svar"),
    "emergency.most_minutes": _("Minutter nødtilgang varer, høyst"),
    "log_in.new_address_waits_days": _("Dager en ny adresse til en innlogging i bruk venter"),
    "employer_relation.quiet_after_months": _(
        "Måneder uten kontakt før teamet blir minnet om en arbeidsgiver"
    ),
    "fidelity.caseload": _("Grenser for skår 5 til 2: jobbsøkere på full stilling"),
    "fidelity.employer_contacts": _("Grenser for skår 5 til 2: møter med arbeidsgivere i uka"),
    "fidelity.employer_diversity": _("Grenser for skår 5 til 2: ulike arbeidsgivere, prosent"),
    "fidelity.fewest": _("Så mange må et tall bygge på for å vises, minst"),
    "fidelity.fewest_jobs": _("Så mange jobber må et tall bygge på, minst"),
    "fidelity.job_diversity": _("Grenser for skår 5 til 2: ulike slags jobber, prosent"),
    "fidelity.out_of_office": _("Grenser for skår 5 til 2: møter utenfor kontoret, prosent"),
    "fidelity.permanent_jobs": _("Grenser for skår 5 til 2: faste, ordinære jobber, prosent"),
    "fidelity.team_assignment": _("Grenser for skår 5 til 2: jobbsøkere fra to behandlingsteam, prosent"),
    "fidelity.rapid_search": _("Grenser for skår 5 til 2: dager til første møte med en arbeidsgiver"),
    "follow_along.days_after_job_loss": _("Dager til kontakt etter at en jobb er slutt"),
    "follow_along.days_after_start": _("Dager til første kontakt etter jobbstart"),
    "follow_along.days_before_start": _("Dager før jobbstart det tas kontakt"),
    "follow_along.often_every_days": _("Dager mellom kontaktene den første tiden"),
    "follow_along.often_for_months": _("Måneder den første tiden varer"),
    "follow_along.then_every_months": _("Måneder mellom kontaktene etterpå"),
    "follow_along.then_for_months": _("Måneder kontakten holdes slik"),
    "guideline.version": _("Retningslinjens versjon"),
    "handover.most_days_ahead": _("Dager fram en overtakelse kan avtales, høyst"),
    "handover.most_overlap_days": _("Dager begge kan se saken ved en overtakelse, høyst"),
    "handover.most_stand_in_days": _("Dager en vikar kan ha tilgang, høyst"),
    "job_kept.hours_a_week": _("Timer i uken for at en uke i jobb teller, minst"),
    "job_kept.weeks": _("Uker i jobb før den regnes som beholdt"),
    "job_kept.within_weeks": _("Uker de kan ligge innenfor"),
    "job_plan.help_again_months": _("Måneder før det avklares på nytt hvor mye hjelp som ønskes"),
    "employer_needs.ask_again_weeks": _("Uker før arbeidsgiveren blir spurt igjen om hva de trenger"),
    "job_support.ask_before_end_days": _("Dager før jobbstøtteplanen går ut den blir spurt om"),
    "job_support.look_again_months": _("Måneder før jobbstøtteplanen ses på igjen, når ingen dag er avtalt"),
    "job_search.ask_after_days": _("Dager uten svar før en søknad blir spurt om"),
    "log_review.answer_within_months": _("Måneder til et spørsmål om et oppslag er besvart, høyst"),
    "log_review.denied_looks": _("Avviste oppslag før det blir pekt på"),
    "log_review.looks_without_relation": _("Oppslag uten tilknytning før det blir pekt på"),
    "measure_case.longest_post_days": _("Dager et brev bruker på å komme fram, høyst"),
    "measure_case.most_hours_a_week": _("Timer oppfølging i uka, høyst"),
    "agreement_words.excepted": _("Ord som hører til tilretteleggingsavtalen"),
    "agreements.answer_application_days": _("Dager til NAV svarer på en søknad etter avtalen"),
    "agreements.answer_question_days": _("Dager til kontaktpersonen i NAV svarer på et spørsmål"),
    "agreements.answer_request_days": _("Dager til NAV svarer den som ber om en tilretteleggingsavtale"),
    "agreements.draft_weeks": _("Uker til et utkast til avtalen går ut når ingen rører det"),
    "agreements.first_warning_days": _("Dager før utkastet går ut, første varsel"),
    "agreements.invitation_days": _("Dager en invitasjon til arbeidsgiver kan brukes"),
    "agreements.last_warning_days": _("Dager før utkastet går ut, siste varsel"),
    "agreements.longest_to_review_months": _("Måneder til avtalen gås gjennom, høyst"),
    "agreements.most_wrong_codes": _("Feil koder før en invitasjon stenges"),
    "agreements.remind_days": _("Dager før fristen den som har lovt noe, blir minnet på det"),
    "agreements.step_up_minutes": _("Minutter før passordet spørres om igjen hos arbeidsgiver"),
    "agreements.most_lines": _("Så mange linjer kan stå i en avtale"),
    "agreements.visible_after_end_weeks": _("Uker etter slutt arbeidsgiver ser avtalen"),
    "agreements.young_until_age": _("Alder for dem avtalen først er for, under"),
    "measure_providers.longest_agreement_years": _("År en avtale med en tiltaksarrangør varer, høyst"),
    "measure_providers.most_places": _("Plasser i en avtale med en tiltaksarrangør, høyst"),
    "measure_providers.start_ahead_days": _("Dager fram en oppstart kan bekreftes, høyst"),
    "measure_providers.visible_after_end_days": _("Dager etter slutt veilederen ser deltakelsen"),
    "remarks.answer_within_months": _("Måneder til det jobbsøkeren sier om opplysningene er besvart, høyst"),
    "rapid_search.first_contact_months": _("Måneder fra første møte til første kontakt med en arbeidsgiver"),
    "sensitive_words.anywhere": _("Deler av ord som fritekst til en arbeidsgiver leses om igjen for"),
    "sensitive_words.beginnings": _("Begynnelser av ord den leses om igjen for"),
    "sensitive_words.excepted": _("Begynnelser av ord som slippes gjennom"),
    "sensitive_words.whole": _("Hele ord den leses om igjen for"),
    "startup.fewest_meetings": _("Oppstartsmøter, minst"),
    "startup.first_meeting_days": _("Dager fra henvisning til første møte"),
    "startup.meetings_with_clinician": _("Oppstartsmøter med behandler, minst"),
    "startup.most_meetings": _("Oppstartsmøter, høyst"),
    "unit_meeting.kept_job_months": _("Måneder i jobb før teamet snakker om veien videre"),
    "unit_meeting.most_of_a_kind": _("Saker av hvert slag på sakslista, høyst"),
    "unit_meeting.silent_after_days": _("Dager uten kontakt før teamet snakker om veien videre"),
    "unit_meeting.stuck_after_days": _(
        "Dager uten kontakt med arbeidsgivere før et jobbsøk regnes som stille"
    ),
}
"""By parameter and field."""
