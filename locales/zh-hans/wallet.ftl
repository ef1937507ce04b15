# Not yet reviewed by a native speaker.
# Balances and statements.

wallet-title = 👛 <b>钱包</b>
wallet-available = 可用：{ $amount }
wallet-reserve = 广告占用：{ $amount }
wallet-escrow = 订单托管：{ $amount }
wallet-grace = 逾期付款保留：{ $amount }
wallet-empty = 这里还没有资产。
wallet-deposits = 如需充值，请按平台运营人员告知的方式转入。到账后由他们入账，您会在这里收到通知。
wallet-statement = 🧾 账单
wallet-told-deposit = 🔔 <b>一笔充值已计入您的钱包。</b>

statement-title = 🧾 <b>账单</b>
statement-none = 🧾 还没有任何记录。
statement-csv = ⬇️ CSV
statement-json = ⬇️ JSON
statement-file = 🧾 您的账单，共 { $count } 行。每种资产的最后一个总额就是您现在拥有的数量。
statement-file-cut = 文件只容得下最近的记录：更早的未列出，但已计入总额。
statement-line =
    { $change } · { $place }
    { $what } · { $time }
statement-deposit = 充值
statement-ad-funded = 广告预留
statement-ad-returned = 广告退回
statement-order-locked = 订单托管
statement-order-settled = 订单结算
statement-grace-locked = 超时订单保留
statement-grace-claimed = 订单逾期付款
place-available = 可用
place-reserve = 广告占用
place-escrow = 订单托管
place-grace = 逾期付款保留
place-fees = 手续费
place-custody = 平台保管
