"""What people call assets, currencies and payment methods when they type them, in the languages the desk speaks."""

from types import MappingProxyType
from typing import Final

ASSET_WORDS: Final = MappingProxyType(
    {
        "USDT": ("usdt", "tether", "тезер", "юсдт", "泰达币", "泰达", "تتر"),
        "BTC": ("btc", "bitcoin", "биткоин", "биткойн", "比特币", "بیتکوین", "بیت"),
        "ETH": ("eth", "ether", "ethereum", "эфир", "эфириум", "以太坊", "以太币", "اتریوم", "اتر"),
        "TON": ("ton", "toncoin", "тонкоин", "тон", "تون"),
    }
)

FIAT_WORDS: Final = MappingProxyType(
    {
        "EUR": ("eur", "euro", "euros", "€", "евро", "欧元", "یورو"),
        "USD": ("usd", "dollar", "dollars", "$", "доллар", "dólar", "dolar", "美元", "دلار"),
        "GBP": ("gbp", "pound", "pounds", "sterling", "£", "фунт", "libra", "英镑", "پوند"),
        "NGN": ("ngn", "naira", "₦", "найра", "найр", "奈拉", "نایرا"),
        "RUB": ("rub", "rouble", "ruble", "₽", "рубль", "рубл", "руб", "rublo", "卢布", "روبل"),
        "TRY": ("try", "lira", "₺", "лира", "лиры", "лир", "里拉", "لیر", "لیره"),
        "BRL": ("brl", "real", "reais", "реал", "雷亚尔", "رئال"),
        "ARS": ("ars", "peso", "pesos", "песо", "比索", "پزو"),
        "VND": ("vnd", "dong", "₫", "донг", "越南盾", "دونگ"),
    }
)

METHOD_WORDS: Final = MappingProxyType(
    {
        "sepa": ("sepa",),
        "revolut": ("revolut", "револют"),
        "wise": ("wise", "transferwise"),
        "fps": ("fps", "faster"),
        "zelle": ("zelle",),
        "opay": ("opay",),
        "kuda": ("kuda",),
        "gtb": ("gtb", "gtbank"),
        "sbp": ("sbp", "сбп"),
        "tbank": ("tbank", "тбанк", "tinkoff", "тинькофф"),
        "papara": ("papara",),
        "ziraat": ("ziraat",),
        "pix": ("pix", "пикс"),
        "mercado": ("mercado", "mercadopago"),
        "vcb": ("vcb", "vietcombank"),
    }
)
