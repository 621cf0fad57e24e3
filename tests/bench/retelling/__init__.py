"""A made world whose truth is known: events, who retells them when and how vaguely, and articles that do so.

It knows nothing of the reader that it tests. ``world`` makes up events and tellings, ``writing`` puts them into words
by one of two sets of templates, ``score`` says which tellings a reader joined that should be one.
"""
