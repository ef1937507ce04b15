"""The payment methods that ads and takers can choose from."""

from dataclasses import dataclass
from typing import Final

from domain.kernel.refusal import Refusal, Rule


@dataclass(frozen=True, slots=True)
class Method:
    """One rail on which fiat moves. `name` is a proper noun: the same in every language."""

    code: str
    name: str
    fiats: frozenset[str]


def _method(code: str, name: str, *fiats: str) -> Method:
    return Method(code, name, frozenset(fiats))


METHODS: Final = {
    method.code: method
    for method in (
        _method("sepa", "SEPA Instant", "EUR"),
        _method("revolut", "Revolut", "EUR", "USD", "GBP"),
        _method("wise", "Wise", "EUR", "USD", "GBP", "TRY"),
        _method("fps", "Faster Payments", "GBP"),
        _method("zelle", "Zelle", "USD"),
        _method("opay", "OPay", "NGN"),
        _method("kuda", "Kuda Bank", "NGN"),
        _method("gtb", "GTBank", "NGN"),
        _method("sbp", "СБП", "RUB"),
        _method("tbank", "T-Bank", "RUB"),
        _method("papara", "Papara", "TRY"),
        _method("ziraat", "Ziraat Bankası", "TRY"),
        _method("pix", "Pix", "BRL"),
        _method("mercado", "Mercado Pago", "ARS", "BRL"),
        _method("vcb", "Vietcombank", "VND"),
    )
}


def method(code: str) -> Method:
    """The method of this code. Raises `Refusal` (unknown-method)."""
    try:
        return METHODS[code]
    except KeyError:
        raise Refusal(Rule.UNKNOWN_METHOD, given=code) from None


def methods_for(fiat_code: str) -> tuple[Method, ...]:
    """The methods that carry this fiat, in catalogue order."""
    return tuple(entry for entry in METHODS.values() if fiat_code in entry.fiats)
