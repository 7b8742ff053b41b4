"""Where strangers come from: given names of a region, and how its family names look."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Region:
    """A region's given names, men's and women's, and the pattern of its family names.

    `lists` are Faker's; `hers` says whether women have family names of their own (Filatova).
    """

    name: str
    men: tuple[str, ...]
    women: tuple[str, ...]
    family: re.Pattern[str]
    countries: tuple[str, ...]
    lists: tuple[str, ...]
    hers: bool = False


def _region(
    name: str, men: str, women: str, family: str, countries: str, lists: str = ""
) -> Region:
    return Region(
        name,
        tuple(men.split()),
        tuple(women.split()),
        re.compile(family),
        tuple(countries.split()),
        tuple(lists.split()),
        hers=name.startswith("Russian"),
    )


REGIONS = (
    _region(
        "Balkan",
        "Bojan Darko Davor Dejan Dragoljub Dušan Goran Hrvoje Igor Ivica Jure Ljubo Mirza Nenad "
        "Nikola Predrag Radovan Senad Siniša Slaven Srđan Tomislav Vedran Vuk Zdravko Željko",
        "Aida Biljana Dijana Dragana Dunja Emina Gordana Iva Jasna Jelena Katarina Ljiljana Maja "
        "Mirjana Nataša Senka Slavica Snežana Tatjana Vesna Vildana Zorica Željka",
        r"(?:ić|čić|ović|ević|inec|šek|nik|čki|ovski|evski|ska|oski|ar|ac|ec|ak|an|ica|ija|ulja)$",
        "RS HR BA ME MK SI",
        "hr_HR sl_SI",
    ),
    _region(
        "Russian and Ukrainian",
        "Alexei Anatoly Andrei Bohdan Boris Denis Dmitry Fyodor Gleb Ihor Ilya Ivan Kirill Leonid "
        "Maksym Mikhail Mykola Nikita Oleg Ostap Pavel Roman Semyon Taras Timur Vadym Yaroslav",
        "Alina Anastasia Darya Ekaterina Elena Halyna Iryna Kateryna Ksenia Larisa Lyudmila "
        "Marina Nadezhda Oksana Olha Polina Svetlana Tetiana Valentina Yulia Zinaida",
        r"(?:ov|ev|yov|in|yn|sky|skiy|enko|chuk|yuk|ko|iak|yak|shin|ukh|ets|ich|kov)$",
        "RU UA BY",
        "ru_RU uk_UA",
    ),
    _region(
        "Czech, Slovak and Polish",
        "Bartosz Bogdan Dariusz Jakub Jan Jaroslav Jiří Josef Juraj Kamil Karel Krzysztof Libor "
        "Marek Michal Milan Ondřej Paweł Petr Piotr Radek Sławomir Tomáš Vít Zbigniew Zdeněk",
        "Agnieszka Barbora Beata Dominika Eva Hana Ivana Jana Joanna Katarzyna Kateřina Lenka "
        "Lucie Magda Markéta Monika Renata Tereza Urszula Veronika Zuzana",
        r"(?:ák|ek|ík|ček|čka|ský|cký|ová|ski|cki|cka|ska|czyk|wicz|szcz|ła|ra|la|ch|úk|oň|er)$",
        "CZ SK PL",
        "cs_CZ sk_SK pl_PL",
    ),
    _region(
        "Hungarian",
        "András Attila Balázs Béla Csaba Dániel Ferenc Gábor Gergely György Imre István János "
        "József Károly László Márton Miklós Péter Sándor Tamás Tibor Zoltán Zsolt",
        "Ágnes Anikó Beáta Csilla Edit Erzsébet Eszter Gabriella Ildikó Judit Kinga Márta Mónika "
        "Nóra Orsolya Piroska Réka Szilvia Tünde Zsófia Zsuzsanna",
        r"(?:ai|osi|esi|yi|gyi|ffy|szky|czi|si|ssy|ás|ós|és|ács|ány|án|kó|dó|só|ő|gh|sz|cs|di)$",
        "HU",
        "hu_HU",
    ),
    _region(
        "Albanian",
        "Afrim Agim Agron Arben Arber Artan Avni Bashkim Besnik Blerim Burim Dardan Driton Enver "
        "Fatmir Flamur Gazmend Ilir Kreshnik Luan Naser Petrit Skender Shpend Valon Ylli",
        "Albana Ardita Arta Besa Blerta Donika Drita Edona Elona Fatime Flora Jehona Kaltrina "
        "Lindita Mimoza Shpresa Teuta Valbona Venera Vjosa Zana",
        r"(?:aj|ani|iqi|iu|ishti|oli|ari|eri|uku|ati|oti|ula|hi|ja|xha|lli|qi|ji|mi|shi|ri|ku|si)$",
        "AL XK",
    ),
    _region(
        "Turkish",
        "Ahmet Bülent Cem Çetin Emre Engin Erkan Ferhat Gökhan Hakan Halil Hüseyin Kemal Kerem "
        "Levent Mehmet Mesut Murat Mustafa Onur Orhan Özgür Serkan Süleyman Tolga Ümit Volkan",
        "Arzu Aylin Ayşe Belgin Canan Deniz Ebru Elif Emine Esra Fatma Gülay Hülya Leyla Meltem "
        "Nurhan Özlem Pınar Selin Sevgi Sibel Şule Zehra Zeynep",
        r"(?:oğlu|oglu|türk|kaya|demir|taş|çı|cı|çi|lı|li|lu|er|can|han|gül|soy|kan|bulut|alp|maz)$",
        "TR",
        "tr_TR",
    ),
    _region(
        "Western",
        "Adam Alain Brian Carlos Carsten Daniel Dieter Edward Enrico Fabio Frank Gareth Gerard "
        "Hendrik Henry Javier Jens Jochen Kenneth Lars Luca Marcel Nigel Pascal Ruben Stefan Wim",
        "Alice Anke Astrid Birgit Carmen Céline Claire Deborah Fiona Francesca Hannah Heike "
        "Isabelle Joan Karen Lucía Marta Nicole Paula Rachel Sabine Silvia Susan Valerie",
        r"(?:mann|son|sen|stein|berg|ez|ado|elli|etti|ino|ault|ard|eau|ton|ford|ley|man|er|er|ing|"
        r"ink|stra|quist|ström|ini|osa|eira|ell|ert)$",
        "DE FR IT ES GB NL SE US",
        "de_DE fr_FR it_IT es_ES nl_NL sv_SE en_US",
    ),
)
"""Balkan desks' regions. Given names are the common ones of each; family names are drawn,
by pattern of rigour's, whole lists of Faker's."""
