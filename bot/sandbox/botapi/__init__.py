"""The Bot API as Telegram serves it: protocol, validation, error texts, queues and webhook delivery."""
