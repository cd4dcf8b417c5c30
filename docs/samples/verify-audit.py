#!/usr/bin/env python3
"""Recomputes an exported audit chain (GET /v1/audit-events/export) without Assay.

Usage: verify-audit.py FILE [SEQUENCE HASH]
The pair is a checkpoint that was kept elsewhere: the row of that number must have that hash.
"""
import hashlib
import json
import sys


def main(path, checkpoint):
    sequence, previous = 0, "0" * 64
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found = row.pop("hash")
            # RFC 8785 for what audit rows hold: ASCII names, texts, whole numbers, plain decimals.
            text = json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            computed = hashlib.sha256(text.encode("utf-8")).hexdigest()
            if sequence == 0:
                sequence, previous = row["sequence"] - 1, row["previous"]
            if row["sequence"] != sequence + 1 or row["previous"] != previous or computed != found:
                sys.exit(f"broken at row {sequence + 1}")
            sequence, previous = row["sequence"], found
            if checkpoint and checkpoint[0] == sequence and checkpoint[1] != found:
                sys.exit(f"row {sequence} is not the row of the checkpoint")
    print(f"intact up to row {sequence}, hash {previous}")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 4):
        sys.exit(__doc__)
    main(sys.argv[1], (int(sys.argv[2]), sys.argv[3]) if len(sys.argv) == 4 else None)
