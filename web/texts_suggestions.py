"""Texts of suggestions, of respelt queries, and of similar articles: key -> (Vietnamese, English)."""

from __future__ import annotations

SUGGESTION_TEXTS: dict[str, tuple[str, str]] = {
    "suggestions": ("Gợi ý", "Suggestions"),
    "suggestions_are": ("{count} gợi ý", "{count} suggestions"),
    "suggested_words": ("Từ ngữ", "Words"),
    "suggested_official": ("Cán bộ", "Officials"),
    "suggested_speaker": ("Người phát ngôn", "Speakers"),
    "suggested_post": ("Chức vụ", "Posts"),
    "suggested_organisation": ("Cơ quan", "Bodies"),
    "suggested_province": ("Tỉnh, thành phố", "Provinces"),
    "did_you_mean": ("Có phải bạn muốn tìm:", "Did you mean:"),
    "did_you_mean_finds": ("{total} kết quả", "{total} results"),
    "did_you_mean_is": (
        "Có phải bạn muốn tìm: {query}? ({total} kết quả)",
        "Did you mean: {query}? ({total} results)",
    ),
    "key_words": ("Từ khóa", "Key words"),
    "similar_articles": ("Bài tương tự", "Similar articles"),
    "similar_note": (
        "Các bài khác nhắc nhiều đến những từ khóa này; bản gần giống không kể ở đây.",
        "Other articles that say these key words; near-duplicates are not among them.",
    ),
    "no_similar": ("Không thấy bài tương tự trong kho.", "No similar article in the archive."),
    "suggest_help": (
        "Gợi ý cho những chữ đang gõ: cán bộ, chức vụ, cơ quan, tỉnh, từ ngữ có trong kho.",
        "What a text typed so far may become: officials, posts, bodies, provinces, words of the archive.",
    ),
    "similar_help": (
        "Từ khóa của một bài và các bài tương tự.",
        "The key words of an article, and similar articles.",
    ),
    "option_suggested": ("Số gợi ý mỗi loại.", "How many suggestions of each kind."),
    "no_suggestion": ("Không có gợi ý.", "No suggestion."),
    "help_typing_title": ("Khi đang gõ", "While you type"),
    "help_typing": (
        "Ô tìm kiếm gợi ý cán bộ, chức vụ, cơ quan, tỉnh và từ ngữ có trong kho, gõ có dấu hay không dấu: "
        "mũi tên lên xuống để chọn, Enter để tìm, Esc để bỏ. Gợi ý nào cũng có kết quả. "
        "Khi tìm được quá ít, trang hỏi lại cách viết đúng hơn nhưng không bao giờ tự đổi câu của bạn.",
        "The search box suggests officials, posts, bodies, provinces and words of the archive, typed with marks or "
        "without: arrow keys choose, Enter searches, Esc closes. Every suggestion finds something. When little is "
        "found, the page asks about a likelier spelling, but never changes your query by itself.",
    ),
}
