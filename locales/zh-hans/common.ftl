# Not yet reviewed by a native speaker.
# Words that every room shares.

back = ‹ 返回
cancel = 取消
done = 完成 ›
skip = 跳过 ›
to-home = 🏠 首页
to-orders = 📋 我的订单
to-ads = 📣 我的广告
page-first = « 第一页
page-next = 更多 ›
minutes = { $count } 分钟

state-active = 上架中
state-paused = 已暂停
state-auto-paused = 库存不足
state-closed = 已关闭
state-await-payment = 待付款
state-paid = 已付款
state-releasing = 待放币
state-completed = 已完成
state-cancelled = 已取消
state-expired = 已超时

form-take = 购买
form-ad = 新广告
form-find = 金额筛选
form-match = 快速匹配
form-chat = 聊天
form-upload = 凭证上传
form-idle = 您的「{ $form }」还没有完成，要继续吗？
form-resume = 继续
form-discard = 放弃
form-cancelled = 已取消：{ $form }。没有任何变动，也没有锁定任何资产。
form-press = 👇 请点击下方按钮选择。

terms-warning = ⚠️ 其中含有链接、账号或电话号码。在本聊天之外进行的交易不受保护。

button-old = 这个按钮属于旧版本，请从下方重新开始。
too-fast = 操作太快了，请稍等一秒再试。
fault = 操作没有成功，我们会自动重试；如果一分钟内没有变化，请再试一次。请向运营人员提供代码：{ $code }
nothing-to-cancel = 没有可取消的内容：当前没有未完成的操作。
command-unknown = 无法识别这个命令。发送 /help 查看可用命令。
kind-unknown = 可以接收文字、照片和 PDF 文件。语音、视频、贴纸和位置不会转发。
text-unexpected = 这里不需要输入文字。如需联系订单的对方，请点击订单卡片上的「聊天」，或直接回复该订单的消息。
