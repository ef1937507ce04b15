# Not yet reviewed by a native speaker.
# The relay inside an order.

chat-title = 💬 <b>订单 #{ $code }</b> · 正在与 { $person } 聊天
chat-nothing = 还没有聊天内容。
chat-how = 在您退出之前，您输入的所有文字和图片都会发给对方。聊天内容随订单保存。
chat-leave = 退出聊天
chat-left = 您已退出订单 #{ $code } 的聊天。回复其中的消息，对方仍能收到。
chat-form-waits = 您未完成的操作已为您保留。
chat-line = 💬 <b>{ $alias }</b> · #{ $code } · { $number }
chat-answer = 💬 回复
chat-you = 您
chat-picture = 🖼
chat-warning = ⚠️ 其中含有链接、账号或电话号码。离开本聊天，就失去了保护。
