"""Words that stand alone in a list, put into a sentence."""


def inside_a_sentence(words: str) -> str:
    """«jobbspesialist», but «NAV-veileder»."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]
