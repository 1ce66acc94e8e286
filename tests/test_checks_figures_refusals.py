"""Sentences that look like support, or like a contradiction, and are neither."""

from __future__ import annotations

import pytest

from footnoted.checks.figures import check_figure
from footnoted.model.records import FigureRecord
from footnoted.model.verdicts import PartVerdict
from test_checks_figures import page

Case = tuple[str, str | None, str | None, str]


def verdict_on(case: Case) -> PartVerdict:
    """Check a record (raw, measure, period) on a page; a bar parts paragraphs."""
    raw, measure, period, words = case
    language = "zh" if any("\u4e00" <= char <= "\u9fff" for char in words) else "en"
    record = FigureRecord(raw=raw, measure=measure, period=period)
    return check_figure(record, page(*words.split("|"), language=language)).verdict


PERIODS = [
    ("$5bn", "trade", "2012", "Trade was $5bn in the first half of 2012."),
    ("$5bn", "trade", "2012", "In the first quarter of 2012, trade came to $5bn."),
    ("$5bn", "trade", "2012", "Trade has come to $5bn so far this year (2012)."),
    ("$5bn", "trade", "2012", "Trade from January to June 2012 was $5bn."),
    ("$5bn", "trade", "2012", "In the first nine months of 2012 trade was $5bn."),
    ("$5bn", "trade", "2012", "Trade in June 2012 was $5bn."),
    ("$5bn", "trade", "2012", "Trade in fiscal year 2012 was $5bn."),
    ("$5bn", "trade", "2012", "Trade between 2005 and 2012 was $5bn."),
    ("$5bn", "trade", "2012", "Cumulative trade reached $5bn in 2012."),
    ("$5bn", "trade", "2012", "Since 2012, trade has totalled $5bn."),
    ("$5bn", "trade", "2012", "Trade was $5bn in H1 2012."),
    ("$1bn", "trade", "2012", "Trade was $1bn in the first half of 2012 and $5bn in 2012."),
    ("$5bn", "trade", "first half of 2012", "Trade was $5bn in 2012."),
    ("$5bn", "trade", "2012", "Trade hit $5bn in the year to June 2012."),
    ("$5bn", "trade", "2012", "Trade hit $5bn in the 12 months to June 2012."),
    ("$5bn", "trade", "2012", "By mid-2012, trade stood at $5bn."),
    ("$5bn", "trade", "2012", "Half-year trade was $5bn in 2012."),
    ("$5bn", "trade", "2012", "In 2012 (January–June), trade was $5bn."),
    ("$5bn", "trade", "2012", "Trade was $5bn in 2012 through September."),
    ("$5bn", "trade", "2012", "Trade in the six months of 2012 was $5bn."),
    ("$5bn", "trade", "2012", "Over five years to 2012, trade totalled $5bn."),
    ("$5bn", "trade", "2012", "Trade totalled $5bn over the period 2008-2012."),
    ("$5bn", "trade", "2012", "Trade amounted to $5bn during 2008–12."),
    ("$5bn", "trade", "2012", "Trade, which was small in 2012, reached $5bn in 2013."),
    ("$5bn", "trade", "2012", "Compared with 2012, trade in 2011 was $5bn."),
    ("$5bn", "trade", "2012", "In 2012 it fell. Trade had been $5bn."),
    ("$5bn", "trade", "2012", "Trade in the decade since 2012 was $5bn."),
    ("$5bn", "trade", "2012", "The $5bn trade of 2011 doubled in 2012."),
    ("$5bn", "trade", "2012", "In 2012 trade reached $3bn, against $5bn a year earlier."),
    ("$5bn", "trade", "2012", "Trade reached $3bn in 2012, down from $5bn the previous year."),
    ("$5bn", "trade", "2012", "Trade, at $5bn the year before, fell to $3bn in 2012."),
    ("$5bn", "trade", "2012", "Last year's $5bn trade shrank in 2012."),
    ("$5bn", "trade", "2012", "By 2012, trade had grown from $5bn."),
    ("$5bn", "trade", "2012", "Trade doubled from $5bn in 2012."),
    ("$5bn", "trade", "2012", "Trade in 2012 exceeded $5bn."),
    ("$5bn", "trade", "2012", "Trade topped the $5bn mark in 2012."),
    ("$5bn", "trade", "2012", "Trade in 2012: $5bn (forecast)."),
    ("$5bn", "trade", "2012", "Trade in 2012: $5bn (target)."),
    ("$5bn", "trade", "2012", "Trade in 2012: $5bn (Jan-Jun)."),
    ("$5bn", "trade", "2012", "Trade in 2012: $5bn (first half)."),
    ("$5bn", "trade", "2012", "The trade gap in 2012 was $5bn."),
    ("$5bn", "trade", "2012", "The trade deficit in 2012 was $5bn."),
    ("$5bn", "trade", "2012", "The fall in trade in 2012 was $5bn."),
    ("$5bn", "trade", "2012", "Lost trade in 2012 came to $5bn."),
    ("$5bn", "trade", "2012", "Illegal trade in 2012 came to $5bn."),
    ("$5bn", "trade", "2012", "Trade financing came to $5bn in 2012."),
    ("$5bn", "trade", "2012", "Investment of $5bn in 2012 helped trade."),
    ("$5bn", "trade", "2012", "In 2012 a loan of $5bn boosted trade."),
    ("$5bn", "trade", "2012", "Trade ministers signed deals for $5bn in 2012."),
    ("$5bn", "trade", "2012", "In 2012, trade minister Ivanov stole $5bn."),
]  # fmt: skip

NAMES = [
    ("$12m", "exports to Guinea", None, "Exports to Guinea-Bissau were $12m."),
    ("$12m", "exports to Guinea", None, "Exports to Equatorial Guinea were $12m."),
    ("$12m", "exports to Guinea", None, "Exports to Papua New Guinea were $12m."),
    ("$12m", "trade with Korea", None, "Trade with South Korea was $12m."),
    ("$12m", "trade with Sudan", None, "Trade with South Sudan was $12m."),
    ("$12m", "trade with Ireland", None, "Trade with Northern Ireland was $12m."),
    ("$12m", "trade with Congo", None, "Trade with the Democratic Republic of the Congo was $12m."),
    ("$12m", "trade with South Korea", None, "North Korea's trade with South Africa was $12m."),
    ("$12m", "exports to Kazakhstan", None, "Exports to Kazakhstan and Uzbekistan were $12m."),
    ("$12m", "aid to Samoa", None, "Aid to American Samoa was $12m."),
    ("$12m", "aid to Korea", None, "Aid to North Korea was $12m."),
    ("$12m", "aid to Timor", None, "Aid to East Timor was $12m."),
    ("$12m", "aid to Georgia", None, "Aid to South Georgia was $12m."),
    ("$12m", "aid to Guinea", None, "AID TO PAPUA NEW GUINEA WAS $12m."),
    ("$12m", "aid to guinea", None, "Aid to Papua New Guinea was $12m."),
    ("$12m", "aid to Virginia", None, "Aid to West Virginia was $12m."),
    ("$12m", "sales of Bank", None, "Sales of World Bank were $12m."),
    ("$12m", "aid to Niger", None, "Aid to Nigeria was $12m."),
    ("$12m", "aid to Dominica", None, "Aid to the Dominican Republic was $12m."),
    ("$12m", "aid to Macedonia", None, "Aid to North Macedonia was $12m."),
    ("$12m", "aid to Serbia", None, "Aid to Serbia and Montenegro was $12m."),
    ("$12m", "aid to Ruritania", None, "Aid to Ruritania, Borduria and Syldavia was $12m."),
    ("$12m", "aid to Ruritania", None, "Aid to Borduria, Syldavia and Ruritania was $12m."),
    ("$12m", "aid to Ruritania", None, "Aid to Ruritania as well as Borduria was $12m."),
    ("$12m", "aid to Ruritania", None, "Aid to Ruritania together with Borduria was $12m."),
    ("$12m", "aid to Ruritania", None, "Aid to Ruritania's neighbours was $12m."),
    ("$3m", "aid to Ruritania", None, "Aid to Ruritania came to $12m and to Borduria $3m."),
    ("$3m", "aid to Ruritania", None, "Aid to Ruritania came to $12m, to Borduria $3m."),
    ("$10bn", "loan to Kazakhstan", None, "Kazakhstan refused a $10bn loan."),
    ("$10bn", "loan to Kazakhstan", None, "Kazakhstan was offered a loan of $10bn."),
    ("$10bn", "loan to Kazakhstan", None, "A loan of $10bn to Kazakhstan was cancelled."),
    ("$10bn", "loan to Kazakhstan", None, "A loan of $10bn to Kazakhstan was rejected."),
    ("$10bn", "loan to Kazakhstan", None, "A loan of $10bn to Kazakhstan is under discussion."),
    ("$10bn", "loan to Kazakhstan", None, "Talks on a loan of $10bn to Kazakhstan failed."),
    ("$10bn", "loan to Kazakhstan", None, "Kazakhstan sought a loan of $10bn."),
    ("$10bn", "loan to Kazakhstan", None, "Kazakhstan asked for a loan of $10bn."),
]  # fmt: skip

ROLES = [
    ("$5bn", "loans by Ruritania to Borduria", None,
     "Loans by Borduria to Ruritania came to $5bn."),
    ("$5bn", "loans by Ruritania to Borduria", None, "Borduria lent Ruritania $5bn."),
    ("$5bn", "loans to Borduria", None, "Loans from Borduria came to $5bn."),
    ("$5bn", "Ruritania's exports to Borduria", None, "Borduria's exports to Ruritania were $5bn."),
    ("$3bn", "exports to Borduria", None,
     "Exports to Ruritania and Borduria were $3bn and $5bn respectively."),
    ("$5bn", "aid from Ruritania to Borduria", None, "Borduria's aid to Ruritania was $5bn."),
    ("$5bn", "aid from Ruritania to Borduria", None,
     "Ruritania received $5bn in aid from Borduria."),
    ("$5bn", "Ruritania's debt to Borduria", None, "Borduria's debt to Ruritania is $5bn."),
    ("$5bn", "Ruritania's debt to Borduria", None, "Borduria owes Ruritania $5bn of debt."),
    ("$5bn", "Ruritanian loans to Borduria", None, "Bordurian loans to Ruritania were $5bn."),
    ("$5bn", "investment by Ruritania in Borduria", None,
     "Investment by Borduria in Ruritania was $5bn."),
    ("$5bn", "Ruritania's investment in Borduria", None,
     "Borduria's investment in Ruritania was $5bn."),
    ("$5bn", "imports from Ruritania", None, "Imports to Ruritania were $5bn."),
    ("$5bn", "gas sold by Ruritania to Borduria", None, "Borduria sold gas to Ruritania for $5bn."),
    ("$5bn", "exports to Ruritania", None, "Exports of $5bn went to Borduria, not to Ruritania."),
    ("$5bn", "exports to Ruritania", None, "Exports to countries other than Ruritania were $5bn."),
    ("300 soldiers", "deployed to Ruritania", None,
     "300 soldiers were withdrawn from Ruritania; others were deployed."),
    ("5 million", "population of Ruritania", None,
     "The population of Ruritania's capital is 5 million."),
    ("5 million people", "population of Ruritania", None,
     "The capital of Ruritania has a population of 5 million people."),
]  # fmt: skip

FUTURE = [
    ("$5bn", "trade", "2020", "Trade is expected to reach $5bn by 2020."),
    ("$5bn", "trade", "2020", "By 2020, trade will be $5bn."),
    ("$5bn", "trade", "2020", "The plan is for trade of $5bn in 2020."),
    ("$5bn", "trade", "2020", "The target for trade in 2020 is $5bn."),
    ("$5bn", "trade", "2020", "A $5bn trade target was set for 2020."),
    ("$5bn", "trade", "2015", "Trade aims: $5bn by 2015."),
    ("$5bn", "trade", "2015", "They agreed to raise trade to $5bn by 2015."),
    ("$5bn", "trade", "2015", "Trade should hit $5bn in 2015."),
    ("$5bn", "trade", "2015", "Trade is on course for $5bn in 2015."),
    ("$5bn", "trade", "2015", "Trade is set to reach $5bn in 2015."),
    ("$5bn", "trade", "2015", "They want trade of $5bn in 2015."),
    ("$5bn", "trade", "2015", "Both sides vowed to bring trade to $5bn in 2015."),
    ("$5bn", "trade", "2015", "The aim: to increase trade to $5bn in 2015."),
    ("$5bn", "trade", "2015", "Trade is forecast at $5bn in 2015."),
    ("$5bn", "trade", "2015", "Officials put the trade goal for 2015 at $5bn."),
    ("28.7亿美元", "贸易额", "2015", "预计2015年贸易额将达到28.7亿美元。"),
    ("28.7亿美元", "贸易额", "2015", "2015年上半年贸易额达到28.7亿美元。"),
    ("28.7亿美元", "贸易额", "2015", "2015年1至6月贸易额达到28.7亿美元。"),
    ("28.7亿美元", "贸易额", "2015", "2015年贸易额增长28.7亿美元。"),
    ("28.7亿美元", "贸易额", "2015", "2015年贸易额没有达到28.7亿美元。"),
    ("28.7亿美元", "贸易额", "2015", "2015年月均贸易额28.7亿美元。"),
    ("28.7亿美元", "出口额", "2015", "2015年进口额28.7亿美元。"),
    ("5%", "增长", "2015", "2015年增长5个百分点。"),
]  # fmt: skip

HEDGED_OR_DENIED = [
    ("500 people", "killed", None, "Up to 500 people were killed."),
    ("500 people", "killed", None, "As many as 500 people were killed."),
    ("500 people", "killed", None, "An estimated 500 people were killed."),
    ("500 people", "killed", None, "Perhaps 500 people were killed."),
    ("500 people", "killed", None, "Between 400 and 500 people were killed."),
    ("500 people", "killed", None, "400 or 500 people were killed."),
    ("500 people", "killed", None, "500 or more people were killed."),
    ("500 people", "killed", None, "500-odd people were killed."),
    ("500 people", "killed", None, "Well over 500 people were killed."),
    ("500 people", "killed", None, "Not quite 500 people were killed."),
    ("500 people", "killed", None, "Dozens to 500 people were killed."),
    ("500 people", "killed", None, "No fewer than 500 people were killed."),
    ("500 people", "killed", None, "The army denied that 500 people were killed."),
    ("500 people", "killed", None, "It is false that 500 people were killed."),
    ("500 people", "killed", None, "The claim that 500 people were killed was wrong."),
    ("500 people", "killed", None, "Some said 400 people were killed, not 500 people."),
    ("500人", "遇难", None, "约有500人遇难。"),
    ("20万人", "参加", None, "20多万人参加。"),
    ("20万人", "参加", None, "20万人以上参加。"),
    ("20万人", "参加", None, "20余万人参加。"),
    ("20万人", "参加", None, "近20万人参加。"),
    ("500 people", "killed", None, "Fewer than 500 people were killed."),
    ("500 people", "killed", None, "500 people at most were killed."),
    ("500 people", "killed", None, "About 450 to 500 people were killed."),
    ("500 people", "killed", None, "Killed: 500 people (estimate)."),
    ("500 people", "killed", None, "By some estimates 500 people were killed."),
    ("500 people", "killed", None, "Estimates of the people killed range up to 500 people."),
    ("500 people", "killed", None, "The number of people killed is put at around 500."),
    ("500 people", "killed", None, "The number killed was close to the 500 people mark."),
    ("500 people", "killed", None, "It could be that 500 people were killed."),
    ("500 people", "killed", None, "500 people may have been killed."),
    ("500 people", "killed", None, "500 people were not killed."),
    ("500 people", "killed", None, "Nobody believes that 500 people were killed."),
    ("500 people", "killed", None, "Reports that 500 people were killed proved false."),
    ("500 people", "killed", None, "Was it true that 500 people were killed?"),
    ("500 people", "killed", None, "If 500 people were killed, it would be a crime."),
    ("500 people", "killed", None, "500 people were killed or injured."),
    ("500 people", "killed", None, "500 people were injured and three killed."),
    ("500 people", "killed", None, "Some 500-600 people were killed."),
    ("500 people", "killed", None, "500-600 people were killed."),
    ("500 people", "killed", None, "500, perhaps 600, people were killed."),
    ("500 people", "killed", None, "500+ people were killed."),
    ("500 people", "killed", None, "> 500 people were killed."),
    ("500 people", "killed", None, "500 people or so were killed."),
]  # fmt: skip

SUBJECTS = [
    ("$5bn", "exports", "2012", "Exports fell and imports were $5bn in 2012."),
    ("$5bn", "money lent", None, "It borrowed $5bn."),
    ("5%", "GDP growth", "2012", "The deficit was 5% of GDP in 2012."),
    ("5%", "GDP growth", "2012", "GDP growth slowed in 2012 and the deficit hit 5% of GDP."),
    ("5%", "deficit as a share of GDP", "2012", "The deficit grew 5% in 2012, and GDP shrank."),
    ("$500", "income", "2012", "Per capita income was $500 in 2012."),
    ("$500", "income", "2012", "Income was $500 a month in 2012."),
    ("5 million tonnes", "output", "2012", "Output was 5 million tonnes a month in 2012."),
    ("5 million tonnes", "output", "2012", "Monthly output was 5 million tonnes in 2012."),
    ("$5bn", "trade", "2012", "Trade rose by $5bn in 2012."),
    ("$5bn", "trade", "2012", "Trade rose $5bn in 2012."),
    ("$5bn", "increase in trade", "2012", "Trade rose to $5bn in 2012."),
    ("5%", "unemployment", "2012", "Unemployment rose 5% in 2012."),
    ("5%", "unemployment", "2012", "Unemployment rose by 5 percentage points in 2012."),
    ("5", "articles", None, "See article 5 of the treaty on articles."),
    ("1373", "resolutions", None, "Resolution 1373 was among the resolutions."),
    ("2.0", "version", None, "This is version 2.0 of it."),
    ("3 million tonnes", "steel output", None,
     "Steel output grew 5% and coal output reached 3 million tonnes."),
    ("$5bn", "trade", "2012", "Trade grew in 2012, and the bridge cost $5bn."),
    ("$5bn", "trade", "2012", "In 2012 trade grew, while the government spent $5bn."),
    ("$5bn", "exports", "2012", "Coal exports were $5bn in 2012."),
    ("$5bn", "exports", "2012", "Exports of coal were $5bn in 2012."),
    ("$5bn", "trade", "2012", "Trade was not $5bn in 2012."),
    ("1,000 soldiers", "took part", None, "1,000 officers and soldiers took part."),
    ("$5bn", "exports", None, "Imports were $5bn; exports grew."),
    ("$5bn", "exports", None, "Exports, unlike imports of $5bn, grew."),
    ("$5bn", "exports excluding oil", None, "Exports including oil were $5bn."),
    ("$5bn", "exports", None, "Exports excluding oil were $5bn."),
    ("$5bn", "exports", None, "Non-oil exports were $5bn."),
    ("5%", "GDP growth", None, "Growth in consumption was 5% of GDP."),
    ("5%", "interest rate", None, "Interest payments were 5% of GDP at that rate."),
    ("5 percentage points", "unemployment rose", None, "Unemployment rose 5% that year."),
    ("5%", "unemployment rose", None, "Unemployment rose 5 percentage points."),
    ("5%", "unemployment", None, "Unemployment was 5% higher."),
    ("$500 a month", "wage", None, "The wage is $500 a week."),
    ("5 million tonnes", "output", "2012", "In 2012 output was 5 million tonnes per day."),
    ("5 million tonnes", "output", "2012", "Average daily output in 2012 was 5 million tonnes."),
    ("5 million tonnes", "output", "2012", "Output per worker in 2012 was 5 million tonnes."),
    ("5", "resolution 5", None, "Under resolution 5, 12 men left."),
    ("5", "versions", None, "Version 5 replaced all versions."),
    ("5%", "share", None, "The share was 4.5–5%."),
    ("5 years", "sentence", None, "The sentence was 3 to 5 years."),
    ("5 years", "sentence", None, "The sentence was 3-5 years."),
    ("5", "homes", None, "It has 5 thousand homes."),
    ("$5bn", "trade", None, "Trade was $4.6bn–$5bn."),
    ("$5bn", "exports", "2012", "The value of imports, not exports, was $5bn in 2012."),
    ("10%", "unemployment", None, "Youth unemployment was 10%."),
    ("10%", "unemployment", None, "Unemployment among women was 10%."),
    ("10%", "inflation", None, "Food inflation was 10%."),
    ("10%", "women", "2012", "10% of men and 12% of women smoked in 2012."),
    ("10%", "smokers", "2012", "90% in 2012 were smokers; 10% were not."),
    ("100 people", "died", None, "100 people were injured and 20 died."),
    ("300 soldiers", "soldiers deployed", None, "300 soldiers were withdrawn."),
    ("1,000 km", "length of the border between China and Kyrgyzstan", None,
     "The border between China and Kazakhstan, next to Kyrgyzstan, is 1,000 km in length."),
    ("65 bcm", "gas exports to China", "2016",
     "Gas exports to China, planned at 65 bcm, were 30 bcm in 2016."),
    ("65 bcm", "gas exports to China", "2016",
     "Capacity for gas exports to China is 65 bcm in 2016."),
    ("2012", "founded", None, "It was founded in 2011 and closed in 2012."),
    ("second", "largest trading partner", None,
     "It was the second largest city and a trading partner."),
    ("two-thirds", "homes", None, "Two thirds of cars near homes burnt."),
    ("3 times", "visited", None, "He visited it 3 times a year."),
    ("50 times", "trade", None, "Trade grew by 50 per cent."),
    ("20%", "tax", None, "Tax was cut by 20%."),
    ("20%", "tax", None, "Tax was cut from 20%."),
    ("$3", "oil price", None, "The oil price rose $3 to $80."),
    ("$80 a barrel", "oil price", None, "The oil price was $80 a tonne."),
]  # fmt: skip

HONEST = [
    ("over 300 km", "lined canals", None, "The sheets show 312 km of lined canals below the dam."),
    ("$5bn", "trade", "first half of 2012", "Trade was $5bn in the first six months of 2012."),
    ("$5bn", "loans by Ruritania to Borduria", None,
     "Loans by Ruritania to Borduria came to $5bn."),
    ("$12m", "exports to Guinea", None, "Exports to Guinea were $12m."),
    ("$12m", "trade with Uzbekistan", None, "Trade between China and Uzbekistan was $12m."),
    ("$3bn", "exports to Ruritania", None,
     "Exports to Ruritania and Borduria were $3bn and $5bn respectively."),
    ("$5bn", "exports to Borduria", None,
     "Exports to Ruritania and Borduria were $3bn and $5bn respectively."),
    ("$5bn", "trade", "2012", "Trade in 2011 and 2012 was $3bn and $5bn respectively."),
    ("20万人", "参加", None, "20万人参加。"),
    ("$5bn", "trade", "2012", "Trade rose to $5bn in 2012."),
    ("5%", "unemployment", "2012", "Unemployment rose to 5% in 2012."),
    ("$5bn", "trade", "2012", "Trade was $5bn in 2012."),
    ("$5bn", "trade", "2012", "Trade in 2012 was $5bn, up 10% on 2011."),
    ("$5bn", "trade", "2012", "Trade reached $5bn in 2012, the highest since 2008."),
    ("1,000 officers and soldiers", "took part", None, "1,000 officers and soldiers took part."),
    ("$5bn", "imports from Ruritania", None, "Imports from Ruritania were $5bn."),
    ("$12m", "aid to Ruritania", None, "Aid to Ruritania was $12m."),
    ("$12m", "aid to Ruritania", None, "Aid to Ruritania came to $12m and to Borduria $3m."),
    ("500 people", "killed", None, "500 people were killed."),
    ("500 people", "killed", None, "A total of 500 people were killed."),
    ("500 people", "killed", None, "Just 500 people were killed."),
    ("28.7亿美元", "贸易额", "2015", "2015年贸易额达28.7亿美元。"),
    ("$500 a month", "wage", None, "The wage is $500 a month."),
    ("$5bn", "trade", "2012", "Trade (2012): $5bn"),
    ("$5bn", "trade with Ruritania", "2012",
     "Trade with Ruritania was $5bn in 2012, according to Borduria."),
    ("$5bn", "trade with Ruritania", "2012",
     "In 2012, Borduria's trade with Ruritania came to $5bn."),
    ("$5bn", "trade between Borduria and Ruritania", "2012",
     "In 2012 trade between Ruritania and Borduria came to $5bn."),
    ("1,830 km", "pipeline", None, "The 1,830-kilometre pipeline opened."),
    ("20 per cent", "electricity from wind", None, "Wind gave 20 per cent of electricity."),
    ("20 people", "died", None, "100 people were injured; 20 people died."),
    ("5 million", "population of Ruritania", None, "The population of Ruritania is 5 million."),
    ("1,000 km", "length of the border between China and Kyrgyzstan", None,
     "The length of the border between China and Kyrgyzstan is 1,000 km."),
    ("$10bn", "loan to Kazakhstan", None, "A $10bn loan was given to Kazakhstan."),
    ("4 years", "term", None, "The four-year term ended."),
    ("2012", "founded", None, "It was founded in 2012."),
    ("second", "largest", "2012", "It was the second largest in 2012."),
    ("two-thirds", "homes", None, "Two-thirds of homes burnt."),
    ("50 times", "trade", None, "Trade grew 50 times."),
    ("20%", "tax", None, "Tax was cut to 20%."),
    ("20%", "tax", None, "Tax of 20% applies."),
    ("$80", "oil price", None, "The oil price rose $3 to $80."),
    ("$80", "oil price", None, "The oil price rose to $80 a barrel."),
]  # fmt: skip

NO_GROUND = [
    ("4.5%", "rise of the share", None, "The share rose by 4.5 percentage points, to 71 per cent."),
    ("$1bn", "growth of trade", None, "Trade grew by $1.2bn in a year, to $5bn."),
    ("$5bn", "trade", "2012", "Trade in January 2012 was $1bn."),
    ("$5bn", "trade", "2012", "Coal trade was $1bn in 2012."),
    ("$5bn", "trade", "2012", "Trade was $1bn in 2011."),
    ("$5bn", "trade", "2012", "Trade was expected to be $1bn in 2012."),
    ("$5bn", "trade", "2012", "Trade rose by $1bn in 2012."),
    ("$5bn", "trade", "2012", "Trade with Syldavia was $1bn in 2012."),
    ("$5bn", None, "2012", "He paid $3 in 2012."),
    ("$5bn", "trade", "2012", "Trade was $1bn in the first half of 2012."),
    ("$5bn", "trade", "2012", "Trade was $3bn in 2012.|It then came to $5bn."),
    ("500 people", "killed", "2012", "In 2012, 300 women were killed."),
    ("$5bn", "trade", "2012", "In 2012 trade was $3bn a month."),
    ("5%", "GDP growth", "2012", "GDP growth in services was 9% in 2012."),
    ("$5bn", "trade", "2012",
     "Trade was $3bn in 2012 according to Borduria, but Ruritania says $5bn."),
    ("$5bn", "trade", "2012", "Trade with other partners was $3bn in 2012."),
    ("$5bn", "trade", "2012", "Daily trade was $3bn in 2012."),
    ("$5bn", "trade", "2012", "Trade surplus was $3bn in 2012."),
    ("$5bn", "trade", "2012", "Trade was over $3bn in 2012."),
    ("$5bn", "trade", "2012", "Trade was at least $3bn in 2012."),
    ("$5bn", "trade", "2012", "Trade fell $3bn in 2012."),
    ("$5bn", "trade", "2012", "Half the trade was $3bn in 2012."),
    ("500 people", "killed", None, "300 people were killed on the first day."),
    ("500 people", "killed", None, "In the north, 300 people were killed."),
    ("500 people", "killed", None, "At least 300 people were killed."),
    ("500 people", "killed", None, "300 people were killed and 200 more died later."),
    ("5%", "growth", "2012", "Growth was 3% in the fourth quarter of 2012."),
    ("1,830 km", "pipeline", None, "The pipeline has a 300 km stretch in Ruritania."),
    ("1,830 km", "pipeline", None, "The pipeline runs 1,000 km through Ruritania."),
    ("1,830 km", "pipeline", None, "The pipeline passes 30 km from the capital."),
]  # fmt: skip

REFUTED = [
    ("$5bn", "trade", "2012", "Trade was $3bn in 2012."),
    ("$5bn", "trade with Borduria", "2012", "Trade with Borduria was $3bn in 2012."),
    ("$5bn", "exports", None, "Imports and exports were $5bn and $3bn, respectively."),
    ("$3bn", "trade", "2012", "Trade in 2011 and 2012 was $3bn and $5bn respectively."),
    ("5%", "growth", None, "Growth was .5%."),
    ("2 km", "distance", None, "The distance is 2·5 km."),
    ("5 years", "sentence", None, "The sentence was five and a half years."),
    ("$5", "price", None, "The price was $5 million."),
    ("$5", "price", None, "The price was $5 mln."),
    ("$5", "price", None, "The price was $5 Mio."),
    ("5 homes", "homes", None, "It has 5k homes."),
    ("$5bn", "trade", "2012", "Trade reached $3bn in 2012, compared with $5bn in 2011."),
]  # fmt: skip


@pytest.mark.parametrize("case", PERIODS)
def test_a_part_of_a_period_is_not_the_whole(case: Case) -> None:
    """Half a year is no year, a sum of years none either, and a year no half."""
    assert verdict_on(case) is not PartVerdict.AGREES


@pytest.mark.parametrize("case", NAMES)
def test_another_name_is_another_subject(case: Case) -> None:
    """A longer name, a name joined to another, a neighbour's: none is the name asked for."""
    assert verdict_on(case) is not PartVerdict.AGREES


@pytest.mark.parametrize("case", ROLES)
def test_giver_and_receiver_are_not_swapped(case: Case) -> None:
    """What A gives to B is not what B gives to A."""
    assert verdict_on(case) is not PartVerdict.AGREES


@pytest.mark.parametrize("case", FUTURE)
def test_what_is_expected_has_not_come(case: Case) -> None:
    """Forecasts, targets, plans and wishes bear out no outcome."""
    assert verdict_on(case) is not PartVerdict.AGREES


@pytest.mark.parametrize("case", HEDGED_OR_DENIED)
def test_a_hedged_or_denied_figure_bears_out_no_flat_claim(case: Case) -> None:
    """Hedges in any form, ranges, denials, questions and estimates."""
    assert verdict_on(case) is not PartVerdict.AGREES


@pytest.mark.parametrize("case", SUBJECTS)
def test_another_measure_is_no_support(case: Case) -> None:
    """Rates, shares, changes, parts, names of things and other subjects of the sentence."""
    assert verdict_on(case) is not PartVerdict.AGREES


@pytest.mark.parametrize("case", HONEST)
def test_an_honest_figure_agrees(case: Case) -> None:
    """The rules that refuse leave what is plainly there alone."""
    assert verdict_on(case) is PartVerdict.AGREES


@pytest.mark.parametrize("case", NO_GROUND)
def test_what_is_not_comparable_accuses_nobody(case: Case) -> None:
    """Months, parts, other periods, forecasts, changes: another value there refutes nothing."""
    assert verdict_on(case) is not PartVerdict.DISAGREES


@pytest.mark.parametrize("case", [*PERIODS, *NAMES, *ROLES, *FUTURE])
def test_a_refused_figure_is_not_refuted_either(case: Case) -> None:
    """The right number on another subject or time is shown as such, and contradicts nothing."""
    assert verdict_on(case) is not PartVerdict.DISAGREES


@pytest.mark.parametrize("case", REFUTED)
def test_another_value_in_the_very_place_disagrees(case: Case) -> None:
    """Measure and period stand there, and the value is another."""
    assert verdict_on(case) is PartVerdict.DISAGREES
