"""Texts of checking a quote: key -> (Vietnamese, English)."""

from __future__ import annotations

CHECK_TEXTS: dict[str, tuple[str, str]] = {
    "check": ("Kiểm tra trích dẫn", "Check a quote"),
    "check_help": (
        "Kiểm tra lời trích: câu chữ này có trong kho không, và ở đó có phải là lời nói không. Mỗi câu và mỗi "
        "đoạn trong ngoặc kép được kiểm tra riêng; - đọc từ đầu vào chuẩn. Chỉ được thuật lại (reported): "
        "báo chỉ thuật hoặc tự viết, kể cả khi trùng từng chữ.",
        "Check a quote: are these words in the archive, and did somebody say them there? Each sentence and each "
        "quoted stretch is checked on its own; - reads standard input. Reported: the words stand only in the "
        "paper's account, even word for word.",
    ),
    "check_title": ("Kiểm tra trích dẫn", "Check a quote"),
    "check_intro": (
        "Dán một câu hoặc cả đoạn, có dấu hay không. Kho trả lời hai điều: câu chữ ấy có trên báo không, và ở đó "
        "là lời nói nguyên văn, lời thuật lại hay lời của chính tờ báo.",
        "Paste a sentence or a paragraph, with or without accents. Two answers: were these words printed, and "
        "are they quoted speech there, reported speech, or the paper's own words.",
    ),
    "check_text": ("Câu cần kiểm tra", "Text to check"),
    "check_do": ("Kiểm tra", "Check"),
    "check_province": ("Tỉnh", "Province"),
    "check_official": ("Cán bộ", "Official"),
    "verdict_same": ("Trùng nguyên văn", "Printed so, as said"),
    "verdict_differs": ("Khác {count} chữ", "Differs in words: {count}"),
    "verdict_reported": ("Chỉ được thuật lại", "Only reported"),
    "verdict_absent": ("Không thấy trong kho", "Not found in the archive"),
    "and_differs": ("{verdict}, khác {count} chữ", "{verdict}, differs in words: {count}"),
    "verdict_same_means": (
        "Báo in đúng những chữ này như lời nói nguyên văn.",
        "Printed in these very words, as said.",
    ),
    "verdict_differs_means": (
        "Câu gần nhất là lời nói nguyên văn, nhưng có chỗ khác.",
        "The nearest sentence is printed as said, but in other words.",
    ),
    "verdict_reported_means": (
        "Chữ có trên báo, nhưng chỉ là lời thuật lại hoặc lời của tờ báo: đừng đặt trong ngoặc kép như lời nói.",
        "The words are in print, but only in the paper's account: not to be quoted as said.",
    ),
    "verdict_absent_means": (
        "Không có câu nào gần giống trong số bài đã xem; điều đó không chứng tỏ là chưa ai nói.",
        "No sentence looked at is near; that does not prove that nobody said it.",
    ),
    "speech_direct": ("nguyên văn", "as said"),
    "speech_reported": ("thuật lại", "reported"),
    "speech_mixed": ("thuật lại, có trích nguyên văn", "reported, partly as said"),
    "speech_own": ("lời của tờ báo", "the paper's own words"),
    "typed": ("Đã gõ", "Typed"),
    "printed": ("Báo in", "Printed"),
    "typed_and_printed": ("gõ: {typed} → in: {printed}", "typed: {typed} → printed: {printed}"),
    "no_word": ("(không có)", "(nothing)"),
    "looked_through": ("Đã xem {count} bài.", "Articles looked through: {count}."),
    "archive_has_province": (
        "Kho có {count} bài về {name}.",
        "Articles about {name} in the archive: {count}.",
    ),
    "archive_has_official": ("Kho có {count} bài nêu tên {name}.", "Articles that name {name}: {count}."),
    "archive_has_period": (
        "Trong thời gian {name} kho có {count} bài.",
        "In the time {name} there are {count} articles.",
    ),
    "archive_undated": (
        "{count} bài trong kho không rõ ngày.",
        "Articles of the archive without a date: {count}.",
    ),
    "speaker_unknown": ("không rõ người nói", "speaker unknown"),
    "cite_source_unknown": ("một bài không rõ nguồn", "an article of unknown source"),
    "cite": ("Trích dẫn", "Citation"),
    "cite_direct": ("“{words}” ({speaker}; {source}, {day})", "“{words}” ({speaker}; {source}, {day})"),
    "cite_mixed": (
        "Theo {source} ({day}), {speaker} {cue}: {words}",
        "{source} ({day}), {speaker} {cue}: {words}",
    ),
    "cite_reported": (
        "Theo {source} ({day}), {speaker} {cue} {words}",
        "According to {source} ({day}), {speaker} {cue} {words}",
    ),
    "cite_according": (
        "{source} ({day}), theo {speaker}: {words}",
        "{source} ({day}), according to {speaker}: {words}",
    ),
    "cite_without_cue": (
        "Theo {source} ({day}), {speaker}: {words}",
        "According to {source} ({day}), {speaker}: {words}",
    ),
    "cite_own": ("{source} ({day}) viết: {words}", "{source} ({day}) writes: {words}"),
    "cite_record": ("{source} ({day}): {title}", "{source} ({day}): {title}"),
    "cite_locator": ("{citation}. Kho Báo: {locator}", "{citation}. Kho Báo: {locator}"),
}
"""Each with the same places in both languages."""
