"""When and what: articles read into reports, reports merged into events, events drawn."""
