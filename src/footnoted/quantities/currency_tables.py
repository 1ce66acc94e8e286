"""The tables of currencies: codes, signs and names, read by `units`. They never convert."""

from __future__ import annotations

_CODES = (
    "USD EUR GBP CNY JPY RUB KZT UZS KGS TJS TMT INR CHF SEK NOK DKK PLN CZK HUF TRY BRL ZAR KRW "
    "TWD HKD SGD AUD CAD NZD MXN SAR AED IRR IQD KWD QAR PKR BDT LKR NPR MNT THB IDR MYR PHP VND "
    "UAH BYN GEL AMD AZN ILS EGP NGN KES GHS ETB TZS ARS CLP COP PEN XDR RON BGN ISK RSD MAD DZD "
    "TND JOD OMR BHD LBP UGX ZMW XAF XOF MMK KHR LAK AFN UYU BOB PYG VES CRC DOP JMD"
)
CURRENCY_CODES = frozenset(_CODES.split())
"""ISO 4217 codes that are read before or after a number."""

CURRENCY_SIGNS = {
    "US$": "USD",
    "US $": "USD",
    "U.S.$": "USD",
    "USD$": "USD",
    "$": "USD",
    "＄": "USD",
    "CA$": "CAD",
    "C$": "CAD",
    "AU$": "AUD",
    "A$": "AUD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "NT$": "TWD",
    "S$": "SGD",
    "R$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "JP¥": "JPY",
    "CN¥": "CNY",
    "RMB¥": "CNY",
    "¥": "CNY",
    "￥": "CNY",
    "Rs.": "rupees",
    "Rs": "rupees",
    "₽": "RUB",
    "₸": "KZT",
    "₹": "INR",
    "₩": "KRW",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    "฿": "THB",
    "₫": "VND",
    "₪": "ILS",
    "₱": "PHP",
    "₾": "GEL",
    "₼": "AZN",
    "֏": "AMD",
    "৳": "BDT",
    "₲": "PYG",
    "₡": "CRC",
    "RM": "MYR",
    "Rp": "IDR",
    "Fr.": "francs",
    "SFr": "CHF",
    "Z$": "Zimbabwe dollars",
    "J$": "JMD",
    "T$": "TOP",
    "RMB": "CNY",
    "CNH": "CNY",
    "人民币": "CNY",
    "美元": "USD",
} | {code: code for code in CURRENCY_CODES}

# Names without a country that several currencies share (rupees, francs) stay names: they agree
# with themselves only.
CURRENCY_NAMES = """
USD | US-dollar* | dollars US | dólares | dólar | dolares
USD | долларов США | долларов | доллара | долл. США | долл.
USD | US dollar* | U.S. dollar* | American dollar* | United States dollar* | dollar*
CAD | Canadian dollar*
AUD | Australian dollar*
HKD | Hong Kong dollar*
SGD | Singapore dollar*
NZD | New Zealand dollar*
TWD | Taiwan dollar* | New Taiwan dollar*
EUR | euro* | евро
GBP | pound* sterling | British pound* | pound*
CNY | Chinese yuan | yuan renminbi | yuan | renminbi | RMB
JPY | Japanese yen | yen
RUB | Russian rouble* | Russian ruble* | rouble* | ruble* | рублей | рубля | руб. | руб
KZT | tenge | тенге
KGS | Kyrgyz som* | som*
TJS | somoni
UZS | Uzbek sum* | Uzbek soum* | sum* | soum*
TMT | Turkmen manat*
AZN | Azerbaijani manat*
INR | Indian rupee*
LKR | Sri Lankan rupee*
NPR | Nepalese rupee* | Nepali rupee*
PKR | Pakistani rupee* | Pakistan rupee*
CHF | Swiss franc*
KRW | South Korean won | Korean won
TRY | Turkish lira*
KPW | North Korean won
rupees | rupee*
francs | franc* | French franc*
Belgian francs | Belgian franc*
marks | German mark* | Deutschmark* | deutsche mark*
Finnish marks | Finnish mark*
lire | lire
pesetas | peseta*
manats | manat*
pesos | peso*
kroner | kroner | kronor | krone | krona | kr
SEK | Swedish kronor | Swedish krona | Swedish crown*
NOK | Norwegian kroner | Norwegian krone | Norwegian crown*
DKK | Danish kroner | Danish krone | Danish crown*
PLN | zloty* | złoty
HUF | forint*
CZK | Czech crown* | Czech koruna*
THB | baht
VND | Vietnamese dong | dong
NGN | naira
ZAR | South African rand | rand
MYR | ringgit
IDR | rupiah
UAH | hryvnia* | hryvnya*
GEL | lari
BDT | taka
ETB | birr
GHS | cedi*
MNT | tugrik* | togrog
ILS | shekel* | new shekel*
BRL | Brazilian real* | reais
CHF | Swiss franc*
AFN | afghani*
dirhams | dirham*
riyals | riyal*
rials | rial*
shillings | shilling*
liras | lira*
cents | cent*
pence | pence | penny
pounds Egyptian | Egyptian pound*
pounds Lebanese | Lebanese pound*
pounds Syrian | Syrian pound*
dinars | dinar*
"""
