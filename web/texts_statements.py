"""Texts about statements, on pages and on the command line: key -> (Vietnamese, English)."""

from __future__ import annotations

from index.names.labels import LABELS

_ENGLISH = {
    "act": {
        "assert": "Asserts",
        "assess": "Assesses",
        "demand": "Demands",
        "propose": "Proposes",
        "praise": "Praises",
        "criticise": "Criticises",
        "promise": "Promises",
        "agree": "Agrees",
        "admit": "Admits",
        "report": "Reports",
        "thank": "Thanks",
        "other": "Other",
    },
    "kind": {
        "direct": "Verbatim",
        "reported": "Reported",
        "mixed": "Reported, partly verbatim",
        "continuation": "Continued",
    },
    "attribution": {
        "name": "By name",
        "post": "By post alone",
        "pronoun": "By a pronoun",
        "context": "From the context",
    },
}

STATEMENT_TEXTS: dict[str, tuple[str, str]] = {
    f"{field}_{value}": (label, _ENGLISH[field][value])
    for field, labels in LABELS.items()
    for value, label in labels.items()
} | {
    "statements_help": (
        "Tìm phát ngôn: ai, giữ chức vụ gì, nói gì, ngày nào.",
        "Search statements: who, in what post, said what, on which day.",
    ),
    "option_speaker": ("Người phát ngôn: tên hoặc mã.", "Who speaks: a name or an id."),
    "option_post": ("Chức vụ của người nói vào ngày ấy.", "Post of the speaker that day."),
    "option_organisation": (
        "Cơ quan của cán bộ, của người nói, hoặc tự phát ngôn (tên hoặc phần đầu của tên).",
        "Body of the official or speaker, or one that speaks itself (its name, or how that begins).",
    ),
    "option_act": (
        "Loại phát ngôn: “yêu cầu”, “kiến nghị”… hoặc demand, propose…",
        "What is done by saying it: demand, propose, promise…",
    ),
    "option_kind": (
        "direct: nguyên văn; reported: thuật lại; mixed: có cả hai.",
        "direct: verbatim; reported; mixed: some of both.",
    ),
    "option_newspaper": ("Nguồn đăng bài.", "Paper that printed it."),
    "option_collection": (
        "articles: bài viết (mặc định); statements: phát ngôn.",
        "articles (the default), or statements.",
    ),
    "option_group_statements": (
        "cluster: một phát ngôn đăng ở nhiều nơi chỉ kể một lần.",
        "cluster: a statement printed in several places once.",
    ),
    "statements_found": (
        "{total} phát ngôn (đã tìm trong {searched} phát ngôn)",
        "{total} statements (of {searched} looked through)",
    ),
    "statements_apart": ("{stories} phát ngôn khác nhau", "{stories} different statements"),
    "statements_uncertain": (
        "{count} phát ngôn khác có ngày không đủ chính xác để biết chắc",
        "{count} more have dates too coarse to be sure",
    ),
    "and_printed_elsewhere": ("và {count} nơi khác", "and in {count} other places"),
    "in_article": ("Bài", "In"),
    "content_withheld": (
        "(nguồn không cho hiển thị nội dung)",
        "(the source does not permit its words to be shown)",
    ),
    "because_new": ("mới", "new"),
    "because_changed": ("đã thay đổi", "changed"),
    "because_withdrawn": ("đã rút", "withdrawn"),
    "because_restored": ("đã khôi phục", "restored"),
    "because_read_differently_by_newer_rules": (
        "quy tắc mới đọc khác trước",
        "read differently by newer rules",
    ),
    "because_officials_identified_by_other_articles": (
        "bài khác cho biết cán bộ là ai",
        "officials identified by other articles",
    ),
    "because_corrected": ("đính chính", "corrected"),
    "receipt_same_statements": ("Giống hệt: {count} phát ngôn.", "Same: {count} statements."),
    "receipt_differs_statements": (
        "Khác: lúc đó {then} phát ngôn, bây giờ {now} phát ngôn.",
        "Different: {then} statements then, {now} now.",
    ),
}
