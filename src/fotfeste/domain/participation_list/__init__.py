"""Participations from earlier programs, each date judged by the scheme then in force. Pure (F-16)."""
