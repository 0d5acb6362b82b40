#!/usr/bin/env python3
"""The peer of `shiming check`: a plain loop over python-stdnum. `stdnum_loop.py KIND < lines > verdicts`."""
import sys

from stdnum import imei, imsi
from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError

VALIDATE = {"resident-id": ric.validate, "credit-code": uscc.validate, "imei": imei.validate, "imsi": imsi.validate}


def main() -> None:
    validate = VALIDATE[sys.argv[1]]
    write = sys.stdout.write
    for line in sys.stdin:
        try:
            write(f"ok\t{validate(line)}\t\n")
        except ValidationError as refusal:
            write(f"refused\t\t{type(refusal).__name__}\n")


if __name__ == "__main__":
    main()
