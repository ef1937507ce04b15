# What the bot says about itself.

command-start = Home
command-buy = Find the best price
command-orders = Your orders
command-ads = Your ads
command-newad = Post an ad
command-wallet = Balances and statement
command-language = Change the language
command-help = How it works
command-cancel = Cancel what is open
bot-description =
    Buy and sell crypto for money in your bank, person to person.

    The seller's coins are locked in escrow until the money has arrived. Nobody sees your Telegram name. Press Start.
bot-short-description = Person-to-person crypto trades with escrow.
