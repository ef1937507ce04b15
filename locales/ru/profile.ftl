# Что другие видят о человеке.

profile-new = Завершённых сделок ещё нет
profile-record = Завершено { $percent }%, { $count ->
    [one] { $count } сделка
    [few] { $count } сделки
    [many] { $count } сделок
   *[other] { $count } сделки
}
profile-record-release = Завершено { $percent }%, { $count ->
    [one] { $count } сделка
    [few] { $count } сделки
    [many] { $count } сделок
   *[other] { $count } сделки
} · выдаёт монеты примерно за { $minutes } мин
