"""How well the best answers come first: judged questions, asked of an index of their own, and measured."""
