# Not yet reviewed by a native speaker.
# Why not: the rule, the value, the limit and when it ends. Plain text of at most 200 characters, for alerts.

refusal-amount-unreadable = 无法将“{ $given }”识别为 { $unit } 金额。请输入数字，例如 1500.50。
refusal-amount-decimals = “{ $given }”的小数位太多：{ $unit } 最多 { $limit } 位。
refusal-amount-not-positive = { $unit } 金额必须大于零。
refusal-amount-too-large = 超出平台可记录的范围：最多 { $limit }。
refusal-amount-below = { $value } 太少：至少需要 { $limit }。
refusal-amount-above = { $value } 太多：目前最多 { $limit }。
refusal-unknown-asset = 平台不支持交易 { $given }。
refusal-unknown-fiat = 平台不支持法币 { $given }。
refusal-unknown-method = 付款方式 { $given } 在这里不可用。
refusal-text-empty = 内容不能为空。
refusal-text-too-long = 内容有 { $value } 个字符，最多 { $limit } 个。
refusal-not-found = 没有找到：它不存在，或不属于您。
refusal-not-yours = 这不是您的订单。
refusal-not-registered = 请先发送 /start。
refusal-stale = 情况已有变化，以下是最新状态。
refusal-already-done = 这一步已经完成了。
refusal-not-now = { $timed ->
    [yes] 现在还不行，{ $left } 后可以操作。
   *[no] 当前阶段无法进行此操作。
}
refusal-not-your-move = 这一步应由对方操作。
refusal-not-merchant = 只有商家可以发布广告。商家由平台运营人员逐一审核，请联系他们。
refusal-too-many-ads = 您已有 { $value } 条开放中的广告，上限为 { $limit } 条。请先关闭一条。
refusal-ad-not-active = 广告 #{ $code } 无法下单，状态：{ $state }。
refusal-ad-changed = 卖家刚刚修改了广告 #{ $code }。请查看新的报价。
refusal-ad-closed = 广告 #{ $code } 已永久关闭。
refusal-ad-limits = 限额不合理：单笔最小 { $value }，最大 { $limit }。
refusal-ad-stock = 库存不符：{ $value }，限额为 { $limit }。
refusal-ad-methods = 一条广告可设 1 至 { $limit } 种付款方式，现在是 { $value } 种。
refusal-own-ad = 这是您自己的广告，不能向自己购买。
refusal-quote-old = 价格只保留一分钟，现已过期。请查看新的报价。
refusal-too-many-orders = 您已有 { $value } 笔进行中的购买，上限为 { $limit } 笔。请先完成一笔。
refusal-pair-blocked = 您与此人在本交易台上互不交易，请选择其他广告。
refusal-too-many-marks = 您已标记 { $value } 人，上限为 { $limit } 人。请先在「联系人」中取消一个标记。
refusal-rating-over = 交易完成后 { $limit } 天内可以评价，现已过期。
refusal-funds-short = 您的可用余额不足。
refusal-name-missing = 需要付款账户的户名。请重新开始，届时会请您填写。
refusal-grace-over = 申报逾期付款的时间已过。请在聊天中联系卖家。
refusal-proof-missing = 逾期付款需要凭证：请先把截图或 PDF 发到这里。
refusal-too-many-proofs = 已存 { $value } 份凭证，每笔订单上限为 { $limit } 份。
refusal-release-not-armed = 确认已过期或属于旧版本。请重新点击「放币」。
refusal-release-wait = 金额较大：请先查看银行 App。按钮将在 { $left } 后生效。
refusal-cancel-asked = 已有人提议取消。对方还有 { $left } 可以答复。
refusal-cancel-not-asked = 没有人提议取消此订单，或提议已失效。
refusal-extend-early = 只能在付款截止前最后 { $limit } 分钟内延长。按钮将在 { $left }后生效。
refusal-extended-enough = 付款时间已延长 { $value } 次，上限为 { $limit } 次。
refusal-proof-on-file = 凭证已存档，须卖家同意。请再点击一次按钮。
refusal-file-too-big = 文件太大：最大 20 MB。
refusal-file-too-large = 图片像素过高。付款截图即可。
refusal-file-type = 可以接收 JPEG、PNG、WebP 和 PDF。聊天中仅限图片。
refusal-file-broken = 文件无法打开。请重新发送，或重新截图。
refusal-file-unsafe = 文件格式可疑，未被接受。请发送普通截图。
refusal-file-busy = 正在检查的文件太多。请一分钟后再发送。
refusal-file-gone = 文件已无法下载。请重新发送。
refusal-chat-over = 订单 #{ $code } 的聊天已关闭：订单结束已超过一天。
refusal-chat-fast = 一分钟内已达 { $limit } 条消息的上限。这条没有发出，请在 { $left } 后继续。
refusal-reference-reused = 此参考号已用于其他记录。
refusal-form-gone = 这项操作已失效，没有任何变动。请重新开始。
refusal-language-unknown = 暂不支持 { $given }。
