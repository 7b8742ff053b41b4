"""Foreign given names as Serbian and its neighbours hear them: Majkl for Michael, Džon for John.

Written down by hand after the Serbian orthography (Pravopis srpskoga jezika, Matica srpska, 2010).
Names that are at home there too (Danijel, Viktor, Sara) are left out: they may be right as they
stand. Where several names sound alike, the commonest in the news comes first.
"""

from __future__ import annotations

from transcheck.text.fold import fold

_HEARD = """
ajzak Isaac|aleks Alex|aleksis Alexis|alister Alistair|andželina Angelina|artur Arthur|ašli Ashley
barak Barack|bendžamin Benjamin|beti Betty|bil Bill|bili Billy|bobi Bobby|brajan Brian Bryan
bred Brad|bredli Bradley|brendon Brandon|bret Brett|brus Bruce|čak Chuck|čarli Charlie|čarls Charles
dag Doug|daglas Douglas|dajana Diana|dajen Diane|dejv Dave|dejvid David|dejzi Daisy|deni Danny
denijel Danielle|dik Dick|dilan Dylan|din Dean|doroti Dorothy|džejd Jade|džejk Jake|džejkob Jacob
džejms James|džejmi Jamie|džejn Jane|džejson Jason|džek Jack|džeki Jackie|džared Jared|džered Jared
džastin Justin|džef Jeff|džefri Jeffrey Geoffrey|džen Jen|dženifer Jennifer|dženet Janet
džerald Gerald|džeremi Jeremy|džeri Jerry Gerry|džes Jess|džesi Jesse|džesika Jessica|džil Jill
džim Jim|džimi Jimmy|džin Gene Jean|džina Gina|džo Joe|džoan Joan|džoana Joanna|džoel Joel
džodi Jodie|džon John Jon|džonatan Jonathan|džoni Johnny|džordan Jordan|džordž George
džordžija Georgia Giorgia|đorđa Giorgia|džordžina Georgina|džoš Josh|džošua Joshua|džozef Joseph
džozefina Josephine|džudi Judy|džudit Judith|džuli Julie|džulija Julia|džulijan Julian
džulijus Julius|džun June|edvin Edwin|ejbraham Abraham|ejdrijen Adrian|ejmi Amy|elajdža Elijah
elejn Elaine|elen Ellen|elis Alice|elizabet Elizabeth|emili Emily|emanuel Emmanuel|en Anne Ann
endi Andy|endru Andrew|enrike Enrique|entoni Anthony|antoni Anthony|eš Ash|fil Phil|filis Phyllis
frančesko Francesco|frančeska Francesca|fransoa François|fransis Francis Frances|gaj Guy|gari Gary
gregori Gregory|grejem Graham|grejs Grace|gven Gwen|gvinet Gwyneth|hari Harry|harison Harrison
harijet Harriet|heder Heather|hejli Hayley|hilari Hillary|hju Hugh|horhe Jorge|hose José|huan Juan
hulijan Julián|ijan Ian|ilejn Elaine|iv Yves|ivon Yvonne|joahim Joachim|jirgen Jürgen|jurgen Jürgen
kajl Kyle|kalvin Calvin|kameron Cameron|kerol Carol|kerolajn Caroline|kejsi Casey|kejt Kate
kejti Katie|keli Kelly|kembel Campbell|kenet Kenneth|kenit Kenneth|ketrin Catherine Katherine
ketlin Kathleen|kir Keir|kit Keith|klajd Clyde|klajv Clive|klint Clint|klod Claude|kol Cole
kolin Colin|konor Connor Conor|kortni Courtney|kreg Craig|kris Chris|kristi Christie
kristofer Christopher|kventin Quentin|lari Larry|leri Larry|lejla Leila|leni Lenny|lesli Leslie
lijam Liam|lin Lynn|lindzi Lindsay Lindsey|linzi Lindsey Lynsey|lojd Lloyd|luj Louis|lujza Louise
luk Luke
lusi Lucy|lusijen Lucien|madlen Madeleine|majk Mike|majkl Michael|majli Miley|malkolm Malcolm
mari Mary Marie|mejson Mason|megan Meghan|mendi Mandy|meri Mary|merilin Marilyn|met Matt
metju Matthew|mičel Mitchell|mič Mitch|migel Miguel|mik Mick|miki Mickey|mišel Michelle|moli Molly
moris Maurice|najdžel Nigel|nansi Nancy|natali Natalie|nejtan Nathan|natan Nathan|nik Nick
nikol Nicole|nikolas Nicolas|nil Neil|olivije Olivier|oskar Oscar|ostin Austin|ouen Owen|pati Patty
patrik Patrick|patriša Patricia|peni Penny|pit Pete|piter Peter|pjer Pierre|pjero Piero
pjetro Pietro|pol Paul|rajan Ryan|rej Ray|rejčel Rachel|rejmond Raymond|rendi Randy|rene René
rič Rich|ričard Richard|rik Rick|riki Ricky|rodžer Roger|roni Ronnie|rori Rory|rouz Rose|roj Roy
rut Ruth|sajmon Simon|sali Sally|sebastijan Sebastian|sem Sam|semi Sammy|semjuel Samuel|sidni Sydney
sintija Cynthia|skarlet Scarlett|skot Scott|sofi Sophie|spenser Spencer|stejsi Stacey|stenli Stanley
stefani Stephanie|stiv Steve|stiven Steven Stephen|stjuart Stuart|suzan Susan|šarl Charles
šarlot Charlotte|šejn Shane|šeril Sheryl|šon Sean|tajler Tyler|tejlor Taylor|teodor Theodore
terens Terence|teri Terry|tijeri Thierry|timoti Timothy|tod Todd|tomi Tommy|toni Tony|trejsi Tracy
vejn Wayne|vendi Wendy|venesa Vanessa|vesli Wesley|vil Will|vili Willy|vilijam William
vinsent Vincent|virdžinija Virginia|volter Walter|voren Warren|vudi Woody|zek Zac|zekeri Zachary
žak Jacques|žaklin Jacqueline|žan Jean|žerar Gérard|žerom Jérôme|žil Gilles|žilijen Julien
žoze José|žozef Joseph|žoao João|žorž Georges|žilber Gilbert
"""
_NAMES = {
    fold(words[0]): tuple(words[1:])
    for line in _HEARD.strip().splitlines()
    for words in map(str.split, line.split("|"))
}


def names_heard(text: str) -> tuple[str, ...]:
    """Return the given names that a spelling is by ear, the commonest first; () for none."""
    return _NAMES.get(fold(text), ())


def is_heard_as(text: str, name: str) -> bool:
    """Say whether a spelling is a given name by ear: Majkl and Michael."""
    folded = fold(name)
    return any(fold(one) == folded for one in names_heard(text))


def heard_forms(name: str) -> tuple[str, ...]:
    """Return how a given name is written by ear: Džon for John; () for none."""
    folded = fold(name)
    return tuple(
        heard.capitalize()
        for heard, names in _SPELLINGS.items()
        if any(fold(one) == folded for one in names)
    )


_SPELLINGS = {
    words[0]: tuple(words[1:])
    for line in _HEARD.strip().splitlines()
    for words in map(str.split, line.split("|"))
    if len(words) > 1
}
