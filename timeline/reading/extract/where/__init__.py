"""What each named place is to an event: its scene, an office, a dateline, a seat of those who govern there."""
