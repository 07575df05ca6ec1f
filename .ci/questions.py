#!/usr/bin/env python3
"""Asks the questions of render/bulk/QUESTIONS.md of a batch over the samples they name, and holds the answers that stand under them.
With --write it writes the answers: look at each before it is kept. Needs duckdb from PyPI; says so aloud when it cannot have it.

    questions.py FUHE [--write]
"""
import os
import re
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGE = os.path.join(TOP, "render", "bulk", "QUESTIONS.md")


def table(relation):
    """An answer as a table of Markdown."""
    lines = ["| " + " | ".join(relation.columns) + " |", "|" + "---|" * len(relation.columns)]
    lines += ["| " + " | ".join("" if v is None else str(v) for v in row) + " |" for row in relation.fetchall()]
    return "\n".join(lines)


def main():
    try:
        import duckdb
    except ImportError:
        home = os.path.join(os.path.expanduser("~"), ".cache", "fuhe-ci-duckdb")
        python = os.path.join(home, "bin", "python")
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        if "--again" not in sys.argv and not subprocess.run([sys.executable, "-m", "venv", home], **quiet).returncode \
                and not subprocess.run([python, "-m", "pip", "install", "-q", "duckdb"], **quiet).returncode:
            sys.exit(subprocess.run([python, *sys.argv, "--again"]).returncode)
        print("SKIPPED, the questions in SQL are not asked: duckdb cannot be installed")
        return
    fuhe, page, wrong = os.path.abspath(sys.argv[1]), open(PAGE, encoding="utf-8").read(), 0
    with tempfile.TemporaryDirectory() as top:
        command = re.search(r"^    fuhe (batch .*) -o out$", page, re.M).group(1).split()
        subprocess.run([fuhe, *command, "--quiet", "-o", os.path.join(top, "out")], cwd=TOP, stderr=subprocess.DEVNULL)
        os.chdir(top)
        parts = re.split(r"(```sql\n.*?```\n)", page, flags=re.S)
        for i in range(1, len(parts), 2):
            answer = table(duckdb.sql(parts[i][7:-4]))
            given, _, rest = parts[i + 1].partition("\n## ")
            if "--write" in sys.argv:
                parts[i + 1] = "\n" + answer + "\n" + ("\n## " + rest if rest else "")
            elif given.strip() != answer:
                wrong += 1
                print(f"another answer to\n{parts[i]}{answer}\nand not\n{given.strip()}")
    if "--write" in sys.argv:
        open(PAGE, "w", encoding="utf-8").write("".join(parts))
    print(f"{len(parts) // 2} questions, {wrong} answered otherwise")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
