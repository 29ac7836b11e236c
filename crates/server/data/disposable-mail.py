#!/usr/bin/env python3
"""Brings disposable-mail.txt up to its source, for a release:

    python3 -m venv target/disposable && target/disposable/bin/pip install --upgrade disposable-email-domains
    target/disposable/bin/python crates/server/data/disposable-mail.py

Prints how many domains came and went: look at what went before you commit it.
"""

import importlib.metadata
import pathlib

from disposable_email_domains import blocklist

PACKAGE = "disposable-email-domains"
FILE = pathlib.Path(__file__).with_name("disposable-mail.txt")

HEAD = f"""\
# Providers of mailboxes that are thrown away after use. One domain a line, sorted by bytes.
# From the PyPI package {PACKAGE} {importlib.metadata.version(PACKAGE)}, which carries the list kept at
# https://github.com/disposable-email-domains/disposable-email-domains; see disposable-mail.LICENSE.
"""


def main():
    before = {line for line in FILE.read_text().splitlines() if not line.startswith("#")}
    now = set(blocklist)
    for domain in sorted(before - now):
        print("gone:", domain)
    print(f"{len(now - before)} came, {len(before - now)} went, {len(now)} are there")
    lines = sorted(now, key=lambda domain: domain.encode())
    FILE.write_text(HEAD + "".join(f"{line}\n" for line in lines))
    (license_file,) = [file for file in importlib.metadata.files(PACKAGE) if file.stem == "LICENSE"]
    FILE.with_suffix(".LICENSE").write_text(license_file.read_text())


main()
