"""The team as its IPS supervisor sees it: the week in counts, going through the log. No tables of its own.

Counts are of one's own team and are not rounded or left out below five: the supervisor answers for these very
persons and may open each record with a reason. Nobody hidden from the supervisor is counted.
"""
