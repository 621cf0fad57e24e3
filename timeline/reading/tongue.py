"""Which language a text is in."""

from __future__ import annotations

_LEAST = 60  # letters; of fewer the answer is a guess
_ENOUGH = 4_000  # characters; more of them change no answer


def language_of(text: str, declared: str = "") -> str:
    """The ISO 639-1 code of a text's language; of a text too short to tell what is ``declared``, "" if nothing is."""
    sample = text[:_ENOUGH]
    if sum(letter.isalpha() for letter in sample) < _LEAST:
        return declared[:2].lower()
    import py3langid  # here, for its model takes half a second that only those pay who bring articles

    return str(py3langid.classify(sample)[0])
