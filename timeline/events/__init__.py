"""From what each article says to what happened: merging, the library, and the table that all views share."""
