"""The page on which visitors bring articles of their own: looked at, dated, read, and shown in their session alone.

``held`` is what the session keeps, ``page`` draws it stage by stage, ``article`` asks about one article, ``trees`` says
things in text nodes, ``switch`` chooses which articles the map shows.
"""
