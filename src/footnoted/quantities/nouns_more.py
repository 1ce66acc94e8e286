"""More nouns that reference works count; as in `nouns`, only true synonyms share a name."""

from __future__ import annotations

# names parted by `; `, other wordings of one by ` | `
MORE_NOUNS = """
souls; sailors | seamen | seaman; infantry | infantrymen | foot soldiers
cavalry | cavalrymen | horsemen; marines; knights; warriors; archers; cannon | cannons
battalions; regiments; brigades; divisions; squadrons; legions; fleets; galleys; frigates
battleships; cruisers; destroyers; guards; gunmen; slaves; serfs; peasants; miners
labourers | laborers; artisans; merchants; monks; nuns; priests; bishops; clergy | clergymen
missionaries | missionary; pilgrims; disciples; apostles; saints; kings; emperors; gods; sons
daughters; brothers; sisters; wives | wife; husbands; boys; girls; babies | baby; adults; youths
readers; writers; authors; poets; artists; musicians; actors; singers; lawyers; judges; nurses
physicians; clerks; chiefs; leaders; senators; deputies | deputy; legislators; colonists
settlers; immigrants; emigrants; exiles; anarchists; strikers
demonstrators; protesters; activists; volunteers; employers; landowners; shareholders; owners
tenants; consumers; producers; listeners; viewers; guests; bystanders; witnesses | witness; Jews
Christians; Muslims; Catholics; Protestants; names; letters; stanzas; verses; lyrics; poems
plays; novels; stories; essays; paragraphs; chapters; quotations; proverbs; syllables; vowels
consonants; nouns; verbs; symbols; signs; digits; strings; packets; frames; registers
instructions; processes | process; tasks; loops; variables; constants; classes | class; objects
methods; instances; interfaces; devices; terminals; keyboards; mice | mouse; monitors; screens
windows; menus; buttons; vacuum tubes | tubes | valves; transistors; relays; switches | switch
chips; circuits; boards; sockets; pins; wires; cables; channels; networks; hosts; domains
subnets; routers; directories | directory; folders; archives; tapes
cartridges; diskettes | floppies; tracks; cylinders; heads; databases; signatures; certificates
passwords; attempts; iterations; cycles; pulses; samples; beats; hits; clicks; downloads
newspapers; magazines; journals; periodicals; pamphlets; manuscripts; scrolls; tablets; maps
photographs | photos; paintings; pictures; portraits; statues; coins; stamps; cards; dice
planets; stars; moons; galaxies | galaxy; asteroids; comets; craters; atoms; molecules
electrons; protons; neutrons; isotopes; genes; chromosomes; cells; neurons; bones; teeth | tooth
legs; wings; petals; leaves | leaf; seeds; fruits; apples; oranges; flowers; vines; shrubs
acorns; elephants; lions; tigers; wolves | wolf; bears; deer; dogs; cats; rats; rabbits; hens
ducks; geese | goose; bees; ants; whales; seals; snakes; insects; oxen | ox; mules; donkeys
buffaloes; cows; bulls; calves | calf; lambs; tribes; clans; dynasties | dynasty; empires
kingdoms; colonies | colony; counties | county; shires; parishes | parish; boroughs; dioceses
communes; settlements; suburbs; streets; squares; gates; towers; castles; forts | fortresses
palaces; pyramids; tombs; walls; arches; doors; halls; theatres | theaters | theatre | theater
cinemas; colleges; cemeteries | cemetery; prisons; camps; barracks; mills; forges; furnaces
looms; spindles; engines; ovens; kilns; boilers; cranes; wheels; axles; gears; carriages
coaches | coach; tractors; ploughs; carts; barges; canoes; ferries | ferry; lighthouses; locks
canals; harbours | harbors; springs; waterfalls; volcanoes; mountains | peaks; valleys; glaciers
caves; oceans; continents; deserts; farms; estates; plantations; orchards; gardens; plots
unions; federations; councils; collectives; communities | community; congregations
denominations; sects; religions; dialects; alphabets; scripts; sounds; tones; instruments
orchestras; concerts; operas; symphonies | symphony; albums; shows; episodes; broadcasts
telephones; televisions; radios; battles; wars; raids; sorties; sieges; executions; arrests
trials; accidents; wrecks; earthquakes; storms; floods; fires; plagues; miracles
dreams; virtues; sins; commandments; theorems; axioms; equations; problems
solutions; proofs; theories | theory; experiments; observations; discoveries | discovery
inventions; prizes; awards; titles; ranks; grades; rounds; innings; sets; balls; throws
moves; tricks; ballots; delegations; constituencies | constituency; resolutions; amendments
bills; decrees; charters; telegrams; parcels; bags; sacks; bales; casks; crates; jars; cans
glasses | glass; plates; spoons; loaves | loaf; slices; meals; dishes | dish; recipes
ingredients; tools; nails; bricks; stones; slabs; tiles; planks; beams; ingots; rings; beads
swords; spears; arrows; shields; shells; torpedoes; objections; complaints; replies | reply
comments; commits; tags; fixes | fix; features; plugins; themes; templates; macros; formats
codes; flags; choices; reasons; examples; corners; angles; faces; edges
vertices | vertex; dimensions; axes | axis
"""
