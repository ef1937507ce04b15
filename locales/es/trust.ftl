# Not yet reviewed by a native speaker.
# Ratings, favourites and blocks.

standing = 👍 { $praised } · 👎 { $blamed }
tag-fast = rapidez
tag-friendly = buen trato
tag-reliable = confianza
tag-slow = lentitud
tag-rude = mal trato
tag-pushy = presión

order-do-rate = ⭐ Valorar la operación
order-do-person = 👤 { $alias }
rate-title = ⭐ <b>Orden #{ $code }: ¿qué tal la operación con { $person }?</b>
rate-blind = Nadie ve la valoración del otro hasta que ambos hayan valorado o hayan pasado 7 días. Después no se puede cambiar.
rate-positive = 👍 Volvería a operar
rate-negative = 👎 Mejor no
rate-tags = { $thumb } ¿Por qué? Elige lo que describa a { $person }, o nada.
rate-give = ✅ Enviar la valoración
rate-done = Valoración guardada. ¡Gracias!
rating-given = ⭐ Tu valoración: { $rating }
rating-received = ⭐ Su valoración sobre ti: { $rating }

person-title = 👤 { $person }
person-marks = Tus favoritos llevan una ⭐ en el mercado. Tras un bloqueo, ninguno de los dos puede tomar los anuncios del otro. Ambas cosas solo las ves tú.
person-favour = ⭐ Favorito
person-block = 🚫 Bloquear
person-clear-favourite = Quitar de favoritos
person-clear-blocked = Desbloquear
mark-favourite = ⭐ Está entre tus favoritos. Solo lo ves tú.
mark-blocked = 🚫 Has bloqueado a esta persona: ninguno de los dos puede tomar los anuncios del otro. Solo lo ves tú.
mark-set-favourite = Añadido a tus favoritos.
mark-set-blocked = Bloqueado. Puedes desbloquear aquí mismo.
mark-taken-back = Deshecho.

people-favourite = ⭐ <b>Tus favoritos</b>
people-favourite-none = ⭐ Aún no tienes favoritos. El botón está en cada anuncio y en cada orden.
people-blocked = 🚫 <b>Personas que has bloqueado</b>
people-blocked-none = 🚫 No has bloqueado a nadie. El botón está en cada anuncio y en cada orden.
people-to-favourite = ⭐ Favoritos
people-to-blocked = 🚫 Bloqueados
