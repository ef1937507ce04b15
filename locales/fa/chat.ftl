# Not yet reviewed by a native speaker.
# The relay inside an order.

chat-title = 💬 <b>سفارش #{ $code }</b> · گفت‌وگو با { $person }
chat-nothing = هنوز چیزی گفته نشده است.
chat-how = از این پس هر چه بنویسید و هر عکسی بفرستید به طرف مقابل می‌رسد، تا وقتی که خارج شوید. پیام‌ها با سفارش نگه داشته می‌شوند.
chat-leave = خروج از گفت‌وگو
chat-left = از گفت‌وگوی سفارش #{ $code } خارج شدید. اگر به یکی از پیام‌هایش پاسخ دهید، هنوز به طرف مقابل می‌رسد.
chat-form-waits = فرم نیمه‌کارهٔ شما همان‌جاست که گذاشتید.
chat-line = 💬 پیام از <b>{ $alias }</b> · #{ $code } · { $number }
chat-answer = 💬 پاسخ
chat-you = شما
chat-picture = 🖼
chat-warning = ⚠️ در این پیام پیوند، شناسه یا شمارهٔ تلفن هست. هر که از این گفت‌وگو بیرون برود، از حمایت آن هم بیرون می‌رود.
