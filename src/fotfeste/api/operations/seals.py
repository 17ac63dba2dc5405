"""Is a file sealed here and unchanged? Anybody may ask; nothing is kept, and nothing of a person is told."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import File, Router, UploadedFile
from pydantic import Field

from fotfeste import clock
from fotfeste.api.policy import PUBLIC, api_policy
from fotfeste.api.problems import language
from fotfeste.api.schemas import Shown
from fotfeste.documents.seal_words import checked_within, code_of, in_words
from fotfeste.parameters import SEAL_LIMITS
from fotfeste.web.client_address import client_address
from fotfeste.web.limits import FOR_CHECKING_SEALS, count

router = Router(tags=["Seals"])


class SealShown(Shown):
    """What was found of the seal of a file."""

    is_sealed_here: bool = Field(description="The seal of this installation is in it.")
    is_unchanged: bool = Field(description="Every byte is as it was when it was sealed.")
    sealed_at: datetime | None = Field(description="When, where the file is sealed here and unchanged.")
    code: str = Field(description="seal.whole where all is well; otherwise what is wrong.")
    text: str


@router.post("/seals/check", response=SealShown, summary="Check the seal of a file")
@api_policy(PUBLIC, only_looks=True)
def check_seal(request: HttpRequest, file: File[UploadedFile]) -> dict[str, Any]:
    """Look at a PDF that somebody has received. It is not kept."""
    at = clock.now()
    count(f"seal {client_address(request)}", FOR_CHECKING_SEALS, at=at)
    limits = SEAL_LIMITS.on(clock.today())
    found = checked_within(file.read(limits.most_bytes + 1), limits)
    return {
        "is_sealed_here": found.is_sealed_here,
        "is_unchanged": found.is_unchanged,
        "sealed_at": found.sealed_at,
        "code": code_of(found),
        "text": in_words(found, language(), limits),
    }
