import { type Sentence, sayings } from './sayings'

/** What the hub says, in Romanian. The holes {} stay in their order. */
export const ro: Record<Sentence, string> = {
  'A BIC has 8 or 11 letters and digits, with a country in the fifth and sixth place.':
    'Un BIC are 8 sau 11 litere și cifre, cu o țară pe locurile al cincilea și al șaselea.',
  'A UN/LOCODE is two letters of a country and three letters or digits 2 to 9, such as GBDVR.':
    'Un UN/LOCODE este format din două litere ale unei țări și trei litere sau cifre de la 2 la 9, de exemplu GBDVR.',
  'A budget is 0 or more.': 'Un buget este 0 sau mai mult.',
  'A case object is one of {}.': 'Un obiect de caz este unul dintre {}.',
  'A closing brace without an opening one; write }} for a brace.':
    'O acoladă de închidere fără una de deschidere; pentru o acoladă scrieți }}.',
  'A compartment is one of {}.': 'Un compartiment este unul dintre {}.',
  'A cost is greater than 0 and at most 10^15.': 'Un cost este mai mare decât 0 și cel mult 10^15.',
  'A cost is greater than 0, and all together are below 2^60.':
    'Un cost este mai mare decât 0, iar toate la un loc sunt sub 2^60.',
  'A cost is greater than 0.': 'Un cost este mai mare decât 0.',
  'A country is two upper-case letters of ISO 3166-1, such as RO or GB.':
    'O țară este scrisă cu două majuscule din ISO 3166-1, de exemplu RO sau GB.',
  "A currency is an ISO 4217 code such as EUR, or a token's symbol of 2 to 10 upper-case letters and digits.":
    'O monedă este un cod ISO 4217, de exemplu EUR, sau simbolul unui jeton, din 2 până la 10 majuscule și cifre.',
  'A currency is three upper-case letters of ISO 4217, such as EUR.':
    'O monedă este scrisă cu trei majuscule din ISO 4217, de exemplu EUR.',
  'A date is YYYY-MM-DD, YYYY-MM or YYYY, and must exist in the calendar.':
    'O dată se scrie YYYY-MM-DD (an, lună, zi), YYYY-MM sau YYYY și trebuie să existe în calendar.',
  'A distance is 1 or more.': 'O distanță este 1 sau mai mult.',
  'A document may have at most 64 KiB: send what is long in variables.':
    'Un document are cel mult 64 KiB: trimiteți textele lungi ca variabile.',
  'A document may have at most {} aliases.': 'Un document are cel mult atâtea aliasuri: {}.',
  'A document may have at most {} directives.': 'Un document are cel mult atâtea directive: {}.',
  'A document may have at most {} fields.': 'Un document are cel mult atâtea câmpuri: {}.',
  'A document may have at most {} levels.': 'Un document are cel mult atâtea niveluri: {}.',
  'A document may have at most {} operations.': 'Un document are cel mult atâtea operații: {}.',
  'A document may have at most {} words and signs.': 'Un document are cel mult atâtea cuvinte și semne: {}.',
  'A document number has letters or digits.': 'Un număr de document are litere sau cifre.',
  'A handling code is one of {}.': 'Un cod de condiții este unul dintre {}.',
  'A joint plan has 1 to 100 targets.': 'Un plan comun are de la 1 până la 100 de ținte.',
  'A joint plan is for LARGEST_COMPONENT, PAIR_CONNECTIVITY or REACH.':
    'Un plan comun este pentru LARGEST_COMPONENT, PAIR_CONNECTIVITY sau REACH.',
  'A layout is made of YYYY MM DD hh mm ss and blanks, T . , : / - between them, or is unix or unix-milliseconds.':
    'Un format de timp este alcătuit din YYYY MM DD hh mm ss, cu spații sau T . , : / - între ele, ori este unix sau unix-milliseconds.',
  'A link joins two different records.': 'O legătură unește două înregistrări diferite.',
  'A link joins two records.': 'O legătură unește două înregistrări.',
  'A link keeps its ends: retire it and create another.':
    'O legătură își păstrează capetele: retrageți-o și creați alta.',
  'A link of kind {} begins at one of {}.': 'O legătură de felul {} începe la una dintre {}.',
  'A link of kind {} ends at one of {}.': 'O legătură de felul {} se termină la una dintre {}.',
  'A mapping has at most 64 KiB.': 'Corespondențele au cel mult 64 KiB.',
  'A member of the question is given twice.': 'Un membru al întrebării este dat de două ori.',
  "A member's organisation must be a party to the agreement.":
    'Instituția unui membru trebuie să fie parte la acord.',
  'A method of control is one of {}.': 'O metodă de control este una dintre {}.',
  'A name has at most 200 bytes.': 'Un nume are cel mult 200 de octeți.',
  'A notice is one of {}.': 'O înștiințare este una dintre {}.',
  'A number is out of range.': 'Un număr este în afara limitelor.',
  'A number of people is 0 or more.': 'Un număr de persoane este 0 sau mai mult.',
  'A number plate has 2 to 12 letters and digits, a VIN up to 17.':
    'Un număr de înmatriculare are de la 2 până la 12 litere și cifre, iar un VIN cel mult 17.',
  'A number plate has 2 to 12 letters and digits.':
    'Un număr de înmatriculare are de la 2 până la 12 litere și cifre.',
  'A page has 1 to {} elements.': 'Numărul de elemente al unei pagini este între 1 și {}.',
  'A page has 1 to {} entries.': 'Numărul de rânduri al unei pagini este între 1 și {}.',
  'A part has at most 256 KiB: send fewer rows at a time.':
    'O parte are cel mult 256 KiB: trimiteți mai puține rânduri odată.',
  'A part makes at most {} records and links: send fewer rows at a time.':
    'Dintr-o parte ies cel mult atâtea înregistrări și legături: {}. Trimiteți mai puține rânduri odată.',
  'A part of the address is given twice.': 'O parte a adresei este dată de două ori.',
  'A party is an organisation that the hub knows.': 'O parte este o instituție pe care platforma o cunoaște.',
  'A path cannot avoid one of its own ends.': 'Un drum nu poate ocoli unul dintre propriile capete.',
  'A path cannot avoid what it must touch.': 'Un drum nu poate ocoli ceea ce trebuie să atingă.',
  'A path has 1 to {} hops.': 'Numărul de pași al unui drum este între 1 și {}.',
  'A path leads through at most {} records.': 'Un drum trece prin cel mult atâtea înregistrări: {}.',
  'A phone number is in international form, such as +40 700 900 123, and of a length its country uses.':
    'Un număr de telefon este în formă internațională, de exemplu +40 700 900 123, și are o lungime folosită de țara sa.',
  'A place is of a record.': 'Un loc aparține unei înregistrări.',
  'A place is two numbers between -1e9 and 1e9.': 'Un loc este dat prin două numere între -1e9 și 1e9.',
  'A purpose is at most 200 printable characters on one line.':
    'Un scop are cel mult 200 de caractere imprimabile, pe un singur rând.',
  'A purpose is one line of at most {} bytes.':
    'Un scop este scris pe un singur rând și nu depășește acest număr de octeți: {}.',
  'A question is sent as application/json.': 'O întrebare se trimite ca application/json.',
  'A quote is opened and never closed.': 'Ghilimelele se deschid și nu se mai închid.',
  'A rate is from 0 to 1.': 'O rată este între 0 și 1.',
  'A record has an id of its own noun and details.':
    'O înregistrare are un identificator de felul ei și detalii.',
  'A record has been changed meanwhile: ask again.':
    'O înregistrare a fost modificată între timp: cereți din nou.',
  'A record keeps its kind: retire this one and create another.':
    'O înregistrare își păstrează felul: retrageți-o pe aceasta și creați alta.',
  'A review lies in the future.': 'O revizuire se stabilește pentru un moment viitor.',
  'A sanitised record is of the kind of the original.':
    'O înregistrare igienizată este de același fel ca originalul.',
  'A scheme is one of {}.': 'Un sistem este unul dintre {}.',
  'A subscription is asked for over server-sent events or a websocket.':
    'Un abonament se cere prin server-sent events sau printr-un websocket.',
  'A supervisor decides this.': 'Decizia aparține unui supraveghetor.',
  'A supervisor decides what becomes of shared data; a team administrator may take it back.':
    'Un supraveghetor decide ce se întâmplă cu datele partajate; un administrator de echipe le poate retrage.',
  'A supervisor or a team administrator files an evaluation.':
    'O evaluare este depusă de un supraveghetor sau de un administrator de echipe.',
  'A system administrator of the hub keeps the registry of issuers.':
    'Registrul furnizorilor de identitate este ținut de un administrator de sistem al platformei.',
  'A text is needed here; put quotes around a template, as in "{name}".':
    'Aici este nevoie de un text; puneți un șablon între ghilimele, ca în "{name}".',
  'A text of restrictions needs the handling code H3.': 'Un text de restricții cere codul de condiții H3.',
  'A trail has 1 to {} hops.': 'Numărul de pași al unui lanț este între 1 și {}.',
  'A trail has between 1 and 20 hops; 0 is 5.': 'Un lanț are între 1 și 20 de pași; 0 înseamnă 5.',
  'A tree has no direction: links are used either way.':
    'Un arbore nu are direcție: legăturile se folosesc în ambele sensuri.',
  'A value is a text; put quotes around a template, as in "{name}".':
    'O valoare este un text; puneți un șablon între ghilimele, ca în "{name}".',
  'A vehicle identification number has 5 to 17 letters and digits.':
    'Un număr de identificare al vehiculului are de la 5 până la 17 litere și cifre.',
  'A view holds at most {} records, and this has {}.':
    'O vedere păstrează cel mult {} înregistrări, iar aceasta are {}.',
  'A weak tie holds with a chance from 0 to 1, and both its ends are in the network.':
    'O legătură slabă este valabilă cu o probabilitate între 0 și 1, iar ambele capete sunt în rețea.',
  'A weight lies between 0.000001 and 1,000,000.': 'O pondere este între 0,000001 și 1.000.000.',
  'A window and sameInstant are for TIME_RESPECTING.':
    'Intervalul de timp și sameInstant sunt pentru TIME_RESPECTING.',
  'A1: it may be developed covertly, and not used.':
    'A1: se poate exploata sub acoperire, dar nu se poate folosi.',
  'A2: it may be used covertly, and not openly.': 'A2: se poate folosi sub acoperire, dar nu deschis.',
  'All must be in the network.': 'Toate trebuie să fie în rețea.',
  'An IBAN has two letters of a country, two check digits that fit, and the length its country uses.':
    'Un IBAN are două litere ale unei țări, două cifre de control care se potrivesc și lungimea folosită de țara sa.',
  'An IMEI has 14 to 16 digits.': 'Un IMEI are de la 14 până la 16 cifre.',
  'An IMSI has 14 or 15 digits.': 'Un IMSI are 14 sau 15 cifre.',
  'An access token has no session: send the purpose in the header Entente-Purpose.':
    'Un jeton de acces nu are sesiune: trimiteți scopul în antetul Entente-Purpose.',
  'An account number has letters or digits.': 'Un număr de cont are litere sau cifre.',
  'An amount is 0 or more, and all together are below 2^60.':
    'O sumă este 0 sau mai mult, iar toate la un loc sunt sub 2^60.',
  'An amount is a plain decimal number such as 1250.00, with no more decimals than its currency has.':
    'O sumă este un număr zecimal simplu, de exemplu 1250.00, fără mai multe zecimale decât are moneda.',
  'An earlier row with the same key says something else.': 'Un rând anterior cu aceeași cheie spune altceva.',
  'An element keeps its kind: retire it and create another.':
    'Un element își păstrează felul: retrageți-l și creați altul.',
  'An end goes with GRANT, lies in the future, and not with what is passed on.':
    'Un termen se dă cu GRANT, este în viitor și nu se dă pentru ceea ce se transmite mai departe.',
  'An instant is written as RFC 3339, such as 2009-03-01T08:30:00Z, between 1900 and 2200.':
    'Un moment se scrie după RFC 3339, de exemplu 2009-03-01T08:30:00Z, între anii 1900 și 2200.',
  'An involvement is that of a record of kind PERSON.':
    'Un rol într-o operațiune este al unei înregistrări de felul PERSON.',
  'An opening brace without a closing one; write {{ for a brace.':
    'O acoladă de deschidere fără una de închidere; pentru o acoladă scrieți {{.',
  'An operation has at least one party.': 'O operațiune are cel puțin o parte.',
  'Another process writes the audit log in this folder. Stop it, or give this process a folder of its own.':
    'Alt proces scrie jurnalul de audit în acest dosar. Opriți-l sau dați acestui proces un dosar propriu.',
  'Ask by PHONE, PLATE, ACCOUNT or DOCUMENT.': 'Întrebați după PHONE, PLATE, ACCOUNT sau DOCUMENT.',
  'Ask exactly one question.': 'Puneți exact o întrebare.',
  'Ask for 0 to {} rows.': 'Numărul de rânduri cerute este între 0 și {}.',
  'Ask for 0 to {} runs.': 'Numărul de rulări cerute este între 0 și {}.',
  'Ask for 0 to {} successors of each target.':
    'Numărul de succesori ceruți pentru fiecare țintă este între 0 și {}.',
  'Ask for 1 to {} arrivals.': 'Numărul de sosiri cerute este între 1 și {}.',
  'Ask for 1 to {} brokers.': 'Numărul de intermediari ceruți este între 1 și {}.',
  'Ask for 1 to {} communities.': 'Numărul de comunități cerute este între 1 și {}.',
  'Ask for 1 to {} elements.': 'Numărul de elemente cerute este între 1 și {}.',
  'Ask for 1 to {} entities.': 'Numărul de entități cerute este între 1 și {}.',
  'Ask for 1 to {} hubs.': 'Numărul de noduri aglomerate cerute este între 1 și {}.',
  'Ask for 1 to {} members.': 'Numărul de membri ceruți este între 1 și {}.',
  'Ask for 1 to {} of each.': 'Numărul cerut din fiecare este între 1 și {}.',
  'Ask for 1 to {} of them.': 'Numărul cerut dintre acestea este între 1 și {}.',
  'Ask for 1 to {} pairs.': 'Numărul de perechi cerute este între 1 și {}.',
  'Ask for 1 to {} paths.': 'Numărul de drumuri cerute este între 1 și {}.',
  'Ask for 1 to {} records.': 'Numărul de înregistrări cerute este între 1 și {}.',
  'Ask for 1 to {} trails.': 'Numărul de lanțuri cerute este între 1 și {}.',
  'Ask for 1 to {}.': 'Numărul cerut este între 1 și {}.',
  'Ask for a preview first, and hand back its token.':
    'Cereți mai întâi o previzualizare și trimiteți înapoi jetonul ei.',
  'Ask for at most {} records by name.': 'Numărul de înregistrări cerute pe nume este cel mult {}.',
  'At most 1,000 are listed.': 'Se enumeră cel mult 1.000.',
  'At most 10,000 pairs can be asked for at once.': 'Se pot cere odată cel mult 10.000 de perechi.',
  'At most 500 ids.': 'Cel mult 500 de identificatori.',
  'At most {} ids.': 'Numărul de identificatori este cel mult {}.',
  'At most {} records can be avoided.': 'Numărul de înregistrări care se pot ocoli este cel mult {}.',
  'At most {} records can be divided by name.':
    'Numărul de înregistrări care se pot împărți pe nume este cel mult {}.',
  'At most {} records can be named.': 'Numărul de înregistrări care se pot numi este cel mult {}.',
  'Between 1 and 1,000 paths can be asked for; 0 is 3.':
    'Se pot cere între 1 și 1.000 de drumuri; 0 înseamnă 3.',
  'Betweenness alone is sampled, from 1 to 1,000,000 sources; 0 is exact.':
    'Numai intermedierea (betweenness) se estimează prin eșantion, de la 1 până la 1.000.000 de surse; 0 înseamnă exact.',
  'Betweenness alone is sampled: leave it out.':
    'Numai intermedierea (betweenness) se estimează prin eșantion: lăsați necompletat.',
  'Both ends must be in the network.': 'Ambele capete trebuie să fie în rețea.',
  'Both organisations are party to an operation that is running now.':
    'Ambele instituții sunt parte la o operațiune aflată acum în curs.',
  'By GET nothing is written: send this by POST.': 'Prin GET nu se scrie nimic: trimiteți prin POST.',
  'Checkpoints are for auditors.': 'Punctele de control sunt pentru auditori.',
  'Countries are read record by record: give an operation or records.':
    'Țările se citesc înregistrare cu înregistrare: dați o operațiune sau înregistrări.',
  'Distances are weighed in scopes of up to {}.':
    'Distanțele se cântăresc în rețele de cel mult atâtea entități: {}.',
  'Draw 8 to 100 characters at random for each write, and repeat them with it.':
    'Alegeți la întâmplare de la 8 până la 100 de caractere pentru fiecare scriere și repetați-le odată cu ea.',
  'Each is a node of the network and given once.':
    'Fiecare este un nod al rețelei și este dat o singură dată.',
  'Each record has one place.': 'Fiecare înregistrare are un singur loc.',
  'Every element of a write has an id of its own.':
    'Fiecare element al unei scrieri are propriul identificator.',
  'Exactly what becomes H3 needs a restriction in words.':
    'Exact ce devine H3 are nevoie de o restricție în cuvinte.',
  'Flows are weighed in scopes of up to {} entities and links.':
    'Fluxurile se cântăresc în rețele de cel mult atâtea entități și legături: {}.',
  'Give 1 to 500 ids.': 'Dați între 1 și 500 de identificatori.',
  'Give 1 to {} pairs.': 'Numărul de perechi date este între 1 și {}.',
  'Give 1 to {} records of your organisation.':
    'Numărul de înregistrări date ale instituției dumneavoastră este între 1 și {}.',
  'Give 1 to {} records.': 'Numărul de înregistrări date este între 1 și {}.',
  'Give 1 to {} sources, or leave it out for exact values.':
    'Numărul de surse este între 1 și {}; necompletat, valorile sunt exacte.',
  'Give 2 to {} records.': 'Numărul de înregistrări date este între 2 și {}.',
  'Give a cost for each node.': 'Dați un cost pentru fiecare nod.',
  'Give a grading, handling codes, or both.': 'Dați o evaluare, coduri de condiții sau ambele.',
  'Give a name for the group.': 'Dați un nume grupului.',
  'Give a name for the operation.': 'Dați un nume operațiunii.',
  'Give a name that names nobody.': 'Dați un nume care nu numește pe nimeni.',
  'Give a name, an address, a city or a locode.':
    'Dați un nume, o adresă, un oraș sau un cod de localitate (locode).',
  'Give a name, or a pseudonym.': 'Dați un nume sau un pseudonim.',
  'Give a number of removals, 1 or more.': 'Dați un număr de eliminări, 1 sau mai mult.',
  'Give a username, a title or a url.': 'Dați un nume de utilizator, un titlu sau o adresă web.',
  'Give an IBAN or an accountNumber.': 'Dați un IBAN sau un număr de cont (accountNumber).',
  'Give an alias, or leave the list empty.': 'Dați un alt nume sau lăsați lista goală.',
  'Give an operation or records, not both.': 'Dați o operațiune sau înregistrări, nu ambele.',
  'Give at least one letter or digit.': 'Dați cel puțin o literă sau o cifră.',
  'Give at least one method of control.': 'Dați cel puțin o metodă de control.',
  'Give at least one objective.': 'Dați cel puțin un scop.',
  'Give at least one.': 'Dați cel puțin unul.',
  'Give between {} and {} records.': 'Numărul de înregistrări date este între {} și {}.',
  'Give both latitude and longitude, or neither.': 'Dați atât latitudinea, cât și longitudinea, sau niciuna.',
  'Give each id once.': 'Dați fiecare identificator o singură dată.',
  'Give either an identifier, or a name and a birth date.':
    'Dați fie un identificator, fie un nume și o dată a nașterii.',
  'Give either ids of records, or an operation.':
    'Dați fie identificatori de înregistrări, fie o operațiune.',
  'Give either ids, or a filter.': 'Dați fie identificatori, fie un filtru.',
  'Give either text, or an identifier.': 'Dați fie un text, fie un identificator.',
  'Give exactly one kind of details.': 'Dați exact un fel de detalii.',
  'Give exactly one sort of details, the one that fits the kind of link.':
    'Dați exact un fel de detalii, cel care se potrivește felului legăturii.',
  'Give the UN/LOCODE where the leg begins, such as GBDVR for Dover.':
    'Dați codul UN/LOCODE al locului unde începe etapa, de exemplu GBDVR pentru Dover.',
  'Give the UN/LOCODE where the leg ends, such as ROOTP for Otopeni.':
    'Dați codul UN/LOCODE al locului unde se termină etapa, de exemplu ROOTP pentru Otopeni.',
  'Give the comment.': 'Scrieți comentariul.',
  "Give the company's name.": 'Dați denumirea firmei.',
  "Give the currency's ISO 4217 code, such as EUR.": 'Dați codul ISO 4217 al monedei, de exemplu EUR.',
  "Give the document's number.": 'Dați numărul documentului.',
  "Give the file's name, without its folder.": 'Dați numele fișierului, fără dosarul său.',
  'Give the first of the two dates.': 'Dați prima dintre cele două date.',
  'Give the groups of records, such as their countries.':
    'Dați grupurile înregistrărilor, de exemplu țările lor.',
  'Give the import a name, such as "hotel register", or "{@file}" where each file is an import of its own.':
    'Dați importului un nume, de exemplu "hotel register", sau "{@file}" dacă fiecare fișier este un import aparte.',
  'Give the key of the row, such as "{id}".': 'Dați cheia rândului, de exemplu "{id}".',
  'Give the keys of both ends, such as from: "{payer}" and to: "{payee}".':
    'Dați cheile ambelor capete, de exemplu from: "{payer}" și to: "{payee}".',
  'Give the kinds to avoid or the only kinds to pass through, not both.':
    'Dați felurile de ocolit sau singurele feluri prin care se trece, nu ambele.',
  'Give the legal basis of the agreement.': 'Dați temeiul legal al acordului.',
  'Give the name with the birth date.': 'Dați numele împreună cu data nașterii.',
  'Give the name.': 'Dați numele.',
  'Give the number or address of the instrument.': 'Dați numărul sau adresa instrumentului.',
  'Give the number plate or the VIN.': 'Dați numărul de înmatriculare sau VIN-ul.',
  'Give the number, the IMEI or the IMSI.': 'Dați numărul, IMEI-ul sau IMSI-ul.',
  'Give the platform.': 'Dați platforma.',
  'Give the purpose of the agreement.': 'Dați scopul acordului.',
  'Give the reason, for the owner to judge.': 'Dați motivul, pentru ca deținătorul să îl aprecieze.',
  'Give the reason, for the partner to judge.': 'Dați motivul, pentru ca partenerul să îl aprecieze.',
  'Give the reason, in words.': 'Dați motivul, în cuvinte.',
  'Give the relationship in a word, such as sister.': 'Dați relația într-un cuvânt, de exemplu soră.',
  'Give the sanitised record with SANITISE, and with nothing else.':
    'Înregistrarea igienizată se dă cu SANITISE și cu nimic altceva.',
  'Give the time of the transfer.': 'Dați momentul transferului.',
  'Give the user name or the address of the profile.': 'Dați numele de utilizator sau adresa profilului.',
  'Give the whole birth date with the name.': 'Dați data nașterii întreagă, împreună cu numele.',
  'Give the whole birth date, as in 1990-12-31.': 'Dați data nașterii întreagă, ca în 1990-12-31.',
  'Give what came of it, in words.': 'Spuneți în cuvinte ce a rezultat.',
  'Give what the code means.': 'Spuneți ce înseamnă codul.',
  'Give {} to {} runs, or leave it out.': 'Dați între {} și {} rulări sau lăsați necompletat.',
  'H0 (no further condition) excludes H1, H2 and H3.': 'H0 (fără altă condiție) exclude H1, H2 și H3.',
  "H1: it must not be disclosed in judicial proceedings without its provider's permission.":
    'H1: nu se dezvăluie în proceduri judiciare fără permisiunea furnizorului.',
  "H2: it must not be disseminated without its provider's permission.":
    'H2: nu se diseminează fără permisiunea furnizorului.',
  'H3 stands for other restrictions: say in words which.':
    'H3 înseamnă alte restricții: spuneți în cuvinte care.',
  'H3: it is under restrictions that its provider put into words; read them and consult the provider.':
    'H3: se află sub restricții pe care furnizorul le-a pus în cuvinte; citiți-le și consultați furnizorul.',
  'How many to leave out is not negative.': 'Numărul celor lăsate deoparte nu este negativ.',
  'In {} a grading is one of {} for the source and one of {} for the information, such as {}.':
    'În {} o evaluare este una dintre {} pentru sursă și una dintre {} pentru informație, de exemplu {}.',
  'Intelligence is not evidence: its owner must release it before a court hears of it.':
    'O informație operativă nu este probă: deținătorul trebuie să o comunice înainte ca o instanță să afle de ea.',
  "It came with a condition, so it goes no further without its owner's release.":
    'A venit cu o condiție, deci nu merge mai departe fără comunicarea deținătorului.',
  'It carries a handling code that the hub does not know: ask its owner.':
    'Poartă un cod de condiții pe care platforma nu îl cunoaște: întrebați deținătorul.',
  'It is given twice.': 'Este dat de două ori.',
  'It is in a compartment for which you are not cleared.':
    'Se află într-un compartiment la care nu aveți acces.',
  'It is not in the network.': 'Nu este în rețea.',
  'It is not shared with an organisation or a team any more: share it first, or refuse.':
    'Nu mai este partajată cu nicio instituție sau echipă: partajați-o mai întâi sau refuzați.',
  'It is not shared with you, your organisation or a team you are in.':
    'Nu este partajată cu dumneavoastră, cu instituția dumneavoastră sau cu o echipă din care faceți parte.',
  "It is shared from a later moment on; until then only its owner's officers see it.":
    'Este partajată de la un moment ulterior; până atunci o văd numai ofițerii deținătorului.',
  'It is shared with a joint team, and you are a member of it now.':
    'Este partajată cu o echipă comună, iar dumneavoastră sunteți acum membru al ei.',
  'It is shared with every officer on the hub.': 'Este partajată cu toți ofițerii de pe platformă.',
  'It is shared with your organisation.': 'Este partajată cu instituția dumneavoastră.',
  'It may not be a target.': 'Nu poate fi țintă.',
  'Its owner has given no handling code, so nobody said what may be done with it: ask its owner.':
    'Deținătorul nu a dat niciun cod de condiții, deci nimeni nu a spus ce se poate face: întrebați deținătorul.',
  'Its owner has released it to your organisation for this.':
    'Deținătorul a comunicat-o instituției dumneavoastră în acest scop.',
  'JSON lines have no header, columns or delimiter.':
    'Fișierele JSON lines nu au antet, coloane sau separator.',
  'Line {}': 'Rândul {}',
  'Line {}: {}': 'Rândul {}: {}',
  'More than {} elements went into or out of your sight at once. Subscribe without a token and read anew.':
    'Au intrat ori au ieșit odată din vederea dumneavoastră mai mult de {} elemente. Abonați-vă fără jeton și citiți din nou.',
  'More than {} runs take long: ask by startJob.':
    'Mai mult de {} rulări durează mult: cereți prin startJob.',
  'Name another organisation than your own.': 'Numiți altă instituție decât a dumneavoastră.',
  'Name each organisation once.': 'Numiți fiecare instituție o singură dată.',
  'Name officers of your own organisation who have used the hub, or members of your joint teams: one of these is neither.':
    'Numiți ofițeri ai propriei instituții care au folosit platforma sau membri ai echipelor dumneavoastră comune: unul dintre cei numiți nu se află printre aceștia.',
  'Name the source report by its reference.': 'Numiți raportul sursă prin referința sa.',
  'No condition stands against it; it may be used to prevent and combat crime, and for nothing else.':
    'Nicio condiție nu se opune; se poate folosi pentru prevenirea și combaterea criminalității și pentru nimic altceva.',
  'No entry of the mapping takes the file {}.': 'Nicio intrare a corespondențelor nu preia fișierul {}.',
  'No officer of your organisation with this id is in the team.':
    'În echipă nu se află niciun ofițer al instituției dumneavoastră cu acest identificator.',
  'No row makes the record at this end.': 'Niciun rând nu creează înregistrarea de la acest capăt.',
  'No rule of the mapping fits this row.': 'Nicio regulă a corespondențelor nu se potrivește acestui rând.',
  'Nobody is signed in, or the sign-in has ended.':
    'Nimeni nu este autentificat sau autentificarea s-a încheiat.',
  'None may be a source as well.': 'Niciunul nu poate fi totodată început al fluxului.',
  'None of your roles reads case data.': 'Niciunul dintre rolurile dumneavoastră nu citește date de caz.',
  'Nothing in this scope moves money: include links that have amounts.':
    'Nimic din această rețea nu mișcă bani: includeți legături care au sume.',
  'Nothing would change: see what stays in the preview, and why the act does not fit it.':
    'Nu s-ar schimba nimic: vedeți în previzualizare ce rămâne și de ce acțiunea nu se potrivește.',
  'On a line for events only subscriptions are answered.':
    'Pe o linie pentru evenimente se răspunde numai la abonamente.',
  'One of these is under a legal hold: it cannot be erased until the hold is lifted.':
    'Unul dintre acestea se află sub păstrare legală: nu poate fi șters cât timp păstrarea nu este ridicată.',
  'One question at a time, as a JSON object.': 'Câte o singură întrebare, ca obiect JSON.',
  'Only PASS_ON names organisations: leave them out.':
    'Numai PASS_ON numește instituții: lăsați necompletat.',
  'Only a browser session keeps a purpose; with a token send the header Entente-Purpose.':
    'Numai o sesiune din browser păstrează un scop; cu un jeton trimiteți antetul Entente-Purpose.',
  'Only a record of kind PERSON has a role in an operation.':
    'Numai o înregistrare de felul PERSON are un rol într-o operațiune.',
  'Only a record that you see can be sanitised: grant, or refuse.':
    'Numai o înregistrare pe care o vedeți poate fi igienizată: acordați sau refuzați.',
  'Only a supervisor decides what is kept and what is not.':
    'Numai un supraveghetor decide ce se păstrează și ce nu.',
  'Only a team administrator acts for an organisation in its joint teams.':
    'Numai un administrator de echipe acționează pentru o instituție în echipele ei comune.',
  'Only a team administrator asks for the officers of an organisation.':
    'Numai un administrator de echipe cere lista ofițerilor unei instituții.',
  'Only records of the view have a group to open.': 'Numai înregistrările vederii au un grup de deschis.',
  'Only the officers it names see it, and you are not named.':
    'O văd numai ofițerii pe care îi numește, iar dumneavoastră nu sunteți numit.',
  'Only the organisation that asked may withdraw what it asked for.':
    'Numai instituția care a cerut poate retrage ce a cerut.',
  'Only the organisation that contributed something may share it. What came from others goes further by their release.':
    'Numai instituția care a contribuit ceva îl poate partaja. Ce a venit de la alții merge mai departe prin comunicarea lor.',
  'Only the organisation that contributed this may ask who sees it.':
    'Numai instituția care a contribuit-o poate întreba cine o vede.',
  'Only the organisation that contributed this may change it.':
    'Numai instituția care a contribuit-o o poate modifica.',
  'Only the owner of the element decides.': 'Numai deținătorul elementului decide.',
  'Only the team of an operation judges who has which role in it.':
    'Numai echipa unei operațiuni apreciază cine are ce rol în ea.',
  'Only who made a comment withdraws it.': 'Numai cine a făcut un comentariu îl retrage.',
  'Only who made a view changes it: save it under a name of your own.':
    'Numai cine a făcut o vedere o modifică: salvați-o sub un nume propriu.',
  'P (no condition) and C (with conditions) exclude each other.':
    'P (fără condiții) și C (cu condiții) se exclud reciproc.',
  'P is without conditions: for A1 to A3, S1 and S2 give C in its place.':
    'P este fără condiții: pentru A1 până la A3, S1 și S2 dați C în locul lui.',
  'Prove once more who you are: sign in again at /login/step-up, or with an access token from such a sign-in.':
    'Legitimați-vă încă o dată: autentificați-vă din nou la /login/step-up sau cu un jeton de acces dintr-o asemenea autentificare.',
  'Prove once more who you are: sign in again at /login/step-up, or with an access token from such a sign-in. Needed: acr {}.':
    'Legitimați-vă încă o dată: autentificați-vă din nou la /login/step-up sau cu un jeton de acces dintr-o asemenea autentificare. Este nevoie de acr {}.',
  'Roles are held per operation: give the operation.':
    'Rolurile se dețin în cadrul unei operațiuni: dați operațiunea.',
  'Roles in the chain are read where the scope is an operation or records: give one, or name the sources and sinks.':
    'Rolurile din lanț se citesc acolo unde întinderea este o operațiune sau înregistrări: dați una dintre ele ori numiți sursele și destinațiile.',
  'Runs are 0 to 1000.': 'Numărul de rulări este între 0 și 1000.',
  'Runs are 1 to 1000.': 'Încercările sunt între 1 și 1000.',
  'S1: it may go further once it is sanitised; you may sanitise it by delegated authority.':
    'S1: poate merge mai departe odată igienizată; o puteți igieniza prin împuternicire.',
  'S2: the originator must be consulted before any further use.':
    'S2: autorul trebuie consultat înainte de orice altă folosire.',
  'SAME_AS joins two records of the same kind.': 'SAME_AS unește două înregistrări de același fel.',
  'Say at least one code.': 'Dați cel puțin un cod.',
  'Say for what purpose you ask: once for the session (setPurpose), or in the header Entente-Purpose.':
    'Spuneți în ce scop întrebați: o dată pentru sesiune (setPurpose) sau în antetul Entente-Purpose.',
  'Say for which purpose.': 'Spuneți în ce scop.',
  'Say the purpose in one line of 1 to 200 characters.':
    'Spuneți scopul pe un singur rând, din 1 până la 200 de caractere.',
  'Say to which organisations it would be passed on.':
    'Spuneți căror instituții li s-ar transmite mai departe.',
  'Say what the rows become: records, links or both.':
    'Spuneți ce devin rândurile: înregistrări, legături sau ambele.',
  'Say which version was read.': 'Spuneți ce versiune a fost citită.',
  'Say with whom.': 'Spuneți cu cine.',
  'Send a document or its id, not both.': 'Trimiteți un document sau identificatorul său, nu ambele.',
  'Sets of ends are for FEWEST_HOPS and STRONGEST without waypoints: give one record at either end.':
    'Mulțimile de capete sunt pentru FEWEST_HOPS și STRONGEST fără puncte intermediare: dați câte o înregistrare la fiecare capăt.',
  "Share with organisations, joint teams or everyone. To take everybody's sight away is to RECALL; named officers are set by amending an element.":
    'Partajați cu instituții, cu echipe comune sau cu toți. A lua tuturor vederea înseamnă RECALL; ofițerii numiți se stabilesc prin modificarea unui element.',
  'Sign in first.': 'Autentificați-vă mai întâi.',
  'Somebody else than who judged first decides.': 'Decide altcineva decât cel care a apreciat primul.',
  'Somebody else than who proposed an issuer decides.':
    'Decide altcineva decât cel care a propus furnizorul de identitate.',
  'Somebody else than who proposes a disposal must confirm it.':
    'O ștergere trebuie confirmată de altcineva decât cel care o propune.',
  'Something changed since the preview, or this asks for something else: ask for a preview again.':
    'Ceva s-a schimbat de la previzualizare sau se cere altceva: cereți din nou o previzualizare.',
  'Something follows the JSON object on the line.': 'După obiectul JSON mai urmează ceva pe rând.',
  'Something was erased meanwhile: import again.': 'Ceva a fost șters între timp: importați din nou.',
  'Something went wrong at the hub.': 'Ceva nu a funcționat pe platformă.',
  'Something went wrong at the hub. Quote this number when you report it: {}':
    'Ceva nu a funcționat pe platformă. Comunicați acest număr când semnalați problema: {}',
  'Speak to this contact first: {}.': 'Vorbiți mai întâi cu această persoană de contact: {}.',
  'TIME_RESPECTING avoids nobody: leave it out.':
    'TIME_RESPECTING nu ocolește pe nimeni: lăsați necompletat.',
  'TIME_RESPECTING knows no penalty: leave it out.':
    'TIME_RESPECTING nu cunoaște penalizări: lăsați necompletat.',
  'TIME_RESPECTING passes through every kind: leave it out.':
    'TIME_RESPECTING trece prin toate felurile: lăsați necompletat.',
  'The agreement of this joint team is not in force: nothing new or amended can be given to it.':
    'Acordul acestei echipe comune nu este în vigoare: nu i se poate da nimic nou sau modificat.',
  'The agreement would end in the past: give a later day, or propose its end.':
    'Acordul s-ar încheia în trecut: dați o zi ulterioară sau propuneți încheierea lui.',
  'The amount is a positive number.': 'Suma este un număr pozitiv.',
  'The authenticity is GENUINE, FORGED, STOLEN, FRAUDULENTLY_OBTAINED or left out.':
    'Autenticitatea este GENUINE, FORGED, STOLEN, FRAUDULENTLY_OBTAINED sau necompletată.',
  'The base is a time such as 2009-01-01 or 2009-01-01T06:00:00Z.':
    'Baza este un moment, de exemplu 2009-01-01 sau 2009-01-01T06:00:00Z.',
  'The body of a case object is JSON.': 'Conținutul unui obiect de caz este JSON.',
  'The budget lies between 0 and {}, in the unit of the costs.':
    'Bugetul este între 0 și {}, în unitatea costurilor.',
  'The chance lies between 0 and 1.': 'Probabilitatea este între 0 și 1.',
  'The code lists of this hub hold no translation of {} from {} to {} at this time.':
    'Listele de coduri ale acestei platforme nu au în acest moment nicio traducere pentru {} din {} în {}.',
  'The codes of 3x5x2 (P, C, A1 to S2) and of SIENA (H0 to H3) do not mix in one marking: translate one of them.':
    'Codurile 3x5x2 (P, C, A1 până la S2) și SIENA (H0 până la H3) nu se amestecă într-un marcaj: traduceți unele dintre ele.',
  'The conditions A1 to A3, S1 and S2 need C beside them.':
    'Condițiile A1 până la A3, S1 și S2 cer C alături de ele.',
  'The count is not negative.': 'Numărul nu este negativ.',
  'The decimal sign is "." or ",".': 'Semnul zecimal este "." sau ",".',
  'The degree above which an entity is a hub is at least 1.':
    'Gradul peste care o entitate este un nod aglomerat este cel puțin 1.',
  'The degree of a hub is not negative; 0 is 20.':
    'Gradul unui nod aglomerat nu este negativ; 0 înseamnă 20.',
  'The degree of a hub lies between 1 and {}.': 'Gradul unui nod aglomerat este între 1 și {}.',
  'The delimiter is one character, "tab" or "blanks".':
    'Separatorul este un singur caracter, "tab" sau "blanks".',
  'The delta lies between 0 and 1; 0 is 0.05.': 'Delta este între 0 și 1; 0 înseamnă 0,05.',
  'The direction is EITHER, OUTGOING or INCOMING.': 'Direcția este EITHER, OUTGOING sau INCOMING.',
  'The distance lies between 1 and {} hops.': 'Distanța în pași este între 1 și {}.',
  'The document expires before it is issued.': 'Documentul expiră înainte de a fi emis.',
  'The document is a PASSPORT, IDENTITY_CARD, VISA, PERMIT or OTHER.':
    'Documentul este PASSPORT, IDENTITY_CARD, VISA, PERMIT sau OTHER.',
  'The doubt lies between 0 and 10.': 'Îndoiala este între 0 și 10.',
  'The duration is in seconds and not negative.': 'Durata este în secunde și nu este negativă.',
  'The effort lies between 0.001 and 1.': 'Efortul este între 0,001 și 1.',
  'The end must be after the beginning.': 'Sfârșitul trebuie să fie după început.',
  'The entry cannot stand beside the others: {}.': 'Înscrierea nu poate sta alături de celelalte: {}.',
  'The exploitation is one of {}.': 'Exploatarea este una dintre {}.',
  'The first line of a file is line 1.': 'Primul rând al unui fișier este rândul 1.',
  'The format is delimited or jsonl.': 'Formatul este delimited sau jsonl.',
  'The gap is at least a millisecond; 0 is any.':
    'Intervalul dintre pași este de cel puțin o milisecundă; 0 înseamnă oricare.',
  'The gap is not negative; 0 is any.': 'Intervalul dintre pași nu este negativ; 0 înseamnă oricare.',
  'The gap lies between a minute and ten years; left out, it is any.':
    'Intervalul dintre pași este între un minut și zece ani; necompletat, este oricare.',
  'The gender is FEMALE, MALE, OTHER or left out.': 'Sexul este FEMALE, MALE, OTHER sau necompletat.',
  'The graph changed while the answer was read. Ask again.':
    'Graful s-a schimbat în timp ce se citea răspunsul. Întrebați din nou.',
  'The head is the lines that the mapping skips, and the header if it says that there is one.':
    'Capul fișierului este format din rândurile peste care trec corespondențele și din antet, dacă ele spun că există unul.',
  'The header in line {} cannot be read: {}': 'Antetul din rândul {} nu poate fi citit: {}',
  'The header names the columns: give header or columns, not both.':
    'Antetul numește coloanele: dați antetul sau coloanele, nu ambele.',
  'The hub does not know this action.': 'Platforma nu cunoaște această acțiune.',
  'The hub does not know this code of {}.': 'Platforma nu cunoaște acest cod din {}.',
  'The hub has as many jobs under way as it takes: ask again in a moment.':
    'Platforma are în lucru atâtea sarcini câte acceptă: cereți din nou peste puțin timp.',
  'The hub holds OFFICIAL and OFFICIAL_SENSITIVE only; anything higher must not be entered.':
    'Platforma păstrează numai OFFICIAL și OFFICIAL_SENSITIVE; nimic mai înalt nu trebuie introdus.',
  'The hub holds something else under this key. Say that it is to be replaced, or amend it by hand.':
    'Platforma deține altceva sub această cheie. Spuneți că trebuie înlocuit sau modificați-l manual.',
  'The hub is catching up with a change of who sees what. Ask again.':
    'Platforma preia acum o schimbare privind cine ce vede. Întrebați din nou.',
  "The hub's database does not answer. Try again in a minute: what is asked again under its idempotency key is done once.":
    'Baza de date a platformei nu răspunde. Încercați din nou peste un minut: ce se cere din nou cu aceeași cheie de idempotență se face o singură dată.',
  'The instrument is CARD, PREPAID_CARD, MOBILE_WALLET, CRYPTO_WALLET, MONEY_TRANSFER or OTHER.':
    'Instrumentul este CARD, PREPAID_CARD, MOBILE_WALLET, CRYPTO_WALLET, MONEY_TRANSFER sau OTHER.',
  'The interval ends before it begins: until must not lie before from.':
    'Intervalul se termină înainte de a începe: until nu trebuie să fie înainte de from.',
  'The key is empty.': 'Cheia este goală.',
  'The kind of link is one of {}.': 'Felul legăturii este unul dintre {}.',
  'The latitude lies between -90 and 90 degrees.': 'Latitudinea este între -90 și 90 de grade.',
  'The least Jaccard index lies above 0 and is at most 1; 0 is 0.3.':
    'Cel mai mic indice Jaccard este mai mare decât 0 și cel mult 1; 0 înseamnă 0,3.',
  'The least amount is in minor units and not negative.':
    'Suma cea mai mică este în unități minore și nu este negativă.',
  'The least share lies above 0.5 and is at most 1; 0 is 0.6.':
    'Cea mai mică parte este mai mare decât 0,5 și cel mult 1; 0 înseamnă 0,6.',
  'The leave would end in the past: give a later time.':
    'Permisiunea s-ar încheia în trecut: dați un moment ulterior.',
  'The leg arrives before it departs: arrives must not lie before departs.':
    'Etapa sosește înainte de a pleca: arrives nu trebuie să fie înainte de departs.',
  'The likeness is above 0 and at most 1.': 'Asemănarea este mai mare decât 0 și cel mult 1.',
  'The limit lies between 1 and {}.': 'Limita este între 1 și {}.',
  'The line is longer than 1 MiB.': 'Rândul este mai lung de 1 MiB.',
  'The line is not UTF-8.': 'Rândul nu este în UTF-8.',
  'The line is not a JSON object.': 'Rândul nu este un obiect JSON.',
  'The log answers the auditors and supervisors of an organisation.':
    'Jurnalul răspunde auditorilor și supraveghetorilor unei instituții.',
  'The log has not so many entries. If you hold a checkpoint that says otherwise, the log was cut: keep it.':
    'Jurnalul nu are atâtea rânduri. Dacă dețineți un punct de control care spune altceva, jurnalul a fost tăiat: păstrați punctul de control.',
  'The log of this hub cannot be asked.': 'Jurnalul acestei platforme nu poate fi întrebat.',
  'The longitude lies between -180 and 180 degrees.': 'Longitudinea este între -180 și 180 de grade.',
  'The mapping is empty.': 'Corespondențele sunt goale.',
  'The mapping is not YAML: {}': 'Corespondențele nu sunt în YAML: {}',
  'The mapping names no files.': 'Corespondențele nu numesc niciun fișier.',
  'The mapping names no path here: give the files to read.':
    'Corespondențele nu numesc aici nicio cale: dați fișierele de citit.',
  'The measure is DEGREE, BETWEENNESS, HARMONIC, CLOSENESS, PAGE_RANK or CORE.':
    'Măsura este DEGREE, BETWEENNESS, HARMONIC, CLOSENESS, PAGE_RANK sau CORE.',
  'The measure is HOPS or STRENGTH.': 'Măsura este HOPS sau STRENGTH.',
  'The membership ends before it begins.': 'Apartenența se încheie înainte de a începe.',
  'The method of recruitment is one of {}.': 'Metoda de recrutare este una dintre {}.',
  'The mode is AIR, COACH, RAIL, SEA, CAR, LORRY or FOOT.':
    'Mijlocul este AIR, COACH, RAIL, SEA, CAR, LORRY sau FOOT.',
  'The name takes {@file} and no column.': 'Numele acceptă {@file} și nicio coloană.',
  'The network goes 0 to 3 hops beyond what the team shares.':
    'Rețeaua merge de la 0 până la 3 pași dincolo de ceea ce partajează echipa.',
  'The number of hops is not negative; 0 is any number.':
    'Numărul de pași nu este negativ; 0 înseamnă oricâți.',
  'The number of hops lies between 1 and 1,000,000; 0 is any number.':
    'Numărul de pași este între 1 și 1.000.000; 0 înseamnă oricâți.',
  'The number of lines to skip is not negative.': 'Numărul de rânduri peste care se trece nu este negativ.',
  'The number of rounds is not negative; 0 is as many as it takes.':
    'Numărul de runde nu este negativ; 0 înseamnă câte este nevoie.',
  'The number of runs lies between 0 and 50.': 'Numărul de rulări este între 0 și 50.',
  'The number of successors is 0 or more.': 'Numărul de succesori este 0 sau mai mult.',
  'The officer is in the team at that time already: take the officer out first.':
    'Ofițerul este deja în echipă la acel moment: scoateți mai întâi ofițerul.',
  "The officer's organisation is not a party at that time.":
    'Instituția ofițerului nu este parte la acel moment.',
  'The organisation is not a party to this operation now.':
    'Instituția nu este acum parte la această operațiune.',
  'The organisation that was asked decides.': 'Decide instituția căreia i s-a cerut.',
  'The other choice is under way: ask for that one again, and it goes on.':
    'Cealaltă alegere este în curs: cereți-o din nou pe aceea și continuă.',
  'The owner has it already.': 'Deținătorul o are deja.',
  'The owner is the id of an organisation.': 'Deținătorul este identificatorul unei instituții.',
  'The party leaves before it joins.': 'Partea iese înainte de a intra.',
  'The penalty of a hub lies between 0 and 1,000.': 'Penalizarea unui nod aglomerat este între 0 și 1.000.',
  'The place is an ADDRESS, PORT, VENUE or AREA.': 'Locul este ADDRESS, PORT, VENUE sau AREA.',
  'The profile is a USER_ACCOUNT or an ADVERT.': 'Profilul este USER_ACCOUNT sau ADVERT.',
  'The purpose must be percent-encoded text.': 'Scopul trebuie să fie un text codificat cu procente.',
  'The question did not arrive whole.': 'Întrebarea nu a ajuns întreagă.',
  'The question is followed by something else.': 'După întrebare mai urmează ceva.',
  'The question is larger than 1 MiB.': 'Întrebarea este mai mare de 1 MiB.',
  'The question is not JSON.': 'Întrebarea nu este JSON.',
  "The question's variables hold more than 20,000 elements.":
    'Variabilele întrebării conțin mai mult de 20.000 de elemente.',
  'The quotes do not fit.': 'Ghilimelele nu se potrivesc.',
  'The quotes do not fit: {}.': 'Ghilimelele nu se potrivesc: {}.',
  'The records at the ends have the keys of the ends: leave out key, keys and when.':
    'Înregistrările de la capete au cheile capetelor: lăsați necompletate key, keys și when.',
  'The resolution lies above 0, up to 100.': 'Rezoluția este mai mare decât 0 și cel mult 100.',
  'The resolution lies between 0 and 1,000,000; 0 is 1.':
    'Rezoluția este între 0 și 1.000.000; 0 înseamnă 1.',
  'The resolution lies between 0.01 and 100.': 'Rezoluția este între 0,01 și 100.',
  'The role in the chain is one of {}.': 'Rolul în lanț este unul dintre {}.',
  'The role in the team is LEADER, INVESTIGATOR, ANALYST or LIAISON.':
    'Rolul în echipă este LEADER, INVESTIGATOR, ANALYST sau LIAISON.',
  'The role is SUSPECT, VICTIM, WITNESS or ASSOCIATE.': 'Rolul este SUSPECT, VICTIM, WITNESS sau ASSOCIATE.',
  'The row has {} columns instead of {}.': 'Numărul de coloane al rândului este {} în loc de {}.',
  'The scheme is PHONE, PLATE, ACCOUNT, DOCUMENT or PROFILE.':
    'Sistemul este PHONE, PLATE, ACCOUNT, DOCUMENT sau PROFILE.',
  'The scheme must be UK_3X5X2, UK_5X5X5 or SIENA.': 'Sistemul trebuie să fie UK_3X5X2, UK_5X5X5 sau SIENA.',
  'The scope is PRIVATE, OFFICERS, ORGANISATIONS, JOINT_TEAMS or EVERYONE.':
    'Întinderea este PRIVATE, OFFICERS, ORGANISATIONS, JOINT_TEAMS sau EVERYONE.',
  'The scope {} needs at least one id here.': 'Întinderea {} cere aici cel puțin un identificator.',
  'The scope {} takes no ids here.': 'Întinderea {} nu acceptă aici identificatori.',
  'The second date lies before the first: `after` must lie after `before`.':
    'A doua dată este înaintea primei: `after` trebuie să fie după `before`.',
  'The second date must lie after the first.': 'A doua dată trebuie să fie după prima.',
  'The seed is not negative.': 'Sămânța nu este negativă.',
  'The share is above 0.5 and at most 1.': 'Partea este mai mare decât 0,5 și cel mult 1.',
  "The sharing has ended; only its owner's officers see it.":
    'Partajarea s-a încheiat; o văd numai ofițerii deținătorului.',
  'The sharing would end before it begins: the embargo must be earlier than the expiry.':
    'Partajarea s-ar încheia înainte de a începe: începutul partajării trebuie să fie înaintea încetării ei.',
  'The sharing would end in the past: give a later time.':
    'Partajarea s-ar încheia în trecut: dați un moment ulterior.',
  'The step is a length of time such as 24h or 15m.': 'Pasul este o durată, de exemplu 24h sau 15m.',
  'The strength lies between 0 and 1,000,000,000.': 'Tăria este între 0 și 1.000.000.000.',
  'The surroundings are those of now: leave asOf out.':
    'Vecinătatea este cea de acum: lăsați necompletat asOf.',
  'The teams you are in have changed since. Subscribe without a token and read anew.':
    'Echipele din care faceți parte s-au schimbat de atunci. Abonați-vă fără jeton și citiți din nou.',
  'The teams you are in have changed. Subscribe without a token and read anew.':
    'Echipele din care faceți parte s-au schimbat. Abonați-vă fără jeton și citiți din nou.',
  'The two dates say when: leave it out.': 'Cele două date spun când: lăsați necompletat.',
  'The weakest grading lies between 0 (strongest) and 10.':
    'Cea mai slabă evaluare este între 0 (cea mai tare) și 10.',
  'The window ends before it begins: `until` must lie after `since`.':
    'Intervalul se termină înainte de a începe: `until` trebuie să fie după `since`.',
  'The window ends before it begins: until must lie after since.':
    'Intervalul se termină înainte de a începe: until trebuie să fie după since.',
  'The zone is a name of the IANA time zone database, such as Europe/Bucharest.':
    'Fusul orar este un nume din baza de date IANA a fusurilor orare, de exemplu Europe/Bucharest.',
  'There are no files to read.': 'Nu există fișiere de citit.',
  'There are too many markings.': 'Sunt prea multe marcaje.',
  'There is no column "{}".': 'Nu există nicio coloană "{}".',
  'There is no document: send one as `query`, or the id of one as `documentId`.':
    'Nu există niciun document: trimiteți unul ca `query` sau identificatorul unuia ca `documentId`.',
  'There is no such field; the fields are {}.': 'Nu există un asemenea câmp; câmpurile sunt {}.',
  'There is no such file: {}.': 'Nu există un asemenea fișier: {}.',
  'There is nothing to sign: no change of this operation is proposed.':
    'Nu este nimic de semnat: nu este propusă nicio schimbare a acestei operațiuni.',
  'There is nothing with this id that you can see.':
    'Nu există nimic cu acest identificator pe care să îl puteți vedea.',
  'These communities have {} records, and at most {} are described at once: ask for fewer communities.':
    'Aceste comunități au {} înregistrări și se descriu odată cel mult {}: cereți mai puține comunități.',
  'These details do not belong to a link of kind {}.': 'Aceste detalii nu aparțin unei legături de felul {}.',
  'This asks for too much at once: ask for fewer elements (first, limit, ids), or for less of each.':
    'Se cere prea mult odată: cereți mai puține elemente (first, limit, ids) sau mai puțin despre fiecare.',
  'This could not be logged, so nothing is shown.':
    'Aceasta nu a putut fi trecută în jurnal, deci nu se arată nimic.',
  'This field takes one value.': 'Acest câmp acceptă o singură valoare.',
  'This has been changed since you read it: read it again.':
    'Ceva s-a modificat de când ați citit: citiți din nou.',
  'This hub answers only the documents it knows: send the id of one as `documentId`.':
    'Această platformă răspunde numai la documentele pe care le cunoaște: trimiteți identificatorul unuia ca `documentId`.',
  'This hub cannot try a token.': 'Această platformă nu poate încerca un jeton.',
  'This hub does not know the document. Load the page again, or send the document itself.':
    'Această platformă nu cunoaște documentul. Încărcați din nou pagina sau trimiteți documentul însuși.',
  'This is decided already: read it again.': 'Aceasta este deja decisă: citiți din nou.',
  'This is not a cursor of this list: hand back an endCursor of the same list, filter and officer.':
    'Acesta nu este un cursor al acestei liste: trimiteți înapoi un endCursor al aceleiași liste, cu același filtru și pentru același ofițer.',
  'This is not a date in the form that the mapping states.':
    'Aceasta nu este o dată în forma stabilită de corespondențe.',
  'This is not a kind of link.': 'Acesta nu este un fel de legătură.',
  'This is not a kind of link: ASSOCIATE, TRANSFERRED, CALLED and so on.':
    'Acesta nu este un fel de legătură: ASSOCIATE, TRANSFERRED, CALLED și așa mai departe.',
  'This is not a kind of record.': 'Acesta nu este un fel de înregistrare.',
  'This is not a kind of record: PERSON, BANK_ACCOUNT, PLACE and so on.':
    'Acesta nu este un fel de înregistrare: PERSON, BANK_ACCOUNT, PLACE și așa mai departe.',
  'This is not a number of entries.': 'Acesta nu este un număr de rânduri ale jurnalului.',
  'This is not a number.': 'Acesta nu este un număr.',
  'This is not a pattern.': 'Acesta nu este un tipar.',
  'This is not a position in a list ordered by time.':
    'Aceasta nu este o poziție într-o listă ordonată după timp.',
  'This is not a revision of this hub: hand back what a mutation returned.':
    'Aceasta nu este o revizie a acestei platforme: trimiteți înapoi ce a dat o mutație.',
  'This is not a revision of this hub: hand back what an event or a mutation gave.':
    'Aceasta nu este o revizie a acestei platforme: trimiteți înapoi ce a dat un eveniment sau o mutație.',
  'This is not a time in the form that the mapping states.':
    'Acesta nu este un moment în forma stabilită de corespondențe.',
  'This is not a whole number.': 'Acesta nu este un număr întreg.',
  'This is not an id of the right type.': 'Acesta nu este un identificator de felul potrivit.',
  'This is not the id of a case object.': 'Acesta nu este identificatorul unui obiect de caz.',
  'This is not the id of a link.': 'Acesta nu este identificatorul unei legături.',
  'This is not the id of a record.': 'Acesta nu este identificatorul unei înregistrări.',
  'This is not the id of an involvement.': 'Acesta nu este identificatorul unui rol într-o operațiune.',
  'This is not the id of an officer.': 'Acesta nu este identificatorul unui ofițer.',
  'This is not the id of an operation.': 'Acesta nu este identificatorul unei operațiuni.',
  'This is not the id of an organisation.': 'Acesta nu este identificatorul unei instituții.',
  'This is to be a JSON object.': 'Acesta trebuie să fie un obiect JSON.',
  'This joint plan was decided already: read it again.':
    'Asupra acestui plan comun s-a decis deja: citiți-l din nou.',
  'This joint team is not over: end it, or withdraw from it, first.':
    'Această echipă comună nu s-a încheiat: încheiați-o sau retrageți-vă din ea mai întâi.',
  'This joint team is not over: it is evaluated at its end.':
    'Această echipă comună nu s-a încheiat: ea se evaluează la sfârșit.',
  'This key was used for another input: take a new one.':
    'Această cheie a fost folosită pentru alte date: luați una nouă.',
  'This member is not of the type it must be.': 'Acest membru nu este de tipul cerut.',
  'This objective does not exist.': 'Acest scop nu există.',
  'This operation has ended: propose another one.': 'Această operațiune s-a încheiat: propuneți alta.',
  'This release is not open any more: read it again.':
    'Această comunicare nu mai este deschisă: citiți-o din nou.',
  'This row cannot be taken.': 'Acest rând nu poate fi preluat.',
  'This text is too long: 4,000 characters at most.':
    'Acest text este prea lung: cel mult 4.000 de caractere.',
  'This token is more than a day old. Subscribe without a token and read anew.':
    'Acest jeton este mai vechi de o zi. Abonați-vă fără jeton și citiți din nou.',
  'This took too long and was stopped. Narrow the question.':
    'A durat prea mult și a fost oprit. Restrângeți întrebarea.',
  'This was decided already.': 'Aceasta a fost deja decisă.',
  'This would bring {} records, and the limit is {}: narrow it by kind, or raise the limit.':
    'S-ar aduce {} înregistrări, iar limita este {}: restrângeți după fel sau ridicați limita.',
  'Times are a layout or steps after a base, not both.':
    'Momentele au fie un format, fie pași de la o bază, nu ambele.',
  "To RECALL is to take everybody's sight away: leave the audience out, or NARROW.":
    'RECALL înseamnă a lua tuturor vederea: lăsați necompletat cui i se partajează sau folosiți NARROW.',
  'To begin a sharing later is to NARROW it.': 'A începe o partajare mai târziu înseamnă NARROW.',
  'To begin a sharing sooner is to WIDEN it.': 'A începe o partajare mai devreme înseamnă WIDEN.',
  'To end a sharing sooner is to NARROW it.': 'A încheia o partajare mai devreme înseamnă NARROW.',
  'To let a sharing last longer is to WIDEN it.': 'A lăsa o partajare să dureze mai mult înseamnă WIDEN.',
  'Too many links follow each other in one instant. Narrow the window, or let each step be later than the one before.':
    'Prea multe legături urmează una după alta în aceeași clipă. Restrângeți intervalul sau cereți ca fiecare pas să fie ulterior celui dinainte.',
  'Translate to UK_3X5X2 or SIENA; 5x5x5 is read and no longer written.':
    'Traduceți în UK_3X5X2 sau SIENA; 5x5x5 se citește și nu se mai scrie.',
  'Two columns are named "{}".': 'Două coloane se numesc "{}".',
  'Two files of an import cannot have the same name: {} and {}.':
    'Două fișiere ale unui import nu pot avea același nume: {} și {}.',
  'Waypoints are for FEWEST_HOPS and STRONGEST.':
    'Punctele intermediare sunt pentru FEWEST_HOPS și STRONGEST.',
  'What connects several records is walked either way: leave it out.':
    'Ce leagă mai multe înregistrări se parcurge în ambele sensuri: lăsați necompletat.',
  'What is recalled is not shared any more: leave embargo and expires out.':
    'Ce se retrage nu mai este partajat: lăsați necompletate embargo și expires.',
  'What must be in the plan costs more than the budget.':
    'Ce trebuie să fie în plan costă mai mult decât bugetul.',
  'What was passed on is not taken back by a date: leave it out.':
    'Ce a fost transmis mai departe nu se ia înapoi printr-o dată: lăsați necompletat.',
  'Who proposes is a party; to leave an agreement, withdraw from it.':
    'Cine propune este parte; pentru a ieși dintr-un acord, retrageți-vă din el.',
  'Who sees what changed while this was answered. Ask again.':
    'S-a schimbat cine ce vede în timp ce se răspundea. Întrebați din nou.',
  'Whoever asked does not decide.': 'Cine a cerut nu decide.',
  'Write true or false, yes or no, 1 or 0.': 'Scrieți true sau false, yes sau no, 1 sau 0.',
  'You are not in this team now, or it has ended: name a team you are in.':
    'Nu faceți parte acum din această echipă sau ea s-a încheiat: numiți o echipă din care faceți parte.',
  'You are not signed in, or your sign-in is no longer valid. Please sign in again.':
    'Nu sunteți autentificat sau autentificarea nu mai este valabilă. Autentificați-vă din nou.',
  'You are one of the officers it names.': 'Sunteți unul dintre ofițerii pe care îi numește.',
  'You ask for more than the hub gives one officer at once. Ask again in {} s.':
    'Cereți mai mult decât dă platforma odată unui ofițer. Cereți din nou peste {} s.',
  'You could not see this yourself afterwards.': 'Nici dumneavoastră nu ați mai putea-o vedea după aceea.',
  'You could not see this yourself: name yourself, or ask somebody cleared to enter it.':
    'Nici dumneavoastră nu ați putea-o vedea: numiți-vă sau rugați pe cineva cu acces să o introducă.',
  'You have asked as often as you may: ask again at {}.':
    'Ați întrebat de câte ori aveți voie: întrebați din nou la {}.',
  'You have too many subscriptions open: end one first.':
    'Aveți prea multe abonamente deschise: încheiați mai întâi unul.',
  'You have too many websockets open: close one first.':
    'Aveți prea multe websocketuri deschise: închideți mai întâi unul.',
  'You have {} jobs under way: wait for one, or cancel one.':
    'Aveți în lucru atâtea sarcini: {}. Așteptați sau anulați una.',
  'You see it already.': 'O vedeți deja.',
  'Your organisation contributed it.': 'Instituția dumneavoastră a contribuit-o.',
  'Your organisation is not a party to this operation.':
    'Instituția dumneavoastră nu este parte la această operațiune.',
  'Your organisation would not be a party to what is proposed, and need not sign.':
    'Instituția dumneavoastră nu ar fi parte la ceea ce se propune și nu trebuie să semneze.',
  "Your own organisation contributed this: it needs nobody's leave.":
    'Propria instituție a contribuit-o: nu este nevoie de permisiunea nimănui.',
  'Your role does not contribute records.': 'Rolul dumneavoastră nu contribuie înregistrări.',
  '{} Quote this number when you report it: {}': '{} Comunicați acest număr când semnalați problema: {}',
  "{} of these {} elements may not leave the hub without their owners' release: checkAction says which, why and whom to ask.":
    'Din elemente, {} (din {}) nu pot ieși de pe platformă fără comunicarea deținătorilor: checkAction spune care, de ce și cine trebuie întrebat.',
}

export const sayRo = sayings(ro)
