"""Texts of `khobao evaluate`: key -> (Vietnamese, English)."""

from __future__ import annotations

EVALUATION_TEXTS: dict[str, tuple[str, str]] = {
    "evaluate_help": (
        "Đo mức độ đúng của việc đọc hiểu bài, so với các bài đã chú giải trong DIR (dạng khobao inspect in ra, "
        "dạng chỉ có vị trí, hoặc dạng nghiệm thu của các bài gốc). Mã thoát 1 khi có bài không chấm được. "
        "Với --relevance hoặc --titles: đo việc tìm bài.",
        "Measure how well articles are understood, against the annotated ones in DIR (as khobao inspect prints "
        "them, as offsets alone, or as the acceptance data of the seeds). Exit code 1 if some could not be judged. "
        "With --relevance or --titles: how well they are found.",
    ),
    "option_relevance": (
        "Đo xếp hạng bằng bộ câu hỏi đã chấm trong DIR (corpus.jsonl, queries.jsonl, qrels.tsv; nén cũng được).",
        "Measure ranking by the judged questions in DIR (corpus.jsonl, queries.jsonl, qrels.tsv; packed or not).",
    ),
    "option_titles": (
        "Đo xếp hạng bằng cách hỏi từng tiêu đề trong tệp JSON lines này: bài mang tiêu đề ấy phải đứng đầu.",
        "Measure ranking by asking for every title in these JSON lines: the article it heads must come first.",
    ),
    "option_questions": ("Chỉ hỏi bấy nhiêu câu đầu.", "Ask only so many questions, the first."),
    "evaluate_one_thing": (
        "DIR, --relevance và --titles: chỉ nêu một.",
        "DIR, --relevance and --titles: name one of them.",
    ),
    "questions_asked": ("Đã hỏi {count} câu:", "{count} questions asked:"),
    "measure_ndcg": ("nDCG@10", "nDCG@10"),
    "measure_reciprocal_rank": ("MRR@10", "MRR@10"),
    "measure_recall": ("độ bao phủ@10", "recall@10"),
    "measure_first": ("đúng ngay kết quả đầu", "right at rank 1"),
    "option_articles": (
        "Thư mục các bài, nếu không nằm trong DIR.",
        "Folder of the articles, if not in DIR.",
    ),
    "option_texts": (
        "Tệp JSON lines (nén cũng được) chứa văn bản của những gì chỉ có mã trong DIR.",
        "JSON lines (packed or not) with the texts of what has ids alone in DIR.",
    ),
    "option_errors": (
        "Kể ra từng chỗ sót, chỗ thừa, chỗ sai.",
        "List every miss, false find and wrong answer.",
    ),
    "option_card": (
        "Viết lại bảng số liệu trong trang này (docs/model-card.md).",
        "Rewrite the table of figures in this page (docs/model-card.md).",
    ),
    "card_has_no_marks": (
        "{path} không có chỗ cho bảng số liệu: thêm hai dòng {begins} và {ends}.",
        "{path} has no place for the table: add the two lines {begins} and {ends}.",
    ),
    "evaluate_needs_folder": (
        "Chưa nêu DIR, và thư mục hiện tại không có tests/evaluation/articles: nêu một thư mục có chú giải.",
        "No DIR given, and no tests/evaluation/articles here: name a folder of annotated articles.",
    ),
    "evaluate_no_gold": (
        "Trong {folder} không có chú giải nào: cần tệp .jsonl với các khóa như khobao inspect in ra.",
        "No annotation in {folder}: it takes a .jsonl file with keys as khobao inspect prints them.",
    ),
    "evaluated": (
        "Đã chấm {count} bài, quy tắc phiên bản {rules} (độ chính xác, độ bao phủ, F1):",
        "{count} articles judged, rules version {rules} (precision, recall, F1):",
    ),
    "tally": (
        "(chú giải {gold}, tìm thấy {found}, đúng {right})",
        "({gold} annotated, {found} found, {right} right)",
    ),
    "share": ("({right} trong {asked})", "({right} of {asked})"),
    "not_judged": ("Không chấm: {keys}.", "Not judged: {keys}."),
    "fault_missed": ("sót", "missed"),
    "fault_false": ("thừa", "false"),
    "fault_wrong": ("sai", "wrong"),
    "measure_persons": ("cán bộ", "persons"),
    "measure_posts": ("chức vụ và cơ quan", "posts with body"),
    "measure_posts_canonical": ("chức vụ (chặt)", "posts (strict)"),
    "measure_posts_lenient": ("chức vụ (nới)", "posts (lenient)"),
    "measure_provinces": ("tỉnh của bài", "subject provinces"),
    "measure_published": ("ngày đăng", "published"),
    "measure_event": ("ngày diễn ra", "event"),
    "measure_sort_date": ("ngày xếp", "sort date"),
    "measure_statements_exact": ("phát ngôn, trùng khít", "statements, exact"),
    "measure_statements_half": ("phát ngôn, chung một nửa", "statements, half shared"),
    "measure_statements_overlapping": ("phát ngôn, có phần chung", "statements, overlapping"),
    "measure_coverage": ("số tiếng gán đúng người nói", "syllables with the right speaker"),
    "measure_provinces_exact": ("đúng hẳn các tỉnh của bài", "subject provinces all right"),
    "measure_published_exact": ("đúng ngày đăng", "published right"),
    "measure_event_exact": ("đúng ngày diễn ra", "event right"),
    "measure_sort_date_exact": ("đúng ngày xếp", "sort date right"),
    "measure_status": ("đúng tình trạng của cán bộ", "status right"),
    "measure_post_status": ("đúng tình trạng của chức vụ", "status of posts right"),
    "measure_official_province": ("đúng tỉnh của cán bộ", "province of persons right"),
    "measure_speaker": ("đúng người nói", "speaker right"),
    "measure_speaker_post": ("đúng chức vụ của người nói", "post of speaker right"),
    "measure_act": ("đúng loại phát ngôn", "act right"),
    "measure_kind": ("đúng cách dẫn lời", "kind right"),
    "measure_attribution": ("đúng cách nêu người nói", "attribution right"),
    "measure_found_direct": ("tìm thấy lời nguyên văn", "direct statements found"),
    "measure_found_reported": ("tìm thấy lời thuật lại", "reported statements found"),
    "measure_found_mixed": ("tìm thấy lời xen kẽ", "mixed statements found"),
    "measure_found_continuation": ("tìm thấy phần nói tiếp", "continuations found"),
    "gold_not_located": (
        "không thấy trong phần thân bài (tính là sót): {words}: xem lại chữ hoặc vị trí đã chú giải",
        "not in the body (counted as missed): {words}: check the words or offsets annotated",
    ),
    "gold_not_json": (
        "JSON không hợp lệ ({reason}): sửa lại dòng này",
        "invalid JSON ({reason}): correct the line",
    ),
    "gold_not_utf8": ("không phải UTF-8: lưu lại dạng UTF-8", "not UTF-8: save it as UTF-8"),
    "gold_no_object": (
        "không phải đối tượng JSON: mỗi bài là một đối tượng",
        "no JSON object: an article is an object",
    ),
    "gold_not_shaped_so": (
        "không đúng dạng ({reason}): so với khobao inspect",
        "not in the form ({reason}): compare it with khobao inspect",
    ),
    "gold_no_article": (
        "không thấy bài {path}: nêu thư mục các bài bằng --articles hoặc tệp văn bản bằng --texts",
        "no article {path}: name the folder of articles with --articles, or a file of texts with --texts",
    ),
    "gold_no_text": (
        "không có văn bản của {id}, bỏ qua: nêu tệp văn bản bằng --texts",
        "no text of {id}, left out: name a file of texts with --texts",
    ),
    "gold_other_text": (
        "văn bản của {id} không phải văn bản đã chú giải, bỏ qua: lấy đúng bản ấy",
        "the text of {id} is not the one annotated, left out: get that one",
    ),
    "gold_refused": (
        "bài không đọc được, tính là sót hết ({reason}): sửa bài",
        "refused, all of it counted as missed ({reason}): mend the article",
    ),
}
