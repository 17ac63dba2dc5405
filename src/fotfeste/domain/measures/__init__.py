"""The rules of Follow-up and its kin, by the law of the day: who begins, how long it lasts, what ends it."""
