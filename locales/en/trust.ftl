# Ratings, favourites and blocks.

standing = 👍 { $praised } · 👎 { $blamed }
tag-fast = fast
tag-friendly = friendly
tag-reliable = reliable
tag-slow = slow
tag-rude = rude
tag-pushy = pushy

order-do-rate = ⭐ Rate the trade
order-do-person = 👤 { $alias }
rate-title = ⭐ <b>Order #{ $code }: how was the trade with { $person }?</b>
rate-blind = Neither side sees the other's rating before both have rated or 7 days have passed. A rating cannot be changed afterwards.
rate-positive = 👍 I would trade with them again
rate-negative = 👎 I would rather not
rate-tags = { $thumb } Why? Choose what fits { $person }, or nothing at all.
rate-give = ✅ Send the rating
rate-done = Your rating is kept. Thank you!
rating-given = ⭐ Your rating: { $rating }
rating-received = ⭐ Their rating of you: { $rating }

person-title = 👤 { $person }
person-marks = Favourites have a ⭐ in the market. After a block, the two of you cannot take each other's ads. Nobody but you sees either.
person-favour = ⭐ Favourite
person-block = 🚫 Block
person-clear-favourite = Remove from favourites
person-clear-blocked = Unblock
mark-favourite = ⭐ One of your favourites. Only you see this.
mark-blocked = 🚫 You blocked this person: the two of you cannot take each other's ads. Only you see this.
mark-set-favourite = Added to your favourites.
mark-set-blocked = Blocked. You can unblock in the same place.
mark-taken-back = Taken back.

people-favourite = ⭐ <b>Your favourites</b>
people-favourite-none = ⭐ You have no favourites yet. An ad or an order has the button for it.
people-blocked = 🚫 <b>People you blocked</b>
people-blocked-none = 🚫 You have blocked nobody. An ad or an order has the button for it.
people-to-favourite = ⭐ Favourites
people-to-blocked = 🚫 Blocked
