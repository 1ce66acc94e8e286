"""British spellings and their American forms: a table of words, not rules of suffixes.

A rule would merge *filed* with *filled* and *being* with *Boeing*. Pairs that are two words
with two meanings (*cheque* and *check*, *storey* and *story*, *practise* and *practice*) are
left out: folding them together could hide a changed word. The words were picked from SCOWL's
British and American lists (Debian's wbritish and wamerican, 2020.12.07): each British form is
in no American list, and the other way round.
"""

from __future__ import annotations

_VERBS = """
accessor acclimat achromat actual adon aggrand agon alchem alcohol alkal alkalin allegor alphabet
alumin amort anagrammat analog anathemat anatom anglic animal annual anod antagon antholog
anthropomorph antiseptic aphor apolog apostat apostroph apotheos appet arbor archa aromat arterial
atom attitudin author autoion automat autotom axiomat azot bapt barbar bastard battolog bestial
bitumin botan bowdler brutal bureaucrat burglar cam canal cannibal canon capital capon capsul
caramel carbol carbon carbur cartel categor catheter catholic cauter central cephal channel
character cicatr cinchon cinemat circular civil classic cocain cogn collateral collectiv colon
commercial commun communal compartmental computer conceptual concert concret container contempor
contextual conventional copolymer cosmopolitan creol criminal critic crystall curar custom cutin
decarbon decarbur decentral decimal decolon decriminal dehuman dehypnot deion delegitim delocal
demagnet demasculin dematerial demilitar demineral demobil democrat demon demonet demoral
demytholog denational denatural denuclear deodor deoxid departmental depersonal depolar depolitic
depolymer depressur deput desalin desensit desexual destabil detribal devital diabol diagonal
dialog dichotom diesel digit digital diphthong disillusion disorgan disse divin dogmat dramat ebon
econom editorial effemin egot elastic eleg emblemat embol emotional empath emphas encarnal energ
entomolog epigrammat epitom equal essential etern eternal ether ethereal ethic etymolog euhemer
eulog eunuch euphem euphon evangel experimental extempor exterior external factor familiar fanatic
fantas federal femin fertil feudal fictional final fluid focal formal formular fossil fr fraction
fratern galvan gelatin genealog general geolog geometr ghetto glamor global glutton gormand
gourmand granger graphit guttural gyrostabil harmon heathen hierarch homogen homolog hospital
human hybrid hydrogen hyperbol hypersensit hypnot hyposensit hypostas hypostat hypothes
hysterectom ideal idol idolatr illegal immaterial immobil immortal immun impersonal incentiv
individual industrial initial insolubil institutional intellectual interior internal international
iod ion irid irrational isochron isomer italic item jargon jeopard journal juvenil keratin kyan
labial laic lateral legal legitim legitimat liberal linear lion liquid literal lobotom local logic
lyophil macadam magnet marble marginal martyr material matron maxim mechan mediat melod melodramat
memor memorial mercer mercurial mesmer metabol metastas metathes method metric microminiatur
militar mineral miniatur minim misalphabet mischaracter mobil modern modular moistur monet mongrel
monopol monumental moral motor municipal mutual mythic mytholog narcot nasal national natural
nebul neolog neoter neutral nitrogen nomad nonion nonsympath normal notar novel obel objectiv
optim organ oriental orthograph ostrac overcapital overdramat overemphas overgeneral
overindustrial overspecial oxid ozon pagan palatal panegyr parabol parallel parameter parametr
parasit parenthes particular passiv pasteur pastoral patron pauper pect peculiar pedestrian pellet
penal pept pepton period peroxid personal philanthrop philosoph phlebotom phosphat photosensit
photosynthes pictur pilgrim plagiar plastic platin platitudin plural poet poetic polar polemic
politic political pollin polymer popular postur pr precivil precon pressur prev priorit privat
professional prolog prologu propagand proselyt provincial psycholog public pulver quant racial
radical random rational real reauthor rebapt recapital recogn recolon recrystall reemphas regular
reinitial relativ rematerial remilitar remonet renational renormal reorgan republican resynchron
resynthes revital revolution rhapsod ritual robot roman romantic routin rubber rugged rural salin
sanit satir scandal schemat scrutin sectarian sectional secular securit semicivil sensational
sensit sensual sentimental serial sermon signal simon singular slender social sodom solar solemn
soliloqu solm solubil soviet special spiritual stabil standard steril stigmat styl subminiatur
subsid subspecial substantial subtil suburban sulfat summar syllab syllog symbol symmetr sympath
symphon synchron syncret synonym synops synthes system systemat tantal tautolog tellur tempor
tender territorial terror tetan theatrical theolog theor total tranquil tranquill transcendental
transistor traumat trichin trivial tropical tyrann unacclimat unalphabet unappet unauthor unbapt
uncapital uncivil uncrystall underemphas underutil unfertil uniform uninitial union unit universal
unmechan unmemor unnatural unorgan unpasteur unpressur unpublic unreal unrecogn unspecial unsteril
unsubsid unutil urban util valor vandal vapor vasectom vassal vector velar ventriloqu verbal
vernacular vernal victim virtual visual vital vitriol vocal volatil vowel vulcan vulgar weather
western winter woman
"""
"""Verbs in -ise and -ize, by what stands before, and what comes of them: *agonise*, *agonize*."""

_OF_VERBS = ("e", "ed", "es", "ing", "ation", "ations", "er", "ers", "able")

_BY_LETTERS = {
    ("ae", "e"): """
aetiology anaemia anaesthesiologist anaesthesiologists anaesthesiology anaesthetic anaesthetics
archaeological archaeology caesium encyclopaedia encyclopaedias gynaecological gynaecologist
gynaecologists gynaecology haematologist haematologists haematology haemophiliac haemophiliacs
haemorrhage haemorrhages haemorrhoid leukaemia mediaeval orthopaedic paediatric paediatrician
paediatricians paediatrics palaeontologist palaeontologists palaeontology septicaemia toxaemia
    """,
    ("ence", "ense"): """
defence defenceless defences licence licences offence offences pretence pretences
    """,
    ("is", "iz"): """
agonisingly appetisingly moralisingly organisational patronisingly tantalisingly
    """,
    ("l", "ll"): """
enrol enrolment enrols fulfil fulfilment fulfils instalment instalments
    """,
    ("ll", "l"): """
callisthenic cancelled cancelling channelled channelling counselled counselling counsellor
counsellors dialled dialling diallings empanelled empanelling equalled fuelled fuelling funnelled
impanelled impanelling initialled labelled labelling levelled leveller levelling marshalled
marvellous medallist medallists modelled modelling modellings panellist panellists pencilled
quarrelled rivalled signalled signalling totalled totalling travelled traveller travellers
travelling travellings trialled trialling tunnelled tunnelling tunnellings unlabelled unrivalled
weaselled weaselling woollen woollens
    """,
    ("oe", "e"): """
diarrhoea foetus mantoes oedema oesophagi oesophagus oesophaguses oestrogen pyorrhoea snowshoed
    """,
    ("ogue", "og"): """
analogues catalogue catalogues
    """,
    ("our", "or"): """
arbour arbours ardour ardours armour armoured armourer armourers armouries armouring armours
armoury behaviour behavioural behaviours belabour belaboured belabouring belabours candour clamour
clamoured clamouring clamours clangour colour colourblind coloured coloureds colourfast colourful
colourfully colouring colourless colours demeanour discolour discoloured discolouring discolours
disfavour disfavoured disfavouring disfavours dishonour dishonourable dishonourably dishonoured
dishonouring dishonours enamour enamoured enamouring enamours endeavour endeavoured endeavouring
endeavours favour favourable favourably favoured favouring favourite favourites favouritism
favours fervour flavour flavoured flavourful flavouring flavourings flavourless flavours glamour
harbour harboured harbouring harbours honour honourable honourably honoured honouring honours
humour humoured humouring humourless humourlessness humours labour laboured labourer labourers
labouring labours misbehaviour misdemeanour misdemeanours multicoloured neighbour neighboured
neighbourhood neighbourhoods neighbouring neighbourliness neighbourly neighbours odour odourless
odours parlour parlours rancour rigour rigours rumour rumoured rumouring rumours saviour saviours
savour savoured savourier savouries savouriest savouring savours savoury splendour splendours
succour succoured succouring succours tricolour tricolours tumour tumours unfavourable
unfavourably unsavoury valour vapour vapours varicoloured vigour watercolour watercolours
    """,
    ("pp", "p"): """
kidnapped worshipped
    """,
    ("re", "er"): """
calibre calibres centilitre centilitres centimetre centimetres centre centrefold centrefolds
centrepiece centrepieces centres epicentre epicentres fibre fibreboard fibreglass fibres kilometre
kilometres lacklustre litre litres louvre louvres lustre meagre meagrely meagreness metre metres
millilitre millilitres millimetre millimetres mitre mitres nitre philtre philtres reconnoitre
reconnoitres sabre sabres sceptre sceptres sepulchre sepulchres sombre spectre spectres theatre
theatres
    """,
    ("tt", "t"): """
benefitted benefitting
    """,
    ("ys", "yz"): """
analyse analysed analyser analysers analysing catalyse catalysed catalyser catalysers catalyses
catalysing electrolyse electrolysed electrolyser electrolysers electrolyses electrolysing paralyse
paralysed paralyser paralysers paralyses paralysing psychoanalyse psychoanalysed psychoanalysing
    """,
}
"""Words whose last such letters differ: *colour* and *color*."""

_PAIRS = """
acknowledgement/acknowledgment acknowledgements/acknowledgments aeroplane/airplane
aeroplanes/airplanes afterwards/afterward ageing/aging aluminium/aluminum artefact/artifact
artefacts/artifacts centred/centered centring/centering cosy/cozy dreamt/dreamed
enquiries/inquiries enquiry/inquiry focussed/focused focussing/focusing grey/gray greys/grays
jewellery/jewelry judgement/judgment judgemental/judgmental judgements/judgments
manoeuvre/maneuver manoeuvred/maneuvered manoeuvres/maneuvers manoeuvring/maneuvering mould/mold
moulded/molded moulder/molder mouldered/moldered mouldering/moldering moulders/molders
mouldier/moldier mouldiest/moldiest moulding/molding mouldings/moldings moulds/molds mouldy/moldy
moult/molt moulted/molted moulting/molting moults/molts plough/plow ploughed/plowed
ploughing/plowing ploughs/plows practised/practiced practising/practicing programme/program
programmes/programs pyjamas/pajamas sceptic/skeptic sceptical/skeptical sceptically/skeptically
scepticism/skepticism sceptics/skeptics skilful/skillful skilfully/skillfully spelt/spelled
spoilt/spoiled towards/toward wilful/willful wilfully/willfully
"""


def _table() -> dict[str, str]:
    found = dict(pair.split("/") for pair in _PAIRS.split())
    for (british, american), words in _BY_LETTERS.items():
        for word in words.split():
            head, _, tail = word.rpartition(british)
            found[word] = f"{head}{american}{tail}"
    for stem in _VERBS.split():
        found |= {f"{stem}is{ending}": f"{stem}iz{ending}" for ending in _OF_VERBS}
    return found


AMERICAN: dict[str, str] = _table()
"""From the British form to the American one, lower case."""
