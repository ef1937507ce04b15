# Not yet reviewed by a native speaker.
# Home, the first steps, help and language.

home-title = 🏠 <b>Mesa OTC</b>
home-you = Eres { $alias } { $code }. Es el único nombre que ven los demás.
home-live = { $count ->
    [one] Tienes { $count } orden en curso.
    [many] Tienes { $count } de órdenes en curso.
   *[other] Tienes { $count } órdenes en curso.
}
home-quiet = No tienes órdenes en curso. Compra al mejor precio o echa un vistazo.

go-buy = 🛒 Comprar
go-orders = 📋 Mis órdenes
go-orders-live = 📋 Mis órdenes ({ $count })
go-ads = 📣 Mis anuncios
go-wallet = 👛 Billetera
go-people = 👥 Personas
go-language = 🌐 Idioma
go-help = ❓ Ayuda

welcome-title = 👋 <b>Te damos la bienvenida a la mesa OTC</b>
welcome-how = Aquí la gente vende cripto por dinero en tu banco. Cuando tomas un anuncio, las criptos del vendedor quedan bloqueadas en custodia: tú le pagas directamente y el vendedor te libera las criptos.
welcome-safety =
    <b>Tres reglas te protegen</b>
    • Paga solo desde una cuenta a tu nombre.
    • Confía en la app de tu banco, nunca en una imagen.
    • Quédate en este chat. Nadie de la mesa te pedirá jamás que pagues o liberes nada.
welcome-alias = Los demás te conocen como { $alias } { $code } y nunca ven tu nombre de Telegram.
welcome-back = 👋 ¡Qué bueno verte de nuevo, { $alias }!

link-unknown = Este enlace no lleva a ninguna parte: lo que había ya no está o no es tuyo. Esto es lo que puedes hacer en su lugar.

help-title = ❓ <b>Cómo funciona</b>
help-buy =
    <b>Comprar</b>
    1. Elige un anuncio y di cuánto quieres pagar.
    2. Las criptos del vendedor quedan bloqueadas en custodia.
    3. Envía el dinero desde tu propia cuenta y pulsa «Pago hecho».
    4. El vendedor revisa su banco y te libera las criptos.
help-sell =
    <b>Vender</b>
    Los anuncios los publican los comerciantes, y a los comerciantes los admiten los operadores de la mesa. Mientras un anuncio está abierto, quedan reservadas todas sus existencias y la comisión máxima posible; al cerrarlo recuperas lo que sobre.
help-proof =
    <b>Capturas y PDF</b>
    Envíalos aquí y se guardan con tu orden. Una imagen nunca mueve dinero: solo el vendedor libera.
help-safety =
    <b>Nunca</b>
    • liberes criptos por una imagen o porque alguien tiene prisa
    • pagues desde una cuenta a otro nombre ni hacia ella
    • sigas una operación fuera de este chat
help-commands = /buy · /orders · /ads · /newad · /wallet · /language · /cancel

language-choose = 🌐 ¿En qué idioma hablamos?
language-chosen = Desde ahora hablamos en español.

key-home = 🏠 Inicio
key-order = ⚡️ Orden activa
key-placeholder = Pulsa un botón o escribe tu respuesta
