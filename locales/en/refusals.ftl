# Why not: the rule, the value, the limit and when it ends. Plain text of at most 200 characters, for alerts.

refusal-amount-unreadable = I cannot read “{ $given }” as an amount in { $unit }. Please type digits, like 1500.50.
refusal-amount-decimals = “{ $given }” has too many decimals: { $unit } takes at most { $limit }.
refusal-amount-not-positive = The amount in { $unit } has to be more than zero.
refusal-amount-too-large = That is more than the desk can count: at most { $limit }.
refusal-amount-below = { $value } is too little: it has to be at least { $limit }.
refusal-amount-above = { $value } is too much: at most { $limit } at the moment.
refusal-unknown-asset = The desk does not trade { $given }.
refusal-unknown-fiat = The desk does not know the currency { $given }.
refusal-unknown-method = The payment method { $given } is not available here.
refusal-text-empty = There has to be some text.
refusal-text-too-long = That is { $value } characters long; at most { $limit } are possible.
refusal-not-found = There is nothing here for you: it does not exist or it is not yours.
refusal-not-yours = This is not your order.
refusal-not-registered = Please press /start first.
refusal-stale = This has changed in the meantime. Here is how it stands now.
refusal-already-done = That has been done already.
refusal-not-now = { $timed ->
    [yes] That is not possible yet; in { $left } it will be.
   *[no] That is not possible at this stage.
}
refusal-not-your-move = This step belongs to the other side.
refusal-not-merchant = Only merchants can post ads. The operators of the desk admit merchants personally; please ask them.
refusal-too-many-ads = You already have { $value } open ads, and { $limit } is the limit. Close one first.
refusal-ad-not-active = Ad #{ $code } cannot be taken: it is { $state }.
refusal-ad-changed = The seller changed ad #{ $code } a moment ago. Please look at the new quote.
refusal-ad-closed = Ad #{ $code } is closed for good.
refusal-ad-limits = The limits do not fit: the smallest order is { $value }, the largest { $limit }.
refusal-ad-stock = The stock does not fit: { $value }, where the limit is { $limit }.
refusal-ad-methods = An ad has 1 to { $limit } payment methods; this would be { $value }.
refusal-own-ad = This is your own ad: you cannot buy from yourself.
refusal-quote-old = The price was held for a minute, and that is over. Please look at the new quote.
refusal-too-many-orders = You already have { $value } running purchases, and { $limit } is the limit. Finish one first.
refusal-funds-short = Your available balance is not enough for that.
refusal-name-missing = We need the name on the account you pay from. Please start again; you will be asked for it.
refusal-grace-over = The time for reporting a late payment is over. Please write to the seller in the chat.
refusal-proof-missing = A late payment needs a proof: first send the screenshot or PDF here.
refusal-too-many-proofs = { $value } proofs are on file, and { $limit } is the limit for one order.
refusal-release-not-armed = The confirmation is too old or belongs to an earlier version. Please press Release again.
refusal-release-wait = A large sum: please look into your bank app first. The button works in { $left }.
refusal-cancel-asked = Somebody has asked to cancel already. The other side can answer for another { $left }.
refusal-cancel-not-asked = Nobody is asking to cancel this order, or the wish has lapsed.
refusal-extend-early = More time can be given in the last { $limit } minutes before the payment window ends. The button works in { $left }.
refusal-extended-enough = More time was given { $value } times already, and { $limit } is the limit.
refusal-proof-on-file = A proof is on file by now, so the seller has to agree. Please press the button again.
refusal-file-too-big = The file is too big: 20 MB is the most.
refusal-file-too-large = The picture has too many pixels. A screenshot of the payment is enough.
refusal-file-type = I can take JPEG, PNG, WebP and PDF. In a chat, only pictures.
refusal-file-broken = The file cannot be opened. Please send it again, or take a new screenshot.
refusal-file-unsafe = The file looks like two things at once, so it was not accepted. Please send a plain screenshot.
refusal-file-busy = Too many files are being checked right now. Please send it again in a minute.
refusal-file-gone = The file can no longer be fetched. Please send it again.
refusal-chat-over = The chat of order #{ $code } is closed: the order ended more than a day ago.
refusal-chat-fast = That was { $limit } messages in a minute, which is the limit. This one was not sent; go on in { $left }.
refusal-reference-reused = This reference was used for something else already.
refusal-form-gone = This form is no longer open. Nothing has happened; please start again.
refusal-language-unknown = We do not speak { $given } yet.
