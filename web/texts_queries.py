"""Errors of queries and requests, and notices about how they were read: English template -> Vietnamese."""

from __future__ import annotations

QUERY_TEXTS: dict[str, str] = {
    # The query as a whole.
    "the query is empty: type at least one word": "câu truy vấn còn trống: gõ ít nhất một từ",
    "{text} is only a sign: type at least one word": "{text} chỉ là ký hiệu: gõ ít nhất một từ",
    "{text} is only punctuation: type at least one word": "{text} chỉ là dấu câu: gõ ít nhất một từ",
    "the query is longer than {characters} characters: shorten it, or raise KHOBAO_QUERY_CHARACTERS "
    "(and KHOBAO_QUERY_CLAUSES beyond {words} words)": (
        "câu truy vấn dài quá {characters} ký tự: rút ngắn lại, hoặc tăng KHOBAO_QUERY_CHARACTERS "
        "(và KHOBAO_QUERY_CLAUSES nếu quá {words} từ)"
    ),
    "the query has more than {words} words: shorten it, or raise KHOBAO_QUERY_CLAUSES": (
        "câu truy vấn có quá {words} từ: rút ngắn lại, hoặc tăng KHOBAO_QUERY_CLAUSES"
    ),
    "the query has more than {patterns} different words with * or ~: use fewer, or raise KHOBAO_QUERY_PATTERNS": (
        "câu truy vấn có quá {patterns} từ khác nhau mang * hoặc ~: bớt đi, hoặc tăng KHOBAO_QUERY_PATTERNS"
    ),
    "the query took longer than {seconds:g} seconds: ask for less, or raise KHOBAO_QUERY_SECONDS": (
        "câu truy vấn chạy quá {seconds:g} giây: thu hẹp lại, hoặc tăng KHOBAO_QUERY_SECONDS"
    ),
    "the query holds {code}, which is no character: remove it": (
        "câu truy vấn có {code}, không phải là ký tự: xóa đi"
    ),
    "{name} holds {code}, which is no character: remove it": "{name} có {code}, không phải là ký tự: xóa đi",
    # Quotation marks and parentheses.
    "the quotation mark {mark} is not closed: close it or remove it": (
        "dấu ngoặc kép {mark} chưa đóng: đóng lại hoặc xóa đi"
    ),
    "the parenthesis ( is not closed: close it or remove it": "dấu ngoặc ( chưa đóng: đóng lại hoặc xóa đi",
    "parentheses are nested deeper than {most}: remove some": "ngoặc lồng nhau quá {most} lớp: bớt đi",
    # Fields.
    '{field}: takes one value: write {field}:"…"': '{field}: chỉ nhận một giá trị: viết {field}:"…"',
    '{field}: has no value: write it between the marks, or "unknown"': (
        '{field}: chưa có giá trị: viết vào giữa hai dấu ngoặc kép, hoặc viết "unknown" (không rõ)'
    ),
    "{field}: stands inside {outer}: name one field, the other in a condition of its own": (
        "{field}: đứng trong {outer}: mỗi điều kiện chỉ ghi một trường, tách trường kia thành điều kiện riêng"
    ),
    "{field}: stands inside another field: put it before or behind the parentheses": (
        "{field}: đứng trong một trường khác: đặt ra trước hoặc sau dấu ngoặc"
    ),
    "{name}: has nothing to look for: write words behind the colon": (
        "{name}: không có gì để tìm: viết từ cần tìm sau dấu hai chấm"
    ),
    "inside sentence:( ) stand only words, phrases and choices between them: "
    "put other conditions before or behind it": (
        "trong sentence:( ) chỉ được có từ, cụm từ và lựa chọn giữa chúng: đặt điều kiện khác ra trước hoặc sau"
    ),
    "atleast-{asked}: has {held} different conditions: ask for 1 to {held}": (
        "atleast-{asked}: có {held} điều kiện khác nhau: chọn số từ 1 đến {held}"
    ),
    # Words.
    '"…"~ lacks a number of words: write "…"~5': '"…"~ thiếu số từ: viết "…"~5',
    "~{digits} is too far: write ~{most} or less": "~{digits} là quá xa: viết ~{most} trở xuống",
    "{text} asks for more than one letter: write {written} for words one letter or tone away": (
        "{text} hỏi quá một chữ cái: viết {written} để tìm từ chỉ khác một chữ cái hoặc dấu thanh"
    ),
    "{text} has two tone marks in one syllable: leave one out": (
        "{text} có hai dấu thanh trong một âm tiết: bỏ bớt một dấu"
    ),
    # Dates.
    "{text} is not a date: write one as {forms}": "{text} không phải ngày tháng: viết theo một trong các dạng {forms}",
    "the range {text} has no date: write one beside its dots, as {forms}": (
        "khoảng {text} không có ngày: viết ngày cạnh hai chấm, theo một trong các dạng {forms}"
    ),
    "the range {text} ends before it begins: swap its dates": (
        "khoảng {text} kết thúc trước khi bắt đầu: đổi chỗ hai ngày"
    ),
    "there is no such date as {text}: correct it": "không có ngày {text}: sửa lại",
    "from {first} lies after to {last}: swap the two dates": (
        "ngày đầu {first} nằm sau ngày cuối {last}: đổi chỗ hai ngày"
    ),
    # Provinces.
    "there is no province or city named '{name}': check the name, or search for it as words": (
        "không có tỉnh, thành phố nào tên là '{name}': xem lại tên, hoặc tìm như từ thường"
    ),
    '{name} is not one of the 34 provinces of today: use province:"{name}" or {now}': (
        '{name} không thuộc 34 tỉnh, thành phố hiện nay: dùng province:"{name}" hoặc {now}'
    ),
    # Arguments of a request.
    "the argument q is missing: add ?q=… (q= alone asks for everything)": (
        "thiếu tham số q: thêm ?q=… (để trống q= là hỏi mọi bài)"
    ),
    "{name} must be text, not {value}": "{name} phải là văn bản, không phải {value}",
    "{name} must be an object of field and values, not {value}": (
        "{name} phải là đối tượng gồm trường và các giá trị, không phải {value}"
    ),
    "{name} must be a whole number, not {value}": "{name} phải là số nguyên không âm, không phải {value}",
    "{name} must be one of {choices}, not {value}": "{name} phải là một trong {choices}, không phải {value}",
    "{name} is not a facet: use one of {facets}": "{name} không phải trường để lọc: dùng một trong {facets}",
    "limit {asked} is more than {most} rows: ask for less, use export, or raise KHOBAO_PAGE_ROWS": (
        "limit {asked} nhiều hơn {most} dòng: giảm xuống, dùng khobao export, hoặc tăng KHOBAO_PAGE_ROWS"
    ),
    "the line begins with {{ but is not JSON: {reason}": "dòng bắt đầu bằng {{ nhưng không phải JSON: {reason}",
    "the line is nested too deeply: write the keys and values of one request": (
        "dòng lồng nhau quá sâu: chỉ viết khóa và giá trị của một câu hỏi"
    ),
    # Receipts.
    "no receipt found, it is no object: give a file that holds a receipt, or a result with one": (
        "không thấy biên nhận, nội dung không phải đối tượng JSON: đưa tệp có biên nhận, hoặc kết quả kèm biên nhận"
    ),
    "no receipt found, {name} is missing or of another kind: "
    "give a file that holds a receipt, or a result with one": (
        "không thấy biên nhận, thiếu {name} hoặc sai kiểu: đưa tệp có biên nhận, hoặc kết quả kèm biên nhận"
    ),
    "no receipt found, a number is negative: give a file that holds a receipt, or a result with one": (
        "không thấy biên nhận, có số âm: đưa tệp có biên nhận, hoặc kết quả kèm biên nhận"
    ),
    "no receipt found, the file is not UTF-8 text: give a file that holds a receipt, or a result with one": (
        "không thấy biên nhận, tệp không phải văn bản UTF-8: đưa tệp có biên nhận, hoặc kết quả kèm biên nhận"
    ),
    "no receipt found, the file is neither JSON nor an export: "
    "give a file that holds a receipt, or a result with one": (
        "không thấy biên nhận, tệp không phải JSON hay bản xuất: đưa tệp có biên nhận, hoặc kết quả kèm biên nhận"
    ),
    "the receipt was given at change {then}, this archive is at {now}: "
    "run it against the archive that gave it": (
        "biên nhận cấp ở thay đổi số {then}, kho này mới đến số {now}: chạy lại với kho đã cấp biên nhận"
    ),
    # Notices.
    "no {field} called '{text}' in the archive": "trong kho không có gì ứng với {field}: '{text}'",
    "{name} = {units} → {ways}": "{name} = {units} → {ways}",
    "no body is known to have come before or after {name}: only this name was searched": (
        "không biết cơ quan nào trước hay sau {name}: chỉ tìm theo tên này"
    ),
    "{name} was searched with the bodies before and after it: {names}": (
        "{name} được tìm cùng các cơ quan trước và sau nó: {names}"
    ),
    '{name} came from other bodies or went into them: {names} → lineage:"{name}"': (
        '{name} hình thành từ hoặc nhập vào cơ quan khác: {names} → dòng-cơ-quan:"{name}"'
    ),
    "{word} stands for {found} spellings, of which the {searched} most frequent were searched: "
    "type more letters, or raise KHOBAO_EXPANSIONS": (
        "{word} ứng với {found} cách viết, chỉ tìm {searched} cách hay gặp nhất: "
        "gõ thêm chữ cái, hoặc tăng KHOBAO_EXPANSIONS"
    ),
    "{field}: is no field of {collection}: use one of {fields}, or put a space behind the colon": (
        "{field}: không phải trường của {collection}: dùng một trong {fields}, hoặc để dấu cách sau dấu hai chấm"
    ),
    # Statements by their address.
    "article {short} has no statement {anchor}: see its page for those it has": (
        "bài {short} không có phát ngôn {anchor}: xem trang của bài để biết những phát ngôn đang có"
    ),
    # Checks of quotes.
    "the argument q is missing: add ?q=… with the text to check": "thiếu tham số q: thêm ?q=… là câu cần kiểm tra",
    "the text has {count} characters, at most {most} are checked: shorten it, or raise KHOBAO_QUERY_CHARACTERS": (
        "đoạn này có {count} ký tự, chỉ kiểm tra tối đa {most}: rút ngắn lại, hoặc tăng KHOBAO_QUERY_CHARACTERS"
    ),
    "a check needs a sentence of {least} words or more: type more of it": (
        "cần một câu từ {least} chữ trở lên để kiểm tra: gõ thêm"
    ),
    "typed without accents: compared without them": "gõ không dấu: so sánh không phân biệt dấu",
    "the text has {count} sentences and quotes; the first {most} were checked": (
        "đoạn này có {count} câu và lời trích; chỉ kiểm tra {most} phần đầu"
    ),
    "{count} articles share words with a sentence; the {most} most similar were compared": (
        "{count} bài có cụm từ chung với một câu; đã so sánh {most} bài giống nhất"
    ),
}
