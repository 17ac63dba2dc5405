"""What an employer may be told: topic by topic, contact by contact, and the texts that leave."""
