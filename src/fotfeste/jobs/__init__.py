"""The worker: outbox, reminders, retention."""
