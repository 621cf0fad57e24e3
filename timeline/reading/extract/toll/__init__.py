"""How many were killed or injured: counts, words of harm, totals, and what denies harm."""
