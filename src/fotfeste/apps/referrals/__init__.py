"""Referrals: sent by somebody who knows the person, answered by the team."""
