"""What was measured once is known again, as long as input and code are the same."""

from __future__ import annotations

from pathlib import Path

from index.benchmarking.workplace import Workplace, bytes_in


def test_a_step_is_done_once(tmp_path: Path) -> None:
    done: list[int] = []

    def measure() -> dict[str, int]:
        done.append(1)
        return {"seconds": len(done)}

    assert Workplace(tmp_path, "input").once("step", "1", measure) == {"seconds": 1}
    assert Workplace(tmp_path, "input").once("step", "1", measure) == {"seconds": 1}
    assert Workplace(tmp_path, "input").once("step", "2", measure) == {"seconds": 2}
    assert Workplace(tmp_path, "other").once("step", "2", measure) == {"seconds": 3}


def test_a_step_that_was_killed_is_done_again(tmp_path: Path) -> None:
    place = Workplace(tmp_path, "input")
    place.once("step", "1", lambda: {"seconds": 1})

    def killed() -> dict[str, int]:
        raise KeyboardInterrupt

    for _ in range(2):
        try:
            place.once("step", "2", killed)
        except KeyboardInterrupt:
            continue
    assert place.once("step", "1", lambda: {"seconds": 5}) == {"seconds": 5}


def test_bytes_of_a_folder_are_those_of_all_its_files(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c").write_bytes(b"345")
    assert bytes_in(tmp_path) == 5
