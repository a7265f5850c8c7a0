"""Words that give the roles of lines away. Facts of Vietnamese newspaper practice.

Sources: the five seeds and the openings of about a dozen provincial papers and portals, read for date lines,
bylines, captions and tails.
"""

from __future__ import annotations


def phrases(table: str) -> tuple[str, ...]:
    """The phrases of a table, longer ones first: so they may become alternatives of a pattern as they are."""
    phrases = {phrase.strip() for phrase in table.replace("\n", "|").split("|")} - {""}
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


SECTIONS = frozenset(
    phrases(
        """
        an ninh - quốc phòng | bạn đọc | chính trị | chính trị - xã hội | công nghệ | du lịch
        dân tộc - tôn giáo | giáo dục | kinh tế | kinh tế - xã hội | multimedia | nông nghiệp | nông thôn mới
        pháp luật | quốc phòng - an ninh | quốc tế | sức khỏe | thế giới | thể thao | thời sự
        thời sự - chính trị | thời sự chính trị | tin hoạt động | tin mới | tin nổi bật | tin trong tỉnh
        tin tổng hợp | tin tức | tin tức - sự kiện | tin tức sự kiện | tin địa phương | tiêu điểm | trang chủ
        trong nước | trong tỉnh | video | văn hóa | văn hóa - thể thao | văn hóa - văn nghệ | văn hóa - xã hội
        xây dựng đảng | xã hội | y tế | đời sống
        """
    )
)
"""Names of newspaper sections that stand alone above a title, lower case."""

DATELINE_LABELS = phrases(
    """
    cập nhật lần cuối | thời gian đăng | thời gian cập nhật | cập nhật lúc | cập nhật ngày | cập nhật
    ngày xuất bản | xuất bản lúc | xuất bản | ngày đăng tin | ngày đăng | tin đăng lúc | đăng lúc
    đăng ngày | ngày post | ngày gửi | gửi lúc | ngày tạo | thời gian | ra ngày | vào lúc | lúc | ngày
    số ra ngày | phát hành ngày | ngày phát hành | ngày cập nhật | ngày giờ đăng | đăng vào | đăng | tạo lúc
    vào | được viết ngày | được viết vào | được đăng ngày | được đăng | xuất bản ngày | cập nhật mới nhất
    last updated | updated | published on | published | posted on | posted | date | on | at | phát hành
    số ra
    """
)
"""What portals print before a date, lower case."""

UPDATE_LABELS = phrases(
    "cập nhật | ngày cập nhật | thời gian cập nhật | last updated | updated | sửa lần cuối"
)
"""Beginnings of labels that tell when a page was changed, not when it was published."""

COUNTER_LABELS = phrases(
    """
    số lượt người xem | số lượt xem | số lần xem | số lượt đọc | số lần đọc | tổng lượt xem | lượt người xem
    lượt xem | lượt đọc | lượt truy cập | số lượt truy cập | đã xem | đã đọc | người xem | views | view
    lần xem | lần đọc | lượt nghe | lượt tải | người đọc | hits
    """
)
"""What portals print beside the number of readers, lower case."""

COUNTED_THINGS = phrases(
    "xem | đọc | bình luận | phản hồi | ý kiến | lượt thích | lượt chia sẻ | lượt | comments | comment | reads"
)
"""What portals count where the number stands first, lower case: `3 bình luận`."""

TAIL_MARKERS = phrases(
    """
    các tin đã đưa ngày | các tin đã đưa | tin đã đưa | các tin khác | các bài khác | các tin liên quan
    các bài liên quan | các tin cũ hơn | các tin mới hơn | các tin mới nhất | tin cùng chuyên mục
    bài cùng chuyên mục | cùng chuyên mục | cùng chủ đề | tin cùng loại | tin liên quan | bài liên quan
    bài viết liên quan | tin bài liên quan | tin tức liên quan | tin, bài liên quan | tin khác | bài khác
    tin mới hơn | tin cũ hơn | tin mới nhất | tin mới nhận | tin nổi bật | tin đọc nhiều | đọc nhiều
    đọc nhiều nhất | xem nhiều | xem nhiều nhất | tin xem nhiều | những tin mới hơn | những tin cũ hơn
    có thể bạn quan tâm | bạn có thể quan tâm | có thể bạn muốn xem | xem thêm | đọc thêm | xem tiếp
    mời xem thêm | mời bạn đọc xem thêm | chia sẻ | chia sẻ bài viết | chia sẻ facebook | in bài
    in bài viết | in trang | bản in | gửi bài | gửi email | gửi bài viết | gửi phản hồi | phản hồi
    phản hồi của bạn đọc | ý kiến | ý kiến bạn đọc | ý kiến của bạn | gửi ý kiến | gửi ý kiến của bạn
    gửi bình luận | viết bình luận | bình luận | bình luận bài viết | đánh giá bài viết | về trang trước
    quay lại | trở lại | trở về | về đầu trang | lên đầu trang | lên đầu | copy link | sao chép liên kết
    lưu bài viết | lưu bài | tweet | facebook | zalo | báo lỗi | thích | like | share | xem chi tiết
    xem chi tiết tại đây | chi tiết tại đây | chi tiết xem tại đây | tải về | tệp đính kèm | file đính kèm
    """
)
"""Lines that begin what follows an article on its page, lower case, without their colon."""

TAIL_NOUNS = phrases(
    """
    tin | bài | tin bài | tin, bài | tin tức | tin ảnh | bài viết | bài báo | thông tin | sự kiện | văn bản
    video | ảnh | mục | chuyên mục
    """
)
"""What lists under an article hold, lower case."""

TAIL_QUALITIES = phrases(
    """
    khác | cũ | cũ hơn | mới | mới hơn | mới nhất | mới đăng | mới cập nhật | liên quan | có liên quan
    cùng mục | cùng chuyên mục | cùng chủ đề | cùng loại | cùng thể loại | cùng danh mục | cùng số
    cùng tác giả | đã đưa | đã đăng | đã đăng tải | đã phát hành | tiếp theo | trước | trước đó | nổi bật
    đọc nhiều | xem nhiều | đọc nhiều nhất | xem nhiều nhất | trong số | cùng ngày
    """
)
"""What is said of them, lower case."""

LABELLED_TAILS = phrases(
    """
    từ khóa | từ khoá | tags | tag | thẻ | chủ đề | nguồn | nguồn tin | link gốc | link nguồn | xem thêm
    đọc thêm | tin liên quan | bài liên quan
    """
)
"""Labels that make their whole line part of the tail when a colon follows, lower case."""

TAIL_SENTENCES = phrases(
    """
    bạn đang đọc bài | mọi chi tiết vui lòng | mọi ý kiến | theo dõi báo | mời quý vị | mời quý độc giả
    mời bạn đọc | vui lòng nhập | gửi bài viết, video | tổng số điểm của bài viết | click để đánh giá
    bài viết này có hữu ích | ghi rõ nguồn | những tin mới | những tin cũ | bản quyền | © | copyright
    mọi hình thức sao chép | mọi hình thức sử dụng | this entry was posted | filed under | posted in
    được đăng trong | yêu cầu ghi rõ | vui lòng ghi rõ | xin vui lòng ghi rõ | chưa có bình luận
    hãy là người đầu tiên | đánh giá của bạn | bạn thấy bài viết | vote: | bạn phải đăng nhập
    bạn cần đăng nhập | mã xác nhận | nhập bình luận
    """
)
"""Beginnings of sentences that invite the reader to something on the page, lower case."""

PAGE_FURNITURE = phrases(
    """
    0:00 | nghe đọc bài | nghe audio | nghe bài viết | theo dõi báo | đọc bài viết | cỡ chữ | giọng đọc
    nam miền bắc | nữ miền bắc | nam miền nam | nữ miền nam | a- a a+ | a a+ | tăng tương phản | chia sẻ
    in bài | in trang | facebook | zalo | copy link | xem cỡ chữ | đọc báo in | hotline | lưu bài viết
    """
)
"""Beginnings of short lines of a page's controls, met above the text, lower case."""

BYLINE_LABELS = phrases(
    """
    tin và ảnh | tin, ảnh | tin - ảnh | tin – ảnh | tin ảnh | bài và ảnh | bài, ảnh | bài - ảnh | bài – ảnh
    bài ảnh | bài & ảnh | tin & ảnh | tin/ảnh | bài/ảnh | tin, bài | tin bài | tin | bài viết | bài
    tác giả bài viết | tác giả | người viết | thực hiện | phóng viên | ghi chép của | ghi chép | tổng hợp
    viết bởi | được viết bởi | đăng bởi | được đăng bởi | người đăng | người đưa tin | người cập nhật
    cộng tác viên | gửi bởi | bởi | written by | posted by | by | nội dung | bài của | tin của
    tin, ảnh của | bài, ảnh của | thơ của | truyện ngắn của | ghi nhận của | submitted by | nhóm thực hiện
    chịu trách nhiệm nội dung | người thực hiện | người gửi | t/h | th | biên tập | ghi | ký sự của
    phóng sự của | bút ký của | nhóm phóng viên | nhóm pv | pv
    """
)
"""What is printed before the author's name, lower case."""

PHOTO_BYLINE_WORD = "ảnh"
"""In a byline label: the author took the pictures too."""

CREDIT_LABELS = phrases(
    """
    ảnh minh họa | ảnh minh hoạ | ảnh tư liệu | ảnh chụp màn hình | ảnh | hình ảnh | hình | photo | clip
    video | đồ họa | đồ hoạ | infographic | thiết kế
    """
)
"""What is printed before a photographer's name, lower case."""

PUBLISHER_LABELS = phrases(
    """
    tác giả | tác giả bài viết | người viết | người đăng | người đưa tin | viết bởi | đăng bởi | được đăng bởi
    tin, ảnh | tin và ảnh | tin ảnh | bài, ảnh | bài và ảnh | bài ảnh
    """
)
"""Labels of bylines that an institution may stand behind as well, lower case."""

SOURCE_LABELS = ("nguồn tin", "nguồn bài", "nguồn", "theo nguồn")
"""What is printed before the paper or the office a text comes from, lower case."""

LINKING_WORDS = frozenset(
    phrases(
        "ở | tại | trên | dưới | trong | và | của | cho | với | vì | để | về | bằng | từ | đến | do | theo | qua | vào"
    )
)
"""Words that go on with a phrase, lower case."""

SITE_ACCOUNTS = frozenset(
    phrases(
        "admin | administrator | super user | superuser | quản trị | quản trị viên | quantri | webmaster | root"
    )
)
"""Accounts of content managers that stand where an author would, lower case."""

COLLECTIVE_BYLINES = frozenset(
    phrases(
        """
        ban biên tập | ban biên tập cổng ttđt | bbt | ctv | nhóm phóng viên | nhóm pv | nhóm tác giả | p.v
        p.v. | phóng viên | pv | ttxvn | vov | vtv
        """
    )
)
"""Bylines that name no person, lower case."""

SOURCE_BYLINE = "theo"
"""Begins a byline that names the paper an article was taken from."""

SUBJECT_OPENERS = phrases(
    """
    quang cảnh | toàn cảnh | các đại biểu | đại biểu | đông đảo | lãnh đạo | các đồng chí | đồng chí | đ/c
    ông | bà | đoàn công tác | đoàn đại biểu | đoàn giám sát | đoàn khảo sát | đoàn kiểm tra | thường trực
    đại diện | ban tổ chức | cán bộ | nhân dân | người dân | bà con | các em | học sinh | hội viên
    đoàn viên | chiến sĩ | lực lượng | một góc | phối cảnh | hình ảnh | khung cảnh | các tập thể
    các cá nhân | cử tri
    """
)
"""How captions begin, besides posts, lower case."""

SCENE_OPENERS = phrases(
    """
    quang cảnh | toàn cảnh | một góc | phối cảnh | khung cảnh | hình ảnh
    """
)
"""Openers that no body sentence of reported news begins with when it stands alone, lower case."""

SCENE_VERBS = phrases(
    """
    phát biểu | trao | tặng | trao tặng | kiểm tra | thăm | hỏi thăm | thăm hỏi | chụp ảnh | chụp hình
    bắt tay | dâng hương | dâng hoa | cắt băng | bấm nút | ấn nút | nhấn nút | ký kết | ký biên bản
    tham quan | khảo sát | chủ trì | điều hành | trình bày | báo cáo tại | kết luận hội nghị | chúc mừng
    biểu quyết | bỏ phiếu | bỏ lá phiếu | tham dự | dự hội nghị | dự buổi | dự lễ | dự phiên
    dự chương trình | đón nhận | nhận bằng khen | nhận giấy khen | nhận quyết định | nhận hoa | nhận quà
    tiếp đoàn | thực hiện nghi thức | trồng cây | động thổ | trao đổi với | trao đổi tại | trao đổi bên lề
    thảo luận tại | quyên góp | chia sẻ tại | làm việc với | làm việc tại | động viên | nghe giới thiệu
    nghe báo cáo | tiếp xúc cử tri | ra quân | diễu hành | giao lưu | tại hội nghị | tại buổi | tại lễ
    tại hội thảo | tại cuộc họp | tại phiên
    """
)
"""What people do in pictures, lower case."""

STORY_WORDS = phrases(
    """
    đã | sẽ | vừa | cho biết | cho hay | cho rằng | nhấn mạnh | khẳng định | yêu cầu | đề nghị | nói
    chia sẻ rằng | nêu rõ | cùng dự | theo đó | tuy nhiên | bên cạnh đó | ngoài ra | đồng thời | hiện nay
    mong muốn | ghi nhận | biểu dương | bị | phải | cần | như thế | như vậy | chưa | không | cũng | nếu
    nhưng
    """
)
"""What tells, or reports speech, and so is a sentence of the story, not a caption, lower case."""

PREDICATES = phrases(
    """
    là | có | được | gồm | tiếp tục | thừa nhận | xác nhận | khuyến cáo | giao | chịu | phân tích | đề xuất
    chỉ | từng | luôn | đều | muốn | đang | vẫn | còn | mới | cùng với đó | phê duyệt | quyết định
    """
)
"""What, standing before the scene, makes it a part of a sentence of the story, lower case."""
