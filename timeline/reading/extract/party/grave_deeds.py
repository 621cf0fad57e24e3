"""Grave deeds: what is wrong whoever does it, as verbs and the nouns that must follow them."""

from __future__ import annotations

import re

from timeline.reading.extract.party.wrongs import (
    ARMS,
    BLOW,
    BREAKS,
    COMMITS,
    CRIME,
    DO,
    FOES,
    GROUPS,
    PROTECTED,
    RULES,
    SHIELDS,
    USES,
    WRONG,
    WRONG_VERB,
)

_IN_BREACH = re.compile(r"\bin\s+(?:[\w-]+\s+){0,2}?(?:violation|breach|defiance|contravention)\s+of\b", re.IGNORECASE)
_SMUGGLES = re.compile(r"\b(?:smuggl|traffick)(?:es|e|ed|ing)\b", re.IGNORECASE)
_RECRUITS = re.compile(r"\b(?:recruit(?:s|ed|ing)?|hir(?:es|ed|ing)|pa(?:ys|id|ying))\b", re.IGNORECASE)
_RECRUITED = re.compile(
    rf"(?:{FOES.pattern})|\b(?:soldiers|teenagers|youths|young\s+people|citizens|children|minors|agents|mercenaries"
    r"|refugees|migrants)\b"
    r"|\bthe\s+(?:[\w-]+\s+){0,2}?(?:m[ae]n|attackers?|bombers?|killers?|suspects?|youths)\b"
    r"|\ban?\s+(?:[\w-]+\s+){0,2}?(?:teenager|man|woman|student|couple|youth|citizen|driver|soldier|officer|agent)"
    r"\s+to\s+",
    re.IGNORECASE,
)
_SHOT_DOWN = re.compile(
    r"\b(?:(?:shot|shooting|brought)\s+down|downed|downing)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:airliner|passenger|civilian|jetliner)\b",
    re.IGNORECASE,
)
_PLANS = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|prepar(?:es|ed|ing))\b(?!\s+to\b)|\bplott?(?:s|ed|ing)\b"
    r"|\b(?:attempted|tried)\b(?!\s+to\s+(?:attack|strike|hit|bomb|shell|target|shoot|fire)\b)",
    re.IGNORECASE,
)
_IS_ABOUT_TO = re.compile(r"\b(?:plan(?:s|ned|ning)?|prepar(?:es|ed|ing))\s+to\b", re.IGNORECASE)
_DID_THIS = re.compile(
    r"\b(?:order(?:ed|s)|organi[sz]ed|planned|sponsored|commissioned|directed|did|paid\s+for|carried\s+out"
    r"|instigated|staged)\s+(?:this|it|that)\b(?!\s+\w+ly\b)",
    re.IGNORECASE,
)
_GAVE_ORDERS = re.compile(
    r"\bg(?:ave|iven|ives|iving)\s+(?:the\s+|its\s+)?(?:orders?|instructions)\s+(?:to|for)\b", re.I
)
_HELPED_STRIKE = re.compile(  # "had helped the rebels to plan the strike"
    r"\b(?:help|assist|aid)(?:s|ed|ing)?\s+(?:[\w’'-]+\s+){1,4}?(?:to\s+|in\s+)?(?:plan|prepar|carry|direct|guid|aim"
    r"|coordinat|organi[sz]|mount|stag|target)\w*\s+(?:out\s+)?(?:the|this|its|their|those|an?)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:strikes?|attacks?|raids?|bombings?|shelling|assault)\b",
    re.IGNORECASE,
)
_GAVE_THE_AIM = re.compile(  # "had supplied the coordinates for the attack"
    r"\b(?:suppl|provid|giv|gave|pass|hand|shar|feed|fed|sen[dt])\w*\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:coordinates|target(?:ing)?\s+(?:data|information|lists?))\b",
    re.IGNORECASE,
)
_WAR_ON_THEM = re.compile(  # "is waging war on hospitals", "is fighting civilians"
    r"\b(?:(?:wag(?:es?|ed|ing)|fight(?:s|ing)?|fought)\s+(?:an?\s+|its\s+)?(?:[a-z]+\s+)?war\s+(?:on|against)"
    rf"|(?:is|are|was|were)\s+(?:at\s+war\s+with|fighting))\s+(?!residential\b)(?:[a-z-]+\s+)?(?:{PROTECTED.pattern})",
    re.IGNORECASE,
)
_SHOWS_ITS_NATURE = re.compile(
    r"\b(?:sho(?:w|wn|wed|ws|wing)|reveal\w*|prov(?:e|es|ed|en|ing)|demonstrat\w*|confirm\w*)\s+"
    r"(?:(?:once\s+)?again\s+|once\s+more\s+)?(?:its|their)\s+(?:\w+\s+)?(?:terrorist|criminal|genocidal|barbaric|murderous|nazi|fascist)\s+"
    r"(?:nature|face|essence|character|intent\w*)\b",
    re.IGNORECASE,
)
_FUELS = re.compile(
    r"\b(?:fuel(?:s|l?ed|l?ing)?|feed(?:s|ing)?|fed|fan(?:s|ned|ning)|stok(?:es?|ed|ing)|inflam(?:es?|ed"
    r"|ing))\s+(?:the\s+)?(?:fires?|flames|war|conflict|fighting|bloodshed|violence|unrest|crisis)\b",
    re.IGNORECASE,
)
_UNPROVOKED = re.compile(
    r"\b(?:start(?:s|ed|ing)?|began|begun|open(?:s|ed|ing)?|launch(?:es|ed|ing)?|resort(?:s|ed|ing)?"
    r"|carr(?:ied|ying))\s+(?:\w+\s+){0,2}?(?:unprovoked|ceasefire\s+violations)\b",
    re.IGNORECASE,
)
_FAKES = re.compile(  # what is laid out to put the blame on another
    r"\b(?:dump|plant|stag|lay|laid|arrang|plac|display|stuff)\w*\s+(?:out\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:fake|staged|sham|bogus|doctored)\s+(?:[a-z-]+\s+)?(?:bod(?:y|ies)|corpses?|coffins?|graves?|victims?"
    r"|evidence|weapons?|bombs?|mines?|uniforms?|attacks?|massacres?)\b"
    r"|\b[a-z]+ing\s+[^,.;]{3,80}?\b(?:in\s+order|so\s+as)\s+to\s+(?:be\s+able\s+to\s+)?"
    r"(?:blame|frame|discredit|accuse)\b",
    re.IGNORECASE,
)
_STAGED = re.compile(
    r"\bstag(?:es?|ed|ing)\s+(?:\w+\s+){0,2}?(?:incidents?|provocations?|clash(?:es)?|attacks?|explosions?|scenes?"
    r"|affair|episode)\b",
    re.I,
)
_DESTROYS = re.compile(
    r"\b(?:(?:destroy|shell|bomb|bombard|attack|target|kill|enter|block|detain)(?:s|ed|ing)?|cross(?:es|ed|ing)?"
    r"|hit(?:s|ting)?|strik(?:es?|ing)|struck|(?:fir|seiz)(?:es?|ed|ing)|blockad(?:es?|ed|ing))\b",
    re.IGNORECASE,
)
_DOES_SO = re.compile(  # whatever is done "in breach of the truce"
    r"\b(?:laid|dug|built|put|set|sent|brought|took|held|kept|drove|flew|moved|[a-z]{3,}(?:ed|ing))\b"
)
_ON_PROTECTED = re.compile(
    r"(?:target|shell|bomb|attack|strik|kill|shoot|fir|destroy)ing\s+(?:on\s+|at\s+)?(?:[\w-]+\s+){0,2}?"
    rf"(?:{PROTECTED.pattern})"
    r"|(?:shot|killed|executed|gunned\s+down)\s+(?:dead\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:surrendering|unarmed|captive|captured|bound)\b|(?:target|shell|bomb|attack|kill|gas|starv)(?:ed|ing)\s+"
    r"(?:its|their|his)\s+own\s+(?:people|citizens|civilians|population|villages)\b"
    r"|(?:target(?:ed|s)|(?:fires?|shoots?|opens?\s+fire)\s+(?:on|at|into))\s+(?:[\w-]+\s+){0,2}?"
    rf"(?:{PROTECTED.pattern})"
    r"|(?:target|shell|bomb|attack|hit|struck|strik)(?:ed|ing)?\s+(?:[\w-]+\s+){0,3}?(?:nuclear|dam)\b"
    r"|(?:burn(?:ed|t|ing)|raz(?:ed|ing)|pillag(?:ed|ing))\s+(?:down\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:villages?|homes|houses|huts|crops|farms|granaries)\b",
    re.IGNORECASE,
)
_WITH_FOES = re.compile(  # "is fighting alongside rebels", "has 4,000 troops fighting alongside rebels"
    r"(?:(?:has|have|had|keeps?|kept)\s+(?:(?!no\b|not\b)[\w,.-]+\s+){0,6}?"
    r"(?:soldiers|troops|fighters|men|forces|officers|commandos|units)\s+)?"
    r"(?:fight|work|collaborat|cooperat|collud|operat|sid|coordinat|plott|conspir)(?:ing|ed|s)\s+"
    r"(?:alongside|with|hand\s+in\s+glove\s+with)\s+(?:[\w’'-]+\s+){0,3}?"
    rf"(?:{FOES.pattern}|(?-i:{GROUPS.pattern}))",
    re.IGNORECASE,
)
_HIDES = re.compile(
    r"\b(?:hid(?:es?|ing|den)?|stash\w*|stor(?:es?|ed|ing)|stockpil\w+|kept|keep(?:s|ing)?|plac(?:es?|ed|ing)"
    r"|park(?:s|ed|ing)?|position(?:s|ed|ing)?|station(?:s|ed|ing)?|deploy(?:s|ed|ing)?|set(?:s|ting)?\s+up"
    r"|install(?:s|ed|ing)?|dug|digging)\b",
    re.IGNORECASE,
)
_AMONG_PEOPLE = re.compile(  # "rockets under a school", "guns among the tents"
    rf"(?:{ARMS.pattern}|\bguns|\bmortars|\blaunchers?|\bartillery|\btunnels?|\bfighters|\bcommand\b|\btroops|\bsoldiers"
    r"|\bgunmen)[^,.;]{0,40}?"
    r"\b(?:in|under|inside|beneath|below|among(?:st)?|amid|near|next\s+to|beside|behind|around|at)\s+"
    rf"(?:[\w-]+\s+){{0,3}}?(?:{PROTECTED.pattern}|tents|houses|flats|apartments|campus|university)",
    re.IGNORECASE,
)
_PUSHES = re.compile(
    r"\b(?:push(?:es|ed|ing)?|(?:herd|steer|direct|usher|funnel|channel)(?:s|l?ed|l?ing)?|ferr(?:y|ies|ied|ying)"
    r"|buss?(?:es|ed|ing)|fl(?:y|ies|ying|ew|own)|driv(?:es?|en|ing)|drove|shov(?:es?|ed|ing)|send(?:s|ing)?|sent)"
    r"\s+(?:[\w-]+\s+){0,3}?(?:migrants|refugees|asylum[\s-]seekers)\b",
    re.IGNORECASE,
)
_TO_THE_BORDER = re.compile(
    r"\b(?:border|frontier|across|into|over\s+the|towards?|crossings?|checkpoints?)\b", re.IGNORECASE
)
_ARMS = re.compile(r"\barms(?=\s)", re.IGNORECASE)
_FIGHTERS_NEXT = re.compile(
    rf"\s+(?:(?!and\b|or\b|to\b|for\b)[\w-]+\s+){{0,2}}?(?:{FOES.pattern}|(?-i:{GROUPS.pattern}))", re.IGNORECASE
)
_FIRST = re.compile(
    r"(?:open(?:ed|ing)\s+fire|fir(?:ed|ing)|shot|attack(?:ed|ing)|str(?:uck|iking))\s+first\b", re.IGNORECASE
)
_REACH = 120  # characters after the doing in which its wrongful object stands
_NEAR = 60  # characters in which the noun stands that a verb makes a deed of


GRAVE = (  # verbs, what must follow each within so many characters to make it a wrong
    (WRONG_VERB, None, 0),
    (COMMITS, CRIME, _NEAR),
    (DO, CRIME, _NEAR),
    (_PLANS, BLOW, _NEAR),
    (_IS_ABOUT_TO, WRONG, _NEAR),  # to strike is no secret wrong, and told as news
    (_SMUGGLES, ARMS, _REACH),
    (_RECRUITS, _RECRUITED, _NEAR),
    (_SHOT_DOWN, None, 0),
    (BREAKS, RULES, _NEAR),
    (USES, SHIELDS, _REACH),
    (_ON_PROTECTED, None, 0),
    (_FIRST, None, 0),
    (_DID_THIS, None, 0),
    (_GAVE_ORDERS, WRONG, _NEAR),
    (_HELPED_STRIKE, None, 0),
    (_GAVE_THE_AIM, BLOW, _NEAR),
    (_WAR_ON_THEM, None, 0),
    (_SHOWS_ITS_NATURE, None, 0),
    (_FUELS, None, 0),
    (_STAGED, None, 0),
    (_UNPROVOKED, None, 0),
    (_FAKES, None, 0),
    (_DESTROYS, _IN_BREACH, _REACH),
    (_DOES_SO, _IN_BREACH, _REACH),
    (_WITH_FOES, None, 0),
    (_HIDES, _AMONG_PEOPLE, _NEAR),
    (_PUSHES, _TO_THE_BORDER, _NEAR),
    (_ARMS, _FIGHTERS_NEXT, _NEAR),
)
