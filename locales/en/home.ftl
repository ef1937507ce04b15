# Home, the first steps, help and language.

home-title = 🏠 <b>OTC desk</b>
home-you = You are { $alias } { $code }. This is the only name others see.
home-live = { $count ->
    [one] One of your orders is running.
   *[other] { $count } of your orders are running.
}
home-quiet = No order is running. Buy at the best price, or look around.

go-buy = 🛒 Buy
go-orders = 📋 My orders
go-orders-live = 📋 My orders ({ $count })
go-ads = 📣 My ads
go-wallet = 👛 Wallet
go-people = 👥 People
go-language = 🌐 Language
go-help = ❓ Help

welcome-title = 👋 <b>Welcome to the OTC desk</b>
welcome-how = People sell crypto here for money in your bank. Once you take an ad, the seller's coins are locked in escrow: you pay the seller directly, and they release the coins to you.
welcome-safety =
    <b>Three rules keep you safe</b>
    • Pay only from an account in your own name.
    • Trust your bank app, never a picture.
    • Stay in this chat. Nobody from the desk will ever ask you to pay or release anything.
welcome-alias = Others know you as { $alias } { $code } and never see your Telegram name.
welcome-back = 👋 Welcome back, { $alias }.

link-unknown = This link leads nowhere: what it pointed to is gone, or it is not yours to see. Here is what you can do instead.

help-title = ❓ <b>How it works</b>
help-buy =
    <b>Buying</b>
    1. Pick an ad and say how much you want to pay.
    2. The seller's coins are locked in escrow.
    3. Send the money from your own account, then press “I have paid”.
    4. The seller checks their bank and releases the coins to you.
help-sell =
    <b>Selling</b>
    Merchants post ads; the operators of the desk admit merchants. The whole stock and the largest possible fee are reserved while an ad is open, and closing it gives back what is left.
help-proof =
    <b>Screenshots and PDFs</b>
    Send them here, and they are filed with your order. A picture never moves money: only the seller releases.
help-safety =
    <b>Never</b>
    • release coins because of a picture or because somebody is in a hurry
    • pay from or to an account in another name
    • continue a trade outside this chat
help-commands = /buy · /orders · /ads · /newad · /wallet · /language · /cancel

language-choose = 🌐 Which language shall we speak?
language-chosen = From now on we speak English.

key-home = 🏠 Home
key-order = ⚡️ Active order
key-placeholder = Press a button or type an answer
