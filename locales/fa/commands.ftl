# Not yet reviewed by a native speaker.
# What the bot says about itself.

command-start = خانه
command-buy = یافتن بهترین قیمت
command-orders = سفارش‌های شما
command-ads = آگهی‌های شما
command-newad = گذاشتن آگهی
command-wallet = موجودی و صورت‌حساب
command-language = تغییر زبان
command-help = چگونه کار می‌کند
command-cancel = لغو آنچه باز است
bot-description =
    خرید و فروش رمزارز با پول بانکی، شخص با شخص.

    رمزارز فروشنده تا رسیدن پول به امانت قفل است. هیچ‌کس نام تلگرام شما را نمی‌بیند. «شروع» را بزنید.
bot-short-description = معاملهٔ رمزارز شخص با شخص، با امانت.
