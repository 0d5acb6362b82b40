"""The region table in the sources is what its generator writes."""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def test_the_region_table_is_up_to_date():
    subprocess.run([sys.executable, str(ROOT / "Scripts/generate-regions.py"), "--check"], check=True)
