"""Names that are words: what Božo, Vuk, Zora, Novi and Grad mean, and what a machine makes of them.

Written down by hand from Serbian, Croatian, Bosnian, Montenegrin, Macedonian, Bulgarian, Russian,
Ukrainian, Czech, Slovak, Polish and Slovene: given names, family names and the words that names of
places, papers, clubs and firms are made of. Each line is an English word (or two) and the words
that are translated so, in the forms in which they stand in names.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from transcheck.text.fold import fold

_TABLE = """
god: božo bog boh bóg | lord: gospod gospodin | saint holy: sveti sveta sveto svaty svatý svatá
wolf: vuk volk vlk vovk wilk vuci | wolves: volkov volkova volkovi | bear: medved medvjed medvěd
bears: medvedev medvedeva | lion: lav lev lew | lions: lvov lavovi | fox: lisica lisac liška lis
hare rabbit: zec zajíc zając zayats | hares: zaytsev zaitsev | eagle: orao orel orlić oryol
eagles: orlov orlova orlovi | falcon: soko sokol sokół | hawk: jastreb jastrzab krahuj
raven crow: gavran vrana havran vorona wrona | pigeon dove: golub holub gołąb golob
nightingale: slavuj slavík solovey | rooster cock: petao pevec pijevac kohout petuh kogut
roosters: petukhov | swallow: lasta lastavica vlaštovka | stork: roda čáp | swan: labud labuť lebed
horse: konj kůň kon | goat: koza | goats: kozlov kozlova | lamb: jagnje janje beránek baran
ox: vol vůl | bull: bik býk byk | sheep: ovca ovce | cat: mačka kočka kot | mouse: miš myš
fish: riba ryba | pike: štuka štika | carp: šaran kapr | bee: pčela včela bdzhola
spider: pauk pavouk pavuk | ant: mrav mravec | sable: sobol | badger: jazavac jezevec borsuk
dawn: zora zorka zarya zarja zarje zoria | morning: jutro utro ráno | evening: večer vecher
night: noć noč noc nich | day: dan den dzień | sun: sunce slunce sonce słońce sontse solntse
moon: mesec mjesec měsíc misyats luna | month: mesec mjesec měsíc | star: zvezda zvijezda hvězda
star: zirka gwiazda | stars: zvezde zvijezde | sky heaven: nebo niebo | snow: sneg snijeg sníh śnieg
ice: led lód | frost: mraz mráz moroz mróz | wind: vetar vjetar vítr veter wiatr
storm: oluja burja bouře burya burza | thunder: grom hrom | lightning: munja blesk molniya
fire: vatra oganj oheň ogień vohon | flame: plamen plamyk | spark: iskra jiskra
winter: zima | summer: leto ljeto léto lato | spring: proleće proljeće vesna jaro wiosna
autumn: jesen podzim jesień osin | rain: kiša déšť deszcz | cloud: oblak chmura
hope: nada nade nadežda nadezhda nadiya nadija nadia naděje | faith: vera vjera věra wiara vira
love: ljubav ljuba lyubov liubov láska ljubezen | joy: radost rada radosť | happiness: sreća
lucky: srećko | happy merry: srećko veselin veselý vesela veseli | glory: slava sláva
peace: mir mír myr mira | truth: pravda istina | justice: pravda | freedom: sloboda svoboda wolność
liberty: sloboda svoboda | will: volja volya vůle wola | victory: pobeda pobjeda peremoga zmaga
unity: jedinstvo ednist jednota | fight struggle: borba boj | hero: junak hrdina heroj
soul: duša dusha | wish: želja želya | dream: san sen snovi | dear: draga dragi dragan mila mili
sweet: slatka sladký | good: dobri dobra dobro dobrý dobar | best: najbolji najlepszy
gold golden: zlata zlatan zlatko zlato zlatna zlatni zlatý złoty zoloto zolotoy zolota
silver: srebro stříbro srebrna srebrni srebrny | iron: gvozden gvožđe železo železný żelazny
steel: čelik ocel stal | copper: bakar měď | salt: so sol sůl sól | honey: med miód
pearl: biser biserka perla | ruby: rubin | amber: jantar burshtyn bursztyn
rose: ruža růža růže roža ružica růžička róża | flower: cvet cvijet cvijeta cveta květ kvitka kwiat
lily: ljiljan ljiljana lilija | violet: fiala ljubica | iris: perunika
strawberry: jagoda jahoda | cherry: višnja višňa wiśnia vishnya trešnja | quince: dunja
apple: jabuka jabuko jablko jabłko | plum: šljiva švestka śliwa | pear: kruška hruška gruszka
berry: jagoda | oak: hrast dub dąb | birch: breza bříza brzoza bereza | linden lime: lipa lípa
pine: bor borovica borovice sosna | willow: vrba | maple: javor klon | ash: jasen jasan
grass: trava | leaf sheet: list listy lyst listje | forest wood: šuma gozd les | grove: gaj lug háj
black: crni crna crno černý černá černé chorny chorna čorny czarny czarna črni črna
white: beli bela belo bijeli bijela bijelo bílý bílá biały biała bilyi bila belyi belaya
red: crveni crvena crveno červený červená czerwony krasny krasnaya rdeči rdeča
green: zeleni zelena zeleno zelený zelená zielony zelenski zelensky zelenskyi
blue: plavi plava plavo modri modra modrý niebieski | yellow: žuti žuta žlutý żółty
grey gray: sivi siva šedý szary | brown: smeđi hnědý | purple: ljubičasti
new: novi nova novo nove nový nová nowy nowa nowe novyi novaya novoye novy
old: stari stara staro stare starý stará stary staryi staraya
big great large: veliki velika veliko velike velký velká wielki wielka velyka velikiy bolshoi
small little: mali mala malo male malý malá mały mała malyi malaya
upper: gornji gornja gornje horní hořejší górny górna verkhny | lower: donji donja donje dolní dolny
lower: dolna nizhny nyzhnia | middle central: srednji srednja srednje střední średni
long: dugi duga dugo dlouhý dolgi dolga długi dovgyi | short: kratki kratka krátký
dry: suvi suva suho suha suchý suchy | wet: mokri mokra mokro mokrý | deep: duboki duboka hluboký
beautiful: lepa lijepa lepi lijepi krasna krásný | fast quick: brzi brza brzo rychlý
wild: divlji divlja divoký | quiet silent: tihi tiha tichý cichy | warm: topli topla toplo teplý
hot: vruća vrući horký | cold: studeni studena hladni hladna chladný zimny
clear: bistra bistri jasný | strong: jaki snažni silný | brave: hrabri odvážný | humble: pokorný
sad: smutný tužni | rough: hrubý | thick fat: tolstoy debeli tlustý | bitter: gorky gorki hořký
first: prvi prva první | second: drugi druhý | third: treći třetí | yes: ano
mountain: gora hora planina góra | mountains: gore hory góry | hill: brdo breg hrib vrch kopec
valley: dolina údolí | field: polje pole poljana | meadow: livada louka łąka | stone: kamen kámen
stone: kamin kamień kamenica | rock: stena stijena skala skála | cliff: litica | cave: pećina jama
water: voda | river: reka rijeka řeka rzeka rika | rivers: rijeke reke | lake: jezero jezioro ozero
sea: more moře morze | island: ostrvo otok ostrov wyspa | coast shore: obala primorje
source spring well: izvor vrelo studenac pramen zdroj źródło | spring: vrelo toplice
spa: banja toplice lázně | bath baths: banja toplice lázně kupalište
port harbour harbor: luka přístav
bridge: most | city: grad gorod misto město miasto mesto | town: grad gradac město mesto miasto
village: selo vas ves wieś | castle: grad hrad zamak zámek zamek dvorac | fortress: tvrđava pevnost
tower: kula toranj věž | church: crkva cerkev kostel cerkiew | cross: krst križ kříž krzyż
monastery: manastir samostan klášter | bell: zvono zvon dzwon | gate door: vrata kapija brána
house: kuća dom dům hiša | home: dom | court palace: dvor dvůr palata
garden: sad zahrada vrt ogród
street: ulica ulice | road way path: put cesta droga | square: trg náměstí plac | market: trg pazar
corner: ugao kout kąt | edge end: kraj | region: kraj | wall: zid zeď | mill: mlin mlýn młyn
king: kralj král król korol | emperor tsar: car | prince: knez kníže knyaz | duke: vojvoda
queen: kraljica královna | master: majstor mistr | guest: gost host gość | brother: brat bratr
sister: sestra | father: otac otec | mother: majka mati matka | child: dete dijete dítě
soldier: vojak vojnik żołnierz | hunter: lovac lovec | blacksmith smith: kovač kovář koval kuznets
smiths: kuznetsov | miller: mlinar mlynář melnyk młynarz | tailor: krojač krejčí kravets krawiec
shoemaker cobbler: švec shvets szewc | weaver: tkadlec tkach tkacz
potter: lončar hrnčíř honchar
shepherd: čobanin ovčar pastýř | priest: pop svećenik kněz | monk: monah mnich
judge: sudija rychtář
walk: procházka | head: glava hlava głowa | hand: ruka ręka | hands: ruke
eye: oko | eyes: oči ochi | heart: srce srdce serce | blood: krv krev | bone: kost
voice: glas hlas golos głos | word: reč riječ slovo | song: pesma pjesma píseň | mirror: ogledalo
mirror: zrcalo zrcadlo zerkalo dzerkalo | newspaper paper: list novine noviny | news: vesti vijesti
news: novosti noviny novini | diary journal: dnevnik deník | bulletin messenger: glasnik vestnik
policy politics: politika polityka | time: vreme vrijeme čas | world: svet svijet svět mir svit
people: narod lid lud | work labour: rad trud práce | war: rat vojna válka | sword: mač meč
shield: štit | crown: kruna koruna | key: ključ klíč | ship: brod loď | sail: jedro
wave: talas val vlna fala | bread: hleb hljeb chléb chleb | wine: vino víno | garlic: česnek
novel: roman | tank: tenk
"""

_GIVEN_NAMES = frozenset(
    "hope faith dawn joy rose lily pearl iris ruby violet daisy amber summer autumn heather cherry "
    "will rocky sky star victor grace love snow stone wood smith miller potter weaver hunter "
    "king prince duke master green brown black white gray grey young long short head hill field "
    "rivers lake marsh wolf fox lamb bull fish pike swan crow raven hawk falcon eagle frost winter "
    "day night moon sun ash oak church bell gates cross castle bridge waters shepherd judge "
    "sharp savage moody strong best good rich".split()
)


def meanings_of(folded: str) -> frozenset[str]:
    """Return the English words, in lower case, that a folded name word may be translated by."""
    return _by_name().get(folded, frozenset())


def english_meanings() -> Collection[str]:
    """Return the English words, in lower case, that names are translated by."""
    return _by_meaning().keys()


def names_meaning(word: str) -> tuple[str, ...]:
    """Return the folded name words that an English word, in lower case, may stand for."""
    return _by_meaning().get(word, ())


def is_english_name(word: str) -> bool:
    """Say whether a meaning, in lower case, is also borne as a name by English speakers: Hope."""
    return word in _GIVEN_NAMES


@cache
def _by_meaning() -> dict[str, tuple[str, ...]]:
    table: dict[str, dict[str, None]] = {}
    for line in _TABLE.strip().replace("|", "\n").splitlines():
        meanings, _, names = line.partition(":")
        for meaning in meanings.split():
            table.setdefault(meaning, {}).update(dict.fromkeys(map(fold, names.split())))
    return {meaning: tuple(names) for meaning, names in table.items()}


@cache
def _by_name() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for meaning, names in _by_meaning().items():
        for name in names:
            table.setdefault(name, set()).add(meaning)
    return {name: frozenset(found) for name, found in table.items()}
