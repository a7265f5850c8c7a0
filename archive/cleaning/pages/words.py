"""Words that give the parts of a page away: element names, class names and ids, visible markers. Facts only.

Class names and ids are English or Vietnamese without marks, written together, with `-` or `_`, or in
camelCase. Sources: the pages of SharePoint, DotNetNuke, Joomla, NukeViet, WordPress and Drupal sites of
provinces, and the modern systems of provincial papers.
"""

from __future__ import annotations


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


def _phrases(table: str) -> tuple[str, ...]:
    """The phrases of a table, longer ones first."""
    phrases = {phrase.strip() for phrase in table.replace("\n", "|").split("|")} - {""}
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


UNSEEN_TAGS = _words(
    """
    script style noscript template iframe frame object embed applet svg math canvas map audio video select
    option optgroup textarea input button datalist progress meter head link meta base title dialog
    """
)
"""Elements whose text is never a part of what is read."""

BLOCK_TAGS = _words(
    """
    html body div p td th tr table tbody thead tfoot caption ul ol li dl dt dd h1 h2 h3 h4 h5 h6 section
    article aside header footer main nav form fieldset legend figure figcaption blockquote pre center address
    hr hgroup details summary dir menu marquee time
    """
)
"""Elements that begin and end lines."""

TAG_FRAMES = {
    "nav": "menu",
    "footer": "footer",
    "aside": "sidebar",
    "header": "header",
    "form": "form",
    "menu": "menu",
}
"""Elements that are frame by their name, and of what kind."""

HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")

FRAME_WORDS: dict[str, frozenset[str]] = {
    "web_archive": _words("wmipp wmippbase wmippprint wmtb donato"),
    "editing": _words(
        """
        mscui msmenu contextmenu mslistviewtable mspopoutmenu s4notdlg s4titletext s4titleh1 s4search s4ribbon
        adminbar ribbon dnncontrolpanel actionmenu mshidden notifyshow
        """
    ),
    "menu": _words(
        """
        nav navi navbar navigation menu menubar topmenu mainmenu leftmenu submenu mnu breadcrumb duongdan pathway
        pathnav dropdown hamburger sitemap quicklaunch pagination paging phantrang pager pagenav skip s4breadcrumb
        leftsubmenu megamenu crumb crumbs backtotop gotop lendautrang weblink linkweb lienketweb lienketwebsite
        offcanvas toolbar topbar tabnav
        """
    ),
    "header": _words(
        "masthead siteheader topheader bannertop headertop pagetop logo datesearch dateclock timenow"
    ),
    "footer": _words("footer copyright banquyen chantrang colophon siteinfo"),
    "related": _words(
        """
        related relate relatednews lienquan tinkhac othernews newsother otherpost otheritem others tinmoi tincu
        cungchuyenmuc cungchude tindadua cackhac baivietkhac baikhac docnhieu xemnhieu mostview mostread
        mostpopular popular trending hotnews latest newest tinnoibat tinnong recommend suggest morenews readmore
        seemore xemthem recent sametopic samecategory tindoc vanbanmoi tinlq newsold newsnew oldernews newernews
        tiepnoi xemtiep readalso alsoread readnext nextpost prevpost postnav outbrain taboola yarpp zonemoi
        newslist listnews dsvbpl
        """
    ),
    "comments": _words("comment binhluan ykien ykienbandoc phanhoi disqus feedback respond reply guiykien"),
    "share": _words(
        """
        share sharing social addthis sharethis chiase likebox fblike plusone zaloshare articletools
        sendmail emailform guibai printmail actions iconset stickytools toolbox sharebar btnshare luubai readtools
        """
    ),
    "view_counter": _words(
        "counter hitcount luottruycap truycap thongke thongketruycap visitor visitors luotxem viewcount readcounter "
        "hits online pageview"
    ),
    "poll": _words(
        "poll vote voting binhchon thamdo survey rating ratings danhgia star stars rate evaluate votes"
    ),
    "login": _words("login dangnhap signin register dangky logon"),
    "search": _words("search timkiem searchbox searchform"),
    "advertisement": _words(
        """
        ads adv advs advert advertisement quangcao qc banner sponsor adsense admicro adzone adsbygoogle doubleclick
        adbox adslot promo
        """
    ),
    "tags": _words("tags tagcloud taglist keywords tukhoa hashtag posttags tagged"),
    "sidebar": _words(
        """
        sidebar aside weather thoitiet tygia tigia giavang exchange slider slideshow carousel newsletter subscribe
        subscription hotline tooltip sronly visuallyhidden screenreadertext
        """
    ),
    "popup": _words("popup modal cookie lightbox"),
    "audio": _words("audio player docbao nghebai nghedoc tts texttospeech listen"),
}
"""Class names and ids of what stands round an article, by kind; the kind names the removal."""

ROLE_WORDS: dict[str, frozenset[str]] = {
    "title": _words(
        "title headline tieude heading hed subject titlenews newstitle entrytitle contentheading tit ttl"
    ),
    "lead": _words(
        """
        sapo lead chapeau tomtat abstract summary description intro introtext excerpt hometext mota desc teaser
        trichdan standfirst motangan shortdesc dautin chappeau subtitle
        """
    ),
    "date": _words(
        """
        date time datetime ngay ngaydang thoigian pubdate publish published posted createdate created timestamp
        postdate newsdate entrydate datepublished dateposted ngaythang giodang dateandtime clock updatetime
        """
    ),
    "author": _words(
        "author tacgia byline writer butdanh nguoiviet authors source nguon nguontin signature penname"
    ),
    "caption": _words(
        """
        caption figcaption chuthich chuthichanh imgdesc imagedesc photodesc photocmscaption wpcaptiontext
        piccaption imagecaption tenanh
        """
    ),
    "body": _words(
        """
        articlebody articlecontent entrycontent detailcontent contentdetail postcontent noidung bodytext
        newscontent contentnews fckdetail cmsbody itemfulltext fieldnamebody externalclass newsdetail
        articletext storybody singlecontent maincontentdetail contentarticle detailbody journalcontentarticle
        noidungtin noidungchitiet chitietnoidung chitiettin newsbody contentbody articledetail
        """
    ),
}
"""Class names and ids of the parts of an article, by role."""

ENDING_WORDS = {"title": ("title", "tieude"), "lead": ("sapo", "tomtat"), "author": ("author", "tacgia")}
"""Words of roles that names end in, whatever letters a template puts before them: `vtitle`, `ctl_tieude`."""

LONGEST_WHOLE_WORD = 5
"""A word of a table with at most so many letters counts only as a whole word of a name; a longer one also as
a part of it (`boxtinlienquan`)."""

WHOLE_WORDS = _words(
    """
    rating ratings visitor visitors recent latest posted created source others subject heading toolbar online
    actions player listen summary publish header aside banner header reply popular intro clock authors excerpt
    survey register excerpt widget signature teaser
    """
)
"""Longer words that are parts of too many others, and count only whole."""

TRIVIAL_LINES = frozenset(
    _phrases(
        """
        rss | bản in | in tin | in trang | in bài | in bài viết | print | quay lại | trở lại | trở về
        về trang trước | lên đầu trang | về đầu trang | về trang chủ | trang chủ | home | đầu trang | email
        gửi email | gửi mail | gửi bài | gửi cho bạn bè | xem thêm | xem tiếp | chi tiết | xem chi tiết
        tweet | share | facebook | twitter | google+ | linkedin | pinterest | zalo | like | thích | chia sẻ
        copy link | sao chép | lưu | lưu tin | next | previous | next image | previous image | enlarge
        close | đóng | top | comments | bình luận | currently selected | sign in | đăng nhập | tìm kiếm
        tiếp | trước | trang trước | trang sau | a+ | a- | a | nghe đọc bài | nghe bài viết | cỡ chữ | in ấn
        tải về | download | pdf | word | html | xml | - | + | | | » | gửi bạn bè | gửi tới bạn bè | gửi tòa soạn
        gửi toà soạn | xem tin theo ngày | tin theo ngày | gửi phản hồi | gửi tin này | in tin này
        """
    )
)
"""Whole lines of a page's controls, lower case."""

SITE_OPENERS = _phrases(
    """
    cổng thông tin | cổng ttđt | trang thông tin | trang tin điện tử | website | trang chủ | báo điện tử
    home | homepage | cổng dịch vụ | trang web
    """
)
"""Beginnings of the names of sites in titles, lower case."""

RUBRIC_OPENERS = _phrases(
    """
    tin tức | tin chuyên | tin trong | tin ngoài | tin hoạt động | tin tổng hợp | tin nổi bật | tin mới
    tin kinh tế | tin văn hóa | tin sự kiện | tin địa phương | tin thời sự | thông tin chỉ đạo
    thông tin chung | chuyên mục | văn bản chỉ đạo | văn bản mới | danh mục | trang chủ
    """
)
"""Beginnings of names of sections, lower case."""

MASTHEAD_OPENERS = _phrases(
    """
    báo | cổng | đài | trang | tạp chí | bản tin | ubnd | ủy ban | uỷ ban | sở | ban | phòng | hội | huyện
    tỉnh | thành phố | thị xã | đảng bộ | huyện ủy | thành ủy | tỉnh ủy | công an | bộ | chi cục | cục
    trung tâm | trường | liên đoàn | tỉnh đoàn | mặt trận | ủy ban nhân dân | website | hội đồng nhân dân
    đoàn | văn phòng | viện | xã | phường | thị trấn | quận
    """
)
"""Beginnings of the names in the mastheads of sites, lower case."""

IMPRINT_OPENERS = _phrases(
    """
    © | ® | copyright | bản quyền | giấy phép | cơ quan chủ quản | cơ quan quản lý | chịu trách nhiệm
    đơn vị quản lý | tổng biên tập | phó tổng biên tập | trưởng ban biên tập | trụ sở | tòa soạn | toà soạn
    điện thoại | địa chỉ | email | e-mail | emai | hotline | đường dây nóng | fax | tel | ghi rõ nguồn
    thiết kế bởi | phát triển bởi | designed by | powered by | số giấy phép | trang thông tin điện tử
    cổng thông tin điện tử | liên hệ quảng cáo
    """
)
"""Beginnings of the lines that say who publishes a site, lower case."""

ATTACHMENT_MARKERS = _phrases(
    """
    xem chi tiết | chi tiết xem | tải về | tải file | tải tệp | tải tại | tải văn bản | file đính kèm
    tệp đính kèm | tài liệu đính kèm | văn bản đính kèm | tập tin đính kèm | tệp tin đính kèm
    nội dung file | tải tài liệu | xem tại đây | tại đây | download | xem file | xem toàn văn
    """
)
"""What pages print beside the document that holds their text, lower case."""

ATTACHMENT_ENDINGS = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".rar", ".ppt", ".pptx")

PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp")

HIDING_STYLES = r"display\s*:\s*none|visibility\s*:\s*hidden"
"""Inline styles of what a reader does not see."""

PRINTED_MARKUP = (
    r"</?(?:o:p|st1:[a-z]+|v:[a-z]+|w:[a-z]+|span|font|strong|em|br|p|div)\b[^<>]{0,200}/?>"
    r"|<!--\[if.{0,2000}?endif\]-->|<!--\[if[^\]]{0,80}\]>|<!\[endif\](?:-->)?"
)
"""Markup that a system printed as text."""

CAPITAL_FACES = r"\.?vn[\w .]*h$"
"""Faces of the TCVN3 family that hold capital letters in the places of small ones: their names end in H."""
