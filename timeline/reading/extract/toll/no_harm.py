"""Harm that is denied in so many words: "no one was hurt", "without casualties", "none of the crew was injured".

What is only unknown, or denied of some ("no further casualties", "no civilians"), denies nothing of the rest.
"""

from __future__ import annotations

import re

_FIGURES = r"(?:figures?|tolls?|counts?|numbers?|lists?|reports?|details|information|estimates?|data)\b"
_ALL = (
    rf"(?:casualt(?:y(?!\s+{_FIGURES})|ies)|injur(?:y|ies)|victims?|wounded|injured"
    r"|loss\s+of\s+life\s+or\s+injur(?:y|ies))"
)
_DEAD = r"(?:deaths?|dead|fatalit(?:y|ies)|loss(?:es)?\s+of\s+life|losses|killed)"
_THINGS = r"(?:damage|destruction|material\s+losses|harm)"
_SAID = r"(?:(?:immediate|initial|known|confirmed|reported|human|personal|serious|reports?\s+of(?:\s+any)?|any)\s+)*"
_OR = r"(?:\s*(?:,|and|or|nor)\s+(?:no\s+|any\s+)?)"
_PEOPLE = (
    r"(?:people|persons?|personnel|staff|crew(?:\s+members?)?|crewm[ae]n|sailors?|employees?|workers?|passengers?"
    r"|residents?|pupils?|students?|patients?|locals|inhabitants?|tenants?|occupants?)"
)
_NOBODY = (
    rf"(?:nobody|no[\s-]one|not\s+(?:a\s+single|one)\s+(?:person|soul|{_PEOPLE})"
    rf"|no\s+(?!one\b)(?:{_PEOPLE}\s+(?:or|and)\s+(?:\w+\s+)?)?{_PEOPLE}"
    r"|none\s+of\s+(?:the|its|their|his|her|those|them)(?:\s+[\w-]+){0,4}?|none(?=\s+(?:was|were)\b))"
)
_BE = (
    r"(?:(?:is|are|was|were|has|have|had|been|being|got|gets|reported(?:ly)?|said|known|believed"
    r"|to|be|also|seriously|physically|even)\s+)*"
)
_HURT = (
    r"(?:hurt|injured|wounded|harmed|c[ao]me\s+to\s+(?:any\s+)?harm|suffered(?!\s+\w+\s+(?:more"
    r"|than))|lost\s+(?:his|her|their)\s+li(?:fe|ves)|in\s+danger)"
)
_KILLED = r"(?:killed|dead|died)"
_CROWD = (
    r"(?:(?:all|everyone|everybody)\s+(?:(?:the|of|its|on|aboard|inside|in|\d+|\w+)\s+){0,5}?"
    r"|(?<!other\s)(?<!the\s)(?:people|residents|inhabitants|civilians|personnel|staff)\s+"
    r"|(?:the|its|their|all)\s+(?:\w+\s+){0,2}?(?:crew|crew\s+members|sailors|staff|passengers|workers|pupils"
    r"|children|residents|personnel|occupants)\s+|\bcrew\s+(?:\S+\s+){0,3}?)"
)
_WELL = (
    r"(?:unharmed|unhurt|uninjured|unscathed|safe\b(?!\s+(?:house|place|from))|safe\s+and\s+well"
    r"|not\s+(?:hurt|injured|harmed))"
)
_BECAME = (
    r"(?:(?:is|are|was|were|been|be|have|has|had|escaped|survived|remained|got\s+out|rescued"
    r"|evacuated|brought|taken|ashore|off|also|reported(?:ly)?|said|to|and)\s+)*"
)

_CAUSE = r"(?:(?:cause|claim|inflict|produce|leave)d?|left|(?:result(?:ed)?\s+in)|(?:lead|led)\s+to)"
_NEITHER = (  # "neither attack caused any casualties", "none of the three blasts hurt anybody"
    r"(?:neither(?:\s+of\s+(?:the|these|them))?|none\s+of\s+(?:the|these|its|their))\s+(?:[\w-]+\s+){0,3}?"
)
_CAUSING = (
    r"(?:(?:causing|claiming|inflicting|producing|leaving|there\s+being|resulting\s+in|leading\s+to"
    r"|harm\s+or|reports\s+of)\s+)?"
)
_NOT_OTHERS = r"(?!\s+(?:else|other|more|further|but|except|seriously|severely|critically)\b)"
_OF_NOBODY = re.compile(
    rf"(?<![\w-])(?:no\s+{_SAID}(?:(?:{_DEAD}|{_THINGS}){_OR})*{_ALL}(?:{_OR}(?:{_DEAD}|{_ALL}|{_THINGS}))*"
    rf"|without\s+{_CAUSING}(?:any\s+)?(?:(?:{_DEAD}|{_THINGS}){_OR})*{_ALL}"
    rf"|(?:(?:did|does|has|had|have)\s+not|n['’]t)\s+{_CAUSE}\s+(?:any\s+)?(?:(?:{_DEAD}|{_THINGS}){_OR})*{_ALL}"
    rf"|{_NEITHER}{_CAUSE}\s+{_SAID}(?:(?:{_DEAD}|{_THINGS}){_OR})*{_ALL}"
    rf"|{_NEITHER}(?:hurt|injured|harmed|wounded)\s+(?:anyone|anybody|people|a\s+(?:soul|single\s+person))"
    rf"|neither\s+(?:{_DEAD}|{_ALL}|{_THINGS})\s+nor\s+(?:{_DEAD}|{_ALL}|{_THINGS})|{_ALL}\s+were\s+avoided"
    rf"|no\s+reports?\s+of\s+(?:any(?:one|body)|people)\s+(?:being|having\s+been|getting)\s+(?:\w+\s+or\s+)?{_HURT}"
    rf"|{_NOBODY}{_NOT_OTHERS}\s+{_BE}(?:{_KILLED}\s+(?:or|and|nor)\s+)?{_HURT}"
    r"|(?:nobody|no[\s-]one)\s+(?:was|were|had\s+been)\s+(?:inside|aboard|at\s+home|home|there|in\s+(?:it|them))"
    rf"|harm(?:ed|ing|s)\s+(?:nobody|no[\s-]one)|{_CROWD}{_BECAME}{_WELL})(?![\w-])",
    re.IGNORECASE,
)
_OF_THE_DEAD = re.compile(
    rf"(?<![\w-])(?:no\s+{_SAID}{_DEAD}(?![\w-])(?!\s+(?:of|toll))|without\s+(?:any\s+)?(?:{_DEAD}|loss)(?![\w-])"
    rf"|{_NOBODY}{_NOT_OTHERS}\s+{_BE}{_KILLED}(?![\w-])"
    r"|kill(?:ed|ing|s)\s+(?:[\w-]+\s+){1,4}but\s+no(?:body|\s+(?:one|people|persons?|civilians?|humans?))\b"
    rf"|(?:everyone|everybody)\s+(?:\w+\s+){{0,3}}?survived)",
    re.IGNORECASE,
)


def denied(text: str, harm: str) -> str:
    """Give the words that say that nobody was harmed so, or ""; where nobody was hurt, nobody died."""
    found = _OF_NOBODY.search(text) or (_OF_THE_DEAD.search(text) if harm == "killed" else None)
    return " ".join(found.group().split()) if found else ""
