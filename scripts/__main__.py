"""`python -m scripts` is the `khobao` command, for a checkout that is not installed."""

from scripts.khobao import main

main()
