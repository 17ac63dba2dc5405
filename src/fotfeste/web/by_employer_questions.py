"""The employer asks the contact person in NAV (A-07). The jobseeker does not read it."""

from fotfeste.web.acts_agreement_questions import ASKS, AskContactForm, do_ask
from fotfeste.web.by_employer_page import EmployerActPage

PAGES = (EmployerActPage(slug="ask", form=AskContactForm, do=do_ask, **ASKS),)
