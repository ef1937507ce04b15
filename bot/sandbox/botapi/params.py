"""The parameters of one call, read the way the official server reads them: leniently, by lower-case name."""

import json
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.botapi.errors import bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file part of a multipart body."""

    file_name: str
    content: bytes
    mime_type: str | None


@dataclass(frozen=True, slots=True)
class Params:
    """Form values are text; values of a JSON body may be numbers, booleans or objects already."""

    values: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return self.values.get(name) not in (None, "")

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value.replace("\r\n", "\n").replace("\0", "")
        return json.dumps(value) if isinstance(value, dict | list | bool) else str(value)

    def optional_text(self, name: str) -> str | None:
        return self.text(name) if name in self.values else None

    def integer(self, name: str, default: int = 0) -> int:
        """A number, or the default when it is absent or no number at all."""
        value = self.values.get(name)
        if isinstance(value, int):
            return int(value)
        try:
            return int(str(value).strip())
        except ValueError:
            return default

    def boolean(self, name: str) -> bool:
        value = self.values.get(name)
        if isinstance(value, bool | int):
            return bool(value)
        return isinstance(value, str) and value.strip().lower() in ("true", "yes", "1")

    def structure(self, name: str, *, called: str) -> Any:
        """A nested object or array; in forms it arrives as JSON text. None when it is absent."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {called} JSON object") from None

    def object(self, name: str, *, called: str) -> dict[str, Any] | None:
        value = self.structure(name, called=called)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"object expected as {called}")
        return value

    def array(self, name: str, *, called: str) -> list[Any] | None:
        value = self.structure(name, called=called)
        if value is not None and not isinstance(value, list):
            raise bad_request(f"expected an Array of {called}")
        return value
