"""Errors and notices: English template -> Vietnamese template with the same places."""

from __future__ import annotations

from web.texts_persons import PERSON_ERRORS
from web.texts_queries import QUERY_TEXTS
from web.texts_reasons import REASON_TEXTS

ERROR_TEXTS: dict[str, str] = {
    **QUERY_TEXTS,
    **REASON_TEXTS,
    **PERSON_ERRORS,
    # Settings.
    "{variable}={value!r} is not a whole number of one or more: correct it or unset it": (
        "{variable}={value!r} không phải số nguyên từ 1 trở lên: sửa lại hoặc bỏ đặt"
    ),
    "processes cannot be started here: set KHOBAO_WORKERS=1, or call from a module that can be imported "
    "without being run": (
        "không khởi động được tiến trình ở đây: đặt KHOBAO_WORKERS=1, hoặc gọi từ một mô-đun nhập vào được mà "
        "không chạy"
    ),
    "KHOBAO_ENGINE={engine!r} is not an engine of this version: use whoosh": (
        "KHOBAO_ENGINE={engine!r} không có trong phiên bản này: dùng whoosh"
    ),
    "{file} is not that of pyvi {version}: run pip install --force-reinstall pyvi=={version}": (
        "{file} không phải của pyvi {version}: chạy pip install --force-reinstall pyvi=={version}"
    ),
    # Site rules.
    "cannot read {file} ({reason}): name a table of site rules in KHOBAO_SITES or unset it": (
        "không đọc được {file} ({reason}): đặt KHOBAO_SITES là một bảng quy tắc trang hoặc bỏ đặt"
    ),
    "{file} is not UTF-8: save the table as CSV UTF-8": "{file} không phải UTF-8: lưu bảng dạng CSV UTF-8",
    "{file}, line {line}: not CSV ({reason}): save the table as CSV UTF-8": (
        "{file}, dòng {line}: không phải CSV ({reason}): lưu bảng dạng CSV UTF-8"
    ),
    "{file}, line 1, column {column!r}: name domain and any others of {columns} there, each once": (
        "{file}, dòng 1, cột {column!r}: dòng này phải có domain, có thể thêm {columns}, mỗi tên một lần"
    ),
    "{file}, line {line}: {count} cells, {wanted} in line 1: put a cell with a comma in it in quotation marks": (
        "{file}, dòng {line}: có {count} ô, dòng 1 có {wanted}: đặt ô chứa dấu phẩy trong ngoặc kép"
    ),
    "{file}, line {line}, column {column}: a row says a body or a source: fill one in": (
        "{file}, dòng {line}, cột {column}: mỗi dòng phải có body hoặc source: điền một ô"
    ),
    "{file}, line {line}, column {column}: {value!r} is before valid_from: correct one of them": (
        "{file}, dòng {line}, cột {column}: {value!r} trước valid_from: sửa một trong hai"
    ),
    "{file}, line {line}, column {column}: {value!r} needs a {needed} in its row: fill it in": (
        "{file}, dòng {line}, cột {column}: {value!r} cần ô {needed} cùng dòng: điền ô ấy"
    ),
    "{file}, line {line}, column {column}: {value!r} is not a province: write its name in full": (
        "{file}, dòng {line}, cột {column}: {value!r} không phải tên tỉnh: viết đủ tên"
    ),
    "{file}, line {line}, column {column}: {value!r} is not a domain: write it like baobinhdinh.vn": (
        "{file}, dòng {line}, cột {column}: {value!r} không phải tên miền: viết như baobinhdinh.vn"
    ),
    "{file}, line {line}, column {column}: {value!r} is not a day: write it like 2019-12-31": (
        "{file}, dòng {line}, cột {column}: {value!r} không phải ngày: viết như 2019-12-31"
    ),
    "{file}, line {line}, column {column}: {value!r} is not a CSS selector ({reason}): correct it": (
        "{file}, dòng {line}, cột {column}: {value!r} không phải bộ chọn CSS ({reason}): sửa lại"
    ),
    # Opening the store.
    "there is no archive in {folder}: run khobao ingest PATH": (
        "không có kho nào trong {folder}: chạy khobao ingest PATH"
    ),
    "cannot create folder {folder}: {reason}; name another": (
        "không tạo được thư mục {folder}: {reason}; chọn thư mục khác"
    ),
    "{url!r} is not a database URL: write sqlite:///folder/store.sqlite": (
        "{url!r} không phải URL cơ sở dữ liệu: viết sqlite:///thư-mục/store.sqlite"
    ),
    "{url!r} names no file: write sqlite:///folder/store.sqlite": (
        "{url!r} không chỉ tệp nào: viết sqlite:///thư-mục/store.sqlite"
    ),
    "stores on {name} are not supported yet: write sqlite:///folder/store.sqlite": (
        "chưa hỗ trợ kho trên {name}: viết sqlite:///thư-mục/store.sqlite"
    ),
    "{path} is a database of something else: name another file or folder": (
        "{path} là cơ sở dữ liệu của chương trình khác: chọn tệp hoặc thư mục khác"
    ),
    "{path} has lost its manifest: restore it from a backup or ingest anew": (
        "{path} mất bản kê: khôi phục từ bản sao lưu hoặc nạp lại từ đầu"
    ),
    "{path} has schema {version}, newer than this program's {ours}: update khobao": (
        "{path} có lược đồ {version}, mới hơn lược đồ {ours} của chương trình này: cập nhật khobao"
    ),
    "{path} has schema {version}, older than this program's {ours}: "
    "move it away and ingest anew, or use the khobao that made it": (
        "{path} có lược đồ {version}, cũ hơn lược đồ {ours} của chương trình này: "
        "chuyển nó đi nơi khác rồi nạp lại từ đầu, hoặc dùng bản khobao đã tạo ra nó"
    ),
    # The store at work.
    "{path} is being written by another process: wait for it to end, then try again": (
        "tiến trình khác đang ghi {path}: đợi xong rồi thử lại"
    ),
    "another command is writing {locked}: wait for it to end, then try again": (
        "lệnh khác đang ghi {locked}: đợi xong rồi thử lại"
    ),
    "cannot lock {path}: check the rights of its folder": (
        "không khóa được {path}: xem lại quyền của thư mục chứa nó"
    ),
    "{path} is not a store of Kho Báo ({reason}): name another file or folder": (
        "{path} không phải dữ liệu của Kho Báo ({reason}): chọn tệp hoặc thư mục khác"
    ),
    "{path} is damaged ({reason}): restore it from a backup or ingest anew": (
        "{path} bị hỏng ({reason}): khôi phục từ bản sao lưu hoặc nạp lại từ đầu"
    ),
    "{path} cannot be written ({reason}), the disk is full or failing: make room, then run khobao verify": (
        "không ghi được {path} ({reason}), đĩa đầy hoặc hỏng: dọn chỗ trống rồi chạy khobao verify"
    ),
    "{path} cannot be opened or written ({reason}): check the rights of the file and its folder": (
        "không mở hoặc không ghi được {path} ({reason}): xem lại quyền của tệp và thư mục"
    ),
    "{path} failed ({reason}): run khobao verify": "{path} gặp lỗi ({reason}): chạy khobao verify",
    # What the store holds.
    "no article {identity!r}: give an id as search prints it": (
        "không có bài {identity!r}: ghi mã bài như khobao search in ra"
    ),
    "article {article_id} has no revision {revision}: khobao show names those it has": (
        "bài {article_id} không có bản {revision}: xem các bản hiện có bằng khobao show"
    ),
    "no official {person_id!r}: give an id as search prints it, or search by name": (
        "không có cán bộ {person_id!r}: ghi mã như khobao search in ra, hoặc tìm theo tên"
    ),
    "no run {run}: the last one is {last}": "không có lần nạp {run}: lần cuối là {last}",
    "no original with checksum {sha256}: run khobao verify": (
        "không có bản gốc mang mã kiểm {sha256}: chạy khobao verify"
    ),
    "original {sha256} is damaged: run khobao verify, restore it from a backup": (
        "bản gốc {sha256} bị hỏng: chạy khobao verify, khôi phục từ bản sao lưu"
    ),
    "the original of {identity} may not be shown: see its source": (
        "không được phép hiển thị bản gốc của {identity}: xem tại nguồn"
    ),
    "{article} is withdrawn already: {former}": "{article} đã được rút từ trước: {former}",
    "{article} is not withdrawn: there is nothing to restore": (
        "{article} chưa bị rút: không có gì để khôi phục"
    ),
    "no reason given: say why, in a few words": "chưa nêu lý do: ghi lý do trong vài từ",
    "article {id} was withdrawn: {reason}": "bài {id} đã được rút: {reason}",
    "no province-level unit {id!r}: ids look like phu-tho-2025": (
        "không có đơn vị cấp tỉnh {id!r}: mã có dạng phu-tho-2025"
    ),
    "there is no province {id}: see /provinces": "không có tỉnh {id}: xem /provinces",
    # The index.
    "nothing is indexed in {root}: run khobao ingest PATH, or khobao index rebuild": (
        "chưa lập chỉ mục trong {root}: chạy khobao ingest PATH, hoặc khobao index rebuild"
    ),
    "there is no index in {folder}: run khobao index rebuild": (
        "không có chỉ mục trong {folder}: chạy khobao index rebuild"
    ),
    "the index in {root} has schema {version}, this version reads {ours}: run khobao index rebuild": (
        "chỉ mục trong {root} có lược đồ {version}, phiên bản này đọc lược đồ {ours}: chạy khobao index rebuild"
    ),
    "the index in {folder} was written by another version: run khobao index rebuild": (
        "chỉ mục trong {folder} do phiên bản khác ghi: chạy khobao index rebuild"
    ),
    "there is no {path}: a judged set has corpus.jsonl, queries.jsonl and qrels.tsv": (
        "không có {path}: một bộ câu hỏi đã chấm gồm corpus.jsonl, queries.jsonl và qrels.tsv"
    ),
    "{where} is not in the form of a judged set: it takes {wanted} there": (
        "{where} không đúng dạng của bộ câu hỏi đã chấm: chỗ ấy phải là {wanted}"
    ),
    "the index in {folder} is damaged ({reason}): run khobao index rebuild": (
        "chỉ mục trong {folder} bị hỏng ({reason}): chạy khobao index rebuild"
    ),
    "the index in {root} cannot be written ({reason}): "
    "see to room, rights and what is there, then run khobao index rebuild": (
        "không ghi được chỉ mục trong {root} ({reason}): "
        "xem chỗ trống, quyền ghi và những gì đang ở đó, rồi chạy khobao index rebuild"
    ),
    "{path} cannot be read ({reason}): check its rights": "không đọc được {path} ({reason}): xem lại quyền đọc",
    "{path} is damaged ({reason}): run khobao index rebuild": (
        "{path} bị hỏng ({reason}): chạy khobao index rebuild"
    ),
    "{folder} has an index already: choose another folder, or open it": (
        "{folder} đã có chỉ mục: chọn thư mục khác, hoặc mở chỉ mục ấy"
    ),
    "another process is writing to {folder}: wait until it is done": (
        "tiến trình khác đang ghi vào {folder}: đợi cho xong"
    ),
    "{problem} ({count} in all)": "{problem} (tất cả {count} lỗi)",
    # What an engine refuses.
    "no engine evaluates {node}: expand the query first": (
        "không bộ máy tìm nào tính được {node}: khai triển câu truy vấn trước"
    ),
    "{node} cannot be asked of a single sentence: move it outside": (
        "không thể hỏi {node} trong một câu: đưa ra ngoài"
    ),
    "the date field {field!r} has no values: ask it for a range, or for {unknown!r}": (
        "trường ngày {field!r} không có giá trị riêng: hỏi theo khoảng, hoặc {unknown!r}"
    ),
    "the field {field!r} cannot be asked so: use one of {fields}": (
        "không thể hỏi trường {field!r} như vậy: dùng một trong {fields}"
    ),
}
