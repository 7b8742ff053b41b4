"""Our own sentences, written for composing: news as agencies write it, with places for names.

`{p}` and `{q}` are people as the story mentions them (in full at first, by the family name later),
`{ps}` the family name alone, `{pt}` a title and the family name, `{po}` and `{qo}` people in a
position where Slavic languages set a case ending. `{l}` and `{m}` are places, `{lo}` one where a
case ending may stand; `{f}` a firm, club or body named after a word; `{x}` and `{y}` countries.
"""

from __future__ import annotations

HEADLINES = """{ps} defends plan for {topic}
{ps}: we will not wait until {month}
{l} waits for an answer on {topic}
{p} resigns after vote on {topic}
{ps} and {qs} fail to agree on {topic}
{x} offers {l} money for {topic}
Talks with {po} end without a result
{f} to leave {l} by {month}
What {ps} said about {topic}, and what not
Court rules against {po} over {topic}
{l}: {n2} hurt in collision near bridge
"Nobody asked us," says {ps}""".splitlines()

OPENINGS = """{title} {p} said on {day} that {l} would pay for {topic} before {month}.
{p}, {role} of {f}, told reporters on {day} that {topic} could wait no longer.
Voters in {l} rejected {topic} by a narrow margin on {day}, the commission said.
{x} and {y} have agreed on {topic}, {title} {p} announced in {l}.
The {f} confirmed on {day} that {p} had been dismissed as {role}.
Police in {l} said on {day} that {n2} people had been detained, among them {p}.
{p} won the vote in {l} on {day} and will take office in {month}.
Two days after the storm, {title} {p} visited {l} and promised help.
A court in {l} has sentenced {p} to {n2} months in prison over {topic}.
{f} signed {p} on {day} for a fee of {n} thousand euros.""".splitlines()

BODY = """The agreement on {topic}, signed in {l}, names {po} as its guarantor.
According to {po}, about {n} people have signed the letter.
"We will not wait for {month}," {ps} told reporters in {l}.
"It is {ps} who must explain it," said {q}, {role} of {f}.
"I have known {po} for {n2} years and never heard him complain," {q} said.
"There is no money left," {ps} added.
"{ps} knows what this means for {l}," the newspaper wrote on {day}.
"{ps} is not the one to blame," said a neighbour.
"{pt} has answered all our questions," the office wrote.
{q} disagreed with {po} and asked for another vote.
{pt} did not answer questions about {topic}.
{pt} will travel to {l} on {day}, the ministry said.
{pt} called the figures premature.
{ps}'s office declined to comment.
{ps}'s lawyer said the claim had no basis.
The lawyer of {po} said that the claim had no basis.
The family of {po} comes from {lo}.
The plan of {po} would cost {n} million euros.
The words of {po} caused anger in {y}.
Critics of {po} say that {topic} was never discussed in {lo}.
The meeting with {po} lasted {n2} minutes.
A letter to {po} was returned unopened.
Asked about {po}, {q} said only that the law was clear.
{q} met {po} in {lo} on {day}.
{q} thanked {po} for the help with {topic}.
{q} accused {po} of hiding the true figures.
{q} wrote to {po} and to the mayor of {lo} about {topic}.
{ps} and {qs} left by separate doors.
{ps} was born in {lo} and studied law in {m}.
{ps} has led {f} since {year}.
{ps} joined {f} in {year} and left it {n2} years later.
{ps}, who turned {n2} in {month}, lives in {lo} with his family.
In {year}, {ps} was elected with {n} votes.
Last {day}, {ps} flew to {m} for talks on {topic}.
Until {year}, {ps} worked as {role} in {lo}.
It was the third time that {ps} had raised {topic}.
It was not clear when {ps} would return from {lo}.
Neither {ps} nor {qs} wished to speak about {topic}.
When {ps} arrived in {l}, the doors were closed.
On {day} {ps} spoke in the town hall of {lo}.
After the vote, {ps} shook hands with {qo}.
For {ps}, the decision came as a surprise.
Many in {l} believe that {ps} will run again.
He said that {ps} had promised to repair the road to {lo}.
She told the court that {ps} had never been to {lo}.
Reporters asked {po} about {topic} several times.
Supporters carried a portrait of {po} through {lo}.
{p} and {q} signed the document in {l}.
{p} opened an exhibition about {topic} in {lo}.
The newspaper printed a photograph of {p} and {q}.
{q}, the {role} of {f}, called it a mistake.
{q}, a member of the council of {lo}, abstained.
{q} of {f} said that the road would stay closed.
The proposal came from {q}, not from {po}.
The talks between {x} and {y} will continue in {lo} on {day}.
From {lo} the road to {m} is {n} kilometres long.
In {l}, shops stayed closed on {day}.
In {l}, the river rose by {n2} centimetres overnight.
{l} has about {n} thousand inhabitants.
Residents of {lo} have complained about {topic} for years.
The mayor of {lo} did not attend.
Traffic between {lo} and {m} was stopped for {n2} hours.
A train from {lo} was delayed by {n2} minutes.
{x} has spent {n} million euros on {topic} since {year}.
Prices in {x} rose by {n2} per cent in {month}.
Rain delayed the ceremony by {n2} minutes.
{f} will publish its report in {month} {year}.
{f} employs {n} people in {lo}.
The board of {f} meets in {l} in {month}.
A spokesman for {f} said that the visit had been planned for weeks.
Shares of {f} lost {n2} per cent on {day}.
The award went to {q} for a film about {po}.
Among the guests were {q}, {p} and the ambassador of {y}.
The list is led by {q}; {ps} is second.
The opposition wants {ps} to resign.
The ministry said {ps} had been informed in {month}.
The report mentions {ps} {n2} times.
That is why {ps} now wants a new law on {topic}.
Photographs show {ps} in front of a hotel in {lo}.
"Without {po} we would still be waiting," said {q}.
"{q} and I have spoken about it," {ps} said.
Judges found that {ps} had known of the payments.
Those who know {po} describe a patient man.
{ps} scored in minute {n2}, before {qs} equalised.
The coach left {po} on the bench against {f}.
It is the first title for {po} since {year}.""".splitlines()

TITLES = """President Minister Mayor Judge Professor General Colonel Ambassador Mr Ms Dr Senator
Governor Chancellor Coach""".split()
ROLES = "director|head|president|chairman|spokesman|secretary|coach|editor|founder".split("|")
BODIES = """{0} Bank|FK {0}|the {0} Institute|{0} Group|the {0} Foundation|Radio {0}|{0} Steel
{0} University|Dinamo {0}|the {0} Hospital|{0} Airlines|New {0}""".replace("\n", "|").split("|")
TOPICS = """a new rail link|the winter budget|flood defences|school meals|the price of gas
the old tram depot|hospital waiting lists|a film festival|fishing quotas|the bridge over the river
a data centre|the pension reform|bus fares|the national park|the shipyard|the new airport
the dam""".replace("\n", "|").split("|")
COUNTRIES = """Serbia Croatia Montenegro Albania Austria Slovenia Hungary Romania Bulgaria Norway
Portugal Estonia Latvia Switzerland Italy Poland Finland Sweden Germany Ukraine Russia Armenia
Georgia Turkey Spain France Moldova""".split()
PEOPLES = """Serbian Croatian Montenegrin Albanian Austrian Slovenian Hungarian Romanian Bulgarian
Norwegian Portuguese Estonian Latvian Swiss Italian Polish Finnish Swedish German Ukrainian Russian
Armenian Georgian Turkish Spanish French Moldovan""".split()
ABOUT_PEOPLES = """The {people} delegation stayed in {l} until {day}.
{people} police confirmed the arrest on {day}.
A {people} company won the contract for {topic}.
Many {people}s live in {lo}.""".splitlines()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July September October November".split()
