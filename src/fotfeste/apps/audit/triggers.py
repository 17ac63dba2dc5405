"""Triggers that refuse to change or remove what has been logged, for both databases."""

SQLITE_ON = [
    f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END"
    for table in ("audit_logrow", "audit_logsubject")
    for verb in ("update", "delete")
]
SQLITE_OFF = [
    f"DROP TRIGGER IF EXISTS {table}_no_{verb}"
    for table in ("audit_logrow", "audit_logsubject")
    for verb in ("update", "delete")
]
POSTGRESQL_ON = [
    "CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the log is only ever added to'; END $$",
    *(
        f"CREATE TRIGGER {table}_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()"
        for table in ("audit_logrow", "audit_logsubject")
    ),
]
POSTGRESQL_OFF = [
    f"DROP TRIGGER IF EXISTS {table}_only_added ON {table}" for table in ("audit_logrow", "audit_logsubject")
]


def on(vendor: str) -> list[str]:
    """The statements that put the triggers in place."""
    return POSTGRESQL_ON if vendor == "postgresql" else SQLITE_ON


def off(vendor: str) -> list[str]:
    """The statements that take them away (tests that empty tables need it)."""
    return POSTGRESQL_OFF if vendor == "postgresql" else SQLITE_OFF
