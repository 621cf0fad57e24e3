"""Strikes: the acts that an article reports, what they struck, where, when and how surely, and which are one."""
