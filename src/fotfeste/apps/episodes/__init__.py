"""The course of support: referral, meetings, notes, discharge."""
