# Not yet reviewed by a native speaker.
# What others see of a person.

profile-new = هنوز سفارش انجام‌شده‌ای ندارد
profile-record = { $count ->
    [one] { $count } سفارش
   *[other] { $count } سفارش
} انجام‌شده ({ $percent } درصد)
profile-record-release = { $count ->
    [one] { $count } سفارش
   *[other] { $count } سفارش
} انجام‌شده ({ $percent } درصد) · آزادسازی در حدود { $minutes } دقیقه
