# Not yet reviewed by a native speaker.
# Words that every room shares.

back = ‹ بازگشت
cancel = لغو
done = تمام ›
skip = رد شدن ›
to-home = 🏠 خانه
to-orders = 📋 سفارش‌های من
to-ads = 📣 آگهی‌های من
page-first = « نخست
page-next = بیشتر ›
minutes = { $count } دقیقه

state-active = فعال
state-paused = متوقف
state-auto-paused = بدون موجودی
state-closed = بسته
state-await-payment = در انتظار پرداخت
state-paid = پرداخت‌شده
state-releasing = در انتظار آزادسازی
state-completed = انجام‌شده
state-cancelled = لغوشده
state-expired = مهلت تمام‌شده

form-take = خرید شما
form-ad = آگهی تازهٔ شما
form-find = فیلتر مبلغ
form-match = یافتن سریع
form-chat = گفت‌وگو
form-upload = ارسال رسید
form-idle = { $form } نیمه‌کاره مانده است. از همان‌جا ادامه دهیم؟
form-resume = ادامه
form-discard = کنار گذاشتن
form-cancelled = لغو شد: { $form }. هیچ اتفاقی نیفتاد و چیزی قفل نشده است.
form-press = 👇 لطفاً یکی از دکمه‌ها را انتخاب کنید.

terms-warning = ⚠️ در این متن پیوند، شناسه یا شمارهٔ تلفن هست. معاملهٔ بیرون از این گفت‌وگو محافظت نمی‌شود.

button-old = این دکمه مربوط به نسخهٔ قبلی است. از پایین دوباره شروع کنید.
too-fast = خیلی سریع بود. لطفاً یک ثانیه صبر کنید و دوباره امتحان کنید.
fault = انجام نشد. خودمان دوباره تلاش می‌کنیم؛ اگر تا یک دقیقه خبری نشد، لطفاً تکرار کنید. کد برای گردانندگان: { $code }
nothing-to-cancel = چیزی برای لغو نیست: هیچ فرمی باز نیست.
command-unknown = این دستور را نمی‌شناسم. فهرست دستورها در /help است.
kind-unknown = متن، عکس و فایل PDF می‌پذیرم. صدا، ویدیو، استیکر و موقعیت فرستاده نمی‌شوند.
text-unexpected = این‌جا منتظر متن نبودم. برای نوشتن به طرف مقابل، روی کارت سفارش «گفت‌وگو» را بزنید یا به یکی از پیام‌های همان سفارش پاسخ دهید.
