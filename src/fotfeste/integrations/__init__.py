"""Outside systems: one complete folder each, with an offline fake that speaks the real protocol."""
