"""An ad as a row, and back."""

import json
from typing import Any, Final

from domain.ads.model import Ad, AdState, PaymentAccount, Side
from domain.kernel.money import Money
from domain.kernel.prices import Price
from domain.kernel.units import asset, fiat
from storage.engine import Row
from storage.schema.ads import ads

AD_COLUMNS: Final = (
    ads.c.id,
    ads.c.maker_id,
    ads.c.side,
    ads.c.asset,
    ads.c.fiat,
    ads.c.price_micros,
    ads.c.total_units,
    ads.c.stock_units,
    ads.c.least_units,
    ads.c.most_units,
    ads.c.accounts,
    ads.c.window_minutes,
    ads.c.terms,
    ads.c.maker_fee_bps,
    ads.c.taker_fee_bps,
    ads.c.state,
    ads.c.version,
    ads.c.created_at,
)


def ad_of(row: Row) -> Ad:
    """An ad from the values of `AD_COLUMNS`."""
    number, maker, side, asset_code, fiat_code, price, total, stock, least, most, accounts, *rest = row
    window_minutes, terms, maker_fee_bps, taker_fee_bps, state, version, created_at = rest
    coin, paper = asset(asset_code), fiat(fiat_code)
    return Ad(
        id=number,
        maker=maker,
        side=Side(side),
        price=Price(price, coin, paper),
        total=Money(total, coin),
        stock=Money(stock, coin),
        least=Money(least, paper),
        most=Money(most, paper),
        accounts=accounts_of(accounts),
        window_minutes=window_minutes,
        terms=terms,
        maker_fee_bps=maker_fee_bps,
        taker_fee_bps=taker_fee_bps,
        state=AdState(state),
        version=version,
        created_at=created_at,
    )


def accounts_of(text: str) -> tuple[PaymentAccount, ...]:
    """Payment accounts from their JSON, a list of pairs in the maker's order."""
    return tuple(PaymentAccount(method, details) for method, details in json.loads(text))


def accounts_text(accounts: tuple[PaymentAccount, ...]) -> str:
    """The JSON that `accounts_of` reads."""
    pairs: list[Any] = [[account.method, account.details] for account in accounts]
    return json.dumps(pairs, ensure_ascii=False, separators=(",", ":"))
