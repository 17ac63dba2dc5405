"""What all answers and questions are made of."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field


class Sent(BaseModel):
    """Something sent to us: what is not known is refused, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Shown(BaseModel):
    """Something we show: only the fields written out here, whatever the object behind it holds."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class Saved(Shown):
    """What was saved: where it is found, and the version it has now."""

    id: UUID
    version: int = Field(description="For If-Match, when you change it.")
