"""The live view: map and timeline as one instrument, drawn in the browser from columns that are fetched once."""
