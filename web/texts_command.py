"""Texts of the command line: key -> (Vietnamese, English)."""

from __future__ import annotations

COMMAND_TEXTS: dict[str, tuple[str, str]] = {
    "khobao_help": (
        "Kho Báo: kho lưu trữ báo chí địa phương Việt Nam, tìm kiếm được.",
        "Kho Báo: a searchable archive of Vietnam's provincial press.",
    ),
    "option_data": (
        "Thư mục của kho (mặc định: KHOBAO_DATA, nếu không có thì var).",
        "Folder of the archive (default: KHOBAO_DATA, else var).",
    ),
    "option_json": ("In kết quả dạng JSON.", "Print the result as JSON."),
    "not_utf8": ("không phải văn bản UTF-8.", "not UTF-8 text."),
    "not_one_line": (
        "phải có chữ và không có ký tự điều khiển.",
        "must not be empty, nor have control characters.",
    ),
    "system_error": (
        "hệ thống báo lỗi: {error}{where}: xem chỗ trống và quyền ghi rồi chạy lại",
        "the system refused: {error}{where}: see to room and rights there, then try again",
    ),
    "at_position": (" (ký tự thứ {position})", " (at character {position})"),
    "reading": ("Đã đọc", "Read"),
    "progress": ("{label}: {done} · {rate} mỗi giây", "{label}: {done} · {rate} a second"),
    "progress_left": (" · còn {left}", " · {left} left"),
    "consolidating": (
        "Cập nhật cán bộ và bài trùng",
        "Bringing persons and near-duplicates up to date",
    ),
    "indexing": ("Đã lập chỉ mục", "Indexed"),
    "ingest_help": (
        "Nạp bài từ tệp, thư mục hoặc - (đầu vào chuẩn): văn bản, trang web đã lưu, JSON, CSV, WARC, zip, tar. "
        "Tài liệu không nạp được thì bị từ chối kèm lý do và mã thoát là 1; phần còn lại vẫn được nạp.",
        "Take in articles from files, folders or - (standard input): texts, saved pages, JSON, CSV, WARC, zip, "
        "tar. What cannot be taken in is rejected with the reason and the exit code is 1; the rest is taken in.",
    ),
    "option_report": (
        "Ghi vào tệp này mỗi tài liệu một dòng JSON: ở đâu, ra sao, vì sao. "
        "- là đầu ra chuẩn, bảng tổng kết khi đó sang đầu ra lỗi; tệp đã có nội dung thì không ghi đè.",
        "Write a JSON line about each document to this file: where it was, what became of it, why. "
        "- is standard output, the summary then goes to standard error; a file that holds something is refused.",
    ),
    "report_exists": (
        "{path} đã có nội dung: chọn tệp khác hoặc xóa nó trước.",
        "{path} holds something already: name another file, or remove it first.",
    ),
    "report_and_json": (
        "--report - và --json không dùng chung đầu ra chuẩn: ghi báo cáo vào tệp.",
        "--report - and --json cannot share standard output: write the report to a file.",
    ),
    "option_source": ("Tên báo của mọi bài được nạp.", "Name of the paper all these articles are from."),
    "option_home": ("Tỉnh của báo đó.", "Home province of that paper."),
    "option_rights": (
        "Được hiển thị: full toàn văn, extract trích đoạn, closed chỉ thư mục.",
        "What may be shown: full text, extracts, or the record only.",
    ),
    "home_needs_source": (
        "--home và --rights cần có --source TÊN-BÁO.",
        "--home and --rights need --source NAME.",
    ),
    "home_unknown": (
        "--home: không có tỉnh nào tên là {home}.",
        "--home: no province is named {home}.",
    ),
    "count_is": ("{count}", "{count}"),
    "outcome_new": ("mới", "new"),
    "outcome_updated": ("cập nhật", "updated"),
    "outcome_unchanged": ("không đổi", "unchanged"),
    "outcome_duplicate": ("trùng", "duplicate"),
    "outcome_rejected": ("bị từ chối", "rejected"),
    "outcome_skipped": ("bỏ qua (không tính)", "skipped (not counted)"),
    "outcome_changed": ("đọc khác trước", "read differently"),
    "rejected_because": ("Bị từ chối {count}, vì:", "Rejected {count}, because:"),
    "skipped_because": ("Bỏ qua {count} tệp, vì:", "Skipped {count} files, because:"),
    "more_places": (
        "… và {count} nơi nữa",
        "… and {count} more",
    ),
    "more_rejected": (
        "… và {count} nơi nữa: khobao rejections --reason {code}",
        "… and {count} more: khobao rejections --reason {code}",
    ),
    "what_next": (
        "Xem từng nơi: khobao rejections. Sửa xong, đọc lại: khobao rejections --retry.",
        "Every place: khobao rejections. Once mended, read them again: khobao rejections --retry.",
    ),
    "step_read": ("đọc", "read"),
    "step_decode": ("giải mã", "decode"),
    "step_parse": ("phân tích", "parse"),
    "step_identify": ("định danh", "identify"),
    "step_layout": ("bố cục", "layout"),
    "step_clean": ("làm sạch", "clean"),
    "step_segment": ("tách từ", "segment"),
    "step_process": ("xử lý", "process"),
    "step_store": ("lưu", "store"),
    "rejections_help": (
        "Những tài liệu bị từ chối từ lần nạp cuối mà chưa giải quyết: bảng theo lý do, rồi từng nơi. "
        "Một nơi coi như đã giải quyết khi một lần nạp sau gặp lại nó, dù lúc ấy nhận hay từ chối: "
        "lần sau cùng quyết định.",
        "The documents rejected since the last ingest that are still open: a table of reasons, then every place. "
        "A place is no longer open once a later run has met it again, to take it in or to reject it anew: "
        "the latest run decides.",
    ),
    "option_run": ("Chỉ của lần nạp số N.", "Of run N alone."),
    "option_all_runs": ("Của mọi lần nạp.", "Of all runs."),
    "option_code": (
        "Chỉ lý do có mã này (mã ghi trong ngoặc vuông).",
        "Only the reason with this code (codes are in square brackets).",
    ),
    "option_retry": (
        "Đọc lại đúng những nơi ấy và nạp những gì nay đọc được, thành một lần nạp mới. "
        "Chạy trong thư mục đã chạy khobao ingest. Tệp bị cụt hay mất dòng thì nạp lại cả tệp.",
        "Read exactly these places again and take in what can be read now, as a new run. "
        "Run it in the folder where khobao ingest was run. A file that was cut off or lost lines is to be "
        "ingested again whole.",
    ),
    "run_or_all": ("--run và --all không đi cùng nhau.", "--run and --all exclude each other."),
    "no_such_reason": (
        "--reason: không có lý do nào mang mã {code}; hiện có: {codes}.",
        "--reason: no reason has the code {code}; there are: {codes}.",
    ),
    "open_none": ("Không còn gì bị từ chối mà chưa giải quyết.", "Nothing that was rejected is open."),
    "open_is": ("{count} nơi chưa giải quyết:", "{count} open:"),
    "met_again": (
        "{count} nơi khác bị từ chối lần ấy đã được đọc lại sau đó.",
        "{count} more that it rejected have been read again since.",
    ),
    "refresh_instead": (
        "Lần {run} là khobao refresh: chạy khobao refresh để đọc lại các bản gốc của nó.",
        "Run {run} was khobao refresh: run khobao refresh to read its originals again.",
    ),
    "articles_outdated": (
        "{count} bài được đọc bằng bộ quy tắc cũ hơn: chạy khobao refresh.",
        "{count} articles were read by older rules: run khobao refresh.",
    ),
    "inspect_help": (
        "In những gì hiểu được từ các tệp, mỗi bài một dòng JSON, không lưu gì.",
        "Print what is understood of some files, a JSON line an article, storing nothing.",
    ),
    "query_with_minus": (
        "Câu hỏi có thể bắt đầu bằng dấu trừ: -kinh. Nếu bắt đầu bằng hai dấu trừ, viết -- trước câu hỏi.",
        "A query may begin with a minus: -kinh. Before one that begins with two, write -- first.",
    ),
    "search_help": ("Tìm bài viết.", "Search articles."),
    "option_match": (
        "all: đủ mọi từ; most: ít nhất một nửa, quá bốn từ thì một phần ba.",
        "all words, or most: at least half of them, of more than four a third.",
    ),
    "option_syntax": ("plain: đọc tất cả như từ thường.", "plain: read everything as words."),
    "option_marks": (
        "Dấu thanh: auto theo cách gõ, exact đúng dấu, any không phân biệt.",
        "Marks: auto as typed, exact, or any.",
    ),
    "option_sort": ("Thứ tự: liên quan, mới nhất, cũ nhất.", "Order: relevance, newest, oldest."),
    "option_province": (
        "Chỉ tỉnh này (tên hoặc mã; dùng được nhiều lần).",
        "Only this province (name or id; repeatable).",
    ),
    "option_official": (
        "Chỉ bài có cán bộ này (tên hoặc mã).",
        "Only articles with this official (name or id).",
    ),
    "option_from": ("Từ ngày: 2020, 2020-03 hoặc 2020-03-19.", "From: 2020, 2020-03 or 2020-03-19."),
    "option_to": ("Đến hết ngày, tháng hoặc năm.", "To the end of that day, month or year."),
    "option_limit": ("Số kết quả mỗi trang.", "Hits a page."),
    "reading_is": ("Đang tìm: {reading}", "Searching for: {reading}"),
    "total_is": (
        "{total} bài trong {searched} bài của kho",
        "{total} of the {searched} articles of the archive",
    ),
    "option_group": (
        "cluster: gộp các bản gần giống; --limit khi đó đếm tin.",
        "cluster: fold near-duplicates; --limit then counts stories.",
    ),
    "stories_is": ("{stories} tin khác nhau", "{stories} different stories"),
    "uncertain_is": (
        "{count} bài khác có thể thuộc khoảng ngày này (ngày không rõ ràng)",
        "{count} more may lie within these dates (their date is not known to the day)",
    ),
    "date_unknown": ("không rõ ngày", "date unknown"),
    "show_help": ("In mọi điều biết được về một bài.", "Print everything known about one article."),
    "withdrawn": ("đã rút", "withdrawn"),
    "source_unknown": ("không rõ nguồn", "source unknown"),
    "source": ("nguồn", "source"),
    "link": ("liên kết", "link"),
    "published": ("ngày đăng", "published"),
    "event": ("ngày diễn ra", "event"),
    "byline": ("tác giả", "author"),
    "official": ("cán bộ", "official"),
    "near_duplicate": ("bản gần giống", "near-duplicate"),
    "export_help": (
        "Xuất mọi kết quả, kèm biên nhận; dòng cuối nói đã đủ hay bị cắt.",
        "Export every hit with a receipt; the last line says complete or truncated.",
    ),
    "option_format": ("ndjson hoặc csv.", "ndjson or csv."),
    "option_bom": ("Thêm BOM cho bảng tính Excel.", "Add a BOM for Excel."),
    "batch_help": (
        "Trả lời một tệp câu hỏi, mỗi dòng một câu (thường hoặc JSON); dòng hỏng không làm hỏng dòng khác.",
        "Answer a file of queries, one a line (plain or JSON); a bad line marks only itself.",
    ),
    "receipt_help": (
        "Chạy lại một biên nhận: giống hệt, hay khác ở đâu.",
        "Run a receipt again: same, or the difference.",
    ),
    "receipt_same": ("Giống hệt: {count} bài.", "Same: {count} articles."),
    "receipt_differs": (
        "Khác: lúc đó {then} bài, bây giờ {now} bài.",
        "Different: {then} articles then, {now} now.",
    ),
    "receipt_unproven": (
        "Biên nhận này của một kho khác, hoặc bộ quy tắc hay tên gọi đã đổi: không dựng lại được kết quả cũ.",
        "The receipt is of another archive, or rules or names have changed: the old result cannot be rebuilt.",
    ),
    "refresh_help": (
        "Đọc lại bản gốc của các bài đã đọc bằng bộ quy tắc cũ.",
        "Read the originals again of articles read by older rules.",
    ),
    "remove_help": (
        "Rút một bài khỏi kho, lý do được lưu lại.",
        "Withdraw an article; the reason stays on record.",
    ),
    "option_reason": ("Lý do.", "Why."),
    "removed": ("Đã rút {id} (thay đổi số {change}).", "Withdrawn: {id} (change {change})."),
    "stats_help": ("Con số về kho.", "Figures about the archive."),
    "index_help": ("Chỉ mục tìm kiếm.", "The search index."),
    "rebuild_help": ("Dựng lại chỉ mục từ kho.", "Build the index anew from the store."),
    "index_built": (
        "Đã lập chỉ mục {count} bài, thế hệ {generation}.",
        "Indexed {count} articles, generation {generation}.",
    ),
    "verify_help": (
        "Kiểm tra bản gốc, dữ liệu và chỉ mục theo mã kiểm.",
        "Check originals, rows and index against their checksums.",
    ),
    "verify_good": ("Kho nguyên vẹn: {articles} bài.", "The archive is sound: {articles} articles."),
    "doctor_help": ("Khám máy và kho.", "Examine the machine and the archive."),
    "archive_empty": (
        "kho còn trống: chạy khobao ingest PATH",
        "the archive is empty: run khobao ingest PATH",
    ),
    "serve_help": ("Mở trang web của kho trên máy này.", "Serve the site on this machine."),
    "option_host": ("Địa chỉ.", "Address to listen on."),
    "option_port": ("Cổng.", "Port to listen on."),
    "serving_at": ("Kho Báo đang chạy tại {url} (Ctrl+C để dừng)", "Kho Báo is at {url} (Ctrl+C stops it)"),
    "cannot_listen": (
        "Không mở được {host}:{port} ({error}): chọn cổng khác bằng --port",
        "Cannot listen on {host}:{port} ({error}): choose another with --port",
    ),
}
