# SPDX-License-Identifier: MIT
"""Compares the figures of a page, as a browser dumped it, with `kindly stats --json`.

figures.py DOM STATS SHARE
"""

import html.parser
import json
import re
import sys


class Page(html.parser.HTMLParser):
    """Sections by heading: their paragraphs, and their tables by name as lists of rows."""

    def __init__(self):
        super().__init__()
        self.sections, self.section = {}, None
        self.text, self.rows, self.cells, self.label = "", None, None, ""
        self.practices, self.fetched, self.scripts = 0, [], 0

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.scripts += tag == "script"
        self.fetched += [v for k, v in attributes.items() if k in ("src", "href", "xlink:href")]
        if tag == "table":
            self.rows, self.label = [], attributes.get("aria-label", "")
        if tag == "tr":
            self.cells = []
        self.practices += tag == "article"
        if tag in ("h2", "p", "th", "td", "caption", "li"):
            self.text = ""

    def handle_data(self, data):
        self.text += data

    def handle_endtag(self, tag):
        text = self.text.strip()
        if tag == "h2":
            self.section = self.sections.setdefault(text, {"sentences": [], "tables": {}})
        elif tag in ("p", "li") and self.section is not None:
            self.section["sentences"].append(text)
        elif tag == "caption":
            self.label = text
        elif tag in ("th", "td"):
            self.cells.append(text)
        elif tag == "tr":
            self.rows.append(self.cells)
        elif tag == "table":
            self.section["tables"][self.label] = self.rows[1:]


def expect(found, wanted, what):
    if found != wanted:
        sys.exit(f"{what}: the page has {found!r}, stats --json has {wanted!r}")


def seconds(words):
    """What "1 h 25 min" stands for, to the minute."""
    if words == "not known":
        return None
    units = {"h": 3600, "min": 60, "s": 1}
    return sum(int(number) * units[unit] for number, unit in re.findall(r"(\d+) (h|min|s)\b", words))


def expect_time(words, figures, what):
    wanted, found = figures["practised_seconds"], seconds(words)
    if (found is None) != (wanted is None) or (wanted is not None and abs(found - wanted) > 30):
        sys.exit(f"{what}: the page has {words!r}, stats --json has {wanted!r} s")


def only_table(section):
    (table,) = section["tables"].values()
    return table


def main():
    page = Page()
    page.feed(open(sys.argv[1], encoding="utf-8").read())
    stats = json.load(open(sys.argv[2], encoding="utf-8"))
    share = sys.argv[3]
    expect(page.scripts, 0, "scripts")
    expect(page.fetched, [], "addresses")
    expect(page.practices, min(500, stats["practices"]), "practices listed")

    totals = " ".join(page.sections["In all"]["sentences"])
    expect(int(re.match(r"(\d+) practices?", totals)[1]), stats["practices"], "practices")
    for status, words in (("completed", "completed"), ("closed_early", "closed early"), ("stopped", "stopped"),
                          ("interrupted", "interrupted")):
        found = re.search(rf"ended:.*?(\d+) {words}", totals)
        expect(int(found[1]) if found else 0, stats["by_status"][status], status)

    weeks = only_table(page.sections["By week"])
    expect([(w[0], w[1], int(w[2])) for w in weeks],
           [(w["week"], w["first_day"], w["practices"]) for w in stats["by_week"]], "weeks")
    for row, week in zip(weeks, stats["by_week"]):
        expect_time(row[3], week, week["week"])
    exercises = only_table(page.sections["By exercise"])
    expect([(e[0], int(e[1]), e[3]) for e in exercises],
           [(e["title"], e["practices"], e["last_day"]) for e in stats["by_exercise"]], "exercises")
    for row, exercise in zip(exercises, stats["by_exercise"]):
        expect_time(row[2], exercise, exercise["exercise"])

    for heading, name in (("Distress, 0 to 10", "distress"), ("Kindness to oneself, 0 to 10", "kindness")):
        figures = stats[name]
        shown = share != "counts" and figures["pairs"] > 0
        expect(heading in page.sections, shown, heading)
        if not shown:
            continue
        section = page.sections[heading]
        sentences = " ".join(section["sentences"])
        counted = re.search(r"lower (\d+), same (\d+), higher (\d+); (\d+) not rated", sentences)
        expect([int(n) for n in counted.groups()],
               [figures[k] for k in ("lower", "same", "higher", "not_rated")], name)
        means = re.search(r"Mean of (\d+) pairs?: ([\d.]+) before, ([\d.]+) after", sentences)
        expect(int(means[1]), figures["pairs"], f"pairs of {name}")
        change = re.search(r"Mean change: ([-+\d.]+) \(95 % interval ([-+\d.]+) to ([-+\d.]+)\)", sentences)
        wanted = [figures["mean_before"], figures["mean_after"], figures["mean_change"], *figures["change_interval_95"]]
        for found, exact in zip([means[2], means[3], *change.groups()], wanted):
            if abs(float(found) - exact) > 0.05 + 1e-9:
                sys.exit(f"{name}: the page has {found}, stats --json has {exact}")
        ratings = section["tables"]["How often each rating was given"]
        expect([int(r[1]) for r in reversed(ratings)], figures["before"], f"{name} before")
        expect([int(r[2]) for r in reversed(ratings)], figures["after"], f"{name} after")
        over_time = [t for label, t in section["tables"].items() if label.startswith("Means of")]
        expect(sum(int(r[3]) for t in over_time for r in t), figures["pairs"], f"pairs of {name} over time")


main()
