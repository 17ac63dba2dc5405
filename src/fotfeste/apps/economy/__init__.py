"""Benefits and ties to NAV, as the person has stated them."""
