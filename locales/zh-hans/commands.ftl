# Not yet reviewed by a native speaker.
# What the bot says about itself.

command-start = 首页
command-buy = 查找最优价格
command-orders = 我的订单
command-ads = 我的广告
command-newad = 发布广告
command-wallet = 余额与账单
command-language = 切换语言
command-help = 使用说明
command-cancel = 取消当前操作
bot-description =
    个人对个人，用银行转账买卖加密货币。

    卖家的币锁定在平台托管中，直到款项到账。没有人能看到您的 Telegram 名称。请点击「开始」。
bot-short-description = 带担保托管的个人加密货币交易。
