"""Places, posts, names, officials: what an article says, and the tables it is read with."""
