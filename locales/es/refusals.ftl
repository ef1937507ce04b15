# Not yet reviewed by a native speaker.
# Why not: the rule, the value, the limit and when it ends. Plain text of at most 200 characters, for alerts.

refusal-amount-unreadable = No puedo leer «{ $given }» como un monto en { $unit }. Escríbelo con cifras, por ejemplo 1500,50.
refusal-amount-decimals = «{ $given }» tiene demasiados decimales: { $unit } admite { $limit } como máximo.
refusal-amount-not-positive = El monto en { $unit } tiene que ser mayor que cero.
refusal-amount-too-large = Es más de lo que la mesa puede contar: { $limit } como máximo.
refusal-amount-below = { $value } es muy poco: tiene que ser al menos { $limit }.
refusal-amount-above = { $value } es demasiado: ahora mismo, { $limit } como máximo.
refusal-unknown-asset = La mesa no opera con { $given }.
refusal-unknown-fiat = La mesa no conoce la moneda { $given }.
refusal-unknown-method = El método de pago { $given } no está disponible aquí.
refusal-text-empty = Hace falta algún texto.
refusal-text-too-long = Tiene { $value } caracteres; el máximo es { $limit }.
refusal-not-found = Aquí no hay nada para ti: no existe o no es tuyo.
refusal-not-yours = Esta orden no es tuya.
refusal-not-registered = Pulsa primero /start, por favor.
refusal-stale = Esto cambió mientras tanto. Así está ahora.
refusal-already-done = Eso ya está hecho.
refusal-not-now = { $timed ->
    [yes] Todavía no es posible; lo será en { $left }.
   *[no] No es posible en esta etapa.
}
refusal-not-your-move = Este paso le toca a la otra parte.
refusal-not-merchant = Solo los comerciantes pueden publicar anuncios. Los operadores de la mesa los admiten personalmente; consúltales, por favor.
refusal-too-many-ads = Ya tienes { $value } anuncios abiertos, y el límite es { $limit }. Cierra uno primero.
refusal-ad-not-active = No se puede tomar el anuncio #{ $code }: está { $state }.
refusal-ad-changed = El vendedor acaba de cambiar el anuncio #{ $code }. Revisa la nueva oferta, por favor.
refusal-ad-closed = El anuncio #{ $code } está cerrado para siempre.
refusal-ad-limits = Los límites no cuadran: la orden mínima es { $value } y la máxima, { $limit }.
refusal-ad-stock = Las existencias no cuadran: { $value }, cuando el límite es { $limit }.
refusal-ad-methods = Un anuncio tiene de 1 a { $limit } métodos de pago; este tendría { $value }.
refusal-own-ad = Este anuncio es tuyo: no puedes comprarte a ti.
refusal-quote-old = El precio se mantuvo un minuto y ya pasó. Revisa la nueva oferta, por favor.
refusal-too-many-orders = Ya tienes { $value } compras en curso, y el límite es { $limit }. Termina una primero.
refusal-pair-blocked = Tú y esta persona no operan entre sí en esta mesa. Elige otro anuncio, por favor.
refusal-too-many-marks = Has marcado a { $value } personas, y el límite es { $limit }. Quita antes una marca, en Personas.
refusal-rating-over = Una operación se puede valorar durante { $limit } días, y ese plazo ya pasó.
refusal-funds-short = Tu saldo disponible no alcanza para eso.
refusal-name-missing = Necesitamos el nombre del titular de la cuenta desde la que pagas. Empieza de nuevo, por favor; te lo preguntaremos.
refusal-grace-over = Se acabó el tiempo para avisar de un pago tardío. Escribe al vendedor en el chat, por favor.
refusal-proof-missing = Un pago tardío necesita comprobante: envía primero aquí la captura o el PDF.
refusal-too-many-proofs = Ya hay { $value } comprobantes guardados, y el límite por orden es { $limit }.
refusal-release-not-armed = La confirmación es demasiado antigua o de una versión anterior. Pulsa Liberar otra vez, por favor.
refusal-release-wait = Es una suma grande: mira primero la app de tu banco, por favor. El botón funcionará en { $left }.
refusal-cancel-asked = Ya se ha pedido cancelar. A la otra parte le quedan { $left } para responder.
refusal-cancel-not-asked = Nadie pide cancelar esta orden, o la petición caducó.
refusal-extend-early = Se puede dar más tiempo en los últimos { $limit } minutos del plazo de pago. El botón funcionará en { $left }.
refusal-extended-enough = Ya se dio más tiempo { $value } veces, y el límite es { $limit }.
refusal-proof-on-file = Ya hay un comprobante guardado, así que el vendedor tiene que aceptar. Pulsa el botón otra vez, por favor.
refusal-file-too-big = El archivo pesa demasiado: 20 MB como máximo.
refusal-file-too-large = La imagen tiene demasiados píxeles. Basta con una captura del pago.
refusal-file-type = Acepto JPEG, PNG, WebP y PDF. En un chat, solo imágenes.
refusal-file-broken = El archivo no se puede abrir. Envíalo otra vez o haz una captura nueva, por favor.
refusal-file-unsafe = El archivo parece dos cosas a la vez, así que no se aceptó. Envía una captura normal, por favor.
refusal-file-busy = Ahora mismo se están revisando demasiados archivos. Envíalo otra vez en un minuto, por favor.
refusal-file-gone = El archivo ya no se puede descargar. Envíalo otra vez, por favor.
refusal-chat-over = El chat de la orden #{ $code } está cerrado: la orden terminó hace más de un día.
refusal-chat-fast = Fueron { $limit } mensajes en un minuto, y ese es el límite. Este no se envió; podrás seguir en { $left }.
refusal-reference-reused = Esta referencia ya se usó para otra cosa.
refusal-form-gone = Este formulario ya no está abierto. No ha pasado nada; empieza de nuevo, por favor.
refusal-language-unknown = Todavía no hablamos { $given }.
