# What others see of a person.

profile-new = No completed orders yet
profile-record = { $percent }% of { $count ->
    [one] { $count } order
   *[other] { $count } orders
} completed
profile-record-release = { $percent }% of { $count ->
    [one] { $count } order
   *[other] { $count } orders
} completed · releases in about { $minutes } min
