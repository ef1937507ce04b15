"""A photo or document as somebody sent it: what is needed to fetch, check and file it."""

from collections.abc import Mapping
from dataclasses import dataclass

from aiogram.types import Message

from domain.kernel.refusal import Refusal, Rule
from domain.proofs.ports import CheckedFile
from handlers.visit import Visit


@dataclass(frozen=True, slots=True)
class Attachment:
    """`unique_id` stays the same however often Telegram hands the file out; `message` is where it came."""

    file_id: str
    unique_id: str
    size_bytes: int | None
    name: str | None
    mime: str | None
    message: int

    def values(self) -> dict[str, str]:
        """As answers of a draft."""
        return {
            "file_id": self.file_id,
            "unique_id": self.unique_id,
            "size_bytes": "" if self.size_bytes is None else str(self.size_bytes),
            "name": self.name or "",
            "mime": self.mime or "",
            "message": str(self.message),
        }

    def source(self, visit: Visit) -> str:
        """The Telegram message as the desk names it: the same one never counts twice."""
        return source_of(visit, self.message)


def attachment_of(message: Message) -> Attachment | None:
    """The largest size of a photo, or the document; None for messages that carry neither."""
    if message.photo:
        best = message.photo[-1]
        return Attachment(best.file_id, best.file_unique_id, best.file_size, None, "image/jpeg", message.message_id)
    document = message.document
    if document is None:
        return None
    return Attachment(
        document.file_id,
        document.file_unique_id,
        document.file_size,
        document.file_name,
        document.mime_type,
        message.message_id,
    )


def kept_attachment(values: Mapping[str, str]) -> Attachment:
    """Raises `Refusal` (form-gone) for a draft that an older version of the desk wrote."""
    try:
        return Attachment(
            values["file_id"],
            values["unique_id"],
            int(values["size_bytes"]) if values["size_bytes"] else None,
            values["name"] or None,
            values["mime"] or None,
            int(values["message"]),
        )
    except (KeyError, ValueError):
        raise Refusal(Rule.FORM_GONE) from None


async def checked(visit: Visit, file: Attachment) -> CheckedFile:
    """The file in the vault. Raises `Refusal` (the file-… rules)."""
    data = await visit.uploads.fetch(file.file_id, size_bytes=file.size_bytes)
    return await visit.vault.accept(data, name=file.name, mime=file.mime)


def source_of(visit: Visit, message: int) -> str:
    return f"telegram:{visit.user.id}:{message}"
