"""What the jobseeker says of the own record, and the answers."""
