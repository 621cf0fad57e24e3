"""Words of force and the acts they tell: weapons, verbs and nouns of striking, who struck, and what was an accident."""
