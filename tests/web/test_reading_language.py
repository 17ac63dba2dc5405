"""Bokmål is the language until somebody chooses another."""

import pytest
from django.test import Client
from django.urls import reverse


@pytest.mark.django_db
def test_a_browser_sold_in_english_still_gets_bokmal(client: Client) -> None:
    page = client.get("/", headers={"Accept-Language": "en-US,en"})

    assert 'lang="nb"' in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nn", "en", "nb"])
def test_the_language_that_is_chosen_stays(client: Client, language: str) -> None:
    client.post(reverse("set_language"), {"language": language, "next": "/"})

    page = client.get("/")

    assert f'lang="{language}"' in page.content.decode()
    assert page["Content-Language"] == language


@pytest.mark.django_db
def test_a_language_we_do_not_have_changes_nothing(client: Client) -> None:
    client.post(reverse("set_language"), {"language": "xx", "next": "/"})

    assert 'lang="nb"' in client.get("/").content.decode()
