"""Who speaks, whom a word like "the minister" means, and the day on which words were spoken."""
