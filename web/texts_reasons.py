"""Why documents and files are not taken in: English template -> Vietnamese template with the same places."""

from __future__ import annotations

REASON_TEXTS: dict[str, str] = {
    # What makes a document an article of its own.
    "the url {url!r} is not a web address (http://… or https://…): correct it or leave it out": (
        "url {url!r} không phải địa chỉ web (http://… hoặc https://…): sửa lại hoặc bỏ đi"
    ),
    "the id {given!r} has control characters: leave them out": "mã {given!r} có ký tự điều khiển: bỏ chúng đi",
    "the id has {count} characters, at most {most} are kept: shorten it": (
        "mã dài {count} ký tự, chỉ giữ được tối đa {most}: rút ngắn lại"
    ),
    # The article itself.
    "no body is left beside title, date line, captions and tail: check the text of the article": (
        "ngoài tiêu đề, dòng ngày, chú thích ảnh và phần cuối không còn nội dung nào: xem lại văn bản của bài"
    ),
    "date {printed!r} cannot be read: write it as YYYY-MM-DD, or leave the field empty": (
        "không đọc được ngày {printed!r}: viết dạng NĂM-THÁNG-NGÀY (2020-03-19), hoặc để trống"
    ),
    "date {printed!r} lies after {today}: correct it, or leave the field empty": (
        "ngày {printed!r} ở sau {today}: sửa lại, hoặc để trống"
    ),
    "the text is not in NFC; normalize it first": "văn bản chưa ở dạng NFC; chuẩn hóa trước",
    # Bytes that are no text.
    "binary, not text (NUL byte at offset {offset}): give text, pages, JSON lines or CSV": (
        "tệp nhị phân, không phải văn bản (byte NUL ở vị trí {offset}): đưa văn bản, trang web, JSON lines hoặc CSV"
    ),
    "binary, not text ({count} control characters, the first at character {character}): "
    "give text, pages, JSON lines or CSV": (
        "tệp nhị phân, không phải văn bản ({count} ký tự điều khiển, đầu tiên ở ký tự {character}): "
        "đưa văn bản, trang web, JSON lines hoặc CSV"
    ),
    "in no charset that can be told (as UTF-8, byte {byte} at offset {offset} is wrong): save it as UTF-8": (
        "không nhận ra bảng mã (đọc theo UTF-8 thì byte {byte} ở vị trí {offset} sai): lưu lại dạng UTF-8"
    ),
    "damaged (as {charset}, byte {byte} at offset {offset} is wrong): save it again from its source": (
        "bị hỏng (đọc theo {charset} thì byte {byte} ở vị trí {offset} sai): lưu lại từ nguồn"
    ),
    "lone surrogate (U+{code} at character {character}): mend the source": (
        "nửa ký tự thay thế (U+{code} ở ký tự {character}): sửa tệp gốc"
    ),
    # Records.
    "invalid JSON ({problem} at column {column}): correct the line": (
        "JSON không hợp lệ ({problem} ở cột {column}): sửa lại dòng này"
    ),
    "invalid JSON ({name} is no JSON value): correct the line": (
        "JSON không hợp lệ ({name} không phải giá trị JSON): sửa lại dòng này"
    ),
    "the JSON is nested too deeply: an article is one flat object": (
        "JSON lồng nhau quá sâu: mỗi bài là một đối tượng phẳng"
    ),
    "not a JSON object but {kind}: write an object with a text": (
        "không phải đối tượng JSON mà là {kind}: viết một đối tượng có text"
    ),
    "a field is no string ({name} is {kind}): write it in quotes": (
        "có trường không phải chuỗi ({name} là {kind}): viết trong dấu ngoặc kép"
    ),
    "the record has no text: fill its text, or its html": "bản ghi không có văn bản: điền text hoặc html",
    "a field is no text ({name} has a lone surrogate or control characters): correct it": (
        "có trường không phải văn bản ({name} có nửa ký tự thay thế hoặc ký tự điều khiển): sửa lại"
    ),
    "the row has {cells} cells, the header {columns}: quote cells that hold {delimiter!r}": (
        "hàng có {cells} ô, dòng tiêu đề có {columns}: đặt trong ngoặc kép những ô có {delimiter!r}"
    ),
    # Tables.
    "the header is not valid CSV ({problem}): correct its quotation marks": (
        "dòng tiêu đề không đúng CSV ({problem}): sửa lại dấu ngoặc kép"
    ),
    "two columns are named {name}: rename one": "hai cột cùng tên {name}: đổi tên một cột",
    "invalid CSV ({problem}): is a quotation mark left open, or not doubled?": (
        "CSV không hợp lệ ({problem}): có dấu ngoặc kép chưa đóng, hay chưa viết đôi?"
    ),
    "the row is longer than {most} bytes: raise KHOBAO_RECORD_BYTES": (
        "hàng dài hơn {most} byte: tăng KHOBAO_RECORD_BYTES"
    ),
    "lines {first} to {last} are lost, no row can be read there: "
    "close or double quotation marks, or raise KHOBAO_RECORD_BYTES": (
        "mất các dòng {first} đến {last}, ở đó không đọc được hàng nào: "
        "đóng hoặc viết đôi dấu ngoặc kép, hoặc tăng KHOBAO_RECORD_BYTES"
    ),
    # The store.
    "short hash {short} of {article_id} is taken by {holder}: give it another id": (
        "mã rút gọn {short} của {article_id} trùng với {holder}: đặt mã khác"
    ),
    "id taken: {article_id} is of {held_source} ({held_url}), not of {source} ({url}): give it an id of its own": (
        "mã đã dùng: {article_id} là bài của {held_source} ({held_url}), không phải của {source} ({url}): "
        "đặt mã riêng"
    ),
    "path taken: {path} of {source} is also at {other}, with another text: give each folder its own --source": (
        "đường dẫn đã dùng: {path} của {source} còn ở {other}, với văn bản khác: "
        "cho mỗi thư mục một --source riêng"
    ),
    "words and paragraphs differ in number: report this as a bug": (
        "số từ và số đoạn không khớp: xin báo lỗi này"
    ),
    "half a surrogate pair (U+{code}) in the text: mend the input": (
        "nửa ký tự thay thế (U+{code}) trong văn bản: sửa tệp gốc"
    ),
    "the process that read it was ended twice, by the system or by somebody: if memory ran out, set "
    "KHOBAO_WORKERS lower; then khobao rejections --retry": (
        "tiến trình đọc nó hai lần bị hệ thống hoặc ai đó kết thúc: nếu hết bộ nhớ thì giảm KHOBAO_WORKERS; "
        "rồi chạy khobao rejections --retry"
    ),
    # Reading again.
    "no longer there: put it back, or ingest its folder again": "không còn ở đó: đặt lại, hoặc nạp lại thư mục",
    "standard input cannot be read again: save it to a file and ingest that": (
        "không đọc lại được đầu vào chuẩn: lưu thành tệp rồi nạp tệp đó"
    ),
    # Files.
    "the path is empty: name a file, a folder or `-`": "đường dẫn trống: ghi tên tệp, thư mục hoặc `-`",
    "neither a file nor a folder: send its content to `-`": (
        "không phải tệp cũng không phải thư mục: đưa nội dung vào `-`"
    ),
    "{end} is not a kind that can be read: {readable}": "{end} không phải loại đọc được: {readable}",
    "{reason}: check the spelling, or the target of the link": (
        "{reason}: kiểm tra chính tả, hoặc đích của liên kết"
    ),
    "{reason}: make it readable, or leave it out": "{reason}: cho quyền đọc, hoặc bỏ đi",
    "{reason}: make room for temporary files": "{reason}: dọn chỗ trống cho tệp tạm",
    "{reason}: see that it can be read, or leave it out": "{reason}: xem có đọc được không, hoặc bỏ đi",
    "the file is empty": "tệp trống",
    "larger than {most} bytes: split it, or raise KHOBAO_RECORD_BYTES": (
        "lớn hơn {most} byte: chia nhỏ, hoặc tăng KHOBAO_RECORD_BYTES"
    ),
    "the line is longer than {most} bytes: raise KHOBAO_RECORD_BYTES": (
        "dòng dài hơn {most} byte: tăng KHOBAO_RECORD_BYTES"
    ),
    "the header is longer than {most} bytes: raise KHOBAO_RECORD_BYTES": (
        "dòng tiêu đề dài hơn {most} byte: tăng KHOBAO_RECORD_BYTES"
    ),
    "no column is named text or html; the first line has: {columns}": (
        "không có cột nào tên text hoặc html; dòng đầu có: {columns}"
    ),
    "the table has no rows below its header": "bảng không có hàng nào dưới dòng tiêu đề",
    # Containers and packed files.
    "not {packing} as its name says: give it the right name": (
        "không phải {packing} như tên tệp: đặt lại tên cho đúng"
    ),
    "the {packing} is cut off: what came before was read, get the file anew": (
        "dữ liệu {packing} bị cắt cụt: phần trước đã đọc, lấy lại tệp"
    ),
    "the {packing} is damaged ({reason}): what came before was read, get the file anew": (
        "dữ liệu {packing} bị hỏng ({reason}): phần trước đã đọc, lấy lại tệp"
    ),
    "what follows the end of its {packing} is something else: everything before was read": (
        "sau phần {packing} còn dữ liệu loại khác: phần trước đã đọc hết"
    ),
    "not a tar as its name says: give it the right name": "không phải tar như tên tệp: đặt lại tên cho đúng",
    "the tar is cut off: what came before was read, get the file anew": (
        "tệp tar bị cắt cụt: phần trước đã đọc, lấy lại tệp"
    ),
    "the tar is damaged at byte {offset}: what came before was read, get the file anew": (
        "tệp tar hỏng ở byte {offset}: phần trước đã đọc, lấy lại tệp"
    ),
    "the zip is cut off: what came before was read, get the file anew": (
        "tệp zip bị cắt cụt: phần trước đã đọc, lấy lại tệp"
    ),
    "not a zip, or damaged ({reason}): get the file anew": "không phải zip, hoặc bị hỏng ({reason}): lấy lại tệp",
    "damaged in the zip ({reason}): get the file anew": "bị hỏng trong zip ({reason}): lấy lại tệp",
    "encrypted: unpack it with its password first": "đã mã hóa: giải nén bằng mật khẩu trước",
    "packed with method {method}, which is not read: pack the zip anew": (
        "nén bằng phương pháp {method}, không đọc được: nén lại tệp zip"
    ),
    "members of the zip lie over each other, as in no honest zip: leave it out": (
        "các tệp trong zip chồng lên nhau, zip bình thường không thế: bỏ đi"
    ),
    "no file is in it": "bên trong không có tệp nào",
    "another member has this path and was read: rename one of them": (
        "có tệp khác cùng đường dẫn đã được đọc: đổi tên một trong hai"
    ),
    "a container in a container in a container: unpack the outermost first": (
        "tệp nén trong tệp nén trong tệp nén: giải nén lớp ngoài cùng trước"
    ),
    "a zip of more than {most} bytes in another file: unpack that, or raise KHOBAO_SPOOL_BYTES": (
        "tệp zip hơn {most} byte nằm trong tệp khác: giải nén tệp ngoài, hoặc tăng KHOBAO_SPOOL_BYTES"
    ),
    "holds more than {most} files: split it, or raise KHOBAO_MEMBERS": (
        "chứa hơn {most} tệp: chia nhỏ, hoặc tăng KHOBAO_MEMBERS"
    ),
    "unpacks to more than {most} bytes: split it, or raise KHOBAO_UNPACKED_BYTES": (
        "giải nén ra hơn {most} byte: chia nhỏ, hoặc tăng KHOBAO_UNPACKED_BYTES"
    ),
    "unpacks to more than {most} times its size, as no honest file does: "
    "leave it out, or raise KHOBAO_UNPACKED_RATIO": (
        "giải nén ra hơn {most} lần cỡ của nó, tệp bình thường không thế: "
        "bỏ đi, hoặc tăng KHOBAO_UNPACKED_RATIO"
    ),
    # WARC: files and records.
    "the file ends in the midst of it: what came before was read, get the file anew": (
        "tệp dừng giữa chừng ở đây: phần trước đã đọc, lấy lại tệp"
    ),
    "the gzip is damaged here ({problem}): what is whole before and behind is read, get the file anew": (
        "phần gzip hỏng ở đây ({problem}): phần nguyên vẹn trước và sau vẫn được đọc, lấy lại tệp"
    ),
    "the gzip is damaged in more than {most} places: what came before was read, get the file anew": (
        "phần gzip hỏng ở hơn {most} chỗ: phần trước đã đọc, lấy lại tệp"
    ),
    "no record begins here, but {found}: what stands before the next one is lost": (
        "ở đây không bắt đầu bản ghi nào mà là {found}: phần trước bản ghi kế tiếp bị mất"
    ),
    "the record declares no length that can be read ({declared!r}): write the file anew": (
        "bản ghi không khai độ dài đọc được ({declared!r}): ghi lại tệp"
    ),
    "the record does not end after the {declared} bytes it declares: write the file anew": (
        "bản ghi không kết thúc sau {declared} byte như đã khai: ghi lại tệp"
    ),
    "a header is longer than {most} bytes: see what wrote the file": (
        "phần đầu dài hơn {most} byte: xem lại công cụ đã ghi tệp"
    ),
    # WARC: pages.
    "the server answered {status} for {url}: fetch it anew": "máy chủ trả lời {status} cho {url}: tải lại",
    "the answer for {url} has no status line, as HTTP has: fetch it anew": (
        "câu trả lời cho {url} thiếu dòng trạng thái của HTTP: tải lại"
    ),
    "the page {url} is empty: fetch it anew": "trang {url} rỗng: tải lại",
    "the page was cut off when it was recorded: fetch it anew": "trang bị cắt cụt khi lưu: tải lại trang",
    "the page goes on in other records, which are not joined here: join its segments first": (
        "trang còn tiếp ở bản ghi khác, ở đây không ghép: ghép các đoạn trước"
    ),
    "the chunks of the page do not fit together: fetch it anew": "các khúc của trang không khớp nhau: tải lại trang",
    "the page, packed with {coding}, is damaged ({problem}): fetch it anew": (
        "trang nén bằng {coding} bị hỏng ({problem}): tải lại trang"
    ),
    "the page is packed with {coding}, which cannot be unpacked here: "
    "for br install Brotli 1.2, else record the page anew": (
        "trang nén bằng {coding}, ở đây không giải nén được: với br thì cài Brotli 1.2, còn lại thì lưu lại trang"
    ),
    "the same page as {original} of {time}, which is not in this file: ingest the file that has it": (
        "giống hệt trang {original} lúc {time}, không có trong tệp này: nạp tệp có trang đó"
    ),
    "the same page as {original} of {time}, to which a packed file has no way back: unpack it, then ingest": (
        "giống hệt trang {original} lúc {time}, trong tệp nén không quay lại được: giải nén rồi nạp"
    ),
    # WARC: what is skipped.
    "{type}, not a page": "{type}, không phải trang",
    "a redirect ({status})": "chuyển hướng ({status})",
    "a record of the kind {kind!r}, not a page": "bản ghi loại {kind!r}, không phải trang",
    "not from the web ({scheme})": "không lấy từ web ({scheme})",
    "rules for robots": "quy tắc cho robot",
    "unchanged since {time}": "không đổi từ {time}",
    # Files that are skipped.
    "of another kind than {readable}": "khác các loại đọc được: {readable}",
    "what macOS adds to a zip": "phần macOS thêm vào zip",
    "a link in a container: what it leads to is read where it is": (
        "liên kết trong tệp nén: nội dung được đọc ở chỗ gốc"
    ),
    "a device or a pipe in a container": "thiết bị hoặc ống dẫn trong tệp nén",
    "a sparse file in a tar, with its holes left out: unpack it first": (
        "tệp thưa trong tar, đã lược các khoảng trống: giải nén trước"
    ),
    "of a type of its own in a tar: unpack it first": "thuộc loại riêng trong tar: giải nén trước",
    "hidden": "tệp ẩn",
    "a README": "tệp README",
    "not a file": "không phải tệp",
    "a link to a folder: name it to have it read": "liên kết tới thư mục: ghi rõ tên nó nếu muốn đọc",
    # Pages that are no article.
    "the page is the error page of a server or web archive (it says {said!r}): save the article itself": (
        "đây là trang báo lỗi của máy chủ hoặc kho lưu trữ web (ghi {said!r}): hãy lưu chính bài viết"
    ),
    "the page has no text: {characters} characters outside scripts and styles; save it once it has loaded": (
        "trang không có chữ: {characters} ký tự ngoài mã lệnh và kiểu trình bày; đợi trang tải xong rồi lưu lại"
    ),
    "the page asks for a password and has no article: {characters} characters of text; save it while signed in": (
        "trang đòi mật khẩu và không có bài viết: {characters} ký tự; đăng nhập rồi lưu lại"
    ),
    "the page is a form to fill in: {characters} characters of text; save the article itself": (
        "đây là biểu mẫu để điền: {characters} ký tự; hãy lưu chính bài viết"
    ),
    "the page lists results of a search ({links} linked headlines): save the articles themselves": (
        "đây là trang kết quả tìm kiếm ({links} tít có liên kết): hãy lưu chính các bài viết"
    ),
    "the page lists articles and is none: {links} linked headlines, {characters} characters of running text; "
    "save the articles themselves": (
        "đây là trang danh mục, không phải bài viết: {links} tít có liên kết, {characters} ký tự văn xuôi; "
        "hãy lưu chính các bài viết"
    ),
    "the text of the article is a picture: {pictures} pictures, {characters} characters of text; "
    "add its text as a .txt file": (
        "bài viết là ảnh chụp: {pictures} ảnh, {characters} ký tự; hãy thêm nội dung bằng tệp .txt"
    ),
    "the article has no text of its own, only {links} links to documents: "
    "save the text of the document instead": (
        "bài không có nội dung, chỉ có {links} liên kết tới văn bản đính kèm: hãy lưu nội dung văn bản đó"
    ),
    "no article text was found on the page: {characters} characters of running text, {links} links": (
        "không tìm thấy bài viết trên trang: {characters} ký tự văn xuôi, {links} liên kết"
    ),
    "{characters} characters of text are too many for one article (the most is {most}): split it": (
        "{characters} ký tự là quá nhiều cho một bài (nhiều nhất {most}): hãy chia nhỏ"
    ),
    "the page has {tags} tags, more than {most}: save each of its articles by itself": (
        "trang có {tags} thẻ, nhiều hơn {most}: hãy lưu riêng từng bài"
    ),
    "elements of the page stand more than {most} deep in one another: give its text as a .txt file": (
        "các phần của trang lồng nhau sâu quá {most} lớp: hãy đưa nội dung dưới dạng tệp .txt"
    ),
}
