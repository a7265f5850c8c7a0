"""Who said what: one behaviour of the language a test, in sentences written for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.knowledge.officials.officials import find_officials
from archive.knowledge.statements.confidence import RULES
from archive.knowledge.statements.statements import Said, find_statements
from archive.models import ACTS, Article, Source, Statement


def article(*paragraphs: str) -> Article:
    return Article(
        id="a",
        source=Source("Báo thử"),
        url=None,
        title=None,
        title_inferred=None,
        published=None,
        event=None,
        sort_date="2019-05-06",
        byline=None,
        category=None,
        credits=(),
        captions=(),
        paragraphs=paragraphs,
    )


def said(*paragraphs: str) -> Said:
    text = article(*paragraphs)
    return find_statements(text, find_officials(text, ()))


def statements(*paragraphs: str) -> list[tuple[str, str]]:
    """Speaker and content of each statement."""
    return [(one.speaker, one.content) for one in said(*paragraphs).statements]


def only(*paragraphs: str) -> Statement:
    (statement,) = said(*paragraphs).statements
    return statement


INTRODUCED = "Sáng nay, đồng chí Lê Văn An, Bí thư Tỉnh ủy đến thăm xã Bình Minh."


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        (
            "Phát biểu tại hội nghị, đồng chí Lê Văn An, Bí thư Tỉnh ủy nhấn mạnh, thu hút đầu tư là trọng tâm.",
            "Lê Văn An",
            "thu hút đầu tư là trọng tâm",
        ),
        (
            "Phó Chủ tịch UBND tỉnh Trần Thị Hà cho biết tỉnh sẽ bố trí đủ vốn.",
            "Trần Thị Hà",
            "tỉnh sẽ bố trí đủ vốn",
        ),
        (
            "Ông Phạm Văn Đức - Giám đốc Sở Xây dựng - cho rằng quy hoạch đã lạc hậu.",
            "Phạm Văn Đức",
            "quy hoạch đã lạc hậu",
        ),
        (
            "Ông Phạm Văn Đức (52 tuổi, ngụ xã Bình Minh) kể nước lên rất nhanh.",
            "Phạm Văn Đức",
            "nước lên rất nhanh",
        ),
        (
            "Bà Nguyễn Thị Hoa, hộ kinh doanh ở chợ Mới, cho biết: “Giá rau tăng gấp đôi”.",
            "Nguyễn Thị Hoa",
            "“Giá rau tăng gấp đôi”",
        ),
        ("Sở Y tế tỉnh cho biết, dịch đã được kiểm soát.", "Sở Y tế tỉnh", "dịch đã được kiểm soát"),
        (
            "UBND tỉnh vừa có văn bản số 12 gửi các huyện yêu cầu tạm dừng lễ hội.",
            "UBND tỉnh",
            "tạm dừng lễ hội",
        ),
        (
            "Một lãnh đạo Sở Y tế cho hay kết quả sẽ có trong tuần.",
            "Một lãnh đạo Sở Y tế",
            "kết quả sẽ có trong tuần",
        ),
        (
            "Trao đổi với phóng viên, đại diện Công ty Hoàng Long thừa nhận có sai sót.",
            "đại diện Công ty Hoàng Long",
            "có sai sót",
        ),
        (
            "Theo ông Phạm Văn Đức, Giám đốc Sở Xây dựng, quy hoạch đã lạc hậu.",
            "Phạm Văn Đức",
            "quy hoạch đã lạc hậu",
        ),
        (
            "Trong khi đó, theo Sở Y tế, dịch bệnh vẫn còn phức tạp.",
            "Sở Y tế",
            "dịch bệnh vẫn còn phức tạp",
        ),
        (
            "Quy hoạch đã lạc hậu, theo ông Phạm Văn Đức, Giám đốc Sở Xây dựng.",
            "Phạm Văn Đức",
            "Quy hoạch đã lạc hậu",
        ),
        (
            "Bí thư Tỉnh ủy Lê Văn An tin tưởng, với truyền thống đoàn kết, tỉnh sẽ vươn lên.",
            "Lê Văn An",
            "với truyền thống đoàn kết, tỉnh sẽ vươn lên",
        ),
        ("Theo ông Phạm Văn Đức cần làm lại, từ móng.", "Phạm Văn Đức", "cần làm lại, từ móng"),
        (
            "Theo báo cáo của Sở Tài chính, thu ngân sách vượt kế hoạch.",
            "Sở Tài chính",
            "thu ngân sách vượt kế hoạch",
        ),
        (
            "“Chúng tôi sẽ làm ngay” – ông Phạm Văn Đức nói.",
            "Phạm Văn Đức",
            "“Chúng tôi sẽ làm ngay”",
        ),
        (
            "Nước rút chậm do cống bị tắc, bà Nguyễn Thị Hoa cho biết.",
            "Nguyễn Thị Hoa",
            "Nước rút chậm do cống bị tắc",
        ),
        (
            "Chiều qua, ông Phạm Văn Đức cho phóng viên báo Bình Minh biết: “Dự án đã dừng”.",
            "Phạm Văn Đức",
            "“Dự án đã dừng”",
        ),
        (
            "Bà Trần Thị Bé, chánh tòa hình sự TAND tỉnh, nói bản án còn nhẹ.",
            "Trần Thị Bé",
            "bản án còn nhẹ",
        ),
    ],
)
def test_a_speaker_and_the_words_are_found(sentence: str, speaker: str, content: str) -> None:
    statement = only(sentence)
    assert (statement.speaker, statement.content) == (speaker, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ban Chỉ đạo phòng, chống lụt bão tỉnh họp sáng nay.",
        "Đồng chí Lê Văn An, Bí thư Tỉnh ủy dự và chỉ đạo hội nghị.",
        "Đồng chí Lê Văn An phát biểu tại hội nghị.",
        "Nghe báo cáo, các đại biểu thảo luận sôi nổi.",
        "Xã đã đáp ứng yêu cầu của nhân dân.",
        "Theo quy định, việc này phải báo cáo cấp trên.",
        "Theo Nghị định 15, các hộ phải di dời.",
        "Ông Lê Văn An bị phê bình vì thiếu trách nhiệm.",
        "Ông Lê Văn An được yêu cầu giải trình trong tuần này.",
        "Sở Y tế không cho biết nguyên nhân của vụ việc.",
        "Ông Lê Văn An, người từng cho rằng giá đất sẽ giảm, đã rời công ty.",
        "Dự án mang tên “Làng trong phố” khởi công hôm qua.",
        "Toàn tỉnh học tập theo phương châm “dân biết, dân bàn, dân làm, dân kiểm tra”.",
        "Sở đã khẳng định được vai trò trong chuyển đổi số.",
        "Đoàn Kịch nói Hải Âu giành huy chương vàng.",
        "Bộ luật Lao động đề xuất nhiều điểm mới cho người đi làm.",
        "Giám đốc Khu quản lý giao thông đô thị có mặt từ sớm.",
    ],
)
def test_no_speech_where_nobody_speaks(sentence: str) -> None:
    assert statements(sentence) == []


def test_the_post_alone_is_its_holder() -> None:
    found = said(INTRODUCED, "Đồng chí Bí thư Tỉnh ủy yêu cầu xã sớm hoàn thành trạm y tế.").statements
    assert [(one.speaker, one.attribution, one.act) for one in found] == [("Lê Văn An", "post", "demand")]


def test_a_given_name_is_the_person_named_before() -> None:
    found = said(INTRODUCED, "Ông An đề nghị Chính phủ sớm bố trí vốn.").statements
    assert [(one.speaker, one.attribution, one.act) for one in found] == [("Lê Văn An", "name", "propose")]


def test_a_bare_honorific_is_the_speaker_before_and_a_mention_of_the_official() -> None:
    result = said(
        INTRODUCED, "Đồng chí Lê Văn An ghi nhận nỗ lực của xã. Đồng chí đề nghị xã giữ vững danh hiệu."
    )
    assert [one.attribution for one in result.statements] == ["name", "pronoun"]
    assert {one.speaker for one in result.statements} == {"Lê Văn An"}
    assert [mention.surface for mention in result.officials[0].mentions if mention.kind == "pronoun"] == [
        "Đồng chí"
    ]


def test_a_pronoun_finds_a_speaker_of_its_sex() -> None:
    found = statements(
        "Bà Trần Thị Hà cho biết trường thiếu giáo viên. Ông Lê Văn An cho rằng cần tuyển thêm người. "
        "Bà nói thêm, lương còn thấp."
    )
    assert [speaker for speaker, _ in found] == ["Trần Thị Hà", "Lê Văn An", "Trần Thị Hà"]


def test_a_second_cue_is_a_second_statement_of_the_same_speaker() -> None:
    first, second = said(
        "Đại tá Trần Văn Hùng, Giám đốc Công an tỉnh, biểu dương các lực lượng; đồng thời yêu cầu tiếp tục tuần tra."
    ).statements
    assert (first.act, first.content, first.speaker) == ("praise", "các lực lượng", "Trần Văn Hùng")
    assert (second.act, second.content, second.speaker) == ("demand", "tiếp tục tuần tra", "Trần Văn Hùng")
    assert second.attribution == "context"


def test_a_semicolon_in_a_list_of_demands_ends_nothing() -> None:
    statement = only(
        "UBND tỉnh yêu cầu các sở rà soát dự án; báo cáo kết quả; đề nghị xử lý cán bộ sai phạm."
    )
    assert statement.content == "các sở rà soát dự án; báo cáo kết quả; đề nghị xử lý cán bộ sai phạm"


def test_a_demand_of_another_body_behind_a_semicolon_is_a_statement_of_its_own() -> None:
    first, second = said("UBND tỉnh yêu cầu các sở rà soát dự án; giao Sở Y tế chủ trì.").statements
    assert (first.content, second.content) == ("các sở rà soát dự án", "Sở Y tế chủ trì")
    assert second.attribution == "context"


def test_what_is_said_before_the_speaker_is_a_statement_of_its_own() -> None:
    first, second = said(
        "Đánh giá cao kết quả của ngành, Bí thư Tỉnh ủy Lê Văn An cũng chỉ ra những hạn chế cần khắc phục."
    ).statements
    assert (first.content, first.rule) == ("kết quả của ngành", "fronted")
    assert (second.act, second.content) == ("criticise", "những hạn chế cần khắc phục")


def test_a_quotation_interrupted_by_its_speaker_goes_on() -> None:
    first, second = said(
        "“Việc này khó”, ông Lê Văn An nói, “nhưng chúng tôi sẽ cố gắng hết sức”."
    ).statements
    assert (first.kind, first.content) == ("direct", "“Việc này khó”")
    assert (second.kind, second.continues) == ("continuation", 0)
    assert second.content == "“nhưng chúng tôi sẽ cố gắng hết sức”"


def test_a_speaker_named_after_a_quotation_may_say_more() -> None:
    found = statements("“Chúng tôi sẽ làm ngay”, ông Lê Văn An nói và đề nghị các xã phối hợp.")
    assert found == [("Lê Văn An", "“Chúng tôi sẽ làm ngay”"), ("Lê Văn An", "các xã phối hợp")]


def test_a_quotation_over_paragraphs_has_one_head() -> None:
    found = said('" Đây là việc khó.', 'Chúng tôi sẽ làm từng bước ", ông Lê Văn An nói.').statements
    assert [(one.kind, one.continues) for one in found] == [("direct", None), ("continuation", 0)]
    assert {one.speaker for one in found} == {"Lê Văn An"}


def test_quoted_parts_of_reported_speech_make_it_mixed() -> None:
    statement = only("Ông Lê Văn An khẳng định nhà máy “không hề gây ô nhiễm nguồn nước” của người dân.")
    assert statement.kind == "mixed"


def test_a_term_in_quotation_marks_does_not() -> None:
    assert only("Ông Lê Văn An cho biết nạn “cò” đất đã giảm.").kind == "reported"


def test_a_colon_introduces_the_paragraphs_below_it() -> None:
    found = said(
        "Kết luận hội nghị, Chủ tịch UBND tỉnh Lê Văn An yêu cầu:",
        "- Sở Y tế chủ trì phòng dịch.",
        "- Công an tỉnh tăng cường tuần tra.",
        "Sáng cùng ngày, đoàn đã dâng hương.",
    ).statements
    assert [(one.content, one.continues) for one in found] == [
        ("Sở Y tế chủ trì phòng dịch.", None),
        ("Công an tỉnh tăng cường tuần tra.", 0),
    ]
    assert {one.act for one in found} == {"demand"}


def test_sentences_without_a_subject_go_on_until_a_new_one() -> None:
    found = said(
        "Bí thư Tỉnh ủy Lê Văn An yêu cầu Sở Y tế làm tốt công tác phòng dịch. Bên cạnh đó, cần bố trí đủ thuốc.",
        "Chủ động diễn tập ứng phó.",
        "Nhân dịp này, đoàn đã trao 20 suất quà.",
    ).statements
    assert [(one.content, one.kind) for one in found[1:]] == [
        ("Bên cạnh đó, cần bố trí đủ thuốc.", "continuation"),
        ("Chủ động diễn tập ứng phó.", "continuation"),
    ]
    assert {one.continues for one in found[1:]} == {0}


def test_a_cue_without_a_subject_is_of_the_speaker_before() -> None:
    first, second = said(
        "Chủ tịch UBND tỉnh Lê Văn An biểu dương ngành y tế. Đồng thời, yêu cầu các bệnh viện bảo đảm thuốc."
    ).statements
    assert (second.speaker, second.attribution, second.cue) == (first.speaker, "context", "yêu cầu")


def test_an_interview_is_read_by_turns() -> None:
    found = said(
        "PV: Thưa ông, tình hình hiện nay ra sao?",
        "Ông Lê Văn An: Tình hình đã ổn định hơn nhiều so với tháng trước.",
        "Chúng tôi đang tập trung khắc phục.",
        "PV: Xin cảm ơn ông!",
    ).statements
    assert [(one.speaker, one.kind, one.continues) for one in found] == [
        ("Lê Văn An", "direct", None),
        ("Lê Văn An", "continuation", 0),
    ]


def test_two_quotations_with_a_cue_and_a_colon_are_no_interview() -> None:
    found = said(
        "Ông Lê Văn An cho hay: “Việc này rất khó với chúng tôi”.",
        "Bà Trần Thị Hà cho biết: “Chúng tôi sẽ làm từng bước một”.",
        "Sáng nay, mưa đã tạnh.",
    ).statements
    assert [(one.speaker, one.cue) for one in found] == [
        ("Lê Văn An", "cho hay"),
        ("Trần Thị Hà", "cho biết"),
    ]


def test_what_somebody_tells_of_others_is_their_own_statement() -> None:
    assert statements("Bà Trần Thị Hà cho biết, ông Lê Văn An từng nói với gia đình rằng sẽ trả nợ.") == [
        ("Trần Thị Hà", "ông Lê Văn An từng nói với gia đình rằng sẽ trả nợ")
    ]


def test_several_speakers_are_each_named() -> None:
    statement = only(
        "Các đồng chí Lê Văn An, Bí thư Tỉnh ủy và Trần Văn Bình, Chủ tịch UBND tỉnh đề nghị Chính phủ bố trí vốn."
    )
    assert statement.speakers == ("Lê Văn An", "Trần Văn Bình")
    assert statement.speaker == "Lê Văn An, Trần Văn Bình"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Ông Lê Văn An cho biết nước đã rút.", "person"),
        ("Sở Y tế cho biết dịch đã hết.", "organisation"),
        ("Nhiều người dân cho biết nước bị ô nhiễm.", "anonymous"),
    ],
)
def test_speakers_are_persons_bodies_or_nameless(sentence: str, kind: str) -> None:
    assert only(sentence).speaker_kind == kind


def test_an_unbalanced_quotation_mark_takes_no_other_paragraph() -> None:
    found = said("Ông Lê Văn An nói: “Nước lên rất nhanh.", "Sáng nay mưa đã tạnh.").statements
    assert [one.content for one in found] == ["“Nước lên rất nhanh."]


def test_an_article_without_words_says_nothing() -> None:
    assert said() == Said((), ())


_PIECES = st.lists(
    st.sampled_from(
        [
            "ông Lê Văn An",
            "Bí thư Tỉnh ủy",
            "cho biết",
            "yêu cầu",
            ", ",
            ": ",
            "“",
            "”",
            '"',
            "theo",
            "và",
            ". ",
            "Đồng thời, ",
            "xã cần làm tốt",
            "- ",
            "PV:",
        ]
    ),
    max_size=14,
)


@given(st.lists(_PIECES, max_size=4))
def test_any_text_gives_statements_that_lie_in_one_paragraph(paragraphs: list[list[str]]) -> None:
    text = article(*(" ".join(pieces) for pieces in paragraphs))
    result = find_statements(text, find_officials(text, ()))
    for place, one in enumerate(result.statements):
        assert text.body[one.span.start : one.span.end] == one.content
        assert "\n\n" not in one.content and one.content.strip() == one.content
        assert one.act in ACTS and one.rule in RULES
        assert (one.kind == "continuation") == (one.continues is not None)
        if one.continues is not None:
            assert one.continues < place and result.statements[one.continues].continues is None


def test_a_sentence_of_thousands_of_cues_is_read_to_a_bound() -> None:
    endless = "Ông Lê Văn An biểu dương xã" + "; đồng thời yêu cầu xã làm tốt hơn nữa" * 5000 + "."
    assert 1 < len(said(endless).statements) <= 40


def test_where_it_was_said_is_no_part_of_a_quotation() -> None:
    statement = only("Tại Hải Dương, “Các điều kiện lấy nước cơ bản thuận lợi”, bà Lê Thị Kiểm nói.")
    assert (statement.content, statement.kind) == ("“Các điều kiện lấy nước cơ bản thuận lợi”", "direct")


def test_the_title_of_a_document_says_nothing() -> None:
    assert not statements("Chủ tịch UBND huyện ban hành Công điện số 3 về việc tập trung chỉ đạo phòng dịch.")


def test_a_demand_may_be_stressed() -> None:
    statement = only("Ông Lê Văn An nhấn mạnh yêu cầu các xã nhanh chóng ổn định tổ chức.")
    assert (statement.act, statement.content) == ("demand", "các xã nhanh chóng ổn định tổ chức")


def test_a_name_in_a_list_is_no_cue() -> None:
    assert not statements("Chương trình có các ca sĩ Đào Tố Loan, Bảo Yến, Đông Hùng và dàn nhạc thành phố.")


def test_two_words_that_meet_make_no_cue() -> None:
    assert statements("Đồng chí Lê Văn An nghe Sở Thông tin và Truyền thông báo cáo kết quả năm 2019.") == []


def test_as_said_above_is_no_content() -> None:
    assert statements("Bà Bùi Thị Nguyệt chia sẻ như vậy khi nhận vốn của chương trình.") == []
