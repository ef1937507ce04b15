# Not yet reviewed by a native speaker.
# Posting ads and looking after them.

ads-title = 📣 <b>我的广告</b>
ads-none = 📣 您还没有开放中的广告。发布一条，买家就能在市场中看到。
ads-new = ➕ 发布广告
ads-not-merchant = 📣 广告由商家发布，商家由平台运营人员逐一审核。请联系他们，为您的账户开通权限。在此之前，您可以随意购买。

my-ad-title = { $sign } <b>广告 #{ $code }</b> · { $state }
my-ad-stock = 剩余：{ $stock } / { $total }
my-ad-advice-active = 买家可以在市场中看到这条广告。
my-ad-advice-paused = 恢复之前，没有人能看到这条广告。进行中的订单不受影响。
my-ad-advice-auto-paused = 剩余库存低于单笔最小限额，广告已自动暂停。如有订单取消并退回库存，广告会自动恢复。
my-ad-advice-closed = 这条广告已关闭，剩余资产已退回您的钱包；进行中的订单不受影响。
my-ad-pause = ⏸ 暂停
my-ad-resume = ▶️ 恢复
my-ad-close = 关闭
my-ad-done-pause = 已暂停。
my-ad-done-resume = 您的广告已重新上架。
my-ad-done-close = 已关闭。剩余资产已退回您的钱包。
my-ad-link = 🔗 复制链接
my-ad-share = 📤 分享
my-ad-close-ask =
    <b>确定永久关闭广告 #{ $code } 吗？</b>

    { $stock } 和预留的手续费将退回您的钱包。进行中的订单不受影响。广告关闭后无法重新开启。
my-ad-close-do = 是的，关闭

ad-form-title = 📣 <b>发布广告</b>
ad-form-asset = 您要出售什么币？
ad-form-fiat = 您想收取哪种法币？
ad-form-price = 1 { $asset } 卖多少 { $fiat }？请输入单价，例如 0.92。
ad-form-stock =
    您一共要出售多少 { $asset }？可用余额：{ $available }。

    另需预留 { $rate } 的手续费。
ad-form-least =
    单笔最小限额是多少 { $fiat }？

    您的全部库存价值 { $worth }。
ad-form-most = 单笔最大限额是多少 { $fiat }？不得低于 { $least }。
ad-form-all = 全部库存：{ $amount }
ad-form-methods = 买家可以用哪些方式付款？最多选择 { $limit } 种。
ad-form-details = 买家通过 { $method } 把钱付到哪里？请填写账号和户名，最多 { $limit } 个字符。只有下单的人能看到。
ad-form-window = 买家的付款时限是多久？
ad-form-terms = 如有交易条款，请填写，最多 { $limit } 个字符。请勿包含链接和电话号码。
ad-form-preview = 📣 <b>这是您的广告，确定发布吗？</b>
ad-form-fee = 手续费预留上限：{ $fee }（{ $rate }）
ad-form-locked = 广告开放期间锁定：{ $amount }
ad-form-post = 📣 发布
ad-form-posted = 您的广告已上架。
