# Posting ads and looking after them.

ads-title = 📣 <b>My ads</b>
ads-none = 📣 You have no open ads yet. Post one, and buyers will find it in the market.
ads-new = ➕ New ad
ads-not-merchant = 📣 Ads are posted by merchants. The operators of the desk admit merchants personally: ask them, and your account will be unlocked. Until then you can buy as much as you like.

my-ad-title = { $sign } <b>Ad #{ $code }</b> · { $state }
my-ad-stock = Left: { $stock } of { $total }
my-ad-advice-active = Buyers see this ad in the market.
my-ad-advice-paused = Nobody sees this ad until you resume it. Running orders go on.
my-ad-advice-auto-paused = What is left is less than the smallest order, so the ad rests. It wakes up by itself if a cancelled order returns its coins.
my-ad-advice-closed = This ad is closed. What was left is back in your wallet; running orders go on.
my-ad-pause = ⏸ Pause
my-ad-resume = ▶️ Resume
my-ad-close = Close
my-ad-done-pause = Paused.
my-ad-done-resume = Your ad is in the market again.
my-ad-done-close = Closed. What was left is back in your wallet.
my-ad-link = 🔗 Copy the link
my-ad-share = 📤 Share
my-ad-close-ask =
    <b>Close ad #{ $code } for good?</b>

    { $stock } and the reserved fee return to your wallet. Running orders go on. A closed ad cannot be opened again.
my-ad-close-do = Yes, close it

ad-form-title = 📣 <b>New ad</b>
ad-form-asset = What do you sell?
ad-form-fiat = In which currency do you want to be paid?
ad-form-price = What does 1 { $asset } cost, in { $fiat }? Type the price, for example 0.92.
ad-form-stock =
    How much { $asset } do you put up in all? You have { $available } available.

    The fee of { $rate } is reserved on top.
ad-form-least =
    What is the smallest order, in { $fiat }?

    Your whole stock is worth { $worth }.
ad-form-most = And the largest order, in { $fiat }? At least { $least }.
ad-form-all = Whole stock: { $amount }
ad-form-methods = How can buyers pay you? Choose up to { $limit }.
ad-form-details = Where do buyers send the money by { $method }? Write the account number and the name on it, up to { $limit } characters. Only people with an order see this.
ad-form-window = How long may a buyer take to pay?
ad-form-terms = Your terms, if you have any: up to { $limit } characters. No links and no phone numbers, please.
ad-form-preview = 📣 <b>This is your ad. Shall it go to the market?</b>
ad-form-fee = Reserved for fees at most: { $fee } ({ $rate })
ad-form-locked = Locked while the ad is open: { $amount }
ad-form-post = 📣 Post it
ad-form-posted = Your ad is in the market.
