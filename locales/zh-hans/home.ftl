# Not yet reviewed by a native speaker.
# Home, the first steps, help and language.

home-title = 🏠 <b>OTC 交易台</b>
home-you = 您是 { $alias } { $code }。其他人只能看到这个名称。
home-live = 您有 { $count } 笔进行中的订单。
home-quiet = 当前没有进行中的订单。以最优价格购买，或先随便看看。

go-buy = 🛒 购买
go-orders = 📋 我的订单
go-orders-live = 📋 我的订单（{ $count }）
go-ads = 📣 我的广告
go-wallet = 👛 钱包
go-people = 👥 联系人
go-language = 🌐 语言
go-help = ❓ 帮助

welcome-title = 👋 <b>欢迎来到 OTC 交易台</b>
welcome-how = 在这里，卖家出售加密货币，买家用银行转账付款。您下单后，卖家的币会锁定在平台托管中：您直接付款给卖家，卖家收款后向您放币。
welcome-safety =
    <b>三条安全守则</b>
    • 只用本人名下的账户付款。
    • 以银行 App 为准，不要相信图片。
    • 全程留在本聊天内。平台人员绝不会要求您付款或放币。
welcome-alias = 其他人看到的您是 { $alias } { $code }，不会看到您的 Telegram 名称。
welcome-back = 👋 欢迎回来，{ $alias }。

link-unknown = 这个链接无效：内容已不存在，或您无权查看。您可以这样做：

help-title = ❓ <b>使用说明</b>
help-buy =
    <b>购买</b>
    1. 选择一条广告，输入您要支付的金额。
    2. 卖家的币会锁定在平台托管中。
    3. 用本人账户转账，然后点击「我已付款」。
    4. 卖家核对银行到账后向您放币。
help-sell =
    <b>出售</b>
    广告由商家发布，商家由平台运营人员审核准入。广告开放期间，全部库存和最高可能的手续费会被预留；关闭后，剩余部分退还。
help-proof =
    <b>截图和 PDF</b>
    直接发送到这里，会存入您的订单。图片不会动用任何资金：只有卖家才能放币。
help-safety =
    <b>切勿</b>
    • 因为一张图片或对方催促就放币
    • 使用他人名下的账户付款或收款
    • 离开本聊天继续交易
help-commands = /buy · /orders · /ads · /newad · /wallet · /language · /cancel

language-choose = 🌐 请选择语言
language-chosen = 已切换为简体中文。

key-home = 🏠 首页
key-order = ⚡️ 当前订单
key-placeholder = 点击按钮或输入内容
