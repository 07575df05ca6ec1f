"""Samples taken over from a generated corpus with their truth.

    python3 copies.py CORPUS        CORPUS holds the files and truth.json
"""

import json
import os
import shutil
import sys

from samples import Sample

TAKEN = {
    "clean-v1": ["V1-clean-xlsx.xlsx"],
    "clean-v1w": ["V1w-clean-wk-zenhei.pdf", "V1w-clean-xlsx.xlsx"],
    "clean-d1": ["D1-clean-wk-zenhei.pdf", "D1-clean-xlsx.xlsx"],
    "rate-rounded-up": ["V1-rate-ceiling-chromium.pdf"],
    "other-denominator": ["V1w-rate-denominator-wk.pdf"],
    "funds-do-not-add-up": ["D1-fund-sum-lo-docx.pdf"],
    "wrong-total": ["V1-total-score-lo-xlsx.pdf"],
    "score-over-weight": ["V1w-score-over-weight-chromium.pdf"],
    "no-reason-given": ["D1-no-reason-chromium.pdf"],
    "long-goals": ["V1-long-goals-lo.pdf"],
    "object-streams": ["V1-objstm.pdf"],
    "encrypted-empty-password": ["V1-rc4.pdf"],
    "dotted-rules": ["V1-dotted-weasy.pdf"],
    "annex-of-five": ["annex-5-forms-chromium.pdf"],
}


def main(corpus):
    entries = {e["file"]: e for e in json.load(open(os.path.join(corpus, "truth.json"), encoding="utf8"))}
    for name, files in TAKEN.items():
        s = Sample(name)
        for n in files:
            shutil.copyfile(os.path.join(corpus, n), s.entry(entries[n]))
        s.close()


if __name__ == "__main__":
    main(sys.argv[1])
