"""Writing a sample: its folder, its files and its truth.json."""

import json
import os

from layouts import truth

SAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


class Sample:
    """One folder of samples/. Files are added with the forms they hold; close writes the truth about them."""

    def __init__(self, name):
        self.folder, self.entries = os.path.join(SAMPLES, name), []
        os.makedirs(self.folder, exist_ok=True)

    def file(self, name, producer, *forms):
        """The path to write; forms are (record, errors) in the order a reader should give them."""
        self.entries.append({"file": name, "producer": producer, "forms": [truth(f, errors) for f, errors in forms]})
        return os.path.join(self.folder, name)

    def entry(self, entry):
        self.entries.append(entry)
        return os.path.join(self.folder, entry["file"])

    def close(self):
        with open(os.path.join(self.folder, "truth.json"), "w", encoding="utf8") as f:
            json.dump(self.entries, f, ensure_ascii=False, indent=1)
            f.write("\n")
