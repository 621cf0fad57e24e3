"""Which day an act was on: its own date phrase, or how long before another it came."""
