"""Writes a decision down: order, history, stock, money, timers, notices, all in the caller's transaction."""

from domain.ads.decide import return_stock
from domain.orders.step import Step
from domain.work import Work


def record(work: Work, step: Step) -> None:
    """Everything one step means, in the one order in which rows are locked: order, ad, accounts, the rest."""
    order = step.order
    if order is not step.before:
        work.orders.save(step, work.now)
    if step.stock_back is not None:
        ad = work.ads.get(order.terms.ad)
        work.ads.save(return_stock(ad, step.stock_back), before=ad)
    if step.entry is not None:
        work.book.post(step.entry)
    if step.timers is not None:
        work.deadlines.replace(order.id, step.timers)
    # By person, because two orders between the same two people may end at the same moment.
    for user, change in sorted(step.counts, key=lambda counted: counted[0]):
        work.users.count(user, change)
    work.outbox.put(step.notices)
