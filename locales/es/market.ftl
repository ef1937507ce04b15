# Not yet reviewed by a native speaker.
# Looking for an ad and taking one.

market-title = 🛒 <b>Comprar { $asset } con { $fiat }</b>
market-row =
    <b>{ $place }.</b> { $price } · { $limits }
    { $alias } · { $standing } · { $methods }
market-new = nuevo
market-percent = { $percent }% completadas
market-pick = El mejor precio primero. Elige un anuncio por su número.
market-empty = Ningún anuncio coincide. Prueba con otro método, otro monto u otra moneda.
market-empty-takeable = Aquí no hay ningún anuncio que puedas tomar. Prueba con otro método, otro monto u otra moneda, o mira todos los anuncios.
market-full = Ya tienes { $limit } órdenes abiertas, que es el máximo. En cuanto termine una, podrás volver a tomar anuncios.
market-nothing = Ahora mismo no hay anuncios. Vuelve a mirar más tarde.
market-method-any = 💳 Todos los métodos
market-any-method = Todos los métodos
market-amount-any = 💶 Todos los montos
market-amount = 💶 { $amount }
market-choose-method = 💳 ¿Cómo quieres pagar en { $fiat }?
market-choose-amount = 💶 ¿Cuánto quieres pagar, en { $fiat }? Escribe el monto, por ejemplo 150.
market-takeable = Solo los que puedo tomar
market-match = ⚡️ Búsqueda rápida

match-amount = ⚡️ ¿Cuánto quieres pagar por { $asset }, en { $fiat }? Escribe el monto, por ejemplo 150, y verás el mejor anuncio que lo acepta.
match-method = 💳 ¿Cómo quieres pagar { $amount }?
match-none = Ahora mismo ningún anuncio acepta { $amount }. Prueba con otro monto.
match-none-by = Ahora mismo ningún anuncio acepta { $amount } por { $method }. Prueba de otra forma.

inline-found = { $asset }: { $price } · { $limits }
inline-own = 📣 Comparte tu anuncio · { $asset }: { $price } · { $limits }
inline-about = { $alias } · { $standing } · { $methods }
inline-take = 🛒 Tomar este anuncio
inline-start = Abre el bot y opera con custodia
inline-nothing = No hay anuncios: ir al mercado

ad-title = 📣 <b>Anuncio #{ $code }</b>
ad-price = Precio: { $price } por 1 { $asset }
ad-stock = Existencias: { $amount }
ad-limits = Por orden: { $limits }
ad-not-now = En este momento no se puede tomar este anuncio.
ad-methods = Métodos de pago: { $methods }
ad-window = Tiempo para pagar: { $minutes } min
ad-terms = <b>Condiciones del vendedor</b>
ad-safe = 🔒 Las criptos quedan bloqueadas en custodia en cuanto confirmas.
ad-yours = Este anuncio es tuyo. Sus ajustes están en Mis anuncios.
ad-take = Comprar

take-amount =
    ¿Cuánto quieres pagar? De { $limits }, a { $price } por 1 { $asset }.

    Elige un monto o escríbelo.
take-method = ¿Cómo enviarás el dinero?
take-payer =
    ¿A nombre de quién está la cuenta desde la que pagas? Escríbelo tal como aparece en tu banco.

    El vendedor lo compara con el nombre de la transferencia y rechaza pagos de terceros. Nadie más lo ve.
take-quote = 🧾 <b>Revisa todo antes de confirmar.</b> Vendedor:
take-by = Pagas con { $method }
take-name = La cuenta está a nombre de { $name }
take-window = Tienes { $minutes } minutos para pagar
take-until = ⏳ Este precio es tuyo hasta las { $clock }. Cuando confirmes, las criptos del vendedor quedarán bloqueadas para ti.
take-confirm = ✅ Confirmar
take-rename = ✏️ Otro nombre de pagador
take-done = Las criptos están bloqueadas para ti.
