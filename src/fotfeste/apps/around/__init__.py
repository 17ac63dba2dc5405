"""Who is around a person, what each of them sees, and who has looked. No tables of its own.

Each page has one module; its `access_*` reads and its `act_*` changes, each in one act with its log.
"""
