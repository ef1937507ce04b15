# Not yet reviewed by a native speaker.
# What others see of a person.

profile-new = 暂无已完成的订单
profile-record = { $count } 笔订单，完成率 { $percent }%
profile-record-release = { $count } 笔订单，完成率 { $percent }% · 平均约 { $minutes } 分钟放币
