"""The live view in a real browser: it moves while a reader drags, and says what a filter of the table says."""
