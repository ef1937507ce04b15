# Сделки: списки, карточки, всё, что с ними можно сделать, и новости.

orders-live = 📋 <b>Открытые сделки</b>
orders-live-none = 📋 Открытых сделок сейчас нет.
orders-ended = 🗂 <b>Закрытые сделки</b>
orders-ended-none = 🗂 Закрытых сделок пока нет.
orders-to-ended = 🗂 Закрытые сделки
orders-to-live = 📋 Открытые сделки
orders-row-buyer = { $sign } #{ $code } · покупка { $amount } за { $fiat }
orders-row-seller = { $sign } #{ $code } · продажа { $amount } за { $fiat }

order-title = { $sign } <b>Сделка #{ $code }</b> · { $state }
order-with-seller = Вы покупаете у { $person } · завершённых сделок: { $count } ({ $percent }%)
order-with-seller-new = Вы покупаете у { $person } · сделок ещё не было
order-with-buyer = Вы продаёте { $person } · завершённых сделок: { $count } ({ $percent }%)
order-with-buyer-new = Вы продаёте { $person } · сделок ещё не было
order-pays-buyer = Вы платите: { $amount }
order-gets-buyer = Вы получаете: { $amount }
order-pays-seller = Вы отдаёте вместе с комиссией: { $amount }
order-gets-seller = Вы получаете: { $amount }
order-was = Речь шла о { $amount } за { $fiat }.
order-price = Цена: { $price } · комиссия: { $fee }
order-account-buyer = Отправьте через { $method }:
order-account-seller = Вам платят через { $method } на счёт:
order-payer-buyer = Со своего счёта на имя { $name }
order-payer-seller = Со счёта на имя { $name }
order-terms = <b>Условия продавца</b>
order-pay-until = ⏳ Оплата: до { $clock } ({ $left })
order-grace-until = ⏳ О позднем платеже можно сообщить до { $clock } ({ $left })
order-release-until = ⏳ Проверить и выдать монеты продавец должен до { $clock } ({ $left })
order-overdue-buyer = ⏰ Продавец должен был выдать монеты до { $clock }. Мы ему напоминаем; монеты остаются заблокированы для этой сделки.
order-overdue-seller = ⏰ Выдать монеты нужно было до { $clock }. Покупатель ждёт.
order-proofs = { $count ->
    [one] 📎 Приложено: { $count } подтверждение оплаты
    [few] 📎 Приложено: { $count } подтверждения оплаты
    [many] 📎 Приложено: { $count } подтверждений оплаты
   *[other] 📎 Приложено: { $count } подтверждения оплаты
}
order-wish-together-yours = 🤝 Вы предложили отменить сделку вместе. Вторая сторона может согласиться до { $clock }.
order-wish-together-theirs = 🤝 Вторая сторона предлагает отменить сделку вместе. Согласиться можно до { $clock }.
order-wish-before-payment-yours = 🙏 Вы попросили отменить: { $reason } (ждём до { $clock }).
order-wish-before-payment-theirs = 🙏 Продавец просит вас отменить сделку: { $reason }. Согласиться можно до { $clock }; молчание значит «нет». Если вы уже заплатили, не соглашайтесь.
order-wish-retraction-yours = ↩️ Вы отозвали отметку об оплате. Продавец может согласиться до { $clock }; молчание значит «нет».
order-wish-retraction-theirs = ↩️ Покупатель говорит, что всё-таки не платил. Согласиться можно до { $clock }; молчание значит «нет».

order-last-await-payment = Открыта { $time }
order-last-paid = Отмечена оплаченной { $time }
order-last-releasing = Оплачена { $time }; продавец проверяет банк
order-last-completed = Завершена { $time }
order-last-cancelled = Отменена { $time }
order-last-expired = Время вышло { $time }

order-now = 👉 { $advice }
order-advice-buyer-await-payment = Отправьте { $fiat } через { $method } со своего счёта, пришлите сюда скриншот и нажмите «Деньги отправлены».
order-advice-buyer-await-payment-proof = Подтверждение приложено. Если деньги отправлены, нажмите «Деньги отправлены».
order-advice-buyer-paid = Продавцу передано, что { $fiat } отправлены. Мы сообщим, как только монеты станут вашими.
order-advice-buyer-releasing = Продавец сейчас проверяет счёт в банке. Оставайтесь в этом чате.
order-advice-buyer-completed = Готово. Монеты в вашем кошельке.
order-advice-buyer-cancelled = Больше делать ничего не нужно. Не отправляйте деньги по этой сделке.
order-advice-buyer-expired = Время вышло. Если вы отправили { $fiat }, пришлите сюда подтверждение и нажмите «Деньги были отправлены». Если нет — делать ничего не нужно.
order-advice-buyer-expired-proof = Подтверждение приложено. Если вы отправили { $fiat }, нажмите «Деньги были отправлены».
order-advice-buyer-expired-over = Больше делать ничего не нужно. Не отправляйте деньги по этой сделке.
order-advice-seller-await-payment = Пока ничего делать не нужно: покупатель платит. Мы сразу сообщим.
order-advice-seller-paid = Откройте приложение банка и найдите { $fiat } именно с этого имени. Выдавайте монеты, только когда деньги действительно пришли.
order-advice-seller-releasing = Найдите в приложении банка { $fiat } именно с этого имени. Выдавайте монеты, только когда деньги действительно пришли.
order-advice-seller-completed = Готово. Спасибо за сделку.
order-advice-seller-cancelled = Больше делать ничего не нужно: монеты вернулись.
order-advice-seller-expired = Покупатель не оплатил вовремя. Монеты ещё ненадолго заблокированы на случай позднего платежа, потом они вернутся.
order-advice-seller-expired-over = Больше делать ничего не нужно: монеты вернулись.

order-do-open = 📄 Открыть сделку
order-do-paid = ✅ Деньги отправлены
order-do-cancel = Отменить сделку
order-do-late = Деньги были отправлены
order-do-bank = 🏦 Проверяю банк
order-do-release = 🔓 Выдать монеты
order-do-ask = 🤝 Предложить отмену
order-do-agree = 🤝 Согласиться на отмену
order-do-drop = Продолжить сделку
order-do-extend = ⏱ Дать ещё время на оплату
order-do-ask-seller = 🙏 Попросить отменить
order-do-retract = ↩️ Я всё-таки не платил(а)
order-do-retract-agree = ↩️ Денег нет: вернуть монеты
order-do-chat = 💬 Чат
order-do-proofs = 📎 Файлы
order-do-history = 🕘 История
order-do-receipt = 🧾 Квитанция
copy-amount = 📋 Сумма
copy-details = 📋 Реквизиты
copy-code = 📋 { $code }

order-done-paid = Мы сообщили продавцу.
order-done-late = Сделка снова открыта, продавец уже знает.
order-done-bank = Покупатель видит, что вы проверяете.
order-done-release-do = Монеты выданы. Спасибо!
order-done-ask = Мы спросили вторую сторону.
order-done-agree-do = Сделка отменена по согласию.
order-done-drop = Сделка продолжается.
order-done-cancel-do = Отменено.
order-done-extend = У покупателя теперь больше времени, он уже знает.
order-done-ask-seller-do = Мы спросили покупателя.
order-done-retract-do = Отметка отозвана, сделка отменена.
order-done-retract-ask = Мы спросили продавца.
order-done-retract-agree-do = Отменено. Монеты вернулись.

order-told-taken = 🔔 <b>На ваше объявление откликнулись</b>
order-taken-what = Сделка #{ $code }: { $person } покупает { $amount } и отправит вам { $fiat } через { $method }.
order-taken-until = Ваши монеты на депонировании. У покупателя есть время до { $clock } ({ $left }); ничего делать не нужно, пока мы не сообщим об оплате.
order-told-paid = 🔔 <b>Покупатель сообщает об оплате. Проверьте, пожалуйста, банк.</b>
order-told-late = 🔔 <b>Покупатель заплатил с опозданием и приложил подтверждение. Проверьте, пожалуйста, банк.</b>
order-told-cancelled = 🔔 <b>Покупатель отменил сделку. Монеты вернулись.</b>
order-told-expired-buyer = 🔔 <b>Время на оплату вышло.</b>
order-told-expired-seller = 🔔 <b>Покупатель не оплатил вовремя.</b>
order-told-grace-over = 🔔 <b>Позднего платежа не было. Монеты вернулись.</b>
order-told-released = 🎉 <b>Монеты ваши!</b>
order-told-cancel-asked = 🔔 <b>Вторая сторона предлагает отменить сделку вместе.</b>
order-told-cancel-agreed = 🔔 <b>Вторая сторона согласилась: сделка отменена.</b>
order-told-hurry = ⏳ <b>Времени на оплату почти не осталось.</b>
order-told-extended = 🔔 <b>Продавец даёт вам ещё время на оплату.</b>
order-told-seller-asks = 🔔 <b>Продавец просит вас отменить сделку.</b>
order-told-retracted = 🔔 <b>Покупатель всё-таки не платил. Монеты вернулись.</b>
order-told-retraction-asked = 🔔 <b>Покупатель говорит, что всё-таки не платил. Проверьте, пожалуйста, банк.</b>
order-told-overdue = ⏰ <b>Покупатель ждёт вас. Проверьте, пожалуйста, банк.</b>

cancel-why = Почему вы хотите отменить сделку #{ $code }?
cancel-reason-changed-mind = Планы изменились
cancel-reason-cannot-pay = Не могу заплатить этим способом
cancel-reason-details-wrong = Реквизиты неверны
cancel-reason-seller-asked = Попросил продавец
cancel-reason-no-answer = Продавец не отвечает
cancel-title = <b>Отменить сделку #{ $code }?</b> Причина: { $reason }.
cancel-means =
    Отменяя, вы подтверждаете, что <b>не</b> отправляли { $fiat }. { $amount } сразу вернутся продавцу, и деньги, отправленные позже, ничем не защищены.

    Отмена снизит ваш процент завершённых сделок.
cancel-do = Деньги не отправлены: отменить

seller-ask-why = Почему покупателю стоит отменить сделку #{ $code }? Он может согласиться или всё-таки заплатить; если согласится, это снизит ваш процент завершённых сделок.
seller-reason-cannot-receive = Сейчас не могу принять этот платёж
seller-reason-ad-wrong = В объявлении ошибка
seller-reason-name-differs = Имя владельца счёта не подходит
seller-reason-other = Другая причина, напишу в чат

agree-buyer =
    <b>Отменить сделку #{ $code } по согласию?</b>

    { $amount } вернутся продавцу. Если вы отправили { $fiat }, сначала убедитесь, что они снова на вашем счёте: после отмены у деска для вас ничего не останется.
agree-seller =
    <b>Отменить сделку #{ $code } по согласию?</b>

    { $amount } вернутся вам. Если { $fiat } уже пришли, верните их на тот же счёт, с которого они поступили.
agree-do = Да, отменить вместе

retract-title = <b>Отозвать отметку об оплате в сделке #{ $code }?</b>
retract-means =
    ⚠️ Делайте это, только если вы <b>не</b> отправляли { $fiat }. { $amount } вернутся продавцу, и деньги, которые уже в пути, ничем не защищены.

    Это снизит ваш процент завершённых сделок.
retract-needs-yes = Подтверждение уже приложено, поэтому продавец должен согласиться в течение 10 минут. Если он промолчит, сделка продолжится.
retract-do = Деньги не отправлены: отменить
retract-ask = Деньги не отправлены: спросить продавца
retract-agree =
    <b>Вернуть монеты по сделке #{ $code }?</b>

    Покупатель приложил подтверждение, а теперь говорит, что не платил. Проверьте приложение банка: если { $fiat } от { $name } пришли, не соглашайтесь. { $amount } вернутся вам.
retract-agree-do = Денег нет: отменить

release-title = 🔓 <b>Выдать монеты по сделке #{ $code }?</b>
release-money = Вы получили { $fiat } через { $method }
release-payer = со счёта на имя { $name }
release-amount = и отдаёте { $amount }: их получит { $alias }. Вернуть их будет нельзя.
release-look = ⚠️ <b>Смотрите в приложение банка, а не на картинку.</b> Должна прийти вся сумма и именно с этого имени.
release-moderator = Ни один модератор никогда не попросит вас выдать монеты.
release-wait = ⏱ Сумма большая: подождите { $seconds } секунд и проверьте. Потом кнопка сработает.
release-do = 🔓 Деньги пришли: выдать

history-title = 🕘 <b>История сделки #{ $code }</b>
history-line = { $time } · { $what }
history-taken = открыта, монеты на депонировании
history-payment-marked = покупатель: «Деньги отправлены»
history-buyer-cancelled = покупатель отменил
history-window-passed = время на оплату вышло
history-late-payment-claimed = покупатель: «Деньги были отправлены», с подтверждением
history-grace-ended = позднего платежа не было; монеты вернулись
history-bank-check-started = продавец проверяет банк
history-seller-released = продавец выдал монеты
history-cancel-asked = предложена отмена по согласию
history-cancel-agreed = отменена по согласию
history-cancel-dropped = предложение об отмене снято
history-window-extended = продавец дал ещё время на оплату
history-seller-asked-to-cancel = продавец попросил отменить
history-payment-retracted = покупатель: оплаты всё-таки не было
history-retraction-asked = покупатель: оплаты не было; подтверждение приложено
history-retraction-agreed = продавец согласен: оплаты не было

upload-which = 📎 К какой сделке это относится?
upload-nothing = 📎 Ни одна ваша сделка не ждёт подтверждения оплаты. Чтобы показать картинку второй стороне, нажмите «Чат» в карточке сделки или ответьте на сообщение этой сделки.
proof-filed = Приложено.
proof-told = 📎 <b>Сделка #{ $code }: подтверждение { $number } от покупателя</b>
proof-told-document = 📎 <b>Сделка #{ $code }: подтверждение { $number } от покупателя — документ.</b> Он хранится для модераторов и здесь не показывается.
proof-look = Проверьте приложение банка: картинка ничего не доказывает.
proof-alike-same = ⚠️ Этот же файл уже был в другой сделке.
proof-alike-near = ⚠️ Такая же на вид картинка уже была в другой сделке.
proof-caption = 📎 Сделка #{ $code }: подтверждение { $number }
proof-documents = { $count ->
    [one] 📎 Сделка #{ $code }: приложен { $count } документ. Документы хранятся для модераторов и здесь не показываются.
    [few] 📎 Сделка #{ $code }: приложено { $count } документа. Документы хранятся для модераторов и здесь не показываются.
    [many] 📎 Сделка #{ $code }: приложено { $count } документов. Документы хранятся для модераторов и здесь не показываются.
   *[other] 📎 Сделка #{ $code }: приложено { $count } документа. Документы хранятся для модераторов и здесь не показываются.
}
