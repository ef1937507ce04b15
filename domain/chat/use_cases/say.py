"""A party says something to the other one, inside their order."""

from domain.chat.model import Line, NewLine
from domain.kernel.moments import MINUTE, Instant, after
from domain.kernel.refusal import Refusal, Rule
from domain.notices.model import Notice, NoticeKind
from domain.operations.rules import DeskRules
from domain.orders.model import Order, Role
from domain.work import Work

LONGEST_LINE = 3_000


def say(work: Work, new: NewLine) -> Line:
    """Keeps the line and relays it by alias; the same Telegram message again answers with the first.

    Raises `Refusal`: not-found, chat-over, chat-fast, text-empty, text-too-long.
    """
    order = work.orders.get(new.order)
    if order.role_of(new.by) is Role.STRANGER:
        raise Refusal(Rule.NOT_FOUND)
    said = work.lines.find(new.source)
    if said is not None:
        return said
    if not can_talk(order, work.now, work.rules):
        raise Refusal(Rule.CHAT_OVER, code=order.code)
    if not new.text.strip() and new.picture is None:
        raise Refusal(Rule.TEXT_EMPTY)
    if len(new.text) > LONGEST_LINE:
        raise Refusal(Rule.TEXT_TOO_LONG, value=len(new.text), limit=LONGEST_LINE)
    limit = work.rules.chat_lines_a_minute
    if work.lines.count_since(new.by, Instant(work.now - MINUTE)) >= limit:
        raise Refusal(Rule.CHAT_FAST, limit=limit, until=after(work.now, MINUTE))

    line = work.lines.add(new, work.now)
    work.outbox.put((Notice(order.other(new.by), NoticeKind.LINE, order.id, subject=line.number),))
    return line


def can_talk(order: Order, now: Instant, rules: DeskRules) -> bool:
    """Until a day after the order ended."""
    return order.ended_at is None or now <= order.ended_at + rules.chat_after_end_ms
