"""Follow-along support: how often to be in touch with somebody in a job (fidelity 23)."""
