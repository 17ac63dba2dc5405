"""The Follow-up measure and its kin: request, need, decision, participation; with a clock of its own."""
