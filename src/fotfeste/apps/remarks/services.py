"""Saying that something in the record is wrong or missing, and answering it (GDPR art. 16)."""

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.remarks.models import Remark
from fotfeste.domain.verdict import Refused, because


def say(deed: Deed, text: str) -> Remark:
    """The jobseeker says it, in own words."""
    remark = Remark(person=deed.person, said_on=deed.on, said_at=deed.at)
    remark.seal("sealed_text", text, deed.key)
    remark.save()
    deed.done("remark.said")
    return remark


def answer(deed: Deed, remark: Remark, text: str, *, is_put_right: bool) -> None:
    """What came of it. Refused when somebody has answered meanwhile."""
    if remark.answered_on is not None:
        raise Refused((because("remark.answered-already", "GDPR art.16"),))
    remark.answered_on, remark.is_put_right = deed.on, is_put_right
    remark.answered_by_id = deed.by.account_id
    remark.seal("sealed_answer", text, deed.key)
    remark.version += 1
    remark.save()
    deed.done("remark.answered")
