# Looking for an ad and taking one.

market-title = 🛒 <b>Buy { $asset } with { $fiat }</b>
market-row =
    <b>{ $place }.</b> { $price } · { $limits }
    { $alias } · { $standing } · { $methods }
market-new = new
market-percent = { $percent }% completed
market-pick = Best price first. Choose an ad by its number.
market-empty = No ad matches this. Try another method, another amount or another currency.
market-empty-takeable = There is no ad here that you can take. Try another method, another amount or another currency, or look at all ads.
market-full = You have { $limit } open orders, and that is the limit. As soon as one of them has ended, you can take these ads again.
market-nothing = There are no ads at the moment. Please look in again later.
market-method-any = 💳 Any method
market-any-method = Any method
market-amount-any = 💶 Any amount
market-amount = 💶 { $amount }
market-choose-method = 💳 How would you like to pay in { $fiat }?
market-choose-amount = 💶 How much do you want to pay, in { $fiat }? Type the amount, for example 150.
market-takeable = Only ads I can take
market-match = ⚡️ Quick match

match-amount = ⚡️ How much do you want to pay for { $asset }, in { $fiat }? Type the amount, for example 150. You will get the best ad that takes it.
match-method = 💳 How would you like to pay { $amount }?
match-none = No ad takes { $amount } at the moment. Try another amount.
match-none-by = No ad takes { $amount } by { $method } at the moment. Try another way.

inline-found = { $asset }: { $price } · { $limits }
inline-own = 📣 Share your ad · { $asset }: { $price } · { $limits }
inline-about = { $alias } · { $standing } · { $methods }
inline-take = 🛒 Take this ad
inline-start = Start the desk and trade in escrow
inline-nothing = No ad found: go to the market

ad-title = 📣 <b>Ad #{ $code }</b>
ad-price = Price: { $price } for 1 { $asset }
ad-stock = Stock: { $amount }
ad-limits = One order: { $limits }
ad-not-now = This ad cannot be taken at the moment.
ad-methods = Pay by: { $methods }
ad-window = Time to pay: { $minutes } min
ad-terms = <b>Terms of the seller</b>
ad-safe = 🔒 The coins are locked in escrow as soon as you confirm.
ad-yours = This is your own ad. You will find its settings under My ads.
ad-take = Buy

take-amount =
    How much do you want to pay? From { $limits } at { $price } for 1 { $asset }.

    Choose an amount or type it.
take-method = How will you send the money?
take-payer =
    What is the name on the account you pay from? Write it as your bank shows it.

    The seller compares it with the name on the transfer and refuses payments from strangers. Nobody else sees it.
take-quote = 🧾 <b>Please check before you confirm.</b> Seller:
take-by = You pay by { $method }
take-name = The account is in the name of { $name }
take-window = You have { $minutes } minutes to pay
take-until = ⏳ This price is yours until { $clock }. Once you confirm, the seller's coins are locked for you.
take-confirm = ✅ Confirm
take-rename = ✏️ Another payer name
take-done = The coins are locked for you.
