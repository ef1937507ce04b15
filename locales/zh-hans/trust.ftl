# Not yet reviewed by a native speaker.
# Ratings, favourites and blocks.

standing = 👍 { $praised } · 👎 { $blamed }
tag-fast = 速度快
tag-friendly = 态度好
tag-reliable = 可靠
tag-slow = 速度慢
tag-rude = 态度差
tag-pushy = 催促施压

order-do-rate = ⭐ 评价本次交易
order-do-person = 👤 { $alias }
rate-title = ⭐ <b>订单 #{ $code }：您与 { $person } 的交易体验如何？</b>
rate-blind = 双方都评价或满 7 天之前，彼此看不到对方的评价。评价提交后不能修改。
rate-positive = 👍 愿意再次交易
rate-negative = 👎 不愿再次交易
rate-tags = { $thumb } 原因是什么？请选择符合 { $person } 的标签，也可以不选。
rate-give = ✅ 提交评价
rate-done = 评价已保存，谢谢！
rating-given = ⭐ 您的评价：{ $rating }
rating-received = ⭐ 对方对您的评价：{ $rating }

person-title = 👤 { $person }
person-marks = 收藏的人在市场中带有 ⭐。拉黑后，双方都无法在对方的广告下单。这些只有您能看到。
person-favour = ⭐ 收藏
person-block = 🚫 拉黑
person-clear-favourite = 取消收藏
person-clear-blocked = 解除拉黑
mark-favourite = ⭐ 已收藏，只有您能看到。
mark-blocked = 🚫 您已拉黑此人：双方都无法在对方的广告下单。只有您能看到。
mark-set-favourite = 已加入收藏。
mark-set-blocked = 已拉黑，可在此处解除。
mark-taken-back = 已撤销。

people-favourite = ⭐ <b>我的收藏</b>
people-favourite-none = ⭐ 您还没有收藏任何人。广告和订单中都有收藏按钮。
people-blocked = 🚫 <b>我的黑名单</b>
people-blocked-none = 🚫 您没有拉黑任何人。广告和订单中都有拉黑按钮。
people-to-favourite = ⭐ 收藏
people-to-blocked = 🚫 黑名单
