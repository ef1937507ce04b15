"""The methods the sandbox knows, one file per family, by their documented names."""

from bot.sandbox.botapi.context import Method
from bot.sandbox.botapi.methods import (
    albums,
    answers,
    chats,
    commands,
    copies,
    deletions,
    downloads,
    edits,
    members,
    pins,
    posts,
    profile,
    reactions,
    topics,
    updates,
)

METHODS: dict[str, Method] = {
    **profile.METHODS,
    **commands.METHODS,
    **updates.METHODS,
    **posts.METHODS,
    **albums.METHODS,
    **copies.METHODS,
    **reactions.METHODS,
    **edits.METHODS,
    **deletions.METHODS,
    **pins.METHODS,
    **downloads.METHODS,
    **answers.METHODS,
    **chats.METHODS,
    **members.METHODS,
    **topics.METHODS,
}
