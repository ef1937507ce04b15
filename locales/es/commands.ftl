# Not yet reviewed by a native speaker.
# What the bot says about itself.

command-start = Inicio
command-buy = Encuentra el mejor precio
command-orders = Tus órdenes
command-ads = Tus anuncios
command-newad = Publica un anuncio
command-wallet = Saldos y movimientos
command-language = Cambia el idioma
command-help = Cómo funciona
command-cancel = Cancela lo que esté abierto
bot-description =
    Compra y vende cripto por dinero en tu banco, de persona a persona.

    Las criptos del vendedor quedan bloqueadas en custodia hasta que llega el dinero. Nadie ve tu nombre de Telegram. Pulsa Iniciar.
bot-short-description = Compraventa de cripto entre personas, con custodia.
