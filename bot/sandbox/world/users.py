"""The accounts: people who can be played, and the bot itself."""

from dataclasses import dataclass


@dataclass(slots=True)
class User:
    """`started` and `blocked` describe the person's private chat with the bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    persona: str | None = None
    is_bot: bool = False
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


class Users:
    def __init__(self) -> None:
        self.by_id: dict[int, User] = {}

    def __contains__(self, user_id: int) -> bool:
        return user_id in self.by_id

    def all(self) -> list[User]:
        return list(self.by_id.values())

    def people(self) -> list[User]:
        return [user for user in self.by_id.values() if not user.is_bot]

    def add(self, user: User) -> User:
        self.by_id[user.id] = user
        return user

    def get(self, user_id: int) -> User | None:
        return self.by_id.get(user_id)

    def find(self, reference: int | str) -> User | None:
        """By Telegram id, by username with or without @, or by persona."""
        text = str(reference).removeprefix("@")
        if text.isdecimal() and (known := self.by_id.get(int(text))) is not None:
            return known
        wanted = text.lower()
        for user in self.by_id.values():
            if wanted in ((user.username or "").lower(), (user.persona or "").lower()) and wanted:
                return user
        return None

    def free_id(self, above: int) -> int:
        return max([above, *(user_id + 1 for user_id in self.by_id if user_id >= above)])
