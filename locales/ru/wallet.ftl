# Балансы и выписка.

wallet-title = 👛 <b>Кошелёк</b>
wallet-available = Доступно: { $amount }
wallet-reserve = В объявлениях: { $amount }
wallet-escrow = В открытых сделках: { $amount }
wallet-grace = На случай поздних платежей: { $amount }
wallet-empty = Здесь пока пусто.
wallet-deposits = Чтобы пополнить кошелёк, отправьте монеты так, как вам сказали операторы деска. Когда они придут, операторы зачислят их, и вы узнаете об этом здесь.
wallet-statement = 🧾 Выписка
wallet-told-deposit = 🔔 <b>Кошелёк пополнен.</b>

statement-title = 🧾 <b>Выписка</b>
statement-none = 🧾 Записей пока нет.
statement-csv = ⬇️ CSV
statement-json = ⬇️ JSON
statement-file = { $count ->
    [one] 🧾 Ваша выписка, { $count } строка. Последний итог по каждой монете — всё, что у вас есть.
    [few] 🧾 Ваша выписка, { $count } строки. Последний итог по каждой монете — всё, что у вас есть.
    [many] 🧾 Ваша выписка, { $count } строк. Последний итог по каждой монете — всё, что у вас есть.
   *[other] 🧾 Ваша выписка, { $count } строки. Последний итог по каждой монете — всё, что у вас есть.
}
statement-file-cut = Поместились только последние строки: более ранние не показаны, но учтены в итогах.
statement-line =
    { $change } · { $place }
    { $what } · { $time }
statement-deposit = Пополнение
statement-ad-funded = Резерв для объявления
statement-ad-returned = Возврат из объявления
statement-order-locked = Депонировано для сделки
statement-order-settled = Расчёт по сделке
statement-grace-locked = Придержано после просрочки
statement-grace-claimed = Поздний платёж по сделке
place-available = доступно
place-reserve = в объявлениях
place-escrow = в сделках
place-grace = на случай поздних платежей
place-fees = комиссии
place-custody = хранение
