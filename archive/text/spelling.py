"""How Vietnamese syllables are spelt: tables of facts.

Source: the rules of the national orthography (chữ quốc ngữ) as taught in school: a syllable is an onset, a
rime and a tone. Letters here carry no tone mark; each table is a string of words separated by blanks.
"""

from __future__ import annotations

TONE_SIGNS = {"\u0300": "`", "\u0301": "'", "\u0309": "?", "\u0303": "~", "\u0323": "."}
"""Combining tone mark -> the ASCII sign that ends a syllable key: huyền, sắc, hỏi, ngã, nặng."""

LETTER_MARKS = "\u0302\u0306\u031b"
"""Combining circumflex, breve and horn: they make other letters (â ă ơ), not tones."""

STOP_FINALS = ("p", "t", "c", "ch")
"""Finals after which only the tones sắc and nặng exist."""

STOP_TONES = ("'", ".")

RIMES_IN_E = """
    e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu
    """

RIMES_IN_I = " i ia ich im in inh ip it iu "

RIMES_IN_IE = " iêc iêm iên iêng iêp iêt iêu "

RIMES_FRONT = RIMES_IN_E + RIMES_IN_I + RIMES_IN_IE

RIMES_BACK = """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt
    âc âm ân âng âp ât âu ây
    o oc oi om on ong oong ooc op ot
    ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut
    uôc uôi uôm uôn uông uôt
    ư ưa ưc ưi ưm ưn ưng ưt ưu
    ươc ươi ươm ươn ương ươp ươt ươu
    """

RIMES_ROUNDED = """
    oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăp oăt
    oe oem oen oeo oet
    uân uâng uât uây uâc
    uê uêch uên uênh uêt uêu
    uơ uơn uơt
    uy uya uych uyn uynh uyp uyt uyu uyên uyêt
    """
"""Rimes that open with the glide /w/; after the sound /k/ they are spelt with `qu` instead of `c`."""

RIMES_AFTER_QU = """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt
    âc ân âng ât âu ây
    e en eo et
    ê êch ên ênh êt êu
    i ich in inh it iu
    ôc
    ơ ơi ơn ơt
    y ych yn ynh yt yu yên yêt
    """

RIMES_AFTER_GI = """
    e em en eo ep et ê
    oa oai oang oăng oe oet
    """
"""Besides every rime of RIMES_BACK; before a rime in i the two letters i are one (gì, giêng)."""

SPELLINGS = (
    ("b d đ h l m n p r s t v x ch kh nh ph th tr", RIMES_FRONT + RIMES_BACK + RIMES_ROUNDED),
    ("gh k ngh", RIMES_FRONT),
    ("c g ng", RIMES_BACK),
    ("g ng", RIMES_ROUNDED),
    ("qu", RIMES_AFTER_QU),
    ("gi", RIMES_BACK + RIMES_AFTER_GI),
    ("g", RIMES_IN_I + RIMES_IN_IE),
    ("d h k l m n s t th v", "y"),
)
"""Onsets, and the rimes they are written before. Open y for i: kỹ, lý, mỹ, sỹ; the names Vy, Thy."""

RIMES_WITHOUT_ONSET = (
    RIMES_IN_E
    + RIMES_IN_I
    + RIMES_BACK
    + RIMES_ROUNDED
    + """
    y ym yn yt yêm yên yêng yêt yêu
    """
)
"""iê is written yê where nothing stands before it."""
