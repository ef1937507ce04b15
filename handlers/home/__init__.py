"""Home, help, language and links into the bot."""
