"""Every way a Bot API call can end badly; `ApiError` is a refusal, the others are broken wires."""

from dataclasses import dataclass
from typing import Any

_PREFIX = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    500: "Internal Server Error",
    501: "Not Implemented",
    502: "Bad Gateway",
}


class ApiError(Exception):
    """A refusal with the description exactly as it goes over the wire, prefix included."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def payload(self) -> dict[str, Any]:
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


@dataclass(eq=False)
class RawAnswer(Exception):
    """Raised by a fault: answer with these bytes instead of the JSON the bot expects."""

    status: int
    body: str
    content_type: str = "text/html"


class CutConnection(Exception):
    """Raised by a fault: close the socket without any answer."""


def bad_request(text: str, parameters: dict[str, Any] | None = None) -> ApiError:
    return refusal(400, text, parameters)


def forbidden(text: str) -> ApiError:
    """403; a backend code made only of capitals is answered as 400, as the official server does."""
    if text.replace("_", "").isalnum() and text.upper() == text:
        return refusal(400, text)
    return refusal(403, text)


def too_many_requests(retry_after_seconds: int) -> ApiError:
    text = f"Too Many Requests: retry after {retry_after_seconds}"
    return ApiError(429, text, {"retry_after": retry_after_seconds})


def refusal(code: int, text: str, parameters: dict[str, Any] | None = None) -> ApiError:
    """Put Telegram's prefix before a text; the first letter is lowered unless it begins a code."""
    prefix = _PREFIX.get(code, "Bad Request")
    if text.startswith(prefix):
        return ApiError(code, text, parameters)
    return ApiError(code, f"{prefix}: {_lower_first(text)}", parameters)


def _lower_first(text: str) -> str:
    begins_with_code = len(text) > 1 and (text[1].isupper() or text[1] == "_")
    return text if begins_with_code else text[:1].lower() + text[1:]
