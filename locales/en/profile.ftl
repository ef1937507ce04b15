# What others see of a person.

profile-new = No completed orders yet
profile-record = { $count ->
    [one] { $count } order
   *[other] { $count } orders
} completed ({ $percent }%)
profile-record-release = { $count ->
    [one] { $count } order
   *[other] { $count } orders
} completed ({ $percent }%) · releases in about { $minutes } min
