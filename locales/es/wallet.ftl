# Not yet reviewed by a native speaker.
# Balances and statements.

wallet-title = 👛 <b>Billetera</b>
wallet-available = Disponible: { $amount }
wallet-reserve = En tus anuncios: { $amount }
wallet-escrow = En órdenes en curso: { $amount }
wallet-grace = Retenido por pagos tardíos: { $amount }
wallet-empty = Aquí todavía no hay nada.
wallet-deposits = Para depositar criptos, envíalas como te indicaron los operadores de la mesa. Registran tu depósito cuando llega, y aquí te avisamos.
wallet-statement = 🧾 Movimientos
wallet-told-deposit = 🔔 <b>Se registró un depósito en tu billetera.</b>

statement-title = 🧾 <b>Movimientos</b>
statement-none = 🧾 Todavía no hay movimientos.
statement-csv = ⬇️ CSV
statement-json = ⬇️ JSON
statement-file = { $count ->
    [one] 🧾 Tus movimientos: { $count } línea. El último total de cada cripto es lo que tienes.
    [many] 🧾 Tus movimientos: { $count } de líneas. El último total de cada cripto es lo que tienes.
   *[other] 🧾 Tus movimientos: { $count } líneas. El último total de cada cripto es lo que tienes.
}
statement-file-cut = Solo caben las líneas más recientes: las anteriores no aparecen, pero cuentan en los totales.
statement-line =
    { $change } · { $place }
    { $what } · { $time }
statement-deposit = Depósito
statement-ad-funded = Reservado para el anuncio
statement-ad-returned = Devuelto del anuncio
statement-order-locked = A custodia para la orden
statement-order-settled = Orden liquidada
statement-grace-locked = Retenido tras vencer la orden
statement-grace-claimed = Pago tardío de la orden
place-available = disponible
place-reserve = en anuncios
place-escrow = en órdenes
place-grace = por pagos tardíos
place-fees = comisiones
place-custody = fondos de la mesa
