"""What made-up people and places are called, and what is written about them."""

FIRST_NAMES = (
    *("Anne", "Inger", "Kari", "Marit", "Ingrid", "Liv", "Eva", "Berit", "Astrid", "Solveig", "Nora", "Emma"),
    *(
        "Maja",
        "Ida",
        "Sofie",
        "Thea",
        "Hanne",
        "Silje",
        "Jan",
        "Per",
        "Bjørn",
        "Ole",
        "Lars",
        "Kjell",
        "Knut",
    ),
    *("Svein", "Arne", "Geir", "Tor", "Jonas", "Emil", "Noah", "Magnus", "Håkon", "Øyvind", "Åse", "Ánde"),
    *("Áilu", "Máret", "Biret", "Niillas", "Elle", "Amir", "Fatima", "Yusuf", "Leyla", "Omar", "Aisha"),
    *("Piotr", "Agnieszka", "Oksana", "Dmytro", "Nguyen", "Maria", "José", "Chloë", "Søren", "Zoë"),
)
LAST_NAMES = (
    *("Hansen", "Johansen", "Olsen", "Larsen", "Andersen", "Pedersen", "Nilsen", "Kristiansen", "Jensen"),
    *("Karlsen", "Berg", "Haugen", "Hagen", "Johannessen", "Andreassen", "Jacobsen", "Dahl", "Jørgensen"),
    *("Lund", "Halvorsen", "Sørensen", "Moen", "Solberg", "Strand", "Sæther", "Aas", "Eide", "Bakke", "Lie"),
    *("Balto", "Eira", "Sara", "Gaup", "Utsi", "Somby", "Berg-Lund", "von der Lippe", "Ødegård", "Åsheim"),
    *("Ali", "Hassan", "Ahmed", "Kowalski", "Nowak", "Shevchenko", "Tran", "O'Brien", "Šarić", "Nguyễn"),
)
PLACES = (
    *("Salten", "Lofoten", "Ofoten", "Helgeland", "Vesterålen", "Senja", "Tromsø", "Alta", "Hammerfest"),
    *("Namdal", "Innherred", "Fosen", "Nordmøre", "Romsdal", "Sunnmøre", "Nordfjord", "Sunnfjord", "Voss"),
    *("Haugaland", "Jæren", "Dalane", "Lister", "Setesdal", "Telemark", "Grenland", "Vestfold", "Numedal"),
    *("Hallingdal", "Valdres", "Toten", "Hadeland", "Romerike", "Follo", "Østfold", "Solør", "Østerdalen"),
)
BUSINESSES = ("Renhold", "Bygg", "Transport", "Kafé", "Bakeri", "Regnskap", "Lager", "Gartneri", "Verksted")
WORK = (
    "Jeg vil jobbe på lager, helst om morgenen, gjerne med truck.",
    "Kontor eller kundeservice. Har vært regnskapsmedarbeider i seks år.",
    "Noe ute, gjerne med dyr eller i en hage.",
    "Kjøkken eller bakeri; liker å stå opp tidlig.",
    "IT-drift. Vil ikke jobbe i butikk igjen.",
    "Renhold på et sykehus, nær der jeg bor, så jeg kan gå dit.",
    "Barnehage, først to dager i uken.",
)
WORDINGS = (
    "Du kan si at jeg har vært borte fra jobb en stund, men ikke hvorfor.",
    "Si at jeg trenger rolige omgivelser og skriftlige beskjeder.",
    "Alt kan sies, jeg snakker gjerne om det selv.",
    "Ingenting om helsen min. Kurs og erfaring er greit.",
)
NOTES = (
    "Ringte etter avtale. Snakket om hvordan uken har vært, og om neste bedriftsbesøk på torsdag.",
    "Møttes på biblioteket. Gikk gjennom CV-en sammen og skrev en kort søknad. Vil øve mer på å ringe selv.",
    "Arbeidsgiver er fornøyd med de første to ukene. Avtalt ny samtale om tre uker, da også om flere timer.",
)
REFERRERS = ("Psykolog ved DPS", "Overlege ved poliklinikken", "Ruskonsulent i kommunen", "Fastlegen")
BENEFITS = (
    *("work_assessment_allowance",) * 9,
    *("disability_benefit",) * 3,
    *("unemployment_benefit",) * 2,
    *("sickness_benefit",) * 2,
    "social_assistance",
    "employment_scheme_benefits",
    "none",
)
QUESTIONS = (
    ("clear-up.employer-known-twice", "Arbeidsgiver"),
    ("clear-up.employer-not-on-list", "Arbeidsgiver"),
    ("clear-up.wished-percent-over-100", "Ønsket stilling %"),
    ("clear-up.end-before-job-start", "Avsluttet"),
    ("clear-up.same-person-twice", "Navn"),
)
