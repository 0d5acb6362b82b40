"""An independent reference of the trail's form: canonical JSON, tree, proofs, commitments.

Written from the standards' recursive definitions, for clarity and not for speed, and without a look at the Swift side.
Run as a program it writes the vectors that the Swift tests read:

    python3 Tests/System/reference_ledger.py > Tests/LedgerTests/ReferenceVectors.swift
"""

import hashlib
import hmac
import json
import random

SEED = 8785


# RFC 8785, for values without fractions.

def canonical(value):
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(element) for element in value) + "]"
    return json.dumps(value, ensure_ascii=False)


# RFC 9162 section 2.1.

def leaf_hash(leaf):
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(count):
    k = 1
    while k * 2 < count:
        k *= 2
    return k


def root(leaves):
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaf_hash(leaves[0])
    k = split(len(leaves))
    return node_hash(root(leaves[:k]), root(leaves[k:]))


def inclusion_path(index, leaves):
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if index < k:
        return inclusion_path(index, leaves[:k]) + [root(leaves[k:])]
    return inclusion_path(index - k, leaves[k:]) + [root(leaves[:k])]


def consistency_path(old, leaves, known=True):
    if old == len(leaves):
        return [] if known else [root(leaves)]
    k = split(len(leaves))
    if old <= k:
        return consistency_path(old, leaves[:k], known) + [root(leaves[k:])]
    return consistency_path(old - k, leaves[k:], False) + [root(leaves[:k])]


def commitment(salt, message):
    return hmac.new(salt, message, hashlib.sha256).digest()


# Vectors, always the same.

LETTERS = list("ab\"\\/\x00\n\x1f\x7f é") + ["e\u0301", "实名", "\ue000", "\uffff", "\U0001f600", "\U0010ffff", "\ud7ff", "\u2028"]
LARGEST = 2**53 - 1


def random_text(chance):
    return "".join(chance.choice(LETTERS) for _ in range(chance.randrange(5)))


def random_value(chance, depth):
    kind = chance.randrange(7 if depth else 5)
    if kind == 0:
        return chance.choice([None, True, False])
    if kind == 1:
        return chance.randint(-LARGEST, LARGEST)
    if kind == 2:
        return chance.choice([0, -1, 10, LARGEST, -LARGEST])
    if kind in (3, 4):
        return random_text(chance)
    if kind == 5:
        return [random_value(chance, depth - 1) for _ in range(chance.randrange(4))]
    return {random_text(chance): random_value(chance, depth - 1) for _ in range(chance.randrange(6))}


def json_vector(chance):
    value = random_value(chance, 3)
    # Spelled as far from canonical as json allows: escapes, spaces, the order of making.
    return {"text": json.dumps(value, indent=chance.choice([None, 1])), "canonical": canonical(value).encode().hex()}


def tree_vector(chance, count):
    leaves = [chance.randbytes(chance.randrange(40)) for _ in range(count)]
    index, old = chance.randrange(count), chance.randint(1, count)
    return {
        "leaves": [leaf.hex() for leaf in leaves],
        "root": root(leaves).hex(),
        "index": index,
        "inclusion": [hash.hex() for hash in inclusion_path(index, leaves)],
        "old": old,
        "consistency": [hash.hex() for hash in consistency_path(old, leaves)],
    }


def commitment_vector(chance):
    salt, message = chance.randbytes(32), chance.randbytes(chance.randrange(100))
    return {"salt": salt.hex(), "message": message.hex(), "commitment": commitment(salt, message).hex()}


def vectors():
    chance = random.Random(SEED)
    return {
        "json": [json_vector(chance) for _ in range(60)],
        "trees": [tree_vector(chance, count) for count in [*range(1, 18), 31, 33, 64, 65]],
        "commitments": [commitment_vector(chance) for _ in range(8)],
    }


def swift_file():
    lines = ["// Written by Tests/System/reference_ledger.py; do not edit.", "", "/// By kind, one JSON text a vector.", "enum ReferenceVectors {"]
    for kind, cases in vectors().items():
        lines.append(f"    static let {kind} = [")
        lines += [f"        ##\"{json.dumps(case)}\"##," for case in cases]
        lines.append("    ]")
    return "\n".join([*lines, "}", ""])


if __name__ == "__main__":
    print(swift_file(), end="")
