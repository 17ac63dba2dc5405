"""What the person has agreed to, as dated statements; and the door that asks them."""
