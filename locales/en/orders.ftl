# Orders: lists, live cards, everything that can be done on them, and news.

orders-live = 📋 <b>Running orders</b>
orders-live-none = 📋 No order is running at the moment.
orders-ended = 🗂 <b>Ended orders</b>
orders-ended-none = 🗂 No order has ended yet.
orders-to-ended = 🗂 Ended orders
orders-to-live = 📋 Running orders
orders-row-buyer = { $sign } #{ $code } · buy { $amount } for { $fiat }
orders-row-seller = { $sign } #{ $code } · sell { $amount } for { $fiat }

order-title = { $sign } <b>Order #{ $code }</b> · { $state }
order-with-seller = You buy from { $person } · { $count ->
    [one] { $count } order
   *[other] { $count } orders
} completed ({ $percent }%)
order-with-seller-new = You buy from { $person } · no orders yet
order-with-buyer = You sell to { $person } · { $count ->
    [one] { $count } order
   *[other] { $count } orders
} completed ({ $percent }%)
order-with-buyer-new = You sell to { $person } · no orders yet
order-pays-buyer = You pay: { $amount }
order-gets-buyer = You receive: { $amount }
order-pays-seller = You give, fee included: { $amount }
order-gets-seller = You receive: { $amount }
order-was = It was about { $amount } for { $fiat }.
order-price = Price: { $price } · fee: { $fee }
order-account-buyer = Send by { $method } to:
order-account-seller = They send by { $method } to your account:
order-payer-buyer = From your account in the name of { $name }
order-payer-seller = From an account in the name of { $name }
order-terms = <b>Terms of the seller</b>
order-pay-until = ⏳ Time to pay: until { $clock } ({ $left })
order-grace-until = ⏳ A late payment can be reported until { $clock } ({ $left })
order-release-until = ⏳ The seller has until { $clock } to look and release ({ $left })
order-overdue-buyer = ⏰ The seller should have released by { $clock }. We are reminding them; your coins stay locked for this order.
order-overdue-seller = ⏰ You should have released by { $clock }. The buyer is waiting.
order-proofs = { $count ->
    [one] 📎 { $count } proof of payment on file
   *[other] 📎 { $count } proofs of payment on file
}
order-wish-together-yours = 🤝 You asked to cancel together. The other side can agree until { $clock }.
order-wish-together-theirs = 🤝 The other side asks to cancel together. You can agree until { $clock }.
order-wish-before-payment-yours = 🙏 You asked the buyer to cancel: { $reason } (open until { $clock }).
order-wish-before-payment-theirs = 🙏 The seller asks you to cancel: { $reason }. You can agree until { $clock }; silence means no. If you have paid, do not agree.
order-wish-retraction-yours = ↩️ You took “paid” back. The seller can agree until { $clock }; silence means no.
order-wish-retraction-theirs = ↩️ The buyer says they have not paid after all. You can agree until { $clock }; silence means no.

order-last-await-payment = Opened { $time }
order-last-paid = Marked as paid { $time }
order-last-releasing = Paid { $time }; the seller is checking the bank
order-last-completed = Completed { $time }
order-last-cancelled = Cancelled { $time }
order-last-expired = Expired { $time }

order-now = 👉 { $advice }
order-advice-buyer-await-payment = Send { $fiat } by { $method } from your own account, send a screenshot of it here, then press “I have paid”.
order-advice-buyer-await-payment-proof = Your proof is on file. If the money is on its way, press “I have paid”.
order-advice-buyer-paid = The seller has been told to look for your { $fiat }. You will hear as soon as the coins are yours.
order-advice-buyer-releasing = The seller is looking at their bank account now. Stay in this chat.
order-advice-buyer-completed = All done. The coins are in your wallet.
order-advice-buyer-cancelled = Nothing to do any more. Do not send money for this order.
order-advice-buyer-expired = The time is over. If you did send { $fiat }, send the proof here and press “I did pay”. If not, there is nothing to do.
order-advice-buyer-expired-proof = Your proof is on file. If you did send { $fiat }, press “I did pay” now.
order-advice-buyer-expired-over = Nothing to do any more. Do not send money for this order.
order-advice-seller-await-payment = Nothing to do yet: the buyer is paying. You will hear from us at once.
order-advice-seller-paid = Open your bank app and look for { $fiat } from exactly this name. Press Release only when the money is really there.
order-advice-seller-releasing = Look for { $fiat } from exactly this name in your bank app. Press Release only when the money is really there.
order-advice-seller-completed = All done. Thank you for the trade.
order-advice-seller-cancelled = Nothing to do any more: your coins are back.
order-advice-seller-expired = The buyer did not pay in time. Your coins stay locked for a little while in case a payment was late, then they return.
order-advice-seller-expired-over = Nothing to do any more: your coins are back.

order-do-open = 📄 Open the order
order-do-paid = ✅ I have paid
order-do-cancel = Cancel the order
order-do-late = I did pay
order-do-bank = 🏦 Checking my bank
order-do-release = 🔓 Release
order-do-ask = 🤝 Ask to cancel together
order-do-agree = 🤝 Agree to cancel
order-do-drop = Keep the order going
order-do-extend = ⏱ Give more time to pay
order-do-ask-seller = 🙏 Ask the buyer to cancel
order-do-retract = ↩️ I have not paid after all
order-do-retract-agree = ↩️ Nothing arrived: take the coins back
order-do-chat = 💬 Chat
order-do-proofs = 📎 Proofs
order-do-history = 🕘 History
order-do-receipt = 🧾 Receipt
copy-amount = 📋 Amount
copy-details = 📋 Account
copy-code = 📋 { $code }

order-done-paid = The seller has been told.
order-done-late = The order lives again, and the seller has been told.
order-done-bank = The buyer sees that you are looking.
order-done-release-do = Released. Thank you!
order-done-ask = The other side has been asked.
order-done-agree-do = Cancelled together.
order-done-drop = The order goes on.
order-done-cancel-do = Cancelled.
order-done-extend = The buyer has more time and has been told.
order-done-ask-seller-do = The buyer has been asked.
order-done-retract-do = Taken back. The order is cancelled.
order-done-retract-ask = The seller has been asked.
order-done-retract-agree-do = Cancelled. Your coins are back.

order-told-taken = 🔔 <b>Somebody took your ad</b>
order-taken-what = Order #{ $code }: { $person } buys { $amount } and sends you { $fiat } by { $method }.
order-taken-until = Your coins are in escrow. The buyer has until { $clock } ({ $left }); there is nothing to do before we tell you that they paid.
order-told-paid = 🔔 <b>The buyer says they have paid. Please check your bank.</b>
order-told-late = 🔔 <b>The buyer paid late and sent a proof. Please check your bank.</b>
order-told-cancelled = 🔔 <b>The buyer cancelled. Your coins are back.</b>
order-told-expired-buyer = 🔔 <b>The time to pay is over.</b>
order-told-expired-seller = 🔔 <b>The buyer did not pay in time.</b>
order-told-grace-over = 🔔 <b>No late payment came. Your coins are back.</b>
order-told-released = 🎉 <b>The coins are yours!</b>
order-told-cancel-asked = 🔔 <b>The other side asks to cancel together.</b>
order-told-cancel-agreed = 🔔 <b>The other side agreed: the order is cancelled.</b>
order-told-hurry = ⏳ <b>Only a little time is left to pay.</b>
order-told-extended = 🔔 <b>The seller gives you more time to pay.</b>
order-told-seller-asks = 🔔 <b>The seller asks you to cancel.</b>
order-told-retracted = 🔔 <b>The buyer has not paid after all. Your coins are back.</b>
order-told-retraction-asked = 🔔 <b>The buyer says they have not paid after all. Please check your bank.</b>
order-told-overdue = ⏰ <b>The buyer is waiting for you. Please check your bank.</b>

cancel-why = Why do you want to cancel order #{ $code }?
cancel-reason-changed-mind = I changed my mind
cancel-reason-cannot-pay = I cannot pay by this method
cancel-reason-details-wrong = The account details are wrong
cancel-reason-seller-asked = The seller asked me to
cancel-reason-no-answer = The seller does not answer
cancel-title = <b>Cancel order #{ $code }?</b> Reason: { $reason }.
cancel-means =
    By cancelling you say that you have <b>not</b> sent { $fiat }. The { $amount } return to the seller at once, and money sent later is not protected.

    The cancellation counts against your completion rate.
cancel-do = I have not paid: cancel

seller-ask-why = Why should the buyer cancel order #{ $code }? They can agree or go on and pay; if they agree, it counts against your completion rate.
seller-reason-cannot-receive = I cannot receive this payment now
seller-reason-ad-wrong = There is a mistake in my ad
seller-reason-name-differs = The name on the account does not fit
seller-reason-other = Another reason, told in the chat

agree-buyer =
    <b>Cancel order #{ $code } together?</b>

    The { $amount } return to the seller. If you have sent { $fiat }, first make sure that it is back in your account: afterwards the desk holds nothing for you.
agree-seller =
    <b>Cancel order #{ $code } together?</b>

    The { $amount } return to you. If { $fiat } has arrived, you must send it back to the account it came from.
agree-do = Yes, cancel together

retract-title = <b>Take “paid” back in order #{ $code }?</b>
retract-means =
    ⚠️ Only do this if you have <b>not</b> sent { $fiat }. The { $amount } return to the seller, and money that is on its way is not protected.

    It counts against your completion rate.
retract-needs-yes = Your proof is on file, so the seller must agree within 10 minutes. If they do not answer, the order goes on.
retract-do = I have not paid: cancel
retract-ask = I have not paid: ask the seller
retract-agree =
    <b>Take the coins of order #{ $code } back?</b>

    The buyer sent a proof and now says that nothing was paid. Look into your bank app: if { $fiat } from { $name } has arrived, do not agree. The { $amount } return to you.
retract-agree-do = Nothing arrived: cancel

release-title = 🔓 <b>Release order #{ $code }?</b>
release-money = You have received { $fiat } by { $method }
release-payer = from an account in the name of { $name }
release-amount = and give { $amount } to { $alias }. This cannot be undone.
release-look = ⚠️ <b>Look into your bank app, not at the picture.</b> The full amount must be there, from exactly this name.
release-moderator = No moderator will ever ask you to release.
release-wait = ⏱ This is a large sum: take { $seconds } seconds to look. The button works after that.
release-do = 🔓 The money is there: release

history-title = 🕘 <b>History of order #{ $code }</b>
history-line = { $time } · { $what }
history-taken = opened, coins in escrow
history-payment-marked = buyer: “I have paid”
history-buyer-cancelled = buyer cancelled
history-window-passed = time to pay ran out
history-late-payment-claimed = buyer: “I did pay”, with proof
history-grace-ended = no late payment; coins returned
history-bank-check-started = seller is checking the bank
history-seller-released = seller released the coins
history-cancel-asked = asked to cancel together
history-cancel-agreed = cancelled together
history-cancel-dropped = the wish to cancel was dropped
history-window-extended = seller gave more time to pay
history-seller-asked-to-cancel = seller asked the buyer to cancel
history-payment-retracted = buyer: not paid after all
history-retraction-asked = buyer: not paid after all; a proof is on file
history-retraction-agreed = seller agreed: nothing was paid

upload-which = 📎 Which order does this belong to?
upload-nothing = 📎 No order of yours is waiting for a proof of payment. To show a picture to the other side, press Chat on the order's card or reply to a message of that order.
proof-filed = Filed.
proof-told = 📎 <b>Order #{ $code }: proof { $number } from the buyer</b>
proof-told-document = 📎 <b>Order #{ $code }: proof { $number } from the buyer is a document.</b> It is kept for moderators and not shown here.
proof-look = Look into your bank app: a picture proves nothing.
proof-alike-same = ⚠️ This very file was already used in another order.
proof-alike-near = ⚠️ A picture that looks the same was already used in another order.
proof-caption = 📎 Order #{ $code }: proof { $number }
proof-documents = { $count ->
    [one] 📎 Order #{ $code }: { $count } document is on file. Documents are kept for moderators and not shown here.
   *[other] 📎 Order #{ $code }: { $count } documents are on file. Documents are kept for moderators and not shown here.
}
