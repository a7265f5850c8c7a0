"""How fast it is: the same articles in this system and in others, the same questions to all, one machine, one run."""
