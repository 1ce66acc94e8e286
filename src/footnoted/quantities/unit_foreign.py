"""Units and counted nouns of German, French, Spanish and Russian under our names: data."""

from __future__ import annotations

# name | wordings, as in `unit_tables.MEASURE_NAMES`
FOREIGN_NAMES = """
% | v.H. | v. H. | vom Hundert
percentage points | Prozentpunkt | Prozentpunkte | Prozentpunkten | points de pourcentage
percentage points | puntos porcentuales | процентных пункта | процентных пунктов
times | fois | veces | mal | -mal | раза | раз
mm | Millimetern | millimètre* | milímetro* | миллиметр | миллиметра | миллиметров
cm | Zentimeter | Zentimetern | centimètre* | centímetro* | сантиметр | сантиметра | сантиметров
m | Metern | mètre* | metro* | метр | метра | метров
km | Kilometern | kilomètre* | kilómetro* | quilómetro* | километр | километра | километров
inches | Zoll | pouce* | pulgada* | дюйм | дюйма | дюймов
feet | Fuß | Fuss | pied* | pies | фут | фута | футов
miles | Meile | Meilen | mille marin | millas | milla | миля | мили | миль
nautical miles | Seemeilen | Seemeile | milles marins | millas náuticas | морских миль
leagues | lieue* | legua*
versts | верста | версты | вёрст | верст
light years | Lichtjahr | Lichtjahre | Lichtjahren | années-lumière | années lumière | años luz
light years | световых лет
m2 | Quadratmeter | Quadratmetern | mètre carré | mètres carrés | metros cuadrados
m2 | metro cuadrado | кв. м | квадратных метров | квадратных метра
km2 | Quadratkilometer | Quadratkilometern | qkm | kilomètres carrés | kilomètre carré
km2 | kilómetros cuadrados | кв. км | квадратных километров | квадратных километра
hectares | Hektar | hectárea* | гектар | гектара | гектаров
acres | arpent*
square miles | Quadratmeilen | millas cuadradas
m3 | Kubikmeter | Kubikmetern | mètres cubes | mètre cube | metros cúbicos | кубометров
m3 | кубических метров | куб. м
litres | Litern | litro* | литр | литра | литров
hl | Hektoliter | hectolitros
ml | millilitres | Milliliter | mililitro* | миллилитров
g | Gramm | gramo* | грамм | грамма | граммов
mg | Milligramm | miligramo*
kg | Kilogramm | kilogramo* | килограмм | килограмма | килограммов
pounds weight | Pfund | фунт | фунта | фунтов
GBP | Pfund Sterling | livre* sterling | libra* esterlina* | фунтов стерлингов
ounces | Unze | Unzen | once | onces | onza*
tonnes | Tonne | Tonnen | tonelada* | т.
quintals | Zentner | quintaux | quintales | центнеров
horsepower | PS | chevaux | ch | лошадиных сил | л. с. | л.с.
seconds | Sekunde | Sekunden | seconde* | segundo* | секунда | секунды | секунд
minutes | Minute | минута
hours | Std. | Std
days | Tages | journée* | день | сут | суток
weeks | неделя | неделю
months | месяц
years | Jahren | Jahres | год | годы | anni
years old | Jahre alt | ans d'âge
decades | Jahrzehnt | Jahrzehnte | Jahrzehnten | décennie* | década* | decenio* | десятилетия
decades | десятилетий
centuries | Jahrhundert | Jahrhunderte | Jahrhunderten | siècle* | siglo* | века | веков
degrees | Grad | degré* | grado* | градус | градуса | градусов
°C | Grad Celsius | degrés Celsius | degré Celsius | grados Celsius | grados centígrados
°C | градусов Цельсия
W | Вт | vatio*
kW | Kilowatt | kilovatio* | киловатт
MW | Megawatt | megavatio* | мегаватт
kWh | Kilowattstunde | Kilowattstunden | kilovatios hora | кВт·ч
V | вольт
km/h | Stundenkilometer | km/std | kilomètres à l'heure | kilómetros por hora | километров в час
bytes | octet* | байт | байта
kB | kilooctet* | Ko | ko | килобайт
MB | mégaoctet* | Mo | мегабайт
GB | gigaoctet* | Go | гигабайт
EUR | евро
USD | долларов | доллара | доллар | dólar | dólares
RUB | Rubel | rouble* | rublos | рублей | рубля
marks | Mark
Goldmarks | Goldmark
thalers | Taler | Talern | Thaler | Thalern
guilders | Gulden
pesos | peso*
reales | reales
maravedís | maravedís | maravedíes
persons | человек | человека | Einwohner | Einwohnern | Personen | Menschen | Leute | Seelen
persons | habitant* | habitante* | âmes | almas | жителей | жителя | людей
citizens | Bürger | citoyen* | ciudadano*
residents | Bewohner | Bewohnern | résident*
men | Mann | Männer | Männern | homme* | hombre* | мужчин
women | Frauen | femme* | mujeres | женщин
children | Kinder | Kindern | enfant* | niños | детей
troops | Soldat | Soldaten | soldat* | soldado* | солдат | военнослужащих
workers | Arbeiter | Arbeitern | ouvrier* | travailleur* | trabajadores | obreros | рабочих
students | Studenten | Studierende | étudiant* | estudiantes | студентов
pupils | Schüler | Schülern | élève* | alumno* | учеников
members | Mitglied | Mitglieder | Mitgliedern | membre* | miembro* | членов
families | Familien | famille* | familias | семей
households | Haushalte | Haushalten | foyer* | hogares
houses | Häuser | Häusern | maison* | casas | домов
deaths | Toten | Tote | morts | muertos | погибших
companies | Unternehmen | Firmen | entreprise* | empresas | компаний | предприятий
countries | Länder | Ländern | Staaten | pays | países | стран
cities | Städte | Städten | villes | ciudades | городов
villages | Dörfer | Dörfern | pueblos | деревень
schools | Schulen | écoles | escuelas | школ
churches | Kirchen | églises | iglesias
ships | Schiffe | Schiffen | navire* | vaisseaux | barcos | buques | кораблей
aircraft | Flugzeuge | Flugzeugen | avion* | aviones | самолётов | самолетов
horses | Pferde | Pferden | cheval | caballos | лошадей
islands | Inseln | île* | islas | островов
languages | Sprachen | langues | lenguas | idiomas | языков
books | Bücher | Büchern | libros | книг
volumes | Bände | Bänden | tome* | tomos | томов
pages | Seiten | páginas | страниц
lines | Zeilen | ligne* | líneas | строк
words | Wörter | Worte | mots | palabras | слов
characters | Zeichen | caractère* | caracteres | символов
letters | Buchstaben | lettres | letras | букв
copies | Exemplare | Exemplaren | exemplaires | ejemplares | экземпляров
articles | Artikel
files | Dateien | fichier* | archivos | файлов
packages | Pakete | Paketen | paquet* | paquetes | пакетов
programmes | Programme | programas | программ
machines | Maschinen
computers | Rechner | Computern | ordinateur* | ordenadores | компьютеров
users | Benutzer | Benutzern | Nutzer | utilisateur* | usuario* | пользователей
votes | Stimmen | voix | votos | голосов
seats | Sitze | Sitzen | siège* | escaños | мест
points | Punkte | Punkten | puntos | очков
"""
