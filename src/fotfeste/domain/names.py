"""Names as people write them, and a form of them to search by."""

import unicodedata

_LETTERS = str.maketrans(
    {"đ": "d", "ŋ": "n", "ŧ": "t", "ø": "o", "æ": "ae", "ð": "d", "ł": "l", "ı": "i", "ß": "ss"}
)


def search_form(name: str) -> str:
    """A name in a form that finds it however it is typed: without case, accents and double blanks.

    Čáhcesuolu is found by «cahcesuolu», Ødegård by «odegard». Never shown, never a key.
    """
    folded = unicodedata.normalize("NFKD", name.casefold()).translate(_LETTERS)
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(bare.split())
