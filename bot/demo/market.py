"""What the demo's merchants offer. Prices are those of an ordinary day; nothing is fetched."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Stall:
    """One ad: amounts as a merchant would type them. `details` by payment method."""

    persona: str
    asset: str
    fiat: str
    price: str
    stock: str
    least: str
    most: str
    window_minutes: int
    details: tuple[tuple[str, str], ...]
    terms: str


STALLS: Final = (
    Stall("merchant", "USDT", "EUR", "0.921", "4200", "20", "1500", 15,
          (("sepa", "Amina Bello\nDE89 3704 0044 0532 0130 00"), ("revolut", "@aminabello")),
          "SEPA Instant only, from an account in your own name. Put the order code in the reference."),
    Stall("merchant", "BTC", "EUR", "84350", "0.35", "100", "5000", 30,
          (("sepa", "Amina Bello\nDE89 3704 0044 0532 0130 00"),),
          "No third-party payments, please."),
    Stall("merchant2", "USDT", "RUB", "81.40", "9000", "1000", "250000", 15,
          (("sbp", "+7 900 000-00-00, Виктор К."), ("tbank", "2200 7001 2345 6789")),
          "Перевод одним платежом, без комментариев. Отпускаю за пару минут."),
    Stall("merchant2", "TON", "RUB", "214.5", "5500", "1500", "90000", 15,
          (("sbp", "+7 900 000-00-00, Виктор К."),),
          "Перевод одним платежом, без комментариев."),
    Stall("merchant3", "USDT", "EUR", "0.918", "1300", "50", "400", 30,
          (("wise", "lena.hoffmann@example.org"), ("sepa", "Lena Hoffmann\nAT61 1904 3002 3457 3201")),
          "Evenings only, I answer within ten minutes."),
    Stall("merchant3", "ETH", "USD", "3120", "4.2", "60", "2500", 45,
          (("wise", "lena.hoffmann@example.org"), ("zelle", "lena@example.org")),
          "Please wait for my message before you pay more than 1 000 USD."),
    Stall("merchant4", "USDT", "TRY", "42.15", "6800", "500", "60000", 15,
          (("papara", "1234567890"), ("ziraat", "TR33 0006 1005 1978 6457 8413 26")),
          "Own account only."),
    Stall("merchant4", "USDT", "EUR", "0.924", "2500", "30", "900", 15,
          (("wise", "mehmet@example.org"), ("revolut", "@mehmety")),
          "Fast and friendly."),
    Stall("merchant5", "USDT", "BRL", "5.32", "3100", "50", "4000", 15,
          (("pix", "joao@example.org"),),
          "Pix na hora. Pix at any hour."),
    Stall("merchant5", "BTC", "BRL", "487200", "0.08", "200", "12000", 30,
          (("pix", "joao@example.org"), ("mercado", "joao.cripto")),
          ""),
    Stall("merchant6", "USDT", "NGN", "1652.5", "5200", "10000", "2000000", 30,
          (("opay", "Ngozi Okafor\n8012345678"), ("gtb", "Ngozi Okafor\n0123456789"), ("kuda", "2001234567")),
          "Name on the transfer must match your payer name."),
    Stall("merchant6", "TON", "USD", "2.64", "2400", "25", "1200", 30,
          (("wise", "ngozi@example.org"),),
          "Bank holidays may take longer."),
)  # fmt: skip
