# Отзывы, избранные и заблокированные.

standing = 👍 { $praised } · 👎 { $blamed }
tag-fast = быстро
tag-friendly = дружелюбно
tag-reliable = надёжно
tag-slow = медленно
tag-rude = грубо
tag-pushy = давит и торопит

order-do-rate = ⭐ Оценить сделку
order-do-person = 👤 { $alias }
rate-title = ⭐ <b>Сделка #{ $code }: как всё прошло с { $person }?</b>
rate-blind = Стороны не видят отзывов друг друга, пока не оставлены оба или не прошло 7 дней. Изменить отзыв потом нельзя.
rate-positive = 👍 Готов торговать снова
rate-negative = 👎 Больше не хочу
rate-tags = { $thumb } Почему? Отметьте, что подходит к { $person }, или ничего не отмечайте.
rate-give = ✅ Оставить отзыв
rate-done = Отзыв сохранён. Спасибо!
rating-given = ⭐ Ваш отзыв: { $rating }
rating-received = ⭐ Отзыв о вас: { $rating }

person-title = 👤 { $person }
person-marks = Избранные отмечены на рынке знаком ⭐. После блокировки вы не сможете откликаться на объявления друг друга. И то и другое видите только вы.
person-favour = ⭐ В избранное
person-block = 🚫 Блокировать
person-clear-favourite = Убрать из избранного
person-clear-blocked = Разблокировать
mark-favourite = ⭐ В вашем избранном. Это видите только вы.
mark-blocked = 🚫 Вы заблокировали этого человека: откликаться на объявления друг друга нельзя. Это видите только вы.
mark-set-favourite = Добавлено в избранное.
mark-set-blocked = Заблокировано. Разблокировать можно здесь же.
mark-taken-back = Отменено.

people-favourite = ⭐ <b>Ваше избранное</b>
people-favourite-none = ⭐ В избранном пока никого нет. Кнопка есть в объявлении и в сделке.
people-blocked = 🚫 <b>Кого вы заблокировали</b>
people-blocked-none = 🚫 Вы никого не заблокировали. Кнопка есть в объявлении и в сделке.
people-to-favourite = ⭐ Избранное
people-to-blocked = 🚫 Заблокированные
