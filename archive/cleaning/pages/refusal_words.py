"""Words that give away pages that are no article: lists, errors, results of a search. Facts only."""

from __future__ import annotations

from archive.cleaning.vocabulary import phrases

LISTING_OPENERS = phrases(
    """
    tag: | tags: | thẻ: | từ khóa: | từ khoá: | chuyên mục: | category: | category archives | lưu trữ
    archive | archives | chủ đề: | bài viết theo | bài viết của | các bài viết | danh sách bài
    danh sách tin | kết quả tìm | tìm kiếm
    """
)
"""Beginnings of the headings of pages that list articles, lower case."""

MORE_LINKS = frozenset(
    phrases(
        """
        xem tiếp | đọc tiếp | chi tiết | xem chi tiết | xem thêm | đọc thêm | read more | more | tiếp tục đọc
        xem toàn bộ
        """
    )
)
"""What is linked under a teaser, lower case."""

ERROR_MARKERS = phrases(
    """
    404 not found | 404 error | error 404 | page not found | lỗi 404 | không tìm thấy trang
    trang không tồn tại | trang bạn yêu cầu không | trang bạn tìm không | trang bạn đang tìm
    bài viết không tồn tại | nội dung không tồn tại | không tìm thấy nội dung | không tìm thấy bài viết
    tin không tồn tại | 403 forbidden | access denied | truy cập bị từ chối | server error in
    internal server error | service unavailable | bad gateway | runtime error | đường dẫn không tồn tại
    liên kết không tồn tại | trang này không tồn tại | the page cannot be found
    the resource cannot be found | an unexpected error has occurred | lỗi hệ thống
    không tìm thấy đường dẫn | website đang bảo trì | trang web đang bảo trì | file not found | object moved
    the wayback machine has not archived that url | this page is not available on the web
    got an http 302 response at crawl time | this url has been excluded from the wayback machine
    http error | the page you are looking for | under maintenance | under construction | fatal error:
    parse error: | error establishing a database connection | database error
    không kết nối được cơ sở dữ liệu | dữ liệu không tồn tại | website đang được bảo trì
    hệ thống đang bảo trì | hệ thống đang được bảo trì | đang trong quá trình bảo trì
    website đang nâng cấp | website đang được nâng cấp | hệ thống đang nâng cấp | tạm ngừng hoạt động để
    bạn không có quyền truy cập | you are not authorized | không tìm thấy tin | không có bài viết nào
    không tìm thấy dữ liệu | trang web không tồn tại | đường link không tồn tại | bài viết bạn tìm
    bài viết này không tồn tại | tin bài không tồn tại | bài viết đã bị xóa | bài viết đã bị gỡ | xảy ra lỗi
    có lỗi xảy ra | not found | the page cannot be displayed | this page cannot be displayed
    page can't be displayed | internet archive wayback machine | doesn't have that page archived
    doesn’t have that page archived | trang này không thể hiển thị | không thể hiển thị trang
    """
)
"""What servers, portals and web archives print instead of a page, lower case."""

FORM_TITLES = phrases(
    """
    liên hệ | góp ý | contact | thư góp ý | hộp thư góp ý | gửi câu hỏi | đặt câu hỏi | gửi ý kiến
    ý kiến góp ý | phản ánh kiến nghị | gửi phản ánh | phản ánh, kiến nghị | tiếp nhận phản ánh
    """
)
"""Beginnings of the headings over forms to fill in, lower case."""

SEARCH_TITLES = phrases(
    """
    tìm kiếm | kết quả tìm | tra cứu | search | search results
    """
)
"""Beginnings of the `<title>` of a page of search results, lower case."""

SEARCH_MARKERS = phrases(
    """
    kết quả tìm kiếm | kết quả tìm thấy | tìm thấy kết quả | search results | kết quả cho từ khóa
    từ khóa tìm kiếm | không tìm thấy kết quả | tìm thấy tổng cộng
    """
)
"""What stands over the results of a search, lower case."""
