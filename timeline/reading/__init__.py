"""From bytes to reports: articles, zones, dates, and what they say happened."""
