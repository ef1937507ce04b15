# Not yet reviewed by a native speaker.
# Why not: the rule, the value, the limit and when it ends. Plain text of at most 200 characters, for alerts.

refusal-amount-unreadable = نمی‌توانم «{ $given }» را مبلغی به { $unit } بخوانم. لطفاً با رقم بنویسید، مثلاً 1500.50.
refusal-amount-decimals = «{ $given }» رقم اعشار زیادی دارد: { $unit } حداکثر { $limit } رقم می‌پذیرد.
refusal-amount-not-positive = مبلغ به { $unit } باید بیشتر از صفر باشد.
refusal-amount-too-large = این از توان شمارش سامانه بیشتر است: حداکثر { $limit }.
refusal-amount-below = مبلغ { $value } کم است: باید دست‌کم { $limit } باشد.
refusal-amount-above = مبلغ { $value } زیاد است: فعلاً حداکثر { $limit }.
refusal-unknown-asset = این‌جا { $given } معامله نمی‌شود.
refusal-unknown-fiat = ارز { $given } را نمی‌شناسیم.
refusal-unknown-method = روش پرداخت { $given } این‌جا در دسترس نیست.
refusal-text-empty = باید متنی بنویسید.
refusal-text-too-long = این متن { $value } نویسه دارد؛ حداکثر { $limit } نویسه ممکن است.
refusal-not-found = این‌جا چیزی برای شما نیست: یا وجود ندارد یا از آن شما نیست.
refusal-not-yours = این سفارش شما نیست.
refusal-not-registered = لطفاً نخست /start را بزنید.
refusal-stale = در این میان چیزی عوض شده است. اکنون وضع چنین است.
refusal-already-done = این کار پیش‌تر انجام شده است.
refusal-not-now = { $timed ->
    [yes] هنوز ممکن نیست؛ { $left } دیگر ممکن می‌شود.
   *[no] در این مرحله ممکن نیست.
}
refusal-not-your-move = این گام با طرف مقابل است.
refusal-not-merchant = فقط تاجرها می‌توانند آگهی بگذارند. گردانندگان سامانه آن‌ها را شخصاً می‌پذیرند؛ لطفاً از آن‌ها بخواهید.
refusal-too-many-ads = شما { $value } آگهی باز دارید و سقف آن { $limit } است. نخست یکی را ببندید.
refusal-ad-not-active = نمی‌توان از آگهی #{ $code } خرید کرد. وضعیت: { $state }.
refusal-ad-changed = فروشنده همین حالا آگهی #{ $code } را تغییر داد. لطفاً پیشنهاد تازه را ببینید.
refusal-ad-closed = آگهی #{ $code } برای همیشه بسته است.
refusal-ad-limits = حدها با هم نمی‌خوانند: کمترین سفارش { $value } و بیشترین { $limit }.
refusal-ad-stock = موجودی نمی‌خواند: { $value }، در حالی که حد آن { $limit } است.
refusal-ad-methods = هر آگهی 1 تا { $limit } روش پرداخت دارد؛ این یکی { $value } می‌شد.
refusal-own-ad = این آگهی خود شماست: نمی‌توانید از خودتان بخرید.
refusal-quote-old = قیمت یک دقیقه نگه داشته شد و آن دقیقه گذشت. لطفاً پیشنهاد تازه را ببینید.
refusal-too-many-orders = شما { $value } خرید در جریان دارید و سقف آن { $limit } است. نخست یکی را به پایان برسانید.
refusal-pair-blocked = شما و این کاربر در این میز با هم معامله نمی‌کنید. لطفاً آگهی دیگری انتخاب کنید.
refusal-too-many-marks = شما { $value } نفر را نشان کرده‌اید و سقف آن { $limit } است. نخست یکی را در «افراد» بردارید.
refusal-rating-over = هر معامله را تا { $limit } روز می‌توان امتیاز داد و آن مهلت گذشته است.
refusal-funds-short = موجودی در دسترس شما برای این کافی نیست.
refusal-name-missing = نام صاحب حسابی که از آن می‌پردازید لازم است. لطفاً دوباره شروع کنید؛ آن را می‌پرسیم.
refusal-grace-over = مهلت اعلام پرداخت دیرهنگام گذشته است. لطفاً در گفت‌وگو به فروشنده بنویسید.
refusal-proof-missing = پرداخت دیرهنگام رسید می‌خواهد: نخست اسکرین‌شات یا PDF را همین‌جا بفرستید.
refusal-too-many-proofs = تاکنون { $value } رسید ثبت شده و سقف هر سفارش { $limit } است.
refusal-release-not-armed = این تأیید کهنه یا مربوط به نسخهٔ قبلی است. لطفاً دوباره «آزادسازی» را بزنید.
refusal-release-wait = مبلغ بزرگی است: لطفاً نخست برنامهٔ بانکتان را ببینید. دکمه { $left } دیگر کار می‌کند.
refusal-cancel-asked = لغو پیش‌تر پیشنهاد شده است. طرف مقابل هنوز { $left } برای پاسخ وقت دارد.
refusal-cancel-not-asked = کسی لغو این سفارش را پیشنهاد نداده یا زمان پیشنهاد گذشته است.
refusal-extend-early = در { $limit } دقیقهٔ آخر مهلت پرداخت می‌توان وقت بیشتری داد. دکمه { $left } دیگر کار می‌کند.
refusal-extended-enough = وقت بیشتر { $value } بار داده شده و حد آن { $limit } بار است.
refusal-proof-on-file = اکنون رسیدی ثبت شده است، پس فروشنده باید بپذیرد. لطفاً دکمه را دوباره بزنید.
refusal-file-too-big = فایل بزرگ است: حداکثر 20 مگابایت.
refusal-file-too-large = عکس پیکسل‌های زیادی دارد. اسکرین‌شات پرداخت کافی است.
refusal-file-type = فایل JPEG، PNG، WebP و PDF می‌پذیرم. در گفت‌وگو فقط عکس.
refusal-file-broken = فایل باز نمی‌شود. لطفاً دوباره بفرستید یا اسکرین‌شات تازه‌ای بگیرید.
refusal-file-unsafe = این فایل هم‌زمان دو نوع به نظر می‌رسد و پذیرفته نشد. لطفاً یک اسکرین‌شات ساده بفرستید.
refusal-file-busy = اکنون فایل‌های زیادی در حال بررسی‌اند. لطفاً یک دقیقه دیگر دوباره بفرستید.
refusal-file-gone = این فایل دیگر دریافت‌شدنی نیست. لطفاً دوباره بفرستید.
refusal-chat-over = گفت‌وگوی سفارش #{ $code } بسته است: بیش از یک روز از پایان سفارش گذشته است.
refusal-chat-fast = در یک دقیقه { $limit } پیام فرستاده شد که سقف آن است. این یکی فرستاده نشد؛ { $left } دیگر ادامه دهید.
refusal-reference-reused = این شمارهٔ پیگیری پیش‌تر برای چیز دیگری به کار رفته است.
refusal-form-gone = این فرم دیگر باز نیست. اتفاقی نیفتاده است؛ لطفاً دوباره شروع کنید.
refusal-language-unknown = هنوز به { $given } صحبت نمی‌کنیم.
