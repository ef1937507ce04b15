# Not yet reviewed by a native speaker.
# Looking for an ad and taking one.

market-title = 🛒 <b>用 { $fiat } 购买 { $asset }</b>
market-row =
    <b>{ $place }.</b> { $price } · { $limits }
    { $alias } · { $standing } · { $methods }
market-new = 新商家
market-percent = 完成率 { $percent }%
market-pick = 按最优价格排序。请按编号选择广告。
market-empty = 没有符合条件的广告。请换一种付款方式、金额或币种。
market-empty-takeable = 这里没有您可以下单的广告。请换一种付款方式、金额或币种，或查看全部广告。
market-full = 您已有 { $limit } 笔进行中的订单，达到上限。其中一笔结束后即可再次下单。
market-nothing = 目前没有广告，请稍后再来看看。
market-method-any = 💳 全部付款方式
market-any-method = 全部付款方式
market-amount-any = 💶 全部金额
market-amount = 💶 { $amount }
market-choose-method = 💳 您想用哪种方式支付 { $fiat }？
market-choose-amount = 💶 您想支付多少 { $fiat }？请输入金额，例如 150。
market-takeable = 只看我能下单的
market-match = ⚡️ 快速匹配

match-amount = ⚡️ 您想花多少 { $fiat } 购买 { $asset }？请输入金额，例如 150，我们会为您找出最优的广告。
match-method = 💳 您想用哪种方式支付 { $amount }？
match-none = 目前没有广告接受 { $amount }，请换一个金额。
match-none-by = 目前没有广告接受用 { $method } 支付 { $amount }，请换一种方式。

inline-found = { $asset }：{ $price } · { $limits }
inline-own = 📣 分享我的广告 · { $asset }：{ $price } · { $limits }
inline-about = { $alias } · { $standing } · { $methods }
inline-take = 🛒 去下单
inline-start = 启动机器人，托管交易
inline-nothing = 没有找到广告，打开市场

ad-title = 📣 <b>广告 #{ $code }</b>
ad-price = 单价：1 { $asset } = { $price }
ad-stock = 库存：{ $amount }
ad-limits = 单笔限额：{ $limits }
ad-not-now = 这条广告目前无法下单。
ad-methods = 付款方式：{ $methods }
ad-window = 付款时限：{ $minutes } 分钟
ad-terms = <b>卖家条款</b>
ad-safe = 🔒 您确认后，卖家的币立即锁定在平台托管中。
ad-yours = 这是您自己的广告，可在「我的广告」中设置。
ad-take = 购买

take-amount =
    您想支付多少？限额 { $limits }，单价 1 { $asset } = { $price }。

    请选择金额，或直接输入。
take-method = 您将如何付款？
take-payer =
    付款账户的户名是什么？请按银行显示的姓名填写。

    卖家会与转账户名核对，并拒收非本人付款。其他人看不到这个姓名。
take-quote = 🧾 <b>请核对后再确认。</b>卖家：
take-by = 付款方式：{ $method }
take-name = 付款账户户名：{ $name }
take-window = 付款时限：{ $minutes } 分钟
take-until = ⏳ 此价格为您保留至 { $clock }。确认后，卖家的币将为您锁定。
take-confirm = ✅ 确认
take-rename = ✏️ 更换付款人姓名
take-done = 卖家的币已为您锁定。
