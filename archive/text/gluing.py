"""Telling words glued by a machine from words written as one: tables of facts.

Source: usage of the Vietnamese press.
"""

from __future__ import annotations

_LOAN_WORDS = """
    amiăng ăcqui ăcquy ămpe ămpli ămpun ăngten ắcquy bakêlít balô bancông băngca băngđô bănggiôn
    băngrôn bêlarut bêtôn bêtông bóoc bôcxơ bôlêrô bôlinh bônsai bôxít bốtnia bơgơ bulông buýtgiông
    bùloong búpbê cađimi canô capô caravát carô catốt catút càphê càri căngtin côban côca côcain
    côlôphan cômpa cônghen côngte côngtơ côngxooc cốppha cravát crôm đềpa đềpô đinamô điôt đisô đôla
    đôlômit đômi đôping garô gasô gạcđờbu ghiđông giăngbông glucô guốcvông hămbơgơ hécta hêlicôpte
    hêrôin hiđrô hôtên hyđrô kilô kilôgam kilômét kiốt kitô laphông lavabô lêga lêgô lôcôt lôcốt
    lôgic lôgích lôgô lômô lôtô mămbô măngđa mănggiông măngsét măngsông mêđi mêga mêhicô mêtan mêtrô
    micrô mítting míttinh moócphin môbai môca môđen môđun môlipđen môphin môtip môtíp môtô môtơ
    mỳchính nilông nitơ niutơn ôkê ôliu ôpêra ôpêrét ôten ôtô ôxi ôxit ôxờ ôxy ôzôn panô pêđan pêru
    phêrô phôbia phôngten phôngtên phôtô pianô pôlô pôpơlin rôbinê rôbốt rôto rơmoóc rờmoóc salông
    sanđan sapô saxô sàlan sàlúp sâmbanh sêmêstơ sêmina sêri sôcôla sôđa sôfa sôlô sơmi sơmirơmoóc
    táplet táplô tăngbo tăngđơ tănggo tănggô tăngxi têlêphôn têlêvidông tôlê tôpô tôtem trêtoa
    trômpét urê vanxơ văcxin vắcxin vécni viôlông virút vôlăng vôlê vôltơ xalông xàbông xàlan xàlim
    xàlúp xàphòng xăcxô xăngđan xăngtimét xênon xênô xêô xêri xêvơn xichlô xilô ximăng xìcăngđan
    xìgà xìtin xìtrét xíchlô xírô xôđa xôfa xôlô xúcxích yôga
    """

LOAN_WORDS = frozenset(_LOAN_WORDS.split())
"""Loan words that the press writes as one, lower case. Their halves may look like Vietnamese syllables."""

_FUNCTION_WORDS = """
    ai anh bà bằng bị bởi các cả chị chỉ cho chưa có còn của cùng cũng do dưới đã đang đây để đến đi
    đó được gì giữa hay hoặc họ khi không là lại làm lên mà mỗi một mới mọi nay nào này nên nếu
    ngoài như nhưng những nơi ở ông phải qua ra rằng rất rồi sau sẽ tại theo thì trên trong trước từ
    tuy và vào vẫn vậy về vì việc với vừa
    """

FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Closed classes: particles, prepositions, conjunctions, pronouns. No half of a loan word is one."""
