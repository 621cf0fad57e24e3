"""Where: names in a text, resolved offline to places with their uncertainty."""
