"""How a list names a benefit, and our word for it. Anything else is kept as it was written."""

from fotfeste.apps.economy.facts import DISABILITY_BENEFIT

OUR_WORD = {
    "uføretrygd": DISABILITY_BENEFIT,
    "aap": "work_assessment_allowance",
    "arbeidsavklaringspenger": "work_assessment_allowance",
    "dagpenger": "unemployment_benefit",
    "sykepenger": "sickness_benefit",
    "sosialhjelp": "social_assistance",
    "tiltakspenger": "employment_scheme_benefits",
    "ingen": "none",
}

_LISTS_WORD = {
    DISABILITY_BENEFIT: "Uføretrygd",
    "work_assessment_allowance": "AAP",
    "unemployment_benefit": "Dagpenger",
    "sickness_benefit": "Sykepenger",
    "social_assistance": "Sosialhjelp",
    "employment_scheme_benefits": "Tiltakspenger",
    "none": "Ingen",
}


def in_our_words(written: str) -> str:
    """The kind of benefit that a list means, or what it says when we have no word for it."""
    return OUR_WORD.get(written.strip().casefold(), written)


def in_the_lists_words(kind: str) -> str:
    """A kind of benefit as lists name it."""
    return _LISTS_WORD.get(kind, kind)
