"""From sentences with their dates and places to what one article reports.

``sentence`` is what all others read: a sentence with its parts, and the draft of what it reports. ``toll`` counts the
killed and injured, ``party`` knows who, ``force`` the words of striking, ``day`` which date is an act's, ``voice`` who
speaks, ``where`` what each named place is to an event. With these ``strike`` and ``accusation`` find what is reported,
and which sentences tell one event; ``one_event`` completes the event of a story that tells no other; ``reports`` and
``extract`` put the article's reports together. Each imports only those named before it.
"""

from timeline.reading.extract.extract import extract

__all__ = ["extract"]
