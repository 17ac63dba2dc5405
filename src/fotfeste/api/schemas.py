"""What all answers and questions are made of."""

from pydantic import BaseModel, ConfigDict


class Sent(BaseModel):
    """Something sent to us: what is not known is refused, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Shown(BaseModel):
    """Something we show: only the fields written out here, whatever the object behind it holds."""

    model_config = ConfigDict(from_attributes=True, frozen=True)
