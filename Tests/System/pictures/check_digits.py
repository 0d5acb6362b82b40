"""Check characters: ISO 7064 MOD 11-2 of identity numbers, and the 7-3-1 digits of the machine-readable zone (ICAO 9303)."""

MOD_11_2_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
MOD_11_2_CHARACTERS = "10X98765432"
MRZ_WEIGHTS = (7, 3, 1)


def mod_11_2(seventeen: str) -> str:
    """The eighteenth character after seventeen digits (GB 11643-1999)."""
    if len(seventeen) != 17 or not seventeen.isdecimal():
        raise ValueError(f"seventeen digits are needed, not {seventeen!r}")
    total = sum(int(digit) * weight for digit, weight in zip(seventeen, MOD_11_2_WEIGHTS, strict=True))
    return MOD_11_2_CHARACTERS[total % 11]


def mrz_value(character: str) -> int:
    """0 for the filler, digits as they are, A = 10 … Z = 35."""
    if character == "<":
        return 0
    if character.isascii() and (character.isdecimal() or "A" <= character <= "Z"):
        return int(character, 36)
    raise ValueError(f"{character!r} is no character of a machine-readable zone")


def mrz_check(field: str) -> str:
    """The check digit of one field, or of several joined."""
    return str(sum(mrz_value(character) * MRZ_WEIGHTS[place % 3] for place, character in enumerate(field)) % 10)
