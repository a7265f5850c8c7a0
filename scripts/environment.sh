# Sourced by demo and test: a virtual environment in .venv, made once and reused, also without a network.

say_and_stop() {
    echo "$1" >&2
    exit 1
}

# prepare_environment [EXTRA]: prints the environment's python.
prepare_environment() {
    python=.venv/bin/python
    if [ ! -x "$python" ] || ! "$python" -c 'pass' 2>/dev/null; then
        system=$(find_python) || exit 1
        "$system" -c 'import venv, ensurepip' 2>/dev/null ||
            say_and_stop "Kho Báo cần python3-venv: chạy 'apt install python3-venv' rồi thử lại (python3-venv is missing)"
        "$system" -m venv .venv >&2 || say_and_stop "Không tạo được .venv (could not make .venv)"
    fi
    # Installed already, and setup.cfg unchanged since: nothing to fetch, so no network is needed.
    stamp=".venv/installed${1:+-$1}"
    if [ ! -e "$stamp" ] || [ setup.cfg -nt "$stamp" ]; then
        echo "Đang cài đặt / Installing .${1:+[$1]} …" >&2
        "$python" -m pip install --quiet --disable-pip-version-check --editable ".${1:+[$1]}" >&2 ||
            say_and_stop "Cài đặt không xong: cần mạng trong lần chạy đầu (installing failed: the first run needs a network)"
        # With an extra, everything that is needed without it is there too.
        touch .venv/installed "$stamp"
    fi
    echo "$python"
}

find_python() {
    for name in python3 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    say_and_stop "Kho Báo cần Python 3.11 trở lên (Python 3.11 or later is needed)"
}
