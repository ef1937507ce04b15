# Balances and statements.

wallet-title = 👛 <b>Wallet</b>
wallet-available = Available: { $amount }
wallet-reserve = In your ads: { $amount }
wallet-escrow = In running orders: { $amount }
wallet-grace = Kept for late payments: { $amount }
wallet-empty = There is nothing here yet.
wallet-deposits = To bring coins in, send them as the operators of the desk told you. They book your deposit once it has arrived, and you hear of it here.
wallet-statement = 🧾 Statement
wallet-told-deposit = 🔔 <b>A deposit was booked to your wallet.</b>

statement-title = 🧾 <b>Statement</b>
statement-none = 🧾 Nothing has been booked yet.
statement-csv = ⬇️ CSV
statement-json = ⬇️ JSON
statement-file = { $count ->
    [one] 🧾 Your statement, { $count } line. The last total of each asset is what you own.
   *[other] 🧾 Your statement, { $count } lines. The last total of each asset is what you own.
}
statement-file-cut = Only your newest lines fit in: older ones are left out, but counted in the totals.
statement-line =
    { $change } · { $place }
    { $what } · { $time }
statement-deposit = Deposit
statement-ad-funded = Reserved for ad
statement-ad-returned = Returned from ad
statement-order-locked = Into escrow for order
statement-order-settled = Settled order
statement-grace-locked = Kept after expired order
statement-grace-claimed = Late payment for order
place-available = available
place-reserve = in ads
place-escrow = in orders
place-grace = for late payments
place-fees = fees
place-custody = custody
