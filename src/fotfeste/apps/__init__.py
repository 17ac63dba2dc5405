"""The Django apps, one per noun of the field. Each may import only those before it: see the design."""
