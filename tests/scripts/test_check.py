"""`khobao check`: a quote from the command line or standard input."""

from __future__ import annotations

from pathlib import Path

from tests.scripts.running import khobao, lines_of


def test_a_sentence_is_checked_and_the_answer_is_one_object(archive: Path) -> None:
    (answer,) = lines_of(khobao(archive, "check", "hoi nghi ban ve thuy loi tai tinh Nam Dinh", "--json"))
    assert answer["verdict"] == "reported"
    assert [match["article"] for match in answer["matches"]] == ["a"]
    assert answer["searched"]["articles"] == 3


def test_standard_input_is_checked_sentence_by_sentence(archive: Path) -> None:
    text = "Hội nghị bàn về nghề cá tại tỉnh Cà Mau. Hội nghị bàn về du hành vũ trụ liên sao."
    done = khobao(archive, "check", "-", given=text.encode(), KHOBAO_LANGUAGE="vi")
    assert done.stdout.index("Chỉ được thuật lại") < done.stdout.index("Không thấy trong kho")
    assert "Đã xem 3 bài" in done.stdout


def test_reported_words_are_cited_without_quotation_marks(archive: Path) -> None:
    done = khobao(archive, "check", "Hội nghị bàn về thủy lợi tại tỉnh Nam Định.")
    citation = next(line for line in done.stdout.splitlines() if "Kho Báo:" in line)
    assert not set('“”"«»') & set(citation)


def test_nothing_to_check_exits_2_with_one_line(archive: Path) -> None:
    done = khobao(archive, "check", "ba chữ thôi")
    assert (done.returncode, done.stdout) == (2, "")
    assert "type more" in done.stderr


def test_standard_input_must_be_text(archive: Path) -> None:
    assert khobao(archive, "check", "-", given=b"\xff\xfe\x00").returncode == 2
