# Not yet reviewed by a native speaker.
# Orders: lists, live cards, everything that can be done on them, and news.

orders-live = 📋 <b>进行中的订单</b>
orders-live-none = 📋 目前没有进行中的订单。
orders-ended = 🗂 <b>已结束的订单</b>
orders-ended-none = 🗂 还没有已结束的订单。
orders-to-ended = 🗂 已结束的订单
orders-to-live = 📋 进行中的订单
orders-row-buyer = { $sign } #{ $code } · 买入 { $amount }，付 { $fiat }
orders-row-seller = { $sign } #{ $code } · 卖出 { $amount }，收 { $fiat }

order-title = { $sign } <b>订单 #{ $code }</b> · { $state }
order-with-seller = 卖家：{ $person } · { $count } 笔订单，完成率 { $percent }%
order-with-seller-new = 卖家：{ $person } · 暂无订单
order-with-buyer = 买家：{ $person } · { $count } 笔订单，完成率 { $percent }%
order-with-buyer-new = 买家：{ $person } · 暂无订单
order-pays-buyer = 您支付：{ $amount }
order-gets-buyer = 您收到：{ $amount }
order-pays-seller = 您付出（含手续费）：{ $amount }
order-gets-seller = 您收到：{ $amount }
order-was = 订单内容：{ $amount }，金额 { $fiat }。
order-price = 单价：{ $price } · 手续费：{ $fee }
order-account-buyer = 请通过 { $method } 付款至：
order-account-seller = 买家通过 { $method } 付款到您的账户：
order-payer-buyer = 使用您名下的账户，户名 { $name }
order-payer-seller = 付款账户户名：{ $name }
order-terms = <b>卖家条款</b>
order-pay-until = ⏳ 付款截止：{ $clock }（{ $left }）
order-grace-until = ⏳ 逾期付款可在 { $clock } 前申报（{ $left }）
order-release-until = ⏳ 卖家须在 { $clock } 前核对并放币（{ $left }）
order-overdue-buyer = ⏰ 卖家本应在 { $clock } 前放币。我们正在提醒卖家；币仍为此订单锁定。
order-overdue-seller = ⏰ 您本应在 { $clock } 前放币，买家正在等待。
order-proofs = 📎 已存 { $count } 份付款凭证
order-wish-together-yours = 🤝 您已提议协商取消。对方可在 { $clock } 前同意。
order-wish-together-theirs = 🤝 对方提议协商取消。您可在 { $clock } 前同意。
order-wish-before-payment-yours = 🙏 您已请买家取消：{ $reason }（{ $clock } 前有效）。
order-wish-before-payment-theirs = 🙏 卖家请您取消订单：{ $reason }。您可在 { $clock } 前同意；不回复视为不同意。如果您已付款，请不要同意。
order-wish-retraction-yours = ↩️ 您已撤回「已付款」。卖家可在 { $clock } 前同意；不回复视为不同意。
order-wish-retraction-theirs = ↩️ 买家表示其实没有付款。您可在 { $clock } 前同意；不回复视为不同意。

order-last-await-payment = 下单时间：{ $time }
order-last-paid = 标记付款时间：{ $time }
order-last-releasing = 付款时间：{ $time }，卖家正在核对银行到账
order-last-completed = 完成时间：{ $time }
order-last-cancelled = 取消时间：{ $time }
order-last-expired = 超时时间：{ $time }

order-now = 👉 { $advice }
order-advice-buyer-await-payment = 请用本人账户通过 { $method } 支付 { $fiat }，把付款截图发到这里，然后点击「我已付款」。
order-advice-buyer-await-payment-proof = 您的凭证已存档。如果款项已转出，请点击「我已付款」。
order-advice-buyer-paid = 已通知卖家查收您的 { $fiat }。币到账后会立即通知您。
order-advice-buyer-releasing = 卖家正在核对银行账户，请留在本聊天内。
order-advice-buyer-completed = 交易完成，币已存入您的钱包。
order-advice-buyer-cancelled = 无需再做任何操作。请勿再为此订单付款。
order-advice-buyer-expired = 付款时限已过。如果您确实支付了 { $fiat }，请把凭证发到这里并点击「我确实已付款」。如果没有，则无需操作。
order-advice-buyer-expired-proof = 您的凭证已存档。如果您确实支付了 { $fiat }，请立即点击「我确实已付款」。
order-advice-buyer-expired-over = 无需再做任何操作。请勿再为此订单付款。
order-advice-seller-await-payment = 暂时无需操作：买家正在付款。有消息会立即通知您。
order-advice-seller-paid = 请打开银行 App，查找 { $fiat }，付款人户名须与上方完全一致。确认真实到账后再点击「放币」。
order-advice-seller-releasing = 请在银行 App 中查找 { $fiat }，付款人户名须与上方完全一致。确认真实到账后再点击「放币」。
order-advice-seller-completed = 交易完成，感谢您的交易。
order-advice-seller-cancelled = 无需再做任何操作：您的币已退回。
order-advice-seller-expired = 买家未按时付款。为防逾期到账，您的币会再锁定一小段时间，之后退回。
order-advice-seller-expired-over = 无需再做任何操作：您的币已退回。

order-do-open = 📄 查看订单
order-do-paid = ✅ 我已付款
order-do-cancel = 取消订单
order-do-late = 我确实已付款
order-do-bank = 🏦 正在核对到账
order-do-release = 🔓 放币
order-do-ask = 🤝 提议协商取消
order-do-agree = 🤝 同意取消
order-do-drop = 继续交易
order-do-extend = ⏱ 延长付款时间
order-do-ask-seller = 🙏 请买家取消
order-do-retract = ↩️ 我其实没有付款
order-do-retract-agree = ↩️ 未到账：取回币
order-do-chat = 💬 聊天
order-do-proofs = 📎 付款凭证
order-do-history = 🕘 订单记录
order-do-receipt = 🧾 收据
copy-amount = 📋 金额
copy-details = 📋 收款账户
copy-code = 📋 { $code }

order-done-paid = 已通知卖家。
order-done-late = 订单已恢复，并已通知卖家。
order-done-bank = 买家可以看到您正在核对。
order-done-release-do = 已放币，谢谢！
order-done-ask = 已询问对方。
order-done-agree-do = 双方已协商取消。
order-done-drop = 订单继续进行。
order-done-cancel-do = 已取消。
order-done-extend = 已延长付款时间，并已通知买家。
order-done-ask-seller-do = 已询问买家。
order-done-retract-do = 已撤回，订单已取消。
order-done-retract-ask = 已询问卖家。
order-done-retract-agree-do = 已取消，您的币已退回。

order-told-taken = 🔔 <b>有人在您的广告下单了</b>
order-taken-what = 订单 #{ $code }：{ $person } 购买 { $amount }，将通过 { $method } 向您支付 { $fiat }。
order-taken-until = 您的币已在托管中。买家须在 { $clock }（{ $left }）前付款；收到我们的付款通知之前，您无需操作。
order-told-paid = 🔔 <b>买家表示已付款，请核对银行到账。</b>
order-told-late = 🔔 <b>买家逾期付款并提交了凭证，请核对银行到账。</b>
order-told-cancelled = 🔔 <b>买家已取消，您的币已退回。</b>
order-told-expired-buyer = 🔔 <b>付款时限已过。</b>
order-told-expired-seller = 🔔 <b>买家未按时付款。</b>
order-told-grace-over = 🔔 <b>没有逾期付款，您的币已退回。</b>
order-told-released = 🎉 <b>币已到账！</b>
order-told-cancel-asked = 🔔 <b>对方提议协商取消。</b>
order-told-cancel-agreed = 🔔 <b>对方已同意，订单已取消。</b>
order-told-hurry = ⏳ <b>付款时间所剩不多。</b>
order-told-extended = 🔔 <b>卖家给您延长了付款时间。</b>
order-told-seller-asks = 🔔 <b>卖家请您取消订单。</b>
order-told-retracted = 🔔 <b>买家其实没有付款，您的币已退回。</b>
order-told-retraction-asked = 🔔 <b>买家表示其实没有付款，请核对银行到账。</b>
order-told-overdue = ⏰ <b>买家正在等您，请核对银行到账。</b>

cancel-why = 您为什么要取消订单 #{ $code }？
cancel-reason-changed-mind = 我改变主意了
cancel-reason-cannot-pay = 我无法用此方式付款
cancel-reason-details-wrong = 收款账户信息有误
cancel-reason-seller-asked = 卖家要求取消
cancel-reason-no-answer = 卖家没有回应
cancel-title = <b>确定取消订单 #{ $code } 吗？</b>原因：{ $reason }。
cancel-means =
    取消即表示您<b>没有</b>支付 { $fiat }。{ $amount } 将立即退回卖家，此后支付的款项不受保护。

    此次取消会计入您的完成率。
cancel-do = 我没有付款：取消

seller-ask-why = 为什么请买家取消订单 #{ $code }？买家可以同意，也可以继续付款；如果同意，将计入您的完成率。
seller-reason-cannot-receive = 我现在无法接收这笔付款
seller-reason-ad-wrong = 我的广告有误
seller-reason-name-differs = 付款户名不符
seller-reason-other = 其他原因，在聊天中说明

agree-buyer =
    <b>确定协商取消订单 #{ $code } 吗？</b>

    { $amount } 将退回卖家。如果您已支付 { $fiat }，请先确认款项已退回您的账户：取消后，平台不再为您托管任何资产。
agree-seller =
    <b>确定协商取消订单 #{ $code } 吗？</b>

    { $amount } 将退回给您。如果您已收到 { $fiat }，须原路退回付款账户。
agree-do = 是的，协商取消

retract-title = <b>确定撤回订单 #{ $code } 的「已付款」吗？</b>
retract-means =
    ⚠️ 只有在您<b>没有</b>支付 { $fiat } 时才可以这样做。{ $amount } 将退回卖家，已在途中的款项不受保护。

    此次撤回会计入您的完成率。
retract-needs-yes = 您的凭证已存档，因此须卖家在 10 分钟内同意。如果卖家没有回复，订单继续进行。
retract-do = 我没有付款：取消
retract-ask = 我没有付款：询问卖家
retract-agree =
    <b>确定取回订单 #{ $code } 的币吗？</b>

    买家提交过凭证，现在表示没有付款。请查看银行 App：如果已收到 { $name } 支付的 { $fiat }，请不要同意。{ $amount } 将退回给您。
retract-agree-do = 未到账：取消

release-title = 🔓 <b>确定为订单 #{ $code } 放币吗？</b>
release-money = 您已通过 { $method } 收到 { $fiat }，
release-payer = 付款账户户名 { $name }，
release-amount = 并将 { $amount } 放给 { $alias }。此操作无法撤销。
release-look = ⚠️ <b>请查看银行 App，不要看图片。</b>必须全额到账，且户名完全一致。
release-moderator = 平台仲裁员绝不会要求您放币。
release-wait = ⏱ 金额较大：请用 { $seconds } 秒仔细核对，之后按钮才会生效。
release-do = 🔓 已到账：放币

history-title = 🕘 <b>订单 #{ $code } 的记录</b>
history-line = { $time } · { $what }
history-taken = 下单，币已托管
history-payment-marked = 买家：「我已付款」
history-buyer-cancelled = 买家取消
history-window-passed = 付款超时
history-late-payment-claimed = 买家：「我确实已付款」，附凭证
history-grace-ended = 没有逾期付款；币已退回
history-bank-check-started = 卖家正在核对到账
history-seller-released = 卖家已放币
history-cancel-asked = 提议协商取消
history-cancel-agreed = 双方协商取消
history-cancel-dropped = 取消提议已撤回
history-window-extended = 卖家延长了付款时间
history-seller-asked-to-cancel = 卖家请买家取消
history-payment-retracted = 买家：其实没有付款
history-retraction-asked = 买家：其实没有付款；凭证已存档
history-retraction-agreed = 卖家同意：没有付款

upload-which = 📎 这份文件属于哪个订单？
upload-nothing = 📎 您没有等待付款凭证的订单。如需给对方看图片，请点击订单卡片上的「聊天」，或直接回复该订单的消息。
proof-filed = 已存档。
proof-told = 📎 <b>订单 #{ $code }：买家的第 { $number } 份凭证</b>
proof-told-document = 📎 <b>订单 #{ $code }：买家的第 { $number } 份凭证是文档。</b>文档留存给仲裁员，不在此显示。
proof-look = 请查看银行 App：图片不能证明任何事。
proof-alike-same = ⚠️ 同一个文件已在另一笔订单中用过。
proof-alike-near = ⚠️ 看起来相同的图片已在另一笔订单中用过。
proof-caption = 📎 订单 #{ $code }：第 { $number } 份凭证
proof-documents = 📎 订单 #{ $code }：已存 { $count } 份文档。文档留存给仲裁员，不在此显示。
