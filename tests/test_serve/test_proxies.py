"""The proxies' settings in docs/serve.md are what they take."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs" / "serve.md"


def test_nginx_takes_its_settings(tmp_path: Path) -> None:
    nginx = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if nginx is None:
        pytest.skip("no nginx is installed")
    found = re.search(r"^location / \{.*?^\}", DOCS.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert found
    settings = tmp_path / "nginx.conf"
    server = f"server {{\nlisten 127.0.0.1:8081;\n{found[0]}\n}}"
    settings.write_text(f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{server}\n}}\n")
    tried = subprocess.run([nginx, "-t", "-e", f"{tmp_path}/log", "-c", settings], capture_output=True, text=True)
    assert tried.returncode == 0, tried.stderr
