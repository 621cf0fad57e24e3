"""A sentence with what was found in it, its parts, and the draft of what it reports."""
