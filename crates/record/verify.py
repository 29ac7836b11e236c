#!/usr/bin/env python3
"""Checks the record of an open letter: a bundle (letter.zip) or a receipt (*.tlog-proof).

    python3 verify.py letter.zip [--key VKEY] [--json]

Exits with 0 if everything holds, 1 if something does not, 2 if it could not be checked.

Written from docs/RECORD-FORMAT.md of Undersigned alone, and in its order: each part below names the
section that it checks. It shares no code with undersigned-verify. It needs Python 3.8 or newer, no
packages, and the command `openssl` (3.0 or newer; without it, the same arithmetic is done here).

A copy of this file lies in each bundle, for convenience. Whoever forges a bundle can forge that copy
too: take verify.py from elsewhere, or compare its SHA-256 with the one that is published elsewhere.
"""

import argparse
import base64
import datetime
import functools
import hashlib
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from array import array

class DoesNotHold(Exception):
    """The record, bundle or receipt breaks a rule of the format."""

class NotChecked(Exception):
    """Nothing can be said about it."""

def need(holds, problem):
    if not holds:
        raise DoesNotHold(problem)

# == Conventions ==========================================================================================

LIMIT = 2**53
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
CONTROL_BUT_NEWLINE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
DECIMAL = re.compile("0|[1-9][0-9]{0,15}")
LANGUAGE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
RECIPIENT = re.compile("age1[a-z0-9_+-]+")
HOUR = re.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):00:00Z")
DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
COUNTRIES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV "
    "BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES "
    "ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE "
    "IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY "
    "MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU "
    "NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM "
    "SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE "
    "VG VI VN VU WF WS YE YT ZA ZM ZW ZZ"
).split()
COUNTRY_NUMBER = {code: number for number, code in enumerate(COUNTRIES)}

spell = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

def unbase64(text):
    """The bytes of canonical base64, or None."""
    try:
        data = base64.b64decode(text, validate=True)
    except (ValueError, TypeError):
        return None
    return data if base64.b64encode(data).decode() == text else None

def decimal(text):
    """The number that a decimal stands for, or None."""
    return int(text) if DECIMAL.fullmatch(text) and int(text) < LIMIT else None

def utf8(data, what):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise DoesNotHold(f"{what} is not UTF-8") from None

def strict_json(data, what):
    """An object in its one legal spelling. The spelling is checked by writing it again; which keys and values
    are legal is up to `fields`."""
    text = utf8(data, what)
    try:
        value = json.loads(text)
        again = spell(value)
    except (ValueError, RecursionError):
        raise DoesNotHold(f"{what} is not JSON") from None
    need(isinstance(value, dict) and again == text, f"{what} is not JSON in its one legal spelling")
    return value

def fields(value, table, what):
    """All keys of the table, in its order, no others, and each value as the table says."""
    need(list(value) == [key for key, _ in table], f"{what} has other keys than it may have")
    for key, legal in table:
        need(legal(value[key]), f"{what}: {key} is not legal")

# What a value may be: each takes whatever JSON can hold.

def number(value):
    return type(value) is int and 0 <= value < LIMIT

def one(value):
    return type(value) is int and value == 1

def boolean(value):
    return type(value) is bool

def string(most):
    return lambda value: (
        type(value) is str and value != "" and not CONTROL.search(value) and len(value.encode("utf-8")) <= most
    )

def digest(value):
    return type(value) is str and len(value) == 44 and unbase64(value) is not None

def any_base64(value):
    return type(value) is str and unbase64(value) is not None

def language(value):
    return type(value) is str and len(value) <= 35 and LANGUAGE.fullmatch(value) is not None

def among(*values):
    return lambda value: type(value) is str and value in values

def or_null(legal):
    return lambda value: value is None or legal(value)

@functools.lru_cache(maxsize=1024)
def is_day(text):
    try:
        return DATE.fullmatch(text) is not None and datetime.date.fromisoformat(text).year >= 1970
    except ValueError:
        return False

def date(value):
    return type(value) is str and is_day(value)

@functools.lru_cache(maxsize=1024)
def is_hour(text):
    match = HOUR.fullmatch(text)
    return match is not None and is_day(match[1])

def hour(value):
    return type(value) is str and is_hour(value)

def country(value):
    return type(value) is str and value in COUNTRY_NUMBER

free_text = string(1000)

# == The log ==============================================================================================

def sha256(data):
    return hashlib.sha256(data).digest()

def hash_text(raw):
    return base64.b64encode(raw).decode()

class Key:
    """A vkey: the name, a plus, the key's id in hexadecimal, a plus, base64 of the byte 1 and the public key."""

    def __init__(self, text):
        name, _, rest = text.partition("+")
        identity, _, encoded = rest.partition("+")
        raw = unbase64(encoded)
        need(is_key_name(name) and raw is not None and len(raw) == 33 and raw[0] == 1, "it is not a vkey")
        self.text, self.name, self.public = text, name, raw[1:]
        self.id = sha256(name.encode("utf-8") + b"\n" + raw)[:4]
        need(identity == self.id.hex(), "the id in the vkey is not that of its key")
        need(not is_weak(self.public), "the key is one under which anything is signed")

def is_key_name(name):
    return name != "" and "+" not in name and not any(c.isspace() for c in name) and not CONTROL.search(name)

def vkey(value):
    if type(value) is not str:
        return False
    try:
        return bool(Key(value))
    except DoesNotHold:
        return False

def open_note(data, key, what):
    """The text of a signed note (C2SP) whose signature by the key is good, and how many signatures there are."""
    text = utf8(data, what)
    need(not re.search("[\x00-\x09\x0b-\x1f]", text), f"{what} has control characters")
    body, gap, signatures = text.rpartition("\n\n")
    need(gap and signatures.endswith("\n"), f"{what} is not a signed note")
    body += "\n"
    lines = signatures[:-1].split("\n")
    need(len(lines) <= 64, f"{what} has more signatures than it may have")
    ours = []
    for line in lines:
        match = re.fullmatch("\u2014 ([^ ]+) ([A-Za-z0-9+/=]+)", line)
        raw = unbase64(match[2]) if match and is_key_name(match[1]) else None
        need(raw is not None and len(raw) > 4, f"{what}: a signature's line is not legal")
        if match[1] == key.name and raw[:4] == key.id:
            ours.append(raw[4:])
    need(ours, f"{what} is not signed by the key {key.text}")
    for signature in ours:
        need(signed(key.public, body.encode("utf-8"), signature), f"{what}: the signature is not the key's")
    return body, len(lines)

class Checkpoint:
    """A signed note of three lines: origin, size, root."""

    def __init__(self, data, key):
        text, _ = open_note(data, key, "the checkpoint")
        lines = text[:-1].split("\n")
        need(len(lines) == 3, "the checkpoint has other than three lines")
        self.origin, size, root = lines
        self.size, self.root = decimal(size), unbase64(root)
        need(self.origin == key.name, "the checkpoint's origin is not its key's name")
        need(self.size, "the checkpoint's size is not legal")
        need(self.root is not None and len(self.root) == 32, "the checkpoint's root is not a hash")

# Ed25519 (RFC 8032). OpenSSL does it; `openssl` before 3.0, and LibreSSL's, can't from the command line.

def signed(public, message, signature):
    if len(signature) != 64 or is_weak(signature[:32]):
        return False
    check = openssl_signed if openssl_works() else arithmetic_signed
    return check(public, message, signature)

def openssl_signed(public, message, signature):
    """Whether `openssl` accepts the signature. What it reads lies in a folder of our own, and is public."""
    spki = bytes.fromhex("302a300506032b6570032100") + public  # RFC 8410, section 4
    with tempfile.TemporaryDirectory(prefix="verify-") as folder:
        for name, data in (("key", spki), ("message", message), ("signature", signature)):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        done = subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key", "-rawin"]
            + ["-in", "message", "-sigfile", "signature"],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    return done.returncode == 0

@functools.lru_cache(maxsize=None)
def openssl_works():
    """Whether it accepts RFC 8032's second test vector, and refuses it for another message."""
    public = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    signature = bytes.fromhex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    try:
        return openssl_signed(public, b"\x72", signature) and not openssl_signed(public, b"\x73", signature)
    except OSError:
        return False

P = 2**255 - 19  # the field
L = 2**252 + 27742317777372353535851937790883648493  # the order of the base point
D = -121665 * pow(121666, P - 2, P) % P

def arithmetic_signed(public, message, signature):
    """RFC 8032, section 5.1.7, without the cofactor."""
    base = point(bytes.fromhex("5866666666666666666666666666666666666666666666666666666666666666"))
    key, s = point(public), int.from_bytes(signature[32:], "little")
    if key is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    minus = (P - key[0], key[1], key[2], P - key[3])
    x, y, z, _ = add(times(s, base), times(h, minus))
    invert = pow(z, P - 2, P)
    x, y = x * invert % P, y * invert % P
    return (y | (x & 1) << 255).to_bytes(32, "little") == signature[:32]

def point(data):
    """The point that 32 bytes stand for, in extended coordinates, or None."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)

@functools.lru_cache(maxsize=1024)
def is_weak(data):
    """Whether they stand for no point, or one of small order, to which a signature can be made that fits any text."""
    p = point(data)
    return p is None or times(8, p)[0] % P == 0

def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)

def times(scalar, p):
    total = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            total = add(total, p)
        p = add(p, p)
        scalar >>= 1
    return total

# Merkle tree (RFC 6962, section 2.1) and tiles (C2SP tlog-tiles).

def leaf(entry):
    return sha256(b"\x00" + entry)

def node(left, right):
    return sha256(b"\x01" + left + right)

def subtree(hashes):
    """The root over subtrees of one size, of which the last may be smaller: an odd one moves up as it is."""
    while len(hashes) > 1:
        odd = hashes[-1:] if len(hashes) % 2 else []
        hashes = [node(hashes[i], hashes[i + 1]) for i in range(0, len(hashes) - 1, 2)] + odd
    return hashes[0]

def root_of_edge(edge):
    """The root of a tree from its right edge: for each level of tiles the hashes that fill no tile yet."""
    carry = []
    for hashes in edge:
        if hashes or carry:
            carry = [subtree(hashes + carry)]
    return carry[0]

class Tree:
    """The right edge of a growing tree. Each tile is compared with the file as soon as it is whole."""

    def __init__(self, files):
        self.files, self.size, self.edge = files, 0, []

    def append(self, hash_):
        self.size += 1
        for level in range(8):
            if level == len(self.edge):
                self.edge.append([])
            self.edge[level].append(hash_)
            if len(self.edge[level]) < 256:
                return
            self.compare(level)
            hash_, self.edge[level] = subtree(self.edge[level]), []

    def compare(self, level):
        hashes = self.edge[level]
        name = tile_name(level, (self.size - 1) >> 8 * (level + 1), len(hashes))
        need(self.files.read(name, 32 * 256) == b"".join(hashes), f"the tile {name} is not what the entries make it")

    def finish(self):
        """The root, once the partial tiles are compared too."""
        for level, hashes in enumerate(self.edge):
            if hashes:
                self.compare(level)
        return root_of_edge(self.edge)

def root_of_prefix(files, whole, size):
    """The root of the first `size` entries, from the tiles of the whole tree, which are compared already."""
    edge = []
    while size:
        tile, width = size >> 8, size & 255
        full = 256 if whole >> 8 > tile else whole & 255
        data = files.read(tile_name(len(edge), tile, full)) if width else b""
        edge.append([data[i : i + 32] for i in range(0, 32 * width, 32)])
        size, whole = size >> 8, whole >> 8
    return root_of_edge(edge)

# == Files ================================================================================================

SHORT = 2**16  # checkpoint, key, policy, filter
LONGEST_TEXT = 2**24
LONGEST_LINES = 256 * 22200  # openings and statements: 16,384 bytes in base64, and what stands around them

def file_number(value):
    text = "%03d" % (value % 1000)
    while value >= 1000:
        value //= 1000
        text = "x%03d/%s" % (value % 1000, text)
    return text

def tile_name(level, index, width):
    return f"tile/{level}/{file_number(index)}" + ("" if width == 256 else f".p/{width}")

# == Entries ==============================================================================================

KINDS = ("individual", "organization", "company")
LEVELS = ("mailbox", "domain", "dns", "well-known", "invited", "vouched")

def recipients(value):
    def legal(one_of):
        return type(one_of) is str and len(one_of) <= 4000 and RECIPIENT.fullmatch(one_of) is not None

    return type(value) is list and value != [] and all(map(legal, value))

def predecessor(value):
    table = [("origin", free_text), ("size", number), ("root", digest)]
    return type(value) is dict and list(value) == [k for k, _ in table] and all(f(value[k]) for k, f in table)

def texts(value):
    return (
        type(value) is dict
        and value != {}
        and list(value) == sorted(value)
        and all(map(language, value))
        and all(map(digest, value.values()))
    )

HEAD = [("v", one), ("type", lambda value: True), ("at", hour)]
ENTRIES = {
    "genesis": [
        ("origin", free_text),
        ("key", vkey),
        ("recipients", recipients),
        ("retention", date),
        ("closing", or_null(date)),
        ("predecessor", or_null(predecessor)),
    ],
    "text": [("version", lambda value: number(value) and value >= 1), ("texts", texts)],
    "state": [("state", among("opened", "closed"))],
    "sign": [
        ("kind", among(*KINDS)),
        ("country", country),
        ("level", among(*LEVELS)),
        ("version", number),
        ("founding", boolean),
        ("opening", digest),
        ("contact", digest),
    ],
    "correct": [("sign", number), ("country", country), ("opening", digest), ("contact", digest)],
    "level": [("sign", number), ("level", among(*LEVELS))],
    "statement": [("sign", number), ("statement", or_null(digest))],
    "withdraw": [("sign", number)],
    "remove": [("sign", number), ("reason", among("forged", "repeated", "abusive", "unlawful", "mistaken"))],
    "issue": [("issuer", digest)],
    "support": [("issuer", digest), ("token", digest), ("signature", any_base64)],
    "deliver": [("recipient", free_text), ("channel", free_text), ("size", number), ("root", digest)],
    "respond": [("deliver", number), ("digest", digest)],
    "key": [
        ("role", among("log", "recipients", "issuer", "tag")),
        ("act", among("new", "destroyed")),
        ("value", free_text),
    ],
    "audit": [
        ("size", number),
        ("root", digest),
        ("sample", number),
        ("beacon", free_text),
        ("round", number),
    ],
}
ENTRIES = {kind: HEAD + table for kind, table in ENTRIES.items()}

def parse_entry(data, what):
    need(len(data) <= 65535, f"{what} is too long")
    entry = strict_json(data, what)
    kind = entry.get("type")
    need(type(kind) is str and kind in ENTRIES, f"{what} is of no type that this version knows")
    fields(entry, ENTRIES[kind], what)
    return entry

# == Commitments ==========================================================================================

shown_string = or_null(string(2000))
OPENING = [
    ("v", one),
    ("kind", among(*KINDS)),
    ("display", among("name", "initials", "count")),
    ("name", shown_string),
    ("title", shown_string),
    ("affiliation", shown_string),
    ("website", shown_string),
    ("lang", language),
    ("text", digest),
]
LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\Z")

def domain(value):
    labels = value.split(".") if type(value) is str else []
    plain = len(labels) > 1 and len(value) <= 253 and all(LABEL.match(label) for label in labels)
    return plain and re.search("[a-z]", labels[-1]) is not None

# The key `mailbox` is there only where it has a value.
WITH_MAILBOX = OPENING[:-2] + [("mailbox", domain)] + OPENING[-2:]

def words(value):
    return type(value) is str and value != "" and not CONTROL_BUT_NEWLINE.search(value)

STATEMENT = [("v", one), ("lang", language), ("words", words)]

def parse_opening(data, what):
    need(len(data) <= 16384, f"{what} is too long")
    opening = strict_json(data, what)
    fields(opening, WITH_MAILBOX if "mailbox" in opening else OPENING, what)
    individual = opening["kind"] == "individual" and opening["display"] != "count"
    need("mailbox" not in opening or individual, f"{what} shows a mailbox where none may show")
    if opening["display"] == "count":
        shown = [opening[key] for key in ("name", "title", "affiliation", "website")]
        need(shown == [None] * 4, f"{what} shows something, though it only counts")
    else:
        need(opening["name"] is not None, f"{what} has no name")
    return opening

def parse_statement(data, what):
    need(len(data) <= 16384, f"{what} is too long")
    statement = strict_json(data, what)
    fields(statement, STATEMENT, what)
    return statement

def commitment(label, salt, data):
    return hash_text(sha256(b"undersigned/" + label.encode() + b"/v1\0" + salt + data))

def parse_line(line, label, what):
    """Index, salt and bytes of a line of `openings/N` or `statements/N`."""
    value = strict_json(line, what)
    fields(value, [("index", number), ("salt", digest), (label, any_base64)], what)
    return value["index"], unbase64(value["salt"]), unbase64(value[label])

# == Rules ================================================================================================

class Record:
    """What the entries make, applied one by one. The numbers are those of section "Rules".

    For each entry some twenty bytes, which mean nothing where it is no `sign`.
    """

    def __init__(self, checkpoint, key):
        self.checkpoint, self.key = checkpoint, key
        self.at, self.closing, self.opened, self.closed = "", None, False, False
        self.texts = []  # of each version: language -> digest
        self.delivers = set()
        self.named = []  # (entry, size, root) of each checkpoint that an entry names
        self.live = bytearray()
        self.kind = bytearray()
        self.country = bytearray()
        self.level = bytearray()
        self.founding = bytearray()
        self.version = array("H")
        self.opening = array("Q")  # the entry with the current opening
        self.statement = array("Q")  # the entry with the current statement; 0: none

    def apply(self, index, entry):
        what, kind = f"entry {index}", entry["type"]
        need((kind == "genesis") == (index == 0), f"{what}: genesis is entry 0, and only that")  # 1
        need(entry["at"] >= self.at, f"{what} is dated before the one that it follows")  # 2
        self.at = entry["at"]
        for column in (self.live, self.kind, self.country, self.level, self.founding, self.version):
            column.append(0)
        self.opening.append(0)
        self.statement.append(0)
        if "sign" in entry:  # 6
            sign = entry["sign"]
            need(sign < index and self.live[sign], f"{what} names no signature that is live")
        getattr(self, "apply_" + kind, lambda *_: None)(index, entry, what)

    def apply_genesis(self, _, entry, what):  # 1
        need(entry["origin"] == self.checkpoint.origin, f"{what}: its origin is not the checkpoint's")
        need(entry["key"] == self.key.text, f"{what}: its key is not the checkpoint's")
        self.closing = entry["closing"]

    def apply_text(self, _, entry, what):  # 3
        version = len(self.texts) + 1
        need(entry["version"] == version <= 65535, f"{what}: the next version of the text is {version}")
        self.texts.append(entry["texts"])

    def apply_state(self, _, entry, what):  # 4
        if entry["state"] == "opened":
            need(self.texts and not self.opened, f"{what}: a letter opens once, and with a text")
            self.opened = True
        else:
            need(self.opened and not self.closed, f"{what}: a letter closes once, and after it opened")
            self.closed = True

    def apply_sign(self, index, entry, what):  # 5
        version = entry["version"]
        need(1 <= version <= len(self.texts), f"{what} signs a version that is not recorded")
        need(entry["founding"] != self.opened, f"{what}: founding is what precedes the opening, and only that")
        late = self.closed or (self.closing is not None and entry["at"][:10] > self.closing)
        need(not late, f"{what} signs after the letter closed")
        self.live[index] = 1
        self.kind[index] = KINDS.index(entry["kind"])
        self.country[index] = COUNTRY_NUMBER[entry["country"]]
        self.level[index] = LEVELS.index(entry["level"])
        self.founding[index] = entry["founding"]
        self.version[index] = version
        self.opening[index] = index

    def apply_correct(self, index, entry, _):
        self.country[entry["sign"]] = COUNTRY_NUMBER[entry["country"]]
        self.opening[entry["sign"]] = index

    def apply_level(self, _, entry, __):
        self.level[entry["sign"]] = LEVELS.index(entry["level"])

    def apply_statement(self, index, entry, _):
        self.statement[entry["sign"]] = 0 if entry["statement"] is None else index

    def apply_withdraw(self, _, entry, __):
        self.live[entry["sign"]] = 0

    def apply_remove(self, _, entry, __):
        self.live[entry["sign"]] = 0

    def apply_issue(self, _, __, what):  # 7
        need(self.opened, f"{what} precedes the opening")

    def apply_deliver(self, index, entry, what):  # 7, 8
        need(self.opened, f"{what} precedes the opening")
        self.delivers.add(index)
        self.apply_audit(index, entry, what)

    def apply_respond(self, _, entry, what):  # 7
        need(entry["deliver"] in self.delivers, f"{what} responds to nothing that was delivered")

    def apply_audit(self, index, entry, what):  # 8
        need(1 <= entry["size"] <= index, f"{what} names a checkpoint of a size that the log did not have")
        self.named.append((index, entry["size"], entry["root"]))

    def apply_support(self, _, __, what):  # 9
        raise DoesNotHold(f"{what} is a support, and version 1 can't check those")

    def owner_of(self, index, entry):
        """The signature that an entry's commitment belongs to if it is current, and which of the two it is."""
        sign = index if entry["type"] == "sign" else entry.get("sign", 0)
        if self.live[sign] and self.opening[sign] == index:
            return sign, "opening"
        if self.live[sign] and self.statement[sign] == index:
            return sign, "statement"
        return None, None

    def figures(self):
        """Section "Figures"."""
        kinds, countries, founding = [0, 0, 0], [0] * len(COUNTRIES), 0
        for index, live in enumerate(self.live):
            if live:
                kinds[self.kind[index]] += 1
                countries[self.country[index]] += 1
                founding += self.founding[index]
        by_country = {code: count for code, count in zip(COUNTRIES, countries) if count}
        return {
            "total": sum(kinds),
            "individuals": kinds[0],
            "organizations": kinds[1],
            "companies": kinds[2],
            "support": 0,
            "countries": len(set(by_country) - {"ZZ"}),
            "founding": founding,
            "by_country": by_country,
        }

# == Receipts =============================================================================================

def verify_receipt(data, pinned):
    lines = utf8(data, "the receipt").split("\n")
    need(lines[0] == "c2sp.org/tlog-proof@v1", "the receipt is no tlog-proof")
    need("" in lines, "the receipt has no checkpoint")
    gap = lines.index("")
    need(gap >= 3 and lines[1].startswith("extra "), "the receipt has no extra data")
    raw = unbase64(lines[1][len("extra ") :])
    need(raw is not None, "the receipt's extra data is not base64")
    extra = strict_json(raw, "the receipt's extra data")
    table = [("v", one), ("key", vkey), ("entry", any_base64), ("salt", or_null(digest))]
    fields(extra, table + [("opening", or_null(any_base64))], "the receipt's extra data")
    need((extra["salt"] is None) == (extra["opening"] is None), "the receipt has half an opening")
    index = decimal(lines[2][len("index ") :]) if lines[2].startswith("index ") else None
    proof = [unbase64(line) for line in lines[3:gap]]
    need(index is not None, "the receipt's index is not legal")
    need(all(hash_ and len(hash_) == 32 for hash_ in proof), "the receipt's proof is not of hashes")

    key = pinned or Key(extra["key"])
    checkpoint = Checkpoint("\n".join(lines[gap + 1 :]).encode("utf-8"), key)
    entry_bytes = unbase64(extra["entry"])
    entry = parse_entry(entry_bytes, "the receipt's entry")
    need(entry["type"] in ("sign", "correct"), "the receipt is for no signature")
    opening = None
    if extra["opening"] is not None:
        opening_bytes = unbase64(extra["opening"])
        fits = commitment("opening", unbase64(extra["salt"]), opening_bytes) == entry["opening"]
        need(fits, "the receipt's opening does not fit its entry")
        opening = parse_opening(opening_bytes, "the receipt's opening")
        need(opening["kind"] == entry.get("kind", opening["kind"]), "the receipt's opening is of another kind")
    need(
        included(leaf(entry_bytes), index, checkpoint, proof),
        "the receipt's entry is not in the tree that its checkpoint signs",
    )
    return {"checkpoint": checkpoint, "index": index, "entry": entry, "opening": opening}

def included(hash_, index, checkpoint, proof):
    """RFC 6962, section 2.1.1, from the leaf to the root."""
    if index >= checkpoint.size:
        return False
    last = checkpoint.size - 1
    for sibling in proof:
        if last == 0:
            return False
        if index & 1 or index == last:
            hash_ = node(sibling, hash_)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            hash_ = node(hash_, sibling)
        index, last = index >> 1, last >> 1
    return last == 0 and hash_ == checkpoint.root

# == Bundles ==============================================================================================

FULL16, FULL32 = 2**16 - 1, 2**32 - 1

class Bundle:
    """The files of a ZIP in its one legal layout, each checked against MANIFEST whenever it is read."""

    def __init__(self, file):
        self.file = file
        self.members = {}  # name -> (offset of its local header, size, CRC-32)
        self.digests = {}
        self.read_directory()
        self.unread = set(self.members)

    def read_directory(self):
        """Reads names, sizes and CRCs, writes directory and end records again, and compares the bytes."""
        length = self.file.seek(0, os.SEEK_END)
        count, size, start = self.read_end(length)
        need(0 <= start <= start + size <= length, "it is no bundle: the ZIP's directory lies outside of it")
        self.file.seek(start)
        offset = position = 0
        for _ in range(count):
            head = self.file.read(46)
            need(len(head) == 46, "the ZIP's directory is cut off")
            crc, data, name_length, extra_length = struct.unpack("<16xL4xL2H14x", head)
            raw = self.file.read(name_length)
            head += raw + self.file.read(extra_length)
            need(head == central_header(raw, data, crc, offset), "the ZIP's directory is not in its one legal layout")
            try:
                name = raw.decode("ascii")
            except UnicodeDecodeError:
                raise DoesNotHold("a file in the bundle has no legal name") from None
            self.check_order(name)
            self.members[name] = (offset, data, crc)
            position += len(head)
            offset += 30 + len(raw) + data
        need("MANIFEST" in self.members, "there is no MANIFEST")
        end = self.file.read(99)  # one byte more than the longest
        layout = (offset, position) == (start, size) and end == end_records(count, size, start)
        need(layout, "the ZIP's end is not in its one legal layout")

    def read_end(self, length):
        """Number of members, size and offset of the directory, as the end records say."""
        need(length >= 22, "it is no bundle")
        self.file.seek(length - 22)
        magic, count, size, start = struct.unpack("<4s6xH2L2x", self.file.read(22))
        need(magic == b"PK\5\6", "it is no bundle")
        if FULL16 == count or FULL32 in (size, start):
            need(length >= 98, "it is no bundle")
            self.file.seek(length - 98)
            count, size, start = struct.unpack("<32x3Q", self.file.read(56))
        return count, size, start

    def check_order(self, name):
        last = next(reversed(self.members), "")
        need(last != "MANIFEST", "MANIFEST is not the last of the files")
        need(name == "MANIFEST" or last < name, "the files are not in the order of their names")

    def open_manifest(self, key):
        text, signatures = open_note(self.read("MANIFEST"), key, "MANIFEST")
        need(signatures == 1, "MANIFEST has other signatures than the log's")
        lines = text[:-1].split("\n")
        need(lines.pop(0) == "undersigned/bundle/v1", "MANIFEST is not one of version 1")
        names = [name for name in self.members if name != "MANIFEST"]
        need(len(lines) == len(names), "MANIFEST lists other files than those that are there")
        for line, name in zip(lines, names):
            need(line[44:] == " " + name and digest(line[:44]), "MANIFEST lists other files than those that are there")
            self.digests[name] = unbase64(line[:44])

    def stream(self, name, most=FULL32):
        need(name in self.members, f"the file {name} is missing")
        offset, size, crc = self.members[name]
        need(size <= most, f"{name} is longer than it may be")
        self.file.seek(offset)
        head = local_header(name.encode("ascii"), size, crc)
        need(self.file.read(len(head)) == head, f"{name} is not in the ZIP's one legal layout")
        check, hasher = 0, hashlib.sha256()
        while size:
            chunk = self.file.read(min(size, 1 << 20))
            need(chunk, f"{name} is cut off")
            check, size = zlib.crc32(chunk, check), size - len(chunk)
            hasher.update(chunk)
            yield chunk
        need(check == crc, f"{name} has not the CRC that the ZIP names")
        if name in self.digests:
            need(hasher.digest() == self.digests[name], f"{name} has not the digest that MANIFEST names")
            self.unread.discard(name)

    def read(self, name, most=FULL32):
        return b"".join(self.stream(name, most))

    def skim(self, name, most=FULL32):
        """Checks a file of which nothing but its digest matters."""
        for _ in self.stream(name, most):
            pass

    def line_at(self, offset):
        """One line of a file that was read before."""
        self.file.seek(offset)
        return self.file.readline()[:-1]

    def entries(self, index, size):
        """The entries of one entry bundle, each as its bytes."""
        width = min(256, size - 256 * index)
        name = tile_name("entries", index, width)
        data, position, found = self.read(name, width * (2 + 65535)), 0, []
        while position < len(data):
            length = int.from_bytes(data[position : position + 2], "big")
            found.append(data[position + 2 : position + 2 + length])
            position += 2 + length
        need(position == len(data) and len(found) == width, f"{name} is not {width} entries")
        return found

def local_header(name, size, crc):
    return struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 0x21, crc, size, size, len(name), 0) + name

def central_header(name, size, crc, offset):
    far = offset >= FULL32
    version, extra = (45, struct.pack("<2HQ", 1, 8, offset)) if far else (20, b"")
    numbers = (version, version, 0, 0, 0, 0x21, crc, size, size, len(name), len(extra), 0, 0, 0, 0)
    return struct.pack("<4s6H3L5H2L", b"PK\1\2", *numbers, min(offset, FULL32)) + name + extra

def end_records(count, size, start):
    records = b""
    if count >= FULL16 or size >= FULL32 or start >= FULL32:
        records = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, start)
        records += struct.pack("<4sLQL", b"PK\6\7", 0, start + size, 1)
    count = min(count, FULL16)
    numbers = (0, 0, count, count, min(size, FULL32), min(start, FULL32), 0)
    return records + struct.pack("<4s4H2LH", b"PK\5\6", *numbers)

FILTER = [
    ("v", one),
    ("country", or_null(country)),
    ("kind", or_null(among(*KINDS))),
    ("openings", number),
    ("statements", number),
]

class Filter:
    """Whose openings and statements the bundle holds: everybody's, unless it has a file `filter`."""

    def __init__(self, bundle):
        self.stated = None
        if "filter" in bundle.members:
            data = bundle.read("filter", SHORT)
            need(data.endswith(b"\n"), "the filter is not a line")
            self.stated = strict_json(data[:-1], "the filter")
            fields(self.stated, FILTER, "the filter")
            need(self.stated["country"] or self.stated["kind"], "the filter does not filter")
            del self.stated["v"]

    def keeps(self, record, sign):
        if self.stated is None:
            return True
        return self.stated["country"] in (None, COUNTRIES[record.country[sign]]) and (
            self.stated["kind"] in (None, KINDS[record.kind[sign]])
        )

    def check_left_out(self, record):
        """The filter says how many openings and statements are missing for its sake."""
        if self.stated is None:
            return
        out = [sign for sign, live in enumerate(record.live) if live and not self.keeps(record, sign)]
        openings, statements = len(out), sum(1 for sign in out if record.statement[sign])
        told = (self.stated["openings"], self.stated["statements"])
        need(told == (openings, statements), "the filter does not tell how much it leaves out")

CSV_HEADER = "index kind country level founding at name title affiliation website statement".split()

def csv_row(cells):
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\r\n"

def csv_text(text):
    """A spreadsheet must not take it for a formula."""
    return "'" + text if text and text[0] in "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n" else text

# == Verifying ============================================================================================

def verify_bundle(file, pinned):
    bundle = Bundle(file)
    key_line = utf8(bundle.read("key", SHORT), "the file key")
    if pinned:
        need(key_line == pinned.text + "\n", "it is signed with another key than the one you gave, or of another letter")
    need(key_line.endswith("\n"), "the file key is no vkey and a newline")
    try:
        key = Key(key_line[:-1])
    except DoesNotHold as problem:
        raise DoesNotHold(f"the file key: {problem}") from None
    bundle.open_manifest(key)
    bundle.skim("key")
    policy = f"log {key.text}\nquorum none\n".encode("utf-8")
    need(bundle.read("policy", SHORT) == policy, "the policy is not the legal one")
    checkpoint = Checkpoint(bundle.read("checkpoint", SHORT), key)
    filtered = Filter(bundle)

    record = read_entries(bundle, checkpoint, key)
    filtered.check_left_out(record)
    openings, statements, hours = read_shown(bundle, record, filtered)
    check_table(bundle, record, filtered, openings, statements, hours)

    attached = sorted(name for name in bundle.unread if ATTACHED.fullmatch(name))
    for name in attached:
        bundle.skim(name)
    bundle.unread.discard("MANIFEST")
    need(not bundle.unread, f"the record has no place for the file {min(bundle.unread, default='')}")
    return {
        "checkpoint": checkpoint,
        "record": record,
        "figures": record.figures(),
        "filter": filtered.stated,
        "attached": attached,
    }

ATTACHED = re.compile(r"verify\.py|dossier/[A-Za-z0-9][A-Za-z0-9-]{0,63}\.pdf")

def read_entries(bundle, checkpoint, key):
    """The first pass: tree, tiles, rules, root, texts."""
    record, tree, size = Record(checkpoint, key), Tree(bundle), checkpoint.size
    for part in range((size + 255) // 256):
        progress("entries", 256 * part, size)
        for data in bundle.entries(part, size):
            entry = parse_entry(data, f"entry {tree.size}")
            record.apply(tree.size, entry)
            tree.append(leaf(data))
    need(tree.finish() == checkpoint.root, "the entries do not have the root that the checkpoint signs")  # 10
    for index, prefix, root in record.named:  # 8
        there = hash_text(root_of_prefix(bundle, size, prefix))
        need(there == root, f"entry {index} names a checkpoint that this log did not have")
    for version, languages in enumerate(record.texts, 1):  # 10
        for lang, expected in languages.items():
            name = f"text/{version}/{lang}"
            bundle.skim(name, LONGEST_TEXT)
            need(hash_text(bundle.digests[name]) == expected, f"{name} is not the text that was recorded")
    return record

def read_shown(bundle, record, filtered):
    """The second pass: openings and statements are there exactly for the current commitments (rule 11).

    Returns where in the file the line of each is, by the entry that carries the commitment, and the hours of all
    entries. With what `Record` keeps, that is some fifty bytes for each entry.
    """
    size = record.checkpoint.size
    places = {"opening": array("Q", [0]) * size, "statement": array("Q", [0]) * size}
    hours, hour_of = [], array("L")
    for part in range((size + 255) // 256):
        progress("names", 256 * part, size)
        wanted = {"opening": [], "statement": []}
        for index, data in enumerate(bundle.entries(part, size), 256 * part):
            entry = json.loads(data)
            if not hours or hours[-1] != entry["at"]:
                hours.append(entry["at"])
            hour_of.append(len(hours) - 1)
            sign, label = record.owner_of(index, entry)
            if label and filtered.keeps(record, sign):
                wanted[label].append((index, sign, entry[label]))
        for label, current in wanted.items():
            if current:
                read_lines(bundle, record, f"{label}s/{file_number(part)}", label, current, places[label])
    return places["opening"], places["statement"], (hours, hour_of)

def read_lines(bundle, record, name, label, current, places):
    """One file of openings or statements: a line for each current commitment, and no other."""
    data = bundle.read(name, LONGEST_LINES)
    lines = data.split(b"\n")
    need(lines.pop() == b"", f"{name} does not end with a newline")
    offset = bundle.members[name][0] + 30 + len(name)
    need(len(lines) == len(current), f"{name} has {len(lines)} lines, and there are {len(current)} to show")
    for line, (index, sign, expected) in zip(lines, current):
        what = f"{name}: the line of entry {index}"
        there, salt, shown = parse_line(line, label, what)
        need(there == index, f"{name}: entry {index} is missing, or entry {there} is not to be shown")
        need(commitment(label, salt, shown) == expected, f"{what} does not fit its commitment")
        if label == "opening":
            opening = parse_opening(shown, what)
            need(opening["kind"] == KINDS[record.kind[sign]], f"{what} is of another kind than its signature")
            text = record.texts[record.version[sign] - 1].get(opening["lang"])
            need(opening["text"] == text, f"{what} shows another text than the one that was signed")
        else:
            parse_statement(shown, what)
        places[index] = offset
        offset += len(line) + 1

def check_table(bundle, record, filtered, openings, statements, hours):
    """signatories.csv is derived again; its digest must be the one in MANIFEST."""
    hasher = hashlib.sha256(csv_row(CSV_HEADER).encode())
    for sign, live in enumerate(record.live):
        if sign % 4096 == 0:
            progress("table", sign, record.checkpoint.size)
        if not live or not filtered.keeps(record, sign):
            continue
        _, _, shown = parse_line(bundle.line_at(openings[record.opening[sign]]), "opening", "an opening")
        opening, said = json.loads(shown), ""
        if record.statement[sign]:
            line = bundle.line_at(statements[record.statement[sign]])
            said = json.loads(parse_line(line, "statement", "a statement")[2])["words"]
        level = LEVELS[record.level[sign]]
        if "mailbox" in opening:
            level = ("" if level == "mailbox" else level + ", ") + "mailbox at " + opening["mailbox"]
        cells = [str(sign), KINDS[record.kind[sign]], COUNTRIES[record.country[sign]], level]
        cells += ["true" if record.founding[sign] else "false", hours[0][hours[1][sign]]]
        cells += [csv_text(opening[key] or "") for key in ("name", "title", "affiliation", "website")]
        hasher.update(csv_row(cells + [csv_text(said)]).encode("utf-8"))
    bundle.skim("signatories.csv")
    need(hasher.digest() == bundle.digests["signatories.csv"], "signatories.csv is not the table of this record")

def progress(what, done, whole):
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{what}: {done} of {whole}" if done < whole else "\r\033[K")
        sys.stderr.flush()

# -- what is said about it

def plural(count, noun, many=None):
    return f"{count} {noun if count == 1 else many or noun + 's'}"

def describe(result, pinned):
    checkpoint, lines = result["checkpoint"], []
    if pinned:
        lines.append("Signed with the key you gave.")
    else:
        lines.append("Consistent with its own key; origin unproven. To prove who made it, give --key with the key that")
        lines.append("the letter's mails, site or DNS record name.")
    if checkpoint.origin.split("/")[0].split(":")[0].endswith(".example"):
        lines += ["", f"DEMONSTRATION: {checkpoint.origin} is nobody's address, and what was signed there is invented."]
    lines += describe_record(result) if "record" in result else describe_receipt(result)
    lines.append(f"  Letter      {checkpoint.origin}")
    lines.append(f"  Entries     {checkpoint.size}")
    lines.append(f"  Root        {hash_text(checkpoint.root)}")
    if result.get("attached"):
        lines += ["", "Bound to the bundle, but not looked into: " + ", ".join(result["attached"])]
    lines += ["", "No witness vouches for this log: others may have been shown another record."]
    return "\n".join(lines) + "\n"

def describe_record(result):
    figures, record, stated = result["figures"], result["record"], result["filter"]
    lines = ["", "The record holds."]
    if stated:
        whom = [f"country {stated['country']}"] if stated["country"] else []
        whom += [f"kind {stated['kind']}"] if stated["kind"] else []
        out = plural(stated["openings"], "signature")
        lines += ["", f"FILTERED: it names only signatories of {' and '.join(whom)}. The figures are those of all;"]
        lines.append(f"left out are who is behind {out}, and {plural(stated['statements'], 'statement')}.")
    lines += ["", f"  Signatures  {figures['total']}, of which {figures['founding']} founding"]
    lines.append(f"              {plural(figures['individuals'], 'individual')}")
    lines.append(f"              {plural(figures['organizations'], 'organization')}")
    lines.append(f"              {plural(figures['companies'], 'company', 'companies')}")
    lines.append(f"  Countries   {figures['countries']}")
    ranked = sorted(figures["by_country"].items(), key=lambda pair: (pair[0] == "ZZ", -pair[1], pair[0]))
    cells = [f"{count} {'not said' if code == 'ZZ' else code}" for code, count in ranked]
    lines += ["              " + ", ".join(cells[i : i + 10]) for i in range(0, len(cells), 10)]
    languages = sum(map(len, record.texts))
    lines.append(f"  Texts       {languages}, in {plural(len(record.texts), 'version')}")
    state = "closed" if record.closed else "open for signatures" if record.opened else "not open yet"
    return lines + [f"  The letter  is {state}"]

def describe_receipt(result):
    entry, opening = result["entry"], result["opening"]
    what = f"a correction of signature {entry.get('sign')}"
    if entry["type"] == "sign":
        what = f"a signature: {entry['kind']}, {entry['country']}, level of proof: {entry['level']}"
    lines = ["", "The receipt holds.", ""]
    lines.append(f"  Entry {result['index']} of {result['checkpoint'].size} is {what}.")
    lines.append(f"  It was recorded in the hour from {entry['at']}.")
    if opening is None:
        lines.append("  The receipt does not say who signed.")
    elif opening["name"] is None:
        lines.append("  It shows no name; it only counts.")
    else:
        lines.append(f"  It shows the name: {opening['name']}")
    return lines + [""]

def plain(text):
    """Names come from strangers: nothing in them may steer the terminal or turn the text around them."""
    return re.sub("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", "\ufffd", text)

def as_json(result, pinned, problem, kind):
    checkpoint = result.get("checkpoint")
    report = {
        "ok": problem is None,
        "key_pinned": pinned,
        "figures": result.get("figures"),
        "checkpoint": checkpoint
        and {"origin": checkpoint.origin, "size": checkpoint.size, "root": hash_text(checkpoint.root)},
        "problems": [{"message": problem, "kind": kind}] if problem else [],
    }
    for extra in ("index", "filter"):
        if result.get(extra) is not None:
            report[extra] = result[extra]
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"

def verify(path, vkey_text):
    try:
        pinned = Key(vkey_text.strip()) if vkey_text is not None else None
    except DoesNotHold as problem:
        raise NotChecked(f"--key: {problem}") from None
    try:
        with open(path, "rb") as file:
            start, length = file.read(9), file.seek(0, os.SEEK_END)
            file.seek(max(0, length - 22))
            zipped = start[:4] == b"PK\3\4" or file.read(4) == b"PK\5\6"
            file.seek(0)
            if start == b"c2sp.org/":
                return verify_receipt(file.read(), pinned)
            if zipped:
                return verify_bundle(file, pinned)
            raise NotChecked(f"{path} is neither a bundle (.zip) nor a receipt (.tlog-proof)")
    except OSError as error:
        raise NotChecked(f"{path}: {error.strerror or error}") from None

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", help="a bundle (letter.zip) or a receipt (*.tlog-proof)")
    parser.add_argument("--key", metavar="VKEY", help="the letter's key, from its mails, site or DNS record")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    options = parser.parse_args()
    pinned, result, problem, kind, code = options.key is not None, {}, None, None, 0
    try:
        result = verify(options.file, options.key)
    except DoesNotHold as error:
        problem, kind, code = str(error), "does-not-hold", 1
    except NotChecked as error:
        problem, kind, code = str(error), "not-checked", 2
    except Exception as error:  # a mistake in this program, or no memory left: no news about the record
        problem, kind, code = f"{type(error).__name__}: {error}", "not-checked", 2
    progress("", 0, 0)
    if options.json:
        text = as_json(result, pinned, problem, kind)
    elif code == 2:
        sys.stderr.write(plain(f"verify.py: not checked: {problem}") + "\n")
        return 2
    elif code == 1:
        whose = "the key you gave." if pinned else "its own key; origin unproven."
        text = plain(f"Checked against {whose}\n\nDOES NOT HOLD: {problem}.\n")
    else:
        text = plain(describe(result, pinned))
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except OSError:
        return 2
    return code

if __name__ == "__main__":
    sys.exit(main())
