"""What is too large is turned away before anything of it is read, and nobody unknown may send a file."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from fotfeste.cli.cast import Cast
from fotfeste.web.uploads import most_sent
from tests.people import ON
from tests.web.pages import words

As = Callable[[str], Client]
A_FORM = "multipart/form-data; boundary=x"
WORDS, FILE = 3_000_000, 5_000_000


class Unread:
    """A body that nobody may read."""

    def __init__(self) -> None:
        self.was_read = False

    def read(self, *size: int) -> bytes:
        self.was_read = True
        return b""

    readline = read


def sent(client: Client, url: str, size: int | None, **more: Any) -> tuple[Any, bool]:
    """The answer to so many bytes (None: it is not said), and whether any of them was read."""
    body = Unread()
    said = {"CONTENT_LENGTH": str(size)} if size is not None else {"HTTP_TRANSFER_ENCODING": "chunked"}
    if size is None:
        said["CONTENT_LENGTH"] = ""
    told = {"wsgi.input": body, "CONTENT_TYPE": A_FORM, **said, **more}
    answer = client.generic("POST", url, **told)
    return answer, body.was_read


def strict(client: Client) -> Client:
    """Looking for the form's own key, as it does outside tests: that reads the form."""
    client.handler.enforce_csrf_checks = True
    client.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    return client


def test_words_have_a_limit_for_everybody_and_are_not_read_beyond_it(cast: Cast, client_as: As) -> None:
    for client, url in (
        (Client(), reverse("account_login")),
        (client_as("siv"), reverse("act", args=[cast.people["nora"].public_id, "note"])),
    ):
        answer, was_read = sent(strict(client), url, WORDS)
        assert (answer.status_code, was_read) == (413, False)
        assert "Det du sendte, er for stort" in words(answer)


def test_only_one_who_is_logged_in_may_send_a_file(cast: Cast, client_as: As) -> None:
    files = reverse("person_files", args=[cast.people["nora"].public_id])
    for url in (files, reverse("my_files"), reverse("bring")):
        answer, was_read = sent(strict(Client()), url, FILE)
        assert (answer.status_code, was_read) == (302, False), url
        assert answer["Location"].startswith(reverse("account_login"))

    for name, url in (("siv", files), ("nora", reverse("my_files")), ("siv", reverse("bring"))):
        _, was_read = sent(strict(client_as(name)), url, FILE)
        assert was_read, url
        answer, was_read = sent(strict(client_as(name)), url, most_sent(ON) + 1)
        assert (answer.status_code, was_read) == (413, False), url


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Vi får ikke vite hvor stort dette er"),
        ("nn", "Vi får ikkje vite kor stort dette er"),
        ("en", "We are not told how large this is"),
    ],
)
def test_what_does_not_say_how_large_it_is_is_not_read(client_as: As, language: str, said: str) -> None:
    nora = strict(client_as("nora"))
    nora.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    answer, was_read = sent(nora, reverse("my_files"), None)

    assert (answer.status_code, was_read) == (411, False)
    assert said in words(answer)
