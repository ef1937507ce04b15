# Not yet reviewed by a native speaker.
# What others see of a person.

profile-new = Aún sin órdenes completadas
profile-record = { $count ->
    [one] { $count } orden completada
    [many] { $count } de órdenes completadas
   *[other] { $count } órdenes completadas
} ({ $percent }%)
profile-record-release = { $count ->
    [one] { $count } orden completada
    [many] { $count } de órdenes completadas
   *[other] { $count } órdenes completadas
} ({ $percent }%) · libera en unos { $minutes } min
