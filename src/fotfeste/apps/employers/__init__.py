"""What the team knows of employers. Knows no jobseeker."""
