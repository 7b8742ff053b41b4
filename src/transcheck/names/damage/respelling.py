"""Respelling by ear: how Serbian, Croatian, Bosnian and Montenegrin write foreign names.

Rules of transcription after the Serbian orthography (Pravopis srpskoga jezika, Matica srpska,
2010, chapters on names from English, German, French, Italian, Spanish, Dutch, Polish, Hungarian,
Turkish, Albanian and Romanian), written down by hand. `^` and `$` are the ends of a word.
"""

from __future__ import annotations

from transcheck.names.damage.rules import Rule, parse, with_lost_marks

CHANNEL = "respelling"

_SERBIAN = """
0.05 bb>b dd>d ff>f gg>g kk>k ll>l mm>m nn>n pp>p rr>r ss>s tt>t zz>z ck>k ph>f w>v x>ks qu>kv q>k
0.05 sh>š ß>s oo>u ee>i y>i y>j eau>o sz>s zs>ž ş>š ı>i ñ>nj kh>h zh>ž ya>ja yu>ju ye>je yo>jo
0.05 ň>nj ľ>lj ď>đ ť>ć ě>e ř>rž aa>a yy>i
0.05 que$>k$ gue$>g$ ż>ž ł>l ș>š ă>a ë>e é>e è>e ê>e á>a à>a ó>o í>i ú>u â>a î>i ô>o ï>i ã>a õ>o
0.10 c>k cc>k tch>č sch>š th>t tz>c ts>c ț>c wh>v wr>r gu>g gn>nj nh>nj gh>g j>dž dge>dž ge$>dž$
0.10 ai>ej ay>ej ei>aj ei>ej ey>ej ie>i igh>aj ea>i eu>oj äu>oj oi>oa oi>oj ou>u ou>au ow>au oa>ou
0.10 au>o aw>o all>ol eaux>o aux$>o$ a>ej ew>ju ü>i ü>u ö>e ä>e å>o æ>e ia>ija ie>ije iu>iju
0.10 io>ijo ey$>i$ ie$>i$ e$>$ re$>r$ le$>l$ gy>đ ny>nj ly>lj cs>č cz>č rz>ž ś>š ń>nj ą>on
0.10 ę>en ç>č ç>s ğ>g ğ> xh>dž gj>đ dh>d ij>ej eigh>ej ain>en in$>en$ en>an ien$>jen$ ois>oa
0.10 ault$>o$ ais$>e$ sci>ši sce>še ggi>đi gi>đi cch>k cci>či hugh>hju tion>šon ea>e ui>vi kn>n
0.10 igh>ig ch>h gli>lji ez$>es$ iz$>is$ az$>as$ oz$>os$
0.15 y>aj z>c ch>č c>s h> o>ou u>ju u>a ow>ou a>e ur>er ir>er ear>er oe>e oe>u ae>e s>z
0.15 ham$>em$ es$>s$ augh>o gh> qu>k ó>u ey>aj ij>aj ou>o ó>o ot$>o$ et$>e$ ez$>e$ er$>e$ ier>ije
0.15 em>am am>em ø>e øj>ej ll>lj lh>lj gl>lj oeu>e eu>e oa>o ow>o uy>i ay>e ai>e ille>ij il>ij
0.15 ea>ej yr>er al>ol
0.20 ch>k ch>š g>dž g>ž j>ž x>z x>s ue>i uu>i or>er lk>k v>f s>š q>ć q>č ll>l eo>i ow>ov ew>u
0.20 ui>oj e>i a>o ou>a o>a j>h g>đ ci>či ce>če zz>c t$>$ x$>$ d$>$ s$>$ z$>$ er>r ou>ov ia>ja
0.20 io>jo ie>je u>i ü>ju ö>o ä>a ea>a e> i>j i>e c>č c>dž dt>t ps>s mc>mek mac>mek mac>mak mc>mak
0.20 ae>a ø>o
0.45 dj>đ
0.25 th>d sch>sk gh>f w>u h>g s>ž e>je o>u u>o a>ou h$>$ tz>č ough>o ough>af o>e iu>ju ure>jur
0.25 oe>ou
"""

# An English i is heard as aj before a consonant (Price, Prajs), never at the end of a name.
_LONG_I = "0.15 " + " ".join(f"i{letter}>aj{letter}" for letter in "bdfgklmnprstvz")

# What a Cyrillic hand makes of the same sounds when it is written in Latin letters again.
_AS_ROMANISED = (
    ("dž", ("dzh", "j", "dj")), ("š", ("sh",)), ("č", ("ch",)), ("ž", ("zh",)), ("ć", ("ch",)),
    ("đ", ("dj", "dzh")), ("nj", ("ny", "n")), ("lj", ("ly", "l")), ("j", ("y", "i")),
    ("c", ("ts",)), ("h", ("kh", "g")), ("ks", ("x",)),
)  # fmt: skip

_HEARD_AS_G = "0.10 h>g ho>go ha>ga he>ge hi>gi hu>gu h>kh\n0.20 ö>yo ü>yu eu>ey ei>ey"


def serbian_rules() -> list[Rule]:
    """Return the rules for names that passed through Serbian, Croatian, Bosnian, Montenegrin."""
    return with_lost_marks(parse(_SERBIAN + _LONG_I, CHANNEL), surcharge=0.1)


def cyrillic_rules() -> list[Rule]:
    """Return the rules for Russian, Ukrainian, Bulgarian, Macedonian: the same, romanised."""
    rules = []
    for rule in parse(_SERBIAN + _LONG_I, CHANNEL):
        outcomes = {rule.damaged}
        for letter, romanised in _AS_ROMANISED:
            outcomes |= {o.replace(letter, r) for o in set(outcomes) for r in romanised}
        rules += [
            Rule(rule.original, outcome, rule.cost + 0.05, CHANNEL)
            for outcome in sorted(outcomes)
            if outcome.isascii() and outcome != rule.original
        ]
    return rules + parse(_HEARD_AS_G, CHANNEL)
