"""What the parties of an agreement are told, in words that name nobody."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.agreements.notices import NoticeCode

NOTICES: Mapping[str, str | Promise] = {
    NoticeCode.LAID_OUT: _("Avtalen er lagt fram til signering."),
    NoticeCode.TAKEN_BACK: _("NAV tok avtalen tilbake til utkast. Signaturene gjelder ikke lenger."),
    NoticeCode.CONCLUDED: _("Avtalen er inngått. Alle har signert."),
    NoticeCode.AMENDED: _("Avtalen er endret. Ingen trenger å signere på nytt."),
    NoticeCode.CONTACT_NAMED: _("Du er fast kontaktperson i NAV for en avtale."),
    NoticeCode.CONTACT_CHANGED: _("Avtalen har fått en ny fast kontaktperson i NAV."),
    NoticeCode.RUNS_OUT_SOON: _("Ingen har arbeidet med utkastet til avtalen på lenge. Snart går det ut."),
    NoticeCode.RUNS_OUT_NOW: _("Utkastet til avtalen går ut i morgen, hvis ingen arbeider med det."),
    NoticeCode.LAPSED: _("Utkastet til avtalen er gått ut. Dere kan begynne på nytt når dere vil."),
    NoticeCode.REVIEW_ASKED: _("Noe er endret rundt jobben. Avtalen må gås gjennom."),
    NoticeCode.REVIEW_DUE: _("Det er tid for å gå gjennom avtalen."),
    NoticeCode.REVIEWED: _("Avtalen er gått gjennom."),
    NoticeCode.END_ASKED: _("En av partene ber om at avtalen avsluttes."),
    NoticeCode.END_ANSWERED: _("NAV har svart på ønsket om å avslutte avtalen."),
    NoticeCode.ENDED: _("NAV har avsluttet avtalen."),
    NoticeCode.PROMISE_DUE: _("Et løfte i avtalen har snart frist."),
    NoticeCode.PROMISE_LATE: _("Et løfte i avtalen er for sent."),
    NoticeCode.PROMISE_BROKEN: _("Et løfte i avtalen blir ikke holdt."),
    NoticeCode.QUESTION_ASKED: _("Et spørsmål til kontaktpersonen venter på svar."),
    NoticeCode.QUESTION_ANSWERED: _("Du har fått svar på et spørsmål."),
    NoticeCode.PLAN_SENT: _("Arbeidsgiveren har sendt en oppfølgingsplan."),
}
