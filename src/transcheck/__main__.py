"""`python -m transcheck` is the same as `transcheck`."""

from transcheck.cli import main

if __name__ == "__main__":
    main()
