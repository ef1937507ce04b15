# Not yet reviewed by a native speaker.
# Words that every room shares.

back = ‹ Atrás
cancel = Cancelar
done = Listo ›
skip = Omitir ›
to-home = 🏠 Inicio
to-orders = 📋 Mis órdenes
to-ads = 📣 Mis anuncios
page-first = « Primera
page-next = Más ›
minutes = { $count } min

state-active = activo
state-paused = en pausa
state-auto-paused = sin existencias
state-closed = cerrado
state-await-payment = pendiente de pago
state-paid = pagada
state-releasing = pendiente de liberar
state-completed = completada
state-cancelled = cancelada
state-expired = vencida

form-take = tu compra
form-ad = tu anuncio nuevo
form-find = el filtro por monto
form-match = la búsqueda rápida
form-chat = el chat
form-upload = el envío del comprobante
form-idle = Dejaste { $form } a medias. ¿Seguimos donde estabas?
form-resume = Continuar
form-discard = Descartar
form-cancelled = Cancelado: { $form }. No ha pasado nada y no hay nada bloqueado.
form-press = 👇 Elige con uno de los botones, por favor.

terms-warning = ⚠️ Aquí hay un enlace, un usuario o un número de teléfono. Lo que se acuerda fuera de este chat no está protegido.

button-old = Este botón es de una versión anterior. Abajo puedes empezar de nuevo.
too-fast = Eso fue muy rápido. Espera un segundo e inténtalo otra vez.
fault = No ha funcionado. Ya lo estamos reintentando; si en un minuto no pasa nada, hazlo otra vez. Código para los operadores: { $code }
nothing-to-cancel = No hay nada que cancelar: no tienes ningún formulario abierto.
command-unknown = No conozco ese comando. En /help verás los que hay.
kind-unknown = Acepto texto, fotos y archivos PDF. La voz, los videos, los stickers y las ubicaciones no se transmiten.
text-unexpected = Aquí no esperaba texto. Para escribir a la otra parte de una orden, pulsa Chat en su tarjeta o responde a un mensaje de esa orden.
