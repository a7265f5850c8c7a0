"""Texts about persons and corrections on the command line, and their errors: key -> (Vietnamese, English)."""

from __future__ import annotations

PERSON_TEXTS: dict[str, tuple[str, str]] = {
    "officials_help": (
        "Một cán bộ đã giữ những chức vụ nào, lúc nào (NAME: họ tên hoặc tên gọi, có dấu hay không, "
        "hoặc mã; --province nếu trùng tên); hoặc ai đã giữ một chức vụ (--post, --province, --on). Mỗi điều kèm câu "
        "làm căn cứ.",
        "What posts an official held and when (NAME: full or given name, with or without accents, or an "
        "id; --province where several have it); or who held a post (--post, --province, --on). Each with the sentence "
        "that says so.",
    ),
    "option_held_post": (
        "Chức vụ, viết đủ hoặc tắt: “Chủ tịch UBND tỉnh”, “CT UBND tỉnh Tuyên Quang”.",
        "The post, in full or abbreviated: “Chủ tịch UBND tỉnh”, “CT UBND tỉnh Tuyên Quang”.",
    ),
    "option_held_province": ("Của tỉnh này (tên hoặc mã).", "Of this province (name or id)."),
    "option_on": (
        "Ngày hoặc khoảng: 2021, 2021-09, 9/2021, 19/3/2020, 2020..2021-06.",
        "A day or a period: 2021, 2021-09, 9/2021, 19/3/2020, 2020..2021-06.",
    ),
    "name_or_post": ("Cần NAME hoặc --post, một trong hai.", "Give NAME or --post, one of them."),
    "on_needs_post": ("--on đi với --post: ghi chức vụ cần tìm.", "--on goes with --post: say which post."),
    "nobody_named": ("Kho không có cán bộ nào tên {name}.", "No official of the archive is named {name}."),
    "nobody_held": (
        "Không thấy ai trong kho giữ chức vụ này vào lúc ấy.",
        "Nobody was seen in this post at that time.",
    ),
    "more_officials": ("… và {count} người nữa cùng tên", "… and {count} more of this name"),
    "certainty_observed": ("có bài nêu trong thời gian này", "named in this period"),
    "certainty_before_and_after": (
        "không có bài nêu trong thời gian này, chỉ có trước và sau đó",
        "not named in this period, but before and after it",
    ),
    "certainty_undated": (
        "chỉ có trong bài không rõ ngày: không chắc là lúc ấy",
        "only in articles without a date: it may not be of that time",
    ),
    "seen_undated": ("không rõ ngày", "no date"),
    "seen_once": ("thấy ngày {day}", "seen {day}"),
    "seen_between": ("thấy từ {first} đến {last}", "seen {first} to {last}"),
    "in_articles": ("{count} bài", "{count} articles"),
    "perhaps_is": ("Có thể là cùng một người:", "Perhaps the same person:"),
    "perhaps_same_unit": ("cùng tỉnh, chưa đủ căn cứ", "same province, not proven"),
    "perhaps_successor_unit": (
        "tỉnh này thành tỉnh kia, nhưng có thể là nhiều người",
        "one province became the other, but it may be any of several",
    ),
    "perhaps_no_printed_proof": (
        "cùng tên, thời gian khớp, chưa bài nào nói là một người",
        "same name and times fit, no article says they are one",
    ),
    "conflict_two_holders": (
        "Mâu thuẫn: một chức vụ, hai người giữ ({other}):",
        "Contradiction: one post, two holders ({other}):",
    ),
    "conflict_two_units": (
        "Mâu thuẫn: một người giữ chức của hai tỉnh cùng lúc:",
        "Contradiction: one person in posts of two provinces at a time:",
    ),
    "correct_help": (
        "Đính chính đã duyệt: một tệp JSON mỗi dòng một điều (docs/corrections.md), hoặc từng điều một. Nạp lại và "
        "refresh không làm mất.",
        "Reviewed corrections: a file with one JSON object a line (docs/corrections.md), or one at a time. Ingesting "
        "again and refresh keep them.",
    ),
    "correct_file_help": (
        "Đính chính theo một tệp; chạy lại không đổi gì.",
        "Correct by a file; again is harmless.",
    ),
    "correct_merge_help": (
        "Hai hồ sơ là một người; mã trước được giữ.",
        "Two persons are one; the first id is kept.",
    ),
    "correct_split_help": (
        "Trong những bài này là một người khác.",
        "In these articles it is somebody else.",
    ),
    "correct_reattribute_help": ("Người khác đã nói câu này.", "Somebody else made this statement."),
    "correct_withdraw_help": ("Đây không phải phát ngôn.", "This is no statement."),
    "correct_list_help": (
        "Mọi đính chính, và nay còn áp dụng không.",
        "Every correction, and whether it applies.",
    ),
    "correct_undo_help": ("Bỏ một đính chính.", "Take a correction back."),
    "option_true_speaker": (
        "Người nói: mã cán bộ, hoặc tên như đã in.",
        "Who said it: an official's id, or a name as printed.",
    ),
    "option_decided": (
        "Ngày quyết định, 2026-11-22; mặc định hôm nay.",
        "Day of decision, 2026-11-22; default today.",
    ),
    "not_a_day": ("cần một ngày như 2026-11-22", "give a day such as 2026-11-22"),
    "corrections_none": ("Chưa có đính chính nào.", "There are no corrections."),
    "state_new": ("đã đính chính", "corrected"),
    "state_known": ("đã có từ trước", "was in force already"),
    "state_in_force": ("đang áp dụng", "in force"),
    "state_not_applicable_now": ("nay không áp dụng được", "not applicable now"),
    "state_undone": ("đã bỏ", "undone"),
}

PERSON_ERRORS: dict[str, str] = {
    "article {article} does not name official {person}: khobao officials prints where they are named": (
        "bài {article} không nêu cán bộ {person}: khobao officials in ra những bài có nêu"
    ),
    "a split must leave an article to {person}: name only those that are of somebody else": (
        "tách hồ sơ phải để lại ít nhất một bài cho {person}: chỉ ghi những bài của người khác"
    ),
    "{person} is named twice: a merge takes two persons": "{person} được ghi hai lần: gộp cần hai hồ sơ",
    "no statement {statement!r}: give its name as khobao statements prints it": (
        "không có phát ngôn {statement!r}: ghi tên như khobao statements in ra"
    ),
    "no correction in force has number {number}: khobao correct list": (
        "không có đính chính nào đang áp dụng mang số {number}: khobao correct list"
    ),
    "{path} cannot be read ({reason}): name a file of corrections": (
        "không đọc được {path} ({reason}): ghi một tệp đính chính"
    ),
    "there is no province or city named '{name}': check the name": (
        "không có tỉnh, thành phố nào tên là '{name}': xem lại tên"
    ),
    "{where}: {fault}; nothing was corrected": "{where}: {fault}; chưa đính chính gì",
    "{where} is no JSON object: mend the line, nothing was corrected": (
        "{where} không phải một đối tượng JSON: sửa dòng đó, chưa đính chính gì"
    ),
    "{where} has no kind of these: {kinds}; mend the line, nothing was corrected": (
        "{where} không ghi loại nào trong số: {kinds}; sửa dòng đó, chưa đính chính gì"
    ),
    "{where} has unknown fields ({names}): mend the line, nothing was corrected": (
        "{where} có trường lạ ({names}): sửa dòng đó, chưa đính chính gì"
    ),
    "{where}: {day} is no day like 2026-11-22: mend the line, nothing was corrected": (
        "{where}: {day} không phải một ngày như 2026-11-22: sửa dòng đó, chưa đính chính gì"
    ),
    "{where} needs the field {field} as docs/corrections.md has it: mend the line, nothing was corrected": (
        "{where} cần trường {field} như trong docs/corrections.md: sửa dòng đó, chưa đính chính gì"
    ),
}
