# Not yet reviewed by a native speaker.
# Orders: lists, live cards, everything that can be done on them, and news.

orders-live = 📋 <b>Órdenes en curso</b>
orders-live-none = 📋 Ahora mismo no hay órdenes en curso.
orders-ended = 🗂 <b>Órdenes terminadas</b>
orders-ended-none = 🗂 Todavía no ha terminado ninguna orden.
orders-to-ended = 🗂 Órdenes terminadas
orders-to-live = 📋 Órdenes en curso
orders-row-buyer = { $sign } #{ $code } · compra { $amount } por { $fiat }
orders-row-seller = { $sign } #{ $code } · vende { $amount } por { $fiat }

order-title = { $sign } <b>Orden #{ $code }</b> · { $state }
order-with-seller = Compras a { $person } · { $count ->
    [one] { $count } orden completada
    [many] { $count } de órdenes completadas
   *[other] { $count } órdenes completadas
} ({ $percent }%)
order-with-seller-new = Compras a { $person } · aún sin órdenes
order-with-buyer = Vendes a { $person } · { $count ->
    [one] { $count } orden completada
    [many] { $count } de órdenes completadas
   *[other] { $count } órdenes completadas
} ({ $percent }%)
order-with-buyer-new = Vendes a { $person } · aún sin órdenes
order-pays-buyer = Pagas: { $amount }
order-gets-buyer = Recibes: { $amount }
order-pays-seller = Entregas, comisión incluida: { $amount }
order-gets-seller = Recibes: { $amount }
order-was = Se trataba de { $amount } por { $fiat }.
order-price = Precio: { $price } · comisión: { $fee }
order-account-buyer = Envía por { $method } a:
order-account-seller = Te envían por { $method } a tu cuenta:
order-payer-buyer = Desde tu cuenta a nombre de { $name }
order-payer-seller = Desde una cuenta a nombre de { $name }
order-terms = <b>Condiciones del vendedor</b>
order-pay-until = ⏳ Tiempo para pagar: hasta las { $clock } ({ $left })
order-grace-until = ⏳ Se puede avisar de un pago tardío hasta las { $clock } ({ $left })
order-release-until = ⏳ El vendedor tiene hasta las { $clock } para revisar y liberar ({ $left })
order-overdue-buyer = ⏰ El vendedor debía liberar antes de las { $clock }. Se lo estamos recordando; tus criptos siguen bloqueadas para esta orden.
order-overdue-seller = ⏰ Debías liberar antes de las { $clock }. El comprador está esperando.
order-proofs = { $count ->
    [one] 📎 { $count } comprobante de pago guardado
    [many] 📎 { $count } de comprobantes de pago guardados
   *[other] 📎 { $count } comprobantes de pago guardados
}
order-wish-together-yours = 🤝 Has pedido cancelar de común acuerdo. La otra parte puede aceptar hasta las { $clock }.
order-wish-together-theirs = 🤝 La otra parte pide cancelar de común acuerdo. Puedes aceptar hasta las { $clock }.
order-wish-before-payment-yours = 🙏 Has pedido cancelar: { $reason } (hasta las { $clock }).
order-wish-before-payment-theirs = 🙏 El vendedor te pide que canceles: { $reason }. Puedes aceptar hasta las { $clock }; el silencio es un no. Si ya pagaste, no aceptes.
order-wish-retraction-yours = ↩️ Has retirado tu aviso de pago. El vendedor puede aceptar hasta las { $clock }; el silencio es un no.
order-wish-retraction-theirs = ↩️ El comprador dice que al final no pagó. Puedes aceptar hasta las { $clock }; el silencio es un no.

order-last-await-payment = Abierta: { $time }
order-last-paid = Marcada como pagada: { $time }
order-last-releasing = Pagada: { $time }; el vendedor está revisando su banco
order-last-completed = Completada: { $time }
order-last-cancelled = Cancelada: { $time }
order-last-expired = Vencida: { $time }

order-now = 👉 { $advice }
order-advice-buyer-await-payment = Envía { $fiat } por { $method } desde tu propia cuenta, manda aquí una captura y pulsa «Pago hecho».
order-advice-buyer-await-payment-proof = Tu comprobante está guardado. Si el dinero ya va en camino, pulsa «Pago hecho».
order-advice-buyer-paid = Hemos avisado al vendedor para que busque tus { $fiat }. Te avisaremos en cuanto las criptos sean tuyas.
order-advice-buyer-releasing = El vendedor está revisando su cuenta bancaria. Quédate en este chat.
order-advice-buyer-completed = Todo listo. Las criptos están en tu billetera.
order-advice-buyer-cancelled = Ya no hay nada que hacer. No envíes dinero por esta orden.
order-advice-buyer-expired = Se acabó el tiempo. Si llegaste a enviar { $fiat }, manda aquí el comprobante y pulsa «Sí hice el pago». Si no, no tienes que hacer nada.
order-advice-buyer-expired-proof = Tu comprobante está guardado. Si llegaste a enviar { $fiat }, pulsa ahora «Sí hice el pago».
order-advice-buyer-expired-over = Ya no hay nada que hacer. No envíes dinero por esta orden.
order-advice-seller-await-payment = Aún no tienes que hacer nada: el comprador está pagando. Te avisaremos enseguida.
order-advice-seller-paid = Abre la app de tu banco y busca { $fiat } exactamente de ese nombre. Pulsa Liberar solo cuando el dinero esté ahí de verdad.
order-advice-seller-releasing = Busca en la app de tu banco { $fiat } exactamente de ese nombre. Pulsa Liberar solo cuando el dinero esté ahí de verdad.
order-advice-seller-completed = Todo listo. Gracias por la operación.
order-advice-seller-cancelled = Ya no hay nada que hacer: recuperaste tus criptos.
order-advice-seller-expired = El comprador no pagó a tiempo. Tus criptos siguen bloqueadas un poco más por si hay un pago tardío; después vuelven a ti.
order-advice-seller-expired-over = Ya no hay nada que hacer: recuperaste tus criptos.

order-do-open = 📄 Abrir la orden
order-do-paid = ✅ Pago hecho
order-do-cancel = Cancelar la orden
order-do-late = Sí hice el pago
order-do-bank = 🏦 Reviso mi banco
order-do-release = 🔓 Liberar
order-do-ask = 🤝 Pedir cancelar de acuerdo
order-do-agree = 🤝 Aceptar la cancelación
order-do-drop = Seguir con la orden
order-do-extend = ⏱ Dar más tiempo para pagar
order-do-ask-seller = 🙏 Pedir que cancele
order-do-retract = ↩️ Al final no pagué
order-do-retract-agree = ↩️ No llegó nada: recuperar criptos
order-do-chat = 💬 Chat
order-do-proofs = 📎 Comprobantes
order-do-history = 🕘 Historial
order-do-receipt = 🧾 Recibo
copy-amount = 📋 Monto
copy-details = 📋 Cuenta
copy-code = 📋 { $code }

order-done-paid = Hemos avisado al vendedor.
order-done-late = La orden vuelve a estar en curso y hemos avisado al vendedor.
order-done-bank = El comprador ve que estás revisando.
order-done-release-do = Liberadas. ¡Gracias!
order-done-ask = Hemos preguntado a la otra parte.
order-done-agree-do = Cancelada de común acuerdo.
order-done-drop = La orden sigue.
order-done-cancel-do = Cancelada.
order-done-extend = El comprador tiene más tiempo y ya lo sabe.
order-done-ask-seller-do = Hemos preguntado al comprador.
order-done-retract-do = Aviso retirado. La orden está cancelada.
order-done-retract-ask = Hemos preguntado al vendedor.
order-done-retract-agree-do = Cancelada. Recuperaste tus criptos.

order-told-taken = 🔔 <b>Han tomado tu anuncio</b>
order-taken-what = Orden #{ $code }: { $person } compra { $amount } y te envía { $fiat } por { $method }.
order-taken-until = Tus criptos están en custodia. El comprador tiene hasta las { $clock } ({ $left }); no tienes que hacer nada hasta que te avisemos de que pagó.
order-told-paid = 🔔 <b>El comprador dice que pagó. Revisa tu banco, por favor.</b>
order-told-late = 🔔 <b>El comprador pagó tarde y envió un comprobante. Revisa tu banco, por favor.</b>
order-told-cancelled = 🔔 <b>El comprador canceló. Recuperaste tus criptos.</b>
order-told-expired-buyer = 🔔 <b>Se acabó el tiempo para pagar.</b>
order-told-expired-seller = 🔔 <b>El comprador no pagó a tiempo.</b>
order-told-grace-over = 🔔 <b>No llegó ningún pago tardío. Recuperaste tus criptos.</b>
order-told-released = 🎉 <b>¡Las criptos son tuyas!</b>
order-told-cancel-asked = 🔔 <b>La otra parte pide cancelar de común acuerdo.</b>
order-told-cancel-agreed = 🔔 <b>La otra parte aceptó: la orden está cancelada.</b>
order-told-hurry = ⏳ <b>Queda muy poco tiempo para pagar.</b>
order-told-extended = 🔔 <b>El vendedor te da más tiempo para pagar.</b>
order-told-seller-asks = 🔔 <b>El vendedor te pide que canceles.</b>
order-told-retracted = 🔔 <b>Al final el comprador no pagó. Recuperaste tus criptos.</b>
order-told-retraction-asked = 🔔 <b>El comprador dice que al final no pagó. Revisa tu banco, por favor.</b>
order-told-overdue = ⏰ <b>El comprador te está esperando. Revisa tu banco, por favor.</b>

cancel-why = ¿Por qué quieres cancelar la orden #{ $code }?
cancel-reason-changed-mind = Cambié de idea
cancel-reason-cannot-pay = No puedo pagar con este método
cancel-reason-details-wrong = Los datos de la cuenta están mal
cancel-reason-seller-asked = Me lo pidió el vendedor
cancel-reason-no-answer = El vendedor no responde
cancel-title = <b>¿Cancelar la orden #{ $code }?</b> Motivo: { $reason }.
cancel-means =
    Al cancelar declaras que <b>no</b> has enviado { $fiat }. Los { $amount } vuelven al vendedor en el acto, y el dinero que envíes después no está protegido.

    La cancelación baja tu porcentaje de órdenes completadas.
cancel-do = No he pagado: cancelar

seller-ask-why = ¿Por qué debería el comprador cancelar la orden #{ $code }? Puede aceptar o seguir y pagar; si acepta, baja tu porcentaje de órdenes completadas.
seller-reason-cannot-receive = Ahora no puedo recibir este pago
seller-reason-ad-wrong = Mi anuncio tiene un error
seller-reason-name-differs = El nombre de la cuenta no encaja
seller-reason-other = Otro motivo, lo explico en el chat

agree-buyer =
    <b>¿Cancelar la orden #{ $code } de común acuerdo?</b>

    Los { $amount } vuelven al vendedor. Si enviaste { $fiat }, comprueba antes que hayan vuelto a tu cuenta: después la mesa ya no guarda nada para ti.
agree-seller =
    <b>¿Cancelar la orden #{ $code } de común acuerdo?</b>

    Los { $amount } vuelven a ti. Si llegaron { $fiat }, debes devolverlos a la cuenta de la que salieron.
agree-do = Sí, cancelar de acuerdo

retract-title = <b>¿Retirar el aviso de pago de la orden #{ $code }?</b>
retract-means =
    ⚠️ Hazlo solo si <b>no</b> has enviado { $fiat }. Los { $amount } vuelven al vendedor, y el dinero que ya va en camino no está protegido.

    Esto baja tu porcentaje de órdenes completadas.
retract-needs-yes = Tu comprobante está guardado, así que el vendedor tiene que aceptar en 10 minutos. Si no responde, la orden sigue.
retract-do = No he pagado: cancelar
retract-ask = No he pagado: preguntar al vendedor
retract-agree =
    <b>¿Recuperar las criptos de la orden #{ $code }?</b>

    El comprador envió un comprobante y ahora dice que no pagó. Mira la app de tu banco: si llegaron { $fiat } de { $name }, no aceptes. Los { $amount } vuelven a ti.
retract-agree-do = No llegó nada: cancelar

release-title = 🔓 <b>¿Liberar la orden #{ $code }?</b>
release-money = Has recibido { $fiat } por { $method }
release-payer = desde una cuenta a nombre de { $name }
release-amount = y entregas { $amount } a { $alias }. Esto no se puede deshacer.
release-look = ⚠️ <b>Mira la app de tu banco, no la imagen.</b> Tiene que estar el monto completo, y exactamente de ese nombre.
release-moderator = Ningún moderador te pedirá jamás que liberes.
release-wait = ⏱ Es una suma grande: tómate { $seconds } segundos para mirar. Después el botón funcionará.
release-do = 🔓 El dinero llegó: liberar

history-title = 🕘 <b>Historial de la orden #{ $code }</b>
history-line = { $time } · { $what }
history-taken = abierta, criptos en custodia
history-payment-marked = comprador: «Pago hecho»
history-buyer-cancelled = el comprador canceló
history-window-passed = se acabó el tiempo para pagar
history-late-payment-claimed = comprador: «Sí hice el pago», con comprobante
history-grace-ended = sin pago tardío; criptos devueltas
history-bank-check-started = el vendedor revisa su banco
history-seller-released = el vendedor liberó las criptos
history-cancel-asked = se pidió cancelar de común acuerdo
history-cancel-agreed = cancelada de común acuerdo
history-cancel-dropped = se retiró la petición de cancelar
history-window-extended = el vendedor dio más tiempo para pagar
history-seller-asked-to-cancel = el vendedor pidió cancelar
history-payment-retracted = comprador: al final no pagó
history-retraction-asked = comprador: al final no pagó; hay un comprobante guardado
history-retraction-agreed = el vendedor aceptó: no se pagó nada

upload-which = 📎 ¿A qué orden pertenece esto?
upload-nothing = 📎 Ninguna orden tuya espera un comprobante de pago. Para mostrar una imagen a la otra parte, pulsa Chat en la tarjeta de la orden o responde a un mensaje de esa orden.
proof-filed = Guardado.
proof-told = 📎 <b>Orden #{ $code }: comprobante { $number } del comprador</b>
proof-told-document = 📎 <b>Orden #{ $code }: el comprobante { $number } del comprador es un documento.</b> Se guarda para los moderadores y no se muestra aquí.
proof-look = Mira la app de tu banco: una imagen no prueba nada.
proof-alike-same = ⚠️ Este mismo archivo ya se usó en otra orden.
proof-alike-near = ⚠️ Una imagen casi igual ya se usó en otra orden.
proof-caption = 📎 Orden #{ $code }: comprobante { $number }
proof-documents = { $count ->
    [one] 📎 Orden #{ $code }: hay { $count } documento guardado. Los documentos se guardan para los moderadores y no se muestran aquí.
    [many] 📎 Orden #{ $code }: hay { $count } de documentos guardados. Los documentos se guardan para los moderadores y no se muestran aquí.
   *[other] 📎 Orden #{ $code }: hay { $count } documentos guardados. Los documentos se guardan para los moderadores y no se muestran aquí.
}
