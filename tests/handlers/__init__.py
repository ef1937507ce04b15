"""The chat as Telegram sees it: routes, buttons, whole conversations."""
