"""`python -m rehearse`: the command line."""

from rehearse.cli import main

if __name__ == "__main__":
    main()
