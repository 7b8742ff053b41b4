"""Function words by language: short lists, enough to tell a sentence's language.

Bosnian, Croatian, Montenegrin and Serbian are one group, "sh", in both scripts. The lists are
of like length, so that no language wins by the length of its list.
"""

from __future__ import annotations

_ENGLISH = """
the of and to in a is that for it as was with be by on not he his but at are this have from or had
they which were been their has would will who more if no out so said what up its about into than
them can only other could time these two may then do first any my now such like over our even most
after also did many before must through where much should well how because those an you we i she
her him there when all one us your being during while between under against says
me am man war met door son hat sin per die
"""
_BCMS = """
i u na je se da za su od sa s o a će kao koji koja koje koju kojim nije bi to iz do ne što sve
samo ali ili po kako nakon prema biti smo sam li već još te ovo tome toga njegov njihov kada gdje
gde šta tko ko pod protiv između zbog tokom tijekom jer mi vi oni ona on ga mu im ih bio bila bilo
bili ima nema može mogu treba jedan jedna godine godina rekao rekla kazao izjavio prije pre više
svoje svoj ovaj ova neće ćemo toj taj ta tim bez kod dok nego pri oko preko uz ni
"""
_MACEDONIAN = """
и на во се да за од со ќе е не што го ја ги како но или ни му им кои која кој кое тоа тој таа тие
беше биле бил сум сме би до по при меѓу според дека ова овој оваа овие има нема може треба само
уште поради против пред после кога каде зошто врз преку без кон еден една едно две година години
рече изјави нив него неа нивните нивната сите секој сепак така исто меѓутоа додека бидејќи сè ние
вие тука
"""
_BULGARIAN = """
и на в се да за от с със ще е не че го я ги като но или ни му им които която който което това той
тя те беше били бил съм сме би до по при между според този тази тези има няма може трябва само още
заради против пред след когато къде защо върху през без към един една едно две година години каза
заяви тях него нея техните всички всеки обаче така също докато защото във ние вие тук са си ли ще
бъде
"""
_RUSSIAN = """
и в на не что с по а как это из к у за то от для же о при бы до он она они его её их был была были
было быть есть или но так все только уже еще ещё если когда который которая которые которого
которой этого этом этой также после перед между под над может году года лет сказал заявил один
чтобы со во ко нет мы вы я нас вас ему ей им том тем чем где более там без через об
"""
_UKRAINIAN = """
і в у на не що з по а як це із до за то від для ж про при б він вона вони його її їх був була були
було бути є або але так всі усі тільки вже ще якщо коли який яка які якого якої цього цьому цій
також після перед між під над може році року років сказав заявив один щоб зі та й нема ми ви я нас
вас йому їй їм тому тим чим де більше там без через об ні лише цей ця ці своїх
"""
_CZECH = """
a v na se je že o s z do i k pro za by ale jako po jsou od který která které kteří tak jeho její
jejich bude byl byla bylo byli to ve ze podle při také jen už ještě když nebo aby však má mají
není jsem jsme si co pak ani před mezi pod nad může roku let uvedl řekl proti tím tom této tento
tato toho své svou kde již až než více bez kvůli zatímco protože mu ho jim ji nich
"""
_SLOVAK = """
a v na sa je že o s z do i k pre za by ale ako po sú od ktorý ktorá ktoré ktorí tak jeho jej ich
bude bol bola bolo boli to vo zo podľa pri tiež len už ešte keď alebo aby však má majú nie som sme
si čo potom ani pred medzi pod nad môže roku rokov uviedol povedal proti tým tom tejto tento táto
toho svoje svoju kde až než viac bez kvôli zatiaľ pretože mu ho im ju nich
"""
_SLOVENE = """
in v na je se da za so od z s o bo kot ki ni bi to iz do ne kar vse le samo ali pa po kako pri
biti smo sem še že te ta tega tem njegov njihov ko kjer kaj kdo pod proti med zaradi ker mi vi oni
ona on ga mu jim jih bil bila bilo bili ima nima lahko morajo mora eden ena leta let dejal dejala
povedal pred več svoje svoj tudi bodo niso ob saj če tako temveč vendar brez
"""
_POLISH = """
i w na się nie z do to że jest o a jak po od za co ale przez dla jego jej ich był była było były
oraz lub tak już tylko czy może który która które których którzy przy ze również pod przed między
nad bez także tego tej tym ten ta te są być będzie został została roku lat powiedział mu go im
nich sobie swoje gdy kiedy gdzie ponieważ jednak więcej jeszcze bardzo we tych jako przeciwko
"""
_ALBANIAN = """
të e në dhe i një për me që se nga është u si do nuk ka më por kjo ky kanë kishte ishte janë duke
edhe pas para mes tij saj tyre këtë kësaj këto nëse kur ku çfarë cili cila të cilët cilat mund
duhet ndaj deri sipas gjatë vetëm shumë tha deklaroi ai ajo ata ne ju jo pa mbi nën ndërsa apo ose
sepse vit viti vitit ende tashmë është po tek prej kundër ka pasur
"""
_GERMAN = """
der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden
aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur
oder aber vor zur bis mehr durch man sein wurde sei ihre ihrer seine seiner unter wenn wir gegen
zwischen kann sagte jahr jahre wegen weil beim vom diese dieser dieses
"""
_FRENCH = """
de la le et les des en un une du que est pour qui dans par sur au plus pas ne se ce il sont avec
son ses sa aux ont mais comme ou leur cette été elle être fait ces nous vous ils après deux selon
entre sans contre aussi avant où même si dont tout tous depuis ans était déclaré avait lors alors
pendant
"""
_ITALIAN = """
di e il la che in a per un del è non i le si da con una dei nel al sono alla della come più anche
ha gli lo ma delle su dal ed dopo o se hanno dalla stato questo questa nella era essere tra contro
dell degli sul due prima loro suo sua suoi fra quando molto ancora secondo già così perché anni ai
"""
_SPANISH = """
de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este
sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante
fue son es ha han dijo tras según contra había ser está están era años dos otros ese eso ante
ellos
"""
_PORTUGUESE = """
de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das
tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era
depois sem mesmo aos seus quem nas esse eles estão você tinha foram disse segundo contra são
"""
_DUTCH = """
de het een en van in is dat op te zijn met voor niet aan er die om dan bij ook naar uit nog maar
door over ze zich hij ik als wordt heeft werd was worden had of wel deze hebben geen kan tot dit
hun meer moet zou wat we zo tegen na onder veel tussen zei jaar volgens omdat
"""
_TURKISH = """
ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ne var en her ama o olduğu değil ya
göre iki ancak ise hem önce bunu biz ben şey tarafından yeni diye dedi etti oldu olduğunu yıl
büyük karşı şu kendi arasında ki mi ilk nedeniyle üzerinde ettiği
"""
_HUNGARIAN = """
a az és hogy nem is egy ez meg de csak volt már mint még el szerint után ha vagy több azt lesz fel
ki minden kell van lehet ezt nagy két ami aki majd igen most illetve között ezek azonban így pedig
való miatt alatt ellen arra erre nincs mondta évben ennek annak
"""
_ROMANIAN = """
de și în a la cu pe o că nu din este pentru care un mai se au fost să al ca sau prin după sunt ce
lor lui ale fi dar dacă am când între până doar această acest aceste unei unui fără către foarte
spus despre sub decât iar ei ea el am ani anul privind împotriva cele cei avea va vor
"""
_GREEK = """
και το να του η της με για την από στο που των τα στην οι ο τον σε τις είναι ότι δεν θα τους στη
μια ένα αυτό ή ως όμως έχει στον κατά όπως μετά πριν μεταξύ
"""
_SERBIAN_CYRILLIC = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")


def _cyrillic(words: str) -> str:
    paired = words.replace("lj", "љ").replace("nj", "њ").replace("dž", "џ")
    return paired.translate(_SERBIAN_CYRILLIC)


STOPWORDS: dict[str, frozenset[str]] = {
    tag: frozenset(words.split())
    for tag, words in (
        ("en", _ENGLISH), ("sh", _BCMS + _cyrillic(_BCMS)), ("mk", _MACEDONIAN),
        ("bg", _BULGARIAN), ("ru", _RUSSIAN), ("uk", _UKRAINIAN), ("cs", _CZECH),
        ("sk", _SLOVAK), ("sl", _SLOVENE), ("pl", _POLISH), ("sq", _ALBANIAN),
        ("de", _GERMAN), ("fr", _FRENCH), ("it", _ITALIAN), ("es", _SPANISH),
        ("pt", _PORTUGUESE), ("nl", _DUTCH), ("tr", _TURKISH), ("hu", _HUNGARIAN),
        ("ro", _ROMANIAN), ("el", _GREEK),
    )
}  # fmt: skip
