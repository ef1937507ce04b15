# Not yet reviewed by a native speaker.
# Posting ads and looking after them.

ads-title = 📣 <b>Mis anuncios</b>
ads-none = 📣 Aún no tienes anuncios abiertos. Publica uno y los compradores lo encontrarán en el mercado.
ads-new = ➕ Nuevo anuncio
ads-not-merchant = 📣 Los anuncios los publican los comerciantes. Los operadores de la mesa los admiten personalmente: pídeselo y habilitarán tu cuenta. Mientras tanto puedes comprar cuanto quieras.

my-ad-title = { $sign } <b>Anuncio #{ $code }</b> · { $state }
my-ad-stock = Quedan: { $stock } de { $total }
my-ad-advice-active = Los compradores ven este anuncio en el mercado.
my-ad-advice-paused = Nadie ve este anuncio hasta que lo reanudes. Las órdenes en curso siguen.
my-ad-advice-auto-paused = Lo que queda es menos que la orden mínima, así que el anuncio descansa. Se reactiva solo si una orden cancelada devuelve sus criptos.
my-ad-advice-closed = Este anuncio está cerrado. Lo que quedaba volvió a tu billetera; las órdenes en curso siguen.
my-ad-pause = ⏸ Pausar
my-ad-resume = ▶️ Reanudar
my-ad-close = Cerrar
my-ad-done-pause = En pausa.
my-ad-done-resume = Tu anuncio está otra vez en el mercado.
my-ad-done-close = Cerrado. Lo que quedaba volvió a tu billetera.
my-ad-link = 🔗 Copiar el enlace
my-ad-share = 📤 Compartir
my-ad-close-ask =
    <b>¿Cerrar el anuncio #{ $code } para siempre?</b>

    { $stock } y la comisión reservada vuelven a tu billetera. Las órdenes en curso siguen. Un anuncio cerrado no se puede volver a abrir.
my-ad-close-do = Sí, cerrarlo

ad-form-title = 📣 <b>Nuevo anuncio</b>
ad-form-asset = ¿Qué vendes?
ad-form-fiat = ¿En qué moneda quieres cobrar?
ad-form-price = ¿Cuánto cuesta 1 { $asset }, en { $fiat }? Escribe el precio, por ejemplo 0,92.
ad-form-stock =
    ¿Cuánto { $asset } pones a la venta en total? Tienes { $available } disponibles.

    La comisión de { $rate } se reserva aparte.
ad-form-least =
    ¿Cuál es la orden mínima, en { $fiat }?

    Todas tus existencias valen { $worth }.
ad-form-most = ¿Y la orden máxima, en { $fiat }? Al menos { $least }.
ad-form-all = Todas las existencias: { $amount }
ad-form-methods = ¿Cómo te pueden pagar los compradores? Elige hasta { $limit }.
ad-form-details = ¿A dónde envían los compradores el dinero por { $method }? Escribe el número de cuenta y el nombre del titular, hasta { $limit } caracteres. Solo lo ve quien tiene una orden.
ad-form-window = ¿Cuánto tiempo tiene el comprador para pagar?
ad-form-terms = Tus condiciones, si las tienes: hasta { $limit } caracteres. Sin enlaces ni números de teléfono, por favor.
ad-form-preview = 📣 <b>Este es tu anuncio. ¿Lo publicamos en el mercado?</b>
ad-form-fee = Reserva máxima para comisiones: { $fee } ({ $rate })
ad-form-locked = Bloqueado mientras el anuncio esté abierto: { $amount }
ad-form-post = 📣 Publicar
ad-form-posted = Tu anuncio está en el mercado.
