"""Ads, and the places on the market of those that can be taken."""

from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, Table, text

from domain.ads.model import AdState, Side
from storage.schema.columns import metadata, numbered, only_known, whole, words

OPEN_ADS: Final = text("state <> 'closed'")
"""As the index says it, word for word: an engine uses a partial index only for a condition it recognises."""

ads: Final = Table(
    "ads",
    metadata,
    numbered(),
    words("token"),
    whole("maker_id", ForeignKey("users.id")),
    words("side"),
    words("asset"),
    words("fiat"),
    whole("price_micros"),
    whole("total_units"),
    whole("stock_units"),
    whole("least_units"),
    whole("most_units"),
    words("accounts"),
    whole("window_minutes"),
    words("terms"),
    whole("maker_fee_bps"),
    whole("taker_fee_bps"),
    words("state"),
    whole("version"),
    whole("created_at"),
    only_known("side", Side),
    only_known("state", AdState),
    CheckConstraint("price_micros > 0", name="price_positive"),
    CheckConstraint("stock_units >= 0 AND stock_units <= total_units", name="stock_in_total"),
    CheckConstraint("least_units > 0 AND least_units <= most_units", name="limits_in_order"),
    Index("uq_ads_token", "token", unique=True),
    Index("ix_ads_open_maker_id", "maker_id", "id", sqlite_where=OPEN_ADS, postgresql_where=OPEN_ADS),
)

ad_listings: Final = Table(
    "ad_listings",
    metadata,
    words("side", key=True),
    words("asset", key=True),
    words("fiat", key=True),
    words("method", key=True),
    words("kind", key=True),
    whole("sort_key", key=True),
    whole("ad_id", ForeignKey("ads.id"), key=True),
    whole("lo", key=True),
    whole("hi", key=True),
    only_known("kind", ("fixed",)),
    Index("ix_ad_listings_ad_id", "ad_id"),
    sqlite_with_rowid=False,
)
"""One row per live ad and payment method, and one for any method (''), in the order in which people want them.

The limits are the key's tail so that a page is read from the key alone, on both engines.
"""
