# Что другие видят о человеке.

profile-new = Завершённых сделок ещё нет
profile-record = Завершённых сделок: { $count } ({ $percent }%)
profile-record-release = Завершённых сделок: { $count } ({ $percent }%) · выдаёт монеты примерно за { $minutes } мин
