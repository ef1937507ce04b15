"""Who plays in the demo. Some ids lie beyond 32 bits, some names are not Latin: so it is on Telegram."""

from dataclasses import dataclass
from typing import Final

from domain.kernel.ids import UserId


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the sandbox. `persona` is their name in the page's address."""

    persona: str
    id: UserId
    first_name: str
    username: str | None
    language: str
    alias: str
    payer_name: str


@dataclass(frozen=True, slots=True)
class Merchant:
    """A person who posts ads, how long ago they joined and how many sales they have behind them."""

    person: Person
    joined_days_ago: int
    sales: int
    release_minutes: int


def _person(
    persona: str, number: int, first: str, username: str | None, language: str, alias: str, pays_as: str
) -> Person:
    return Person(persona, UserId(number), first, username, language, alias, pays_as)


MERCHANTS: Final = (
    Merchant(
        _person("merchant", 8_812_004_511, "Amina", "amina_ex", "en", "Amina Exchange", "AMINA BELLO"),
        joined_days_ago=412, sales=24, release_minutes=4,
    ),
    Merchant(
        _person("merchant2", 412_008_330, "Виктор", "vik_p2p", "ru", "Виктор P2P", "ВИКТОР СЕРГЕЕВИЧ К."),
        joined_days_ago=733, sales=31, release_minutes=3,
    ),
    Merchant(
        _person("merchant3", 9_200_114_007, "Lena", None, "en", "Lena Coins", "LENA HOFFMANN"),
        joined_days_ago=96, sales=12, release_minutes=7,
    ),
    Merchant(
        _person("merchant4", 5_120_331, "Mehmet", "mehmet_usdt", "en", "Bosphorus Desk", "MEHMET YILMAZ"),
        joined_days_ago=251, sales=17, release_minutes=5,
    ),
    Merchant(
        _person("merchant5", 8_700_555_019, "João", "joao_cripto", "en", "João Cripto", "JOAO P. ALMEIDA"),
        joined_days_ago=58, sales=9, release_minutes=11,
    ),
    Merchant(
        _person("merchant6", 77_120_944, "Ngozi", "ngozi_trade", "en", "Lagos Lane", "NGOZI OKAFOR"),
        joined_days_ago=168, sales=21, release_minutes=6,
    ),
)  # fmt: skip

BUYERS: Final = (
    _person("buyer", 9_007_331_245, "Kofi", "kofi_m", "en", "Kofi", "KOFI MENSAH"),
    _person("buyer2", 301_556_720, "Ольга", None, "ru", "Ольга", "ОЛЬГА ИВАНОВНА С."),
)

MODERATORS: Final = (
    _person("moderator", 611_300_871, "Ruth", "ruth_mod", "en", "Ruth", "RUTH ADLER"),
    _person("moderator2", 8_901_200_333, "Tomás", "tomas_mod", "en", "Tomás", "TOMAS RIVERA"),
    _person("moderator3", 590_017_664, "Юлия", "yulia_mod", "ru", "Юлия", "ЮЛИЯ ПАВЛОВНА Д."),
)

EVERYBODY: Final = (BUYERS[0], MERCHANTS[0].person, BUYERS[1], *(m.person for m in MERCHANTS[1:]), *MODERATORS)
"""In the order in which the page shows them."""

MODERATOR_GROUP: Final = -1_001_700_000_001
MARKET_CHANNEL: Final = -1_001_700_000_002
