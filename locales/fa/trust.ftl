# Not yet reviewed by a native speaker.
# Ratings, favourites and blocks.

standing = 👍 پسندیده { $praised } · 👎 نپسندیده { $blamed }
tag-fast = سریع
tag-friendly = خوش‌برخورد
tag-reliable = قابل اعتماد
tag-slow = کند
tag-rude = بدبرخورد
tag-pushy = اهل فشار و عجله

order-do-rate = ⭐ امتیاز به معامله
order-do-person = 👤 { $alias }
rate-title = ⭐ <b>سفارش #{ $code }: معامله با { $person } چطور بود؟</b>
rate-blind = تا وقتی هر دو طرف امتیاز نداده‌اند یا ۷ روز نگذشته، هیچ‌کدام امتیاز دیگری را نمی‌بیند. امتیاز را بعداً نمی‌توان تغییر داد.
rate-positive = 👍 باز هم معامله می‌کنم
rate-negative = 👎 ترجیح می‌دهم نه
rate-tags = { $thumb } چرا؟ هرچه دربارهٔ { $person } درست است انتخاب کنید، یا هیچ‌کدام.
rate-give = ✅ ثبت امتیاز
rate-done = امتیاز شما ثبت شد. سپاس!
rating-given = ⭐ امتیاز شما: { $rating }
rating-received = ⭐ امتیاز طرف مقابل به شما: { $rating }

person-title = 👤 کاربر { $person }
person-marks = برگزیده‌ها در بازار ⭐ دارند. پس از مسدود کردن، هیچ‌یک از شما نمی‌تواند از آگهی دیگری خرید کند. این‌ها را فقط شما می‌بینید.
person-favour = ⭐ برگزیده
person-block = 🚫 مسدود کردن
person-clear-favourite = حذف از برگزیده‌ها
person-clear-blocked = رفع مسدودی
mark-favourite = ⭐ از برگزیده‌های شماست. این را فقط شما می‌بینید.
mark-blocked = 🚫 این کاربر را مسدود کرده‌اید: هیچ‌یک از شما نمی‌تواند از آگهی دیگری خرید کند. این را فقط شما می‌بینید.
mark-set-favourite = به برگزیده‌ها افزوده شد.
mark-set-blocked = مسدود شد. همین‌جا می‌توانید رفع کنید.
mark-taken-back = پس گرفته شد.

people-favourite = ⭐ <b>برگزیده‌های شما</b>
people-favourite-none = ⭐ هنوز برگزیده‌ای ندارید. دکمهٔ آن در آگهی و سفارش هست.
people-blocked = 🚫 <b>مسدودشده‌ها</b>
people-blocked-none = 🚫 کسی را مسدود نکرده‌اید. دکمهٔ آن در آگهی و سفارش هست.
people-to-favourite = ⭐ برگزیده‌ها
people-to-blocked = 🚫 مسدودشده‌ها
