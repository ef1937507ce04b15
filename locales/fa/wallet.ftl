# Not yet reviewed by a native speaker.
# Balances and statements.

wallet-title = 👛 <b>کیف پول</b>
wallet-available = در دسترس: { $amount }
wallet-reserve = در آگهی‌های شما: { $amount }
wallet-escrow = در سفارش‌های در جریان: { $amount }
wallet-grace = نگه‌داشته برای پرداخت دیرهنگام: { $amount }
wallet-empty = هنوز چیزی این‌جا نیست.
wallet-deposits = برای واریز رمزارز، همان‌طور بفرستید که گردانندگان سامانه گفته‌اند. آن‌ها پس از رسیدن، واریز را ثبت می‌کنند و همین‌جا باخبر می‌شوید.
wallet-statement = 🧾 صورت‌حساب
wallet-told-deposit = 🔔 <b>واریزی در کیف پول شما ثبت شد.</b>

statement-title = 🧾 <b>صورت‌حساب</b>
statement-none = 🧾 هنوز چیزی ثبت نشده است.
statement-csv = ⬇️ CSV
statement-json = ⬇️ JSON
statement-file = { $count ->
    [one] 🧾 صورت‌حساب شما، { $count } سطر. آخرین جمع هر دارایی همان است که دارید.
   *[other] 🧾 صورت‌حساب شما، { $count } سطر. آخرین جمع هر دارایی همان است که دارید.
}
statement-file-cut = تنها سطرهای تازه‌تر جا گرفته‌اند: قدیمی‌ترها نیامده‌اند، ولی در جمع‌ها به حساب آمده‌اند.
statement-line =
    مبلغ { $change } · { $place }
    بابت { $what } · { $time }
statement-deposit = واریز
statement-ad-funded = کنار گذاشتن برای آگهی
statement-ad-returned = بازگشت از آگهی
statement-order-locked = امانت برای سفارش
statement-order-settled = تسویهٔ سفارش
statement-grace-locked = نگه‌داشتن پس از پایان مهلت سفارش
statement-grace-claimed = پرداخت دیرهنگام سفارش
place-available = در دسترس
place-reserve = در آگهی‌ها
place-escrow = در سفارش‌ها
place-grace = برای پرداخت دیرهنگام
place-fees = کارمزدها
place-custody = نزد سامانه
