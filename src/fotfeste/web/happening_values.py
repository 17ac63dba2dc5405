"""How a code that an event or a stored fact carries is said, by the name it goes under."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from fotfeste.web.job_words import END_REASONS, PERMANENCES

METHODS = {
    "ips": gettext_lazy("IPS"),
    "supported_employment": gettext_lazy("Supported Employment"),
}

VALUES: Mapping[str, Mapping[str, str | Promise]] = {
    "area": {
        "personal": gettext_lazy("deg og det som bærer deg"),
        "education": gettext_lazy("skole og kurs"),
        "everyday": gettext_lazy("hverdagen"),
        "services": gettext_lazy("andre som hjelper"),
        "health": gettext_lazy("helse"),
        "economy": gettext_lazy("penger"),
        "disclosure": gettext_lazy("hva en arbeidsplass får vite"),
        "change": gettext_lazy("det som blir bra og vanskelig"),
        "amount": gettext_lazy("hvor mye, og når"),
        "experience": gettext_lazy("arbeid før"),
    },
    "attachment": {
        "cv": gettext_lazy("CV"),
        "application": gettext_lazy("søknad"),
        "contract": gettext_lazy("arbeidsavtale"),
        "other": gettext_lazy("annet"),
    },
    "help": {
        "application_and_cv": gettext_lazy("søknad og CV"),
        "employer_contact": gettext_lazy("kontakt med arbeidsgivere"),
        "interview_practice": gettext_lazy("øving på intervju"),
        "hard_questions": gettext_lazy("vanskelige spørsmål"),
        "at_interview": gettext_lazy("med på intervjuet"),
        "instead_of_interview": gettext_lazy("noe annet enn intervju"),
        "other": gettext_lazy("annet"),
    },
    "scope": {
        "ips_participation": gettext_lazy("delta i IPS"),
        "nav_contact": gettext_lazy("kontakt med NAV"),
        "health_release": gettext_lazy("opplysninger fra helsetjenesten"),
        "next_of_kin": gettext_lazy("kontakt med pårørende"),
    },
    "meeting": {
        "vocational_unit": gettext_lazy("arbeidsrettet team"),
        "treatment_team": gettext_lazy("ukemøtet med behandlingsteamet"),
    },
    "reply": {"yes": gettext_lazy("ja"), "no": gettext_lazy("nei"), "unclear": gettext_lazy("ikke avklart")},
    "given": {
        "own_login": gettext_lazy("undertegnet på egen innlogging"),
        "specialist_device": gettext_lazy("undertegnet på jobbspesialistens skjerm"),
        "told": gettext_lazy("sagt til jobbspesialisten"),
        "brought_in": gettext_lazy("hentet inn fra en liste"),
    },
    "known_by": {
        "document": gettext_lazy("viste legitimasjon"),
        "meetings": gettext_lazy("kjent fra møter"),
    },
    "sent_by": {
        "mail": gettext_lazy("sendt på e-post"),
        "shown": gettext_lazy("vist på jobbspesialistens skjerm"),
    },
    "identified_by": {
        "log_in": gettext_lazy("innlogging"),
        "password": gettext_lazy("passord på nytt"),
        "vouched": gettext_lazy("jobbspesialisten går god for"),
    },
    "stand": {
        "full": gettext_lazy("åpen"),
        "partial": gettext_lazy("delvis åpen"),
        "none": gettext_lazy("ikke åpen"),
        "unclear": gettext_lazy("ikke avklart"),
    },
    "place": {
        "neutral": gettext_lazy("nøytralt sted"),
        "office": gettext_lazy("på kontoret"),
        "treatment": gettext_lazy("på behandlingsstedet"),
        "workplace": gettext_lazy("på arbeidsplassen"),
        "phone": gettext_lazy("telefon eller video"),
        "unknown": gettext_lazy("sted ikke ført"),
    },
    "point": {
        "information_talk": gettext_lazy("informasjonssamtalen"),
        "work_goal": gettext_lazy("jobbsøkerens eget mål for arbeid"),
        "health_team": gettext_lazy("hva behandlingsteamet gjør"),
        "health_for_work": gettext_lazy("helse, så langt det betyr noe for arbeid"),
        "roles": gettext_lazy("hvem som gjør hva, og hvordan dere samarbeider"),
        "tools": gettext_lazy("verktøyene"),
        "consent": gettext_lazy("samtykket"),
        "disclosure": gettext_lazy("åpenhet mot arbeidsgiver"),
        "contact_details": gettext_lazy("kontaktopplysninger gitt"),
        "plan_for_problems": gettext_lazy("plan for problemer"),
        "answer": gettext_lazy("svaret dere gir sammen"),
    },
    "attendant": {
        "clinician": gettext_lazy("behandler"),
        "nav_adviser": gettext_lazy("NAV-veileder"),
        "next_of_kin": gettext_lazy("pårørende"),
        "other": gettext_lazy("andre"),
    },
    "method": METHODS,
    "before_method": METHODS,
    "meeting_kind": {
        "start_up": gettext_lazy("oppstartsmøte"),
        "jobseeker": gettext_lazy("samtale med jobbsøkeren"),
        "follow_along": gettext_lazy("oppfølging i jobb"),
        "clinician": gettext_lazy("møte med behandler"),
        "nav": gettext_lazy("møte med NAV"),
        "employer": gettext_lazy("møte med arbeidsgiver"),
    },
    "fell_through": {
        "missed": gettext_lazy("jobbsøkeren kom ikke"),
        "called_off": gettext_lazy("avlyst"),
    },
    "way": {
        "meeting": gettext_lazy("møte"),
        "visit": gettext_lazy("besøk"),
        "phone": gettext_lazy("telefon"),
        "mail": gettext_lazy("e-post eller brev"),
        "cv": gettext_lazy("CV"),
        "application": gettext_lazy("søknad"),
    },
    "choice": {
        "plan": gettext_lazy("jobbstøtteplan"),
        "agreement": gettext_lazy("tilretteleggings- og oppfølgingsavtale"),
        "both": gettext_lazy("begge to"),
        "neither": gettext_lazy("ingen av dem"),
    },
    "hold_reason": {
        "worsening": gettext_lazy("har det verre"),
        "admission": gettext_lazy("innleggelse"),
        "other_illness": gettext_lazy("annen sykdom eller behandling"),
        "life": gettext_lazy("noe i livet ellers"),
        "own_wish": gettext_lazy("vil vente selv"),
        "other": gettext_lazy("annet"),
    },
    "contact_way": {
        "phone": gettext_lazy("telefon"),
        "message": gettext_lazy("melding"),
        "visit": gettext_lazy("besøk"),
        "walk": gettext_lazy("en tur eller en kaffe ute"),
        "through_others": gettext_lazy("gjennom behandler eller noen andre"),
    },
    "undertaking": {
        "education": gettext_lazy("utdanning"),
        "measure": gettext_lazy("tiltak"),
        "work_training": gettext_lazy("arbeidstrening"),
        "other": gettext_lazy("annet"),
    },
    "permanence": PERMANENCES,
    "end_reason": END_REASONS,
    "consulted": {
        "supervisor": gettext_lazy("metodeveileder"),
        "clinician": gettext_lazy("behandler"),
    },
    "discharge_reason": {
        "long_pause": gettext_lazy("et lengre opphold i jobbsøket"),
        "own_wish": gettext_lazy("eget ønske"),
        "other_service": gettext_lazy("noe annet passer bedre nå"),
        "moved": gettext_lazy("flyttet"),
        "lasting_job": gettext_lazy("i jobb uten behov for oppfølging"),
        "not_reached": gettext_lazy("ikke nådd"),
        "other": gettext_lazy("annet"),
    },
    "role": {
        "employment_specialist": gettext_lazy("Jobbspesialist"),
        "stand_in": gettext_lazy("Vikar"),
        "clinician": gettext_lazy("Behandler"),
        "nav_adviser": gettext_lazy("NAV-veileder"),
        "guide": gettext_lazy("Veileder hos arrangør"),
        "next_of_kin": gettext_lazy("Pårørende"),
        "break_glass": gettext_lazy("Nødtilgang"),
        "self": gettext_lazy("Jobbsøkeren"),
    },
}
"""How a code that an event carries is said."""
