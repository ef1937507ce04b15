# The relay inside an order.

chat-title = 💬 <b>Order #{ $code }</b> · you are talking to { $person }
chat-nothing = Nothing has been said yet.
chat-how = Everything you type now, and every picture, goes to the other side, until you leave. Lines are kept with the order.
chat-leave = Leave the chat
chat-left = You left the chat of order #{ $code }. Replying to one of its messages still reaches the other side.
chat-form-waits = Your half-finished form is where you left it.
chat-line = 💬 <b>{ $alias }</b> · #{ $code } · { $number }
chat-answer = 💬 Answer
chat-you = You
chat-picture = 🖼
chat-warning = ⚠️ There is a link, a handle or a phone number in this. Whoever leaves this chat leaves its protection.
