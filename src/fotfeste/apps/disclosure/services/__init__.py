"""Acts of disclosure: agreed topic by topic, contacts with employers, texts that leave, the journal."""
