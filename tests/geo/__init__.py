"""Promises of the room that answers *where*."""
