# Not yet reviewed by a native speaker.
# Looking for an ad and taking one.

market-title = 🛒 <b>خرید { $asset } با { $fiat }</b>
market-row =
    <b>{ $place }.</b> قیمت { $price } · سفارش { $limits }
    فروشنده { $alias } · { $standing } · { $methods }
market-new = تازه‌وارد
market-percent = { $percent } درصد انجام‌شده
market-pick = بهترین قیمت در بالاست. آگهی را با شماره‌اش انتخاب کنید.
market-empty = هیچ آگهی‌ای با این شرایط نیست. روش، مبلغ یا ارز دیگری را امتحان کنید.
market-empty-takeable = اینجا آگهی‌ای نیست که بتوانید از آن خرید کنید. روش، مبلغ یا ارز دیگری را امتحان کنید یا همهٔ آگهی‌ها را ببینید.
market-full = شما { $limit } سفارش باز دارید و این سقف است. همین که یکی تمام شود، دوباره می‌توانید از این آگهی‌ها خرید کنید.
market-nothing = فعلاً آگهی‌ای نیست. لطفاً بعداً دوباره سر بزنید.
market-method-any = 💳 همهٔ روش‌ها
market-any-method = همهٔ روش‌ها
market-amount-any = 💶 هر مبلغی
market-amount = 💶 { $amount }
market-choose-method = 💳 می‌خواهید با چه روشی { $fiat } بپردازید؟
market-choose-amount = 💶 چقدر می‌خواهید بپردازید، به { $fiat }؟ مبلغ را بنویسید، مثلاً 150.
market-takeable = فقط آنچه می‌توانم بخرم
market-match = ⚡️ یافتن سریع

match-amount = ⚡️ برای { $asset } چقدر می‌خواهید بپردازید، به { $fiat }؟ مبلغ را بنویسید، مثلاً 150، تا بهترین آگهی را ببینید.
match-method = 💳 می‌خواهید { $amount } را چگونه بپردازید؟
match-none = فعلاً هیچ آگهی‌ای { $amount } را نمی‌پذیرد. مبلغ دیگری را امتحان کنید.
match-none-by = فعلاً هیچ آگهی‌ای { $amount } را با { $method } نمی‌پذیرد. راه دیگری را امتحان کنید.

inline-found = فروش { $asset } به قیمت { $price } · { $limits }
inline-own = 📣 آگهی خود را بفرستید · { $asset } به قیمت { $price } · { $limits }
inline-about = فروشنده { $alias } · { $standing } · { $methods }
inline-take = 🛒 خرید از این آگهی
inline-start = ربات را باز کنید و امن معامله کنید
inline-nothing = آگهی‌ای پیدا نشد: رفتن به بازار

ad-title = 📣 <b>آگهی #{ $code }</b>
ad-price = قیمت هر { $asset }: { $price }
ad-stock = موجودی: { $amount }
ad-limits = هر سفارش: { $limits }
ad-not-now = فعلاً نمی‌توان از این آگهی خرید کرد.
ad-methods = روش پرداخت: { $methods }
ad-window = مهلت پرداخت: { $minutes } دقیقه
ad-terms = <b>شرایط فروشنده</b>
ad-safe = 🔒 به محض تأیید شما، رمزارز به امانت قفل می‌شود.
ad-yours = این آگهی خود شماست. تنظیماتش در «آگهی‌های من» است.
ad-take = خرید

take-amount =
    چقدر می‌خواهید بپردازید؟ محدوده { $limits }، قیمت هر { $asset } { $price }.

    مبلغی را انتخاب کنید یا بنویسید.
take-method = پول را چگونه می‌فرستید؟
take-payer =
    حسابی که از آن می‌پردازید به نام کیست؟ همان‌طور بنویسید که بانک نشان می‌دهد.

    فروشنده آن را با نام واریزکننده مقایسه می‌کند و پرداخت از حساب دیگران را نمی‌پذیرد. هیچ‌کس دیگری این نام را نمی‌بیند.
take-quote = 🧾 <b>لطفاً پیش از تأیید بررسی کنید.</b> فروشنده:
take-by = روش پرداخت: { $method }
take-name = حساب به نام { $name }
take-window = { $minutes } دقیقه برای پرداخت وقت دارید
take-until = ⏳ این قیمت تا { $clock } برای شماست. پس از تأیید، رمزارز فروشنده برای شما قفل می‌شود.
take-confirm = ✅ تأیید
take-rename = ✏️ نام پرداخت‌کنندهٔ دیگر
take-done = رمزارز برای شما قفل شد.
