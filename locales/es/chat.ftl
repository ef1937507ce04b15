# Not yet reviewed by a native speaker.
# The relay inside an order.

chat-title = 💬 <b>Orden #{ $code }</b> · hablas con { $person }
chat-nothing = Todavía no se ha dicho nada.
chat-how = Todo lo que escribas ahora, y cada imagen, le llega a la otra parte hasta que salgas. Los mensajes se guardan con la orden.
chat-leave = Salir del chat
chat-left = Saliste del chat de la orden #{ $code }. Si respondes a uno de sus mensajes, aún le llega a la otra parte.
chat-form-waits = Tu formulario a medias está donde lo dejaste.
chat-line = 💬 <b>{ $alias }</b> · #{ $code } · { $number }
chat-answer = 💬 Responder
chat-you = Tú
chat-picture = 🖼
chat-warning = ⚠️ Aquí hay un enlace, un usuario o un número de teléfono. Quien sale de este chat pierde su protección.
