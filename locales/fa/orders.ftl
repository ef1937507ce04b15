# Not yet reviewed by a native speaker.
# Orders: lists, live cards, everything that can be done on them, and news.

orders-live = 📋 <b>سفارش‌های در جریان</b>
orders-live-none = 📋 فعلاً سفارشی در جریان نیست.
orders-ended = 🗂 <b>سفارش‌های پایان‌یافته</b>
orders-ended-none = 🗂 هنوز سفارشی پایان نیافته است.
orders-to-ended = 🗂 سفارش‌های پایان‌یافته
orders-to-live = 📋 سفارش‌های در جریان
orders-row-buyer = { $sign } #{ $code } · خرید { $amount } به { $fiat }
orders-row-seller = { $sign } #{ $code } · فروش { $amount } به { $fiat }

order-title = { $sign } <b>سفارش #{ $code }</b> · { $state }
order-with-seller = خرید از { $person } · { $count ->
    [one] { $count } سفارش
   *[other] { $count } سفارش
} انجام‌شده ({ $percent } درصد)
order-with-seller-new = خرید از { $person } · هنوز بدون سفارش
order-with-buyer = فروش به { $person } · { $count ->
    [one] { $count } سفارش
   *[other] { $count } سفارش
} انجام‌شده ({ $percent } درصد)
order-with-buyer-new = فروش به { $person } · هنوز بدون سفارش
order-pays-buyer = می‌پردازید: { $amount }
order-gets-buyer = می‌گیرید: { $amount }
order-pays-seller = می‌دهید، با کارمزد: { $amount }
order-gets-seller = می‌گیرید: { $amount }
order-was = موضوع آن { $amount } به { $fiat } بود.
order-price = قیمت: { $price } · کارمزد: { $fee }
order-account-buyer = با { $method } به این حساب بفرستید:
order-account-seller = با { $method } به این حساب شما می‌فرستند:
order-payer-buyer = از حساب خودتان به نام { $name }
order-payer-seller = از حسابی به نام { $name }
order-terms = <b>شرایط فروشنده</b>
order-pay-until = ⏳ مهلت پرداخت: تا { $clock } ({ $left })
order-grace-until = ⏳ پرداخت دیرهنگام را می‌توان تا { $clock } اعلام کرد ({ $left })
order-release-until = ⏳ فروشنده تا { $clock } برای بررسی و آزادسازی وقت دارد ({ $left })
order-overdue-buyer = ⏰ فروشنده باید تا { $clock } آزاد می‌کرد. به او یادآوری می‌کنیم؛ رمزارز برای این سفارش قفل می‌ماند.
order-overdue-seller = ⏰ باید تا { $clock } آزاد می‌کردید. خریدار منتظر است.
order-proofs = { $count ->
    [one] 📎 { $count } رسید پرداخت ثبت شده
   *[other] 📎 { $count } رسید پرداخت ثبت شده
}
order-wish-together-yours = 🤝 شما لغو با توافق را پیشنهاد داده‌اید. طرف مقابل تا { $clock } می‌تواند بپذیرد.
order-wish-together-theirs = 🤝 طرف مقابل لغو با توافق را پیشنهاد داده است. تا { $clock } می‌توانید بپذیرید.
order-wish-before-payment-yours = 🙏 از خریدار خواسته‌اید لغو کند: { $reason } (تا { $clock }).
order-wish-before-payment-theirs = 🙏 فروشنده از شما می‌خواهد لغو کنید: { $reason }. تا { $clock } می‌توانید بپذیرید؛ سکوت یعنی نه. اگر پرداخت کرده‌اید، نپذیرید.
order-wish-retraction-yours = ↩️ اعلام پرداخت را پس گرفته‌اید. فروشنده تا { $clock } می‌تواند بپذیرد؛ سکوت یعنی نه.
order-wish-retraction-theirs = ↩️ خریدار می‌گوید در واقع پرداخت نکرده است. تا { $clock } می‌توانید بپذیرید؛ سکوت یعنی نه.

order-last-await-payment = باز شد: { $time }
order-last-paid = پرداخت اعلام شد: { $time }
order-last-releasing = پرداخت شد: { $time }؛ فروشنده بانکش را بررسی می‌کند
order-last-completed = انجام شد: { $time }
order-last-cancelled = لغو شد: { $time }
order-last-expired = مهلت تمام شد: { $time }

order-now = 👈 اکنون: { $advice }
order-advice-buyer-await-payment = مبلغ { $fiat } را با { $method } از حساب خودتان بفرستید، اسکرین‌شات آن را همین‌جا بفرستید و «پرداخت کردم» را بزنید.
order-advice-buyer-await-payment-proof = رسید شما ثبت شده است. اگر پول فرستاده شده، «پرداخت کردم» را بزنید.
order-advice-buyer-paid = به فروشنده گفته‌ایم که دنبال { $fiat } شما بگردد. به محض این‌که رمزارز از آن شما شود، خبرتان می‌کنیم.
order-advice-buyer-releasing = فروشنده همین حالا حساب بانکی‌اش را بررسی می‌کند. در همین گفت‌وگو بمانید.
order-advice-buyer-completed = تمام شد. رمزارز در کیف پول شماست.
order-advice-buyer-cancelled = دیگر کاری لازم نیست. برای این سفارش پولی نفرستید.
order-advice-buyer-expired = مهلت تمام شده است. اگر { $fiat } را فرستاده‌اید، رسید را همین‌جا بفرستید و «پرداخت کرده بودم» را بزنید. وگرنه کاری لازم نیست.
order-advice-buyer-expired-proof = رسید شما ثبت شده است. اگر { $fiat } را فرستاده‌اید، اکنون «پرداخت کرده بودم» را بزنید.
order-advice-buyer-expired-over = دیگر کاری لازم نیست. برای این سفارش پولی نفرستید.
order-advice-seller-await-payment = فعلاً کاری لازم نیست: خریدار در حال پرداخت است. فوری خبرتان می‌کنیم.
order-advice-seller-paid = برنامهٔ بانکتان را باز کنید و دنبال { $fiat } دقیقاً از همین نام بگردید. فقط وقتی پول واقعاً رسیده «آزادسازی» را بزنید.
order-advice-seller-releasing = در برنامهٔ بانکتان دنبال { $fiat } دقیقاً از همین نام بگردید. فقط وقتی پول واقعاً رسیده «آزادسازی» را بزنید.
order-advice-seller-completed = تمام شد. از معاملهٔ شما سپاسگزاریم.
order-advice-seller-cancelled = دیگر کاری لازم نیست: رمزارز شما برگشته است.
order-advice-seller-expired = خریدار به‌موقع پرداخت نکرد. رمزارز شما برای احتمال پرداخت دیرهنگام کمی دیگر قفل می‌ماند و سپس برمی‌گردد.
order-advice-seller-expired-over = دیگر کاری لازم نیست: رمزارز شما برگشته است.

order-do-open = 📄 دیدن سفارش
order-do-paid = ✅ پرداخت کردم
order-do-cancel = لغو سفارش
order-do-late = پرداخت کرده بودم
order-do-bank = 🏦 بانکم را بررسی می‌کنم
order-do-release = 🔓 آزادسازی
order-do-ask = 🤝 پیشنهاد لغو با توافق
order-do-agree = 🤝 پذیرش لغو
order-do-drop = ادامهٔ سفارش
order-do-extend = ⏱ وقت بیشتر برای پرداخت
order-do-ask-seller = 🙏 درخواست لغو از خریدار
order-do-retract = ↩️ در واقع پرداخت نکرده‌ام
order-do-retract-agree = ↩️ پولی نرسیده: پس گرفتن رمزارز
order-do-chat = 💬 گفت‌وگو
order-do-proofs = 📎 رسیدها
order-do-history = 🕘 تاریخچه
order-do-receipt = 🧾 برگهٔ سفارش
copy-amount = 📋 مبلغ
copy-details = 📋 حساب
copy-code = 📋 { $code }

order-done-paid = به فروشنده خبر دادیم.
order-done-late = سفارش دوباره در جریان است و به فروشنده خبر دادیم.
order-done-bank = خریدار می‌بیند که در حال بررسی هستید.
order-done-release-do = آزاد شد. سپاس!
order-done-ask = از طرف مقابل پرسیدیم.
order-done-agree-do = با توافق لغو شد.
order-done-drop = سفارش ادامه دارد.
order-done-cancel-do = لغو شد.
order-done-extend = خریدار وقت بیشتری دارد و خبر دارد.
order-done-ask-seller-do = از خریدار پرسیدیم.
order-done-retract-do = پس گرفته شد. سفارش لغو شد.
order-done-retract-ask = از فروشنده پرسیدیم.
order-done-retract-agree-do = لغو شد. رمزارز شما برگشت.

order-told-taken = 🔔 <b>کسی از آگهی شما سفارش داد</b>
order-taken-what = سفارش #{ $code }: خریدار { $person } مقدار { $amount } می‌خرد و { $fiat } را با { $method } برای شما می‌فرستد.
order-taken-until = رمزارز شما در امانت است. خریدار تا { $clock } ({ $left }) وقت دارد؛ تا وقتی نگفته‌ایم پرداخت کرده، کاری لازم نیست.
order-told-paid = 🔔 <b>خریدار می‌گوید پرداخت کرده است. لطفاً بانکتان را بررسی کنید.</b>
order-told-late = 🔔 <b>خریدار دیر پرداخت کرده و رسید فرستاده است. لطفاً بانکتان را بررسی کنید.</b>
order-told-cancelled = 🔔 <b>خریدار لغو کرد. رمزارز شما برگشت.</b>
order-told-expired-buyer = 🔔 <b>مهلت پرداخت تمام شد.</b>
order-told-expired-seller = 🔔 <b>خریدار به‌موقع پرداخت نکرد.</b>
order-told-grace-over = 🔔 <b>پرداخت دیرهنگامی نرسید. رمزارز شما برگشت.</b>
order-told-released = 🎉 <b>رمزارز از آن شماست!</b>
order-told-cancel-asked = 🔔 <b>طرف مقابل لغو با توافق را پیشنهاد می‌دهد.</b>
order-told-cancel-agreed = 🔔 <b>طرف مقابل پذیرفت: سفارش لغو شد.</b>
order-told-hurry = ⏳ <b>وقت کمی برای پرداخت مانده است.</b>
order-told-extended = 🔔 <b>فروشنده به شما وقت بیشتری برای پرداخت می‌دهد.</b>
order-told-seller-asks = 🔔 <b>فروشنده از شما می‌خواهد لغو کنید.</b>
order-told-retracted = 🔔 <b>خریدار در واقع پرداخت نکرده است. رمزارز شما برگشت.</b>
order-told-retraction-asked = 🔔 <b>خریدار می‌گوید در واقع پرداخت نکرده است. لطفاً بانکتان را بررسی کنید.</b>
order-told-overdue = ⏰ <b>خریدار منتظر شماست. لطفاً بانکتان را بررسی کنید.</b>

cancel-why = چرا می‌خواهید سفارش #{ $code } را لغو کنید؟
cancel-reason-changed-mind = نظرم عوض شد
cancel-reason-cannot-pay = با این روش نمی‌توانم بپردازم
cancel-reason-details-wrong = مشخصات حساب نادرست است
cancel-reason-seller-asked = فروشنده خواست
cancel-reason-no-answer = فروشنده پاسخ نمی‌دهد
cancel-title = <b>سفارش #{ $code } لغو شود؟</b> دلیل: { $reason }.
cancel-means =
    با لغو، اعلام می‌کنید که { $fiat } را <b>نفرستاده‌اید</b>. مقدار { $amount } بی‌درنگ به فروشنده برمی‌گردد و پولی که بعداً بفرستید محافظت نمی‌شود.

    این لغو درصد سفارش‌های انجام‌شدهٔ شما را پایین می‌آورد.
cancel-do = پرداخت نکرده‌ام: لغو

seller-ask-why = چرا خریدار سفارش #{ $code } را لغو کند؟ او می‌تواند بپذیرد یا ادامه دهد و بپردازد؛ اگر بپذیرد، درصد سفارش‌های انجام‌شدهٔ شما پایین می‌آید.
seller-reason-cannot-receive = اکنون نمی‌توانم این پرداخت را دریافت کنم
seller-reason-ad-wrong = در آگهی من اشتباهی هست
seller-reason-name-differs = نام صاحب حساب جور نیست
seller-reason-other = دلیلی دیگر، در گفت‌وگو می‌گویم

agree-buyer =
    <b>سفارش #{ $code } با توافق لغو شود؟</b>

    مقدار { $amount } به فروشنده برمی‌گردد. اگر { $fiat } را فرستاده‌اید، نخست مطمئن شوید که به حسابتان برگشته است: پس از آن دیگر چیزی برای شما در امانت نیست.
agree-seller =
    <b>سفارش #{ $code } با توافق لغو شود؟</b>

    مقدار { $amount } به شما برمی‌گردد. اگر { $fiat } رسیده است، باید آن را به همان حسابی که از آن آمده برگردانید.
agree-do = بله، لغو با توافق

retract-title = <b>اعلام پرداخت سفارش #{ $code } پس گرفته شود؟</b>
retract-means =
    ⚠️ فقط اگر { $fiat } را <b>نفرستاده‌اید</b> این کار را بکنید. مقدار { $amount } به فروشنده برمی‌گردد و پولی که در راه است محافظت نمی‌شود.

    این کار درصد سفارش‌های انجام‌شدهٔ شما را پایین می‌آورد.
retract-needs-yes = رسید شما ثبت شده است، پس فروشنده باید تا ۱۰ دقیقه بپذیرد. اگر پاسخ ندهد، سفارش ادامه می‌یابد.
retract-do = پرداخت نکرده‌ام: لغو
retract-ask = پرداخت نکرده‌ام: پرسیدن از فروشنده
retract-agree =
    <b>رمزارز سفارش #{ $code } پس گرفته شود؟</b>

    خریدار رسید فرستاده و اکنون می‌گوید چیزی نپرداخته است. برنامهٔ بانکتان را نگاه کنید: اگر { $fiat } از { $name } رسیده است، نپذیرید. مقدار { $amount } به شما برمی‌گردد.
retract-agree-do = پولی نرسیده: لغو

release-title = 🔓 <b>سفارش #{ $code } آزاد شود؟</b>
release-money = شما { $fiat } را با { $method } دریافت کرده‌اید،
release-payer = از حسابی به نام { $name }،
release-amount = و { $amount } را به { $alias } می‌دهید. این کار برگشت‌پذیر نیست.
release-look = ⚠️ <b>برنامهٔ بانکتان را نگاه کنید، نه عکس را.</b> باید همهٔ مبلغ رسیده باشد، دقیقاً از همین نام.
release-moderator = هیچ ناظری هرگز از شما نمی‌خواهد آزاد کنید.
release-wait = ⏱ مبلغ بزرگی است: { $seconds } ثانیه برای بررسی وقت بگذارید. پس از آن دکمه کار می‌کند.
release-do = 🔓 پول رسیده است: آزادسازی

history-title = 🕘 <b>تاریخچهٔ سفارش #{ $code }</b>
history-line = در { $time }: { $what }
history-taken = باز شد، رمزارز به امانت
history-payment-marked = خریدار: «پرداخت کردم»
history-buyer-cancelled = خریدار لغو کرد
history-window-passed = مهلت پرداخت تمام شد
history-late-payment-claimed = خریدار: «پرداخت کرده بودم»، با رسید
history-grace-ended = پرداخت دیرهنگامی نرسید؛ رمزارز برگشت
history-bank-check-started = فروشنده بانک را بررسی می‌کند
history-seller-released = فروشنده رمزارز را آزاد کرد
history-cancel-asked = لغو با توافق پیشنهاد شد
history-cancel-agreed = با توافق لغو شد
history-cancel-dropped = پیشنهاد لغو پس گرفته شد
history-window-extended = فروشنده وقت بیشتری برای پرداخت داد
history-seller-asked-to-cancel = فروشنده از خریدار خواست لغو کند
history-payment-retracted = خریدار: در واقع پرداخت نشده
history-retraction-asked = خریدار: در واقع پرداخت نشده؛ رسید ثبت شده است
history-retraction-agreed = فروشنده پذیرفت: چیزی پرداخت نشده

upload-which = 📎 این مربوط به کدام سفارش است؟
upload-nothing = 📎 هیچ سفارشی از شما منتظر رسید پرداخت نیست. برای نشان دادن عکس به طرف مقابل، روی کارت سفارش «گفت‌وگو» را بزنید یا به یکی از پیام‌های همان سفارش پاسخ دهید.
proof-filed = ثبت شد.
proof-told = 📎 <b>سفارش #{ $code }: رسید { $number } از خریدار</b>
proof-told-document = 📎 <b>سفارش #{ $code }: رسید { $number } از خریدار یک سند است.</b> برای ناظران نگه داشته می‌شود و این‌جا نشان داده نمی‌شود.
proof-look = برنامهٔ بانکتان را نگاه کنید: عکس چیزی را ثابت نمی‌کند.
proof-alike-same = ⚠️ همین فایل پیش‌تر در سفارش دیگری آمده است.
proof-alike-near = ⚠️ عکسی با همین ظاهر پیش‌تر در سفارش دیگری آمده است.
proof-caption = 📎 سفارش #{ $code }: رسید { $number }
proof-documents = { $count ->
    [one] 📎 سفارش #{ $code }: تعداد { $count } سند ثبت شده است. سندها برای ناظران نگه داشته می‌شوند و این‌جا نشان داده نمی‌شوند.
   *[other] 📎 سفارش #{ $code }: تعداد { $count } سند ثبت شده است. سندها برای ناظران نگه داشته می‌شوند و این‌جا نشان داده نمی‌شوند.
}
