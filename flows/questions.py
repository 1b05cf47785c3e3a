"""Every question of every flow, declared once. The texts stand in the catalogues under the same ids."""

from flows.labels import Category
from flows.question import Expects, Question

CHOICE, TEXT, FILES = Expects.CHOICE, Expects.TEXT, Expects.FILES

MENU = Question("menu", CHOICE, ("report", "check", "status", "human", "learn"), fuzzy=True, leads_on=True)

MENU_SURE = Question("menu_sure", CHOICE, ("yes", "no"))
RESUME = Question("resume", CHOICE, ("continue", "new"))

# --- report: what happened ---
SAFE = Question("safe", CHOICE, ("yes", "no", "danger"), sensitive=True)
WHAT = Question("what")
VICTIM = Question(
    "victim", TEXT, ("self", "family", "other", "nobody"), fits=("victim_name", "victim_relation", "victim_age")
)
VICTIM_NAME = Question("victim_name", fits=("victim_age",))
VICTIM_AGE = Question("victim_age")
VICTIM_NOW = Question("victim_now")
VICTIM_SPOT = Question("victim_spot")
PIN_WHOSE = Question("pin_whose", CHOICE, ("victim", "self", "recruiter", "other"))
RECRUITER = Question("recruiter", fits=("company",))
RECRUITER_PHONE = Question("recruiter_phone", fits=("account",))
DESTINATION = Question("destination")
DEPARTURE = Question("departure")
DOCUMENTS = Question("documents", TEXT, ("own", "held", "none"))
PAYMENT = Question("payment", TEXT, ("none",))
EVIDENCE = Question("evidence", FILES, ("done",))

# --- report: one question more for each form of trafficking (domain.md 5.1, 5.2) ---
FORM_QUESTIONS = {
    Category.NON_PROCEDURAL_MIGRANT_WORK: Question("visa", TEXT, ("work", "visit", "umrah")),
    Category.FORCED_SCAM: Question("guarded"),
    Category.CONTRACT_MARRIAGE: Question("papers_changed"),
    Category.SURROGACY: Question("clinic"),
    Category.ORGAN_SALE: Question("operation"),
    Category.SEXUAL_EXPLOITATION: Question("pressure"),
    Category.CHILD: Question("child_age", fits=("victim_age",)),
    Category.FISHING_VESSEL: Question("vessel"),
    Category.DOMESTIC_WORK: Question("house"),
}
SHIP = FORM_QUESTIONS[Category.FISHING_VESSEL]

# --- report: the reporter, and the end ---
CONTACT = Question("contact", CHOICE, ("chat", "phone", "no"), sensitive=True)
CONTACT_PHONE = Question("contact_phone", sensitive=True)
CONTACT_WHEN = Question("contact_when", TEXT, ("any",))
CONTACT_WORDING = Question("contact_wording", TEXT, ("any",))
ANONYMOUS = Question("anonymous", CHOICE, ("hide", "name"), sensitive=True)
REPORTER_NAME = Question("reporter_name", sensitive=True)
SUMMARY = Question("summary", CHOICE, ("right", "change"), binding=True, agrees=True)
FIX = Question("fix", CHOICE)
CONSENT = Question("consent", CHOICE, ("yes", "no"), binding=True, sensitive=True, agrees=True)

# --- the other flows ---
CHECK_NAME = Question("check_name", fits=("company", "recruiter", "recruiter_phone", "account"))
CHECK_EXACT = Question("check_exact")
CHECK_WHICH = Question("check_which", CHOICE, ("1", "2", "3", "none"))
CHECK_WHO = Question("check_who", TEXT, ("office", "broker", "online", "known"))
CHECK_ACCOUNT = Question("check_account", TEXT, ("company", "person", "none"))
CHECK_OFFICE = Question("check_office", TEXT, ("yes", "no"))
CHECK_ORDER = Question("check_order", TEXT, ("yes", "no"))
CHECK_NEXT = Question("check_next", CHOICE, ("report", "verify", "watch", "done"), leads_on=True)
WATCH_CONSENT = Question("watch_consent", CHOICE, ("yes", "no"), binding=True)
CHECK_ABOUT = Question("check_about", fits=("destination", "payment"))
RECEIPT = Question("receipt")
LEARN = Question("learn", CHOICE, ("how", "signs", "safe_way", "costs", "back"), leads_on=True)
WITHDRAW = Question("withdraw", CHOICE, ("yes", "no"), binding=True)
DELETE = Question("delete", CHOICE, ("yes", "no"), binding=True)

_ALL = (
    *(MENU, MENU_SURE, RESUME, SAFE, WHAT, VICTIM, VICTIM_NAME, VICTIM_AGE, VICTIM_NOW, VICTIM_SPOT, PIN_WHOSE),
    *(RECRUITER, RECRUITER_PHONE, DESTINATION, DEPARTURE, DOCUMENTS, PAYMENT, EVIDENCE, *FORM_QUESTIONS.values()),
    *(CONTACT, CONTACT_PHONE, CONTACT_WHEN, CONTACT_WORDING, ANONYMOUS, REPORTER_NAME, SUMMARY, FIX, CONSENT),
    *(
        CHECK_NAME,
        CHECK_ABOUT,
        CHECK_EXACT,
        CHECK_WHICH,
        CHECK_WHO,
        CHECK_ACCOUNT,
        CHECK_OFFICE,
        CHECK_ORDER,
        CHECK_NEXT,
        WATCH_CONSENT,
    ),
    *(RECEIPT, LEARN, WITHDRAW, DELETE),
)
QUESTIONS = {question.id: question for question in _ALL}
