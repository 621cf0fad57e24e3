"""Who: the persons, states and armed groups of a sentence, their offices and sides, and the wrong said of them."""
