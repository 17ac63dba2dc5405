"""How the program says dates and numbers, in bokmål, nynorsk and English. Pure: the day is told."""
