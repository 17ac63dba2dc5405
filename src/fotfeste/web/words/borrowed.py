"""Words of the libraries that our readers meet, and that we say in our own way.

The ids are the libraries' English;
scripts/messages.py puts them into the catalogues of all three languages, bokmål too.
"""

BORROWED: tuple[str, ...] = (
    "This field is required.",
    "Enter a valid email address.",
    "Enter a whole number.",
    "Select a valid choice. %(value)s is not one of the available choices.",
    "Select a valid choice. That choice is not one of the available choices.",
    "Enter a valid date.",
    "The submitted file is empty.",
    "No file was submitted. Check the encoding type on the form.",
)
