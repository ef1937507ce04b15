"""Balances by what they are for, and the statement behind them."""

from collections.abc import Sequence
from typing import Final

from domain.kernel.codes import Coded, code_of
from domain.kernel.money import Money, Unit, zero
from domain.ledger.accounts import AccountKind
from domain.ledger.ports import Holding, StatementLine
from handlers.callbacks import Go, PaperButton, PaperVerb, Place, short
from handlers.texts import Texts
from handlers.views.direction import isolated
from handlers.views.format import change, money
from handlers.views.home import home_row
from handlers.views.markup import Html, bold, day_and_clock, lines, paragraphs
from handlers.views.screen import Press, Row, Screen
from handlers.views.statement_file import Statement

STATEMENT_LINES: Final = 12
_KINDS: Final = (AccountKind.AVAILABLE, AccountKind.RESERVE, AccountKind.ESCROW, AccountKind.GRACE)
_OF_ORDERS: Final = frozenset({AccountKind.ESCROW})
_OF_ADS: Final = frozenset({AccountKind.RESERVE})


def wallet_screen(holdings: Sequence[Holding], texts: Texts) -> Screen:
    """One paragraph per asset."""
    assets = sorted({holding.amount.unit for holding in holdings}, key=_code)
    text = paragraphs((
        texts("wallet-title"),
        *(_asset(asset, holdings, texts) for asset in assets),
        None if assets else texts("wallet-empty"),
        texts("wallet-deposits"),
    ))  # fmt: skip
    statement = Press(texts.plain("wallet-statement"), Go(verb=Place.STATEMENT))
    return Screen(text, ((statement,), _papers(texts), home_row(texts)))


def statement_screen(found: Sequence[StatementLine], texts: Texts) -> Screen:
    """Newest first. `found` may hold more than a page: an entry is never torn apart between two."""
    page = page_of(found)
    rest = len(found) > len(page)
    more = (Press(texts.plain("page-next"), Go(verb=Place.STATEMENT, at=short(page[-1].entry))),) if rest else ()
    text = lines(texts("statement-title"), "", *(_line(line, texts) for line in page)) if page else None
    return Screen(
        text if text is not None else texts("statement-none"),
        (more, _papers(texts), (Press(texts.plain("go-wallet"), Go(verb=Place.WALLET)), *home_row(texts))),
    )


def page_of(found: Sequence[StatementLine]) -> Sequence[StatementLine]:
    """Whole entries only: the last one is left to the next page when it may go on there."""
    if len(found) <= STATEMENT_LINES:
        return found
    last = found[-1].entry
    return [line for line in found if line.entry != last] or found


def statement_file_text(statement: Statement, texts: Texts) -> Html:
    """Under the document: how much it holds, and whether older lines are left out."""
    return lines(
        texts("statement-file", count=len(statement.lines)), texts("statement-file-cut") if statement.opening else None
    )


def money_screen(headline: str, texts: Texts) -> Screen:
    """Money came from outside."""
    return Screen(texts(headline), ((Press(texts.plain("go-wallet"), Go(verb=Place.WALLET, below=True)),),))


def _papers(texts: Texts) -> Row:
    return (
        Press(texts.plain("statement-csv"), PaperButton(verb=PaperVerb.CSV)),
        Press(texts.plain("statement-json"), PaperButton(verb=PaperVerb.JSON)),
    )


def _asset(asset: Unit, holdings: Sequence[Holding], texts: Texts) -> Html:
    sums = {kind: _sum(holdings, asset, kind) for kind in _KINDS}
    shown = [
        texts(f"wallet-{kind}", amount=bold(money(amount, texts.language)))
        for kind, amount in sums.items()
        if amount or kind is AccountKind.AVAILABLE
    ]
    return lines(bold(asset.code), *shown)


def _sum(holdings: Sequence[Holding], asset: Unit, kind: AccountKind) -> Money:
    found = (h.amount for h in holdings if h.kind is kind and h.amount.unit == asset)
    return sum(found, start=zero(asset))


def _line(line: StatementLine, texts: Texts) -> Html:
    of_what = "" if line.subject is None else f" {isolated(_code_of_subject(line, line.subject), texts.language)}"
    told = texts(f"statement-{line.kind}")
    return texts(
        "statement-line",
        change=bold(change(line.change, texts.language)),
        what=Html(f"{told}{of_what}"),
        place=texts(f"place-{line.account}"),
        time=day_and_clock(line.at),
    )


def _code_of_subject(line: StatementLine, subject: int) -> str:
    return f"#{code_of(Coded.AD if line.account is AccountKind.RESERVE else Coded.ORDER, subject)}"


def _code(unit: Unit) -> str:
    return unit.code
