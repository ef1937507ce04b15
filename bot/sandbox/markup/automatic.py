"""Commands, links, names and numbers that Telegram recognises in plain text by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.sandbox.markup.spans import Covered, Kind, Span

_DOMAINS = """
com org net edu gov mil int info biz name pro aero coop museum mobi travel jobs asia cat tel post xxx app
dev xyz online site shop store tech club live page blog cloud link news space world life today agency
network finance exchange money market trade trading wallet bank capital cash fund dao top vip win icu wiki
art fun ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw
by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj
fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir
is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml
mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn
pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg
th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw рф
"""
_TOP_LEVEL_DOMAINS = frozenset(_DOMAINS.split())

_LABEL = r"[^\W_](?:[\w\-]{0,61}[^\W_])?"
_URL = re.compile(
    rf"(?<![\w@./\-])(?:(?P<scheme>https?|ftp|tg|ton)://)?"
    rf"(?P<host>(?:{_LABEL}\.)+(?P<top>[^\W\d_]{{2,24}})|(?:[0-9]{{1,3}}\.){{3}}[0-9]{{1,3}}|(?<=://)[\w\-]{{1,64}})"
    r"(?P<port>:[0-9]{1,5})?(?P<rest>[/?#][^\s<>\"«»“”]*)?(?![\w@])",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?'\"…"
_EMAIL = re.compile(rf"(?<![\w.+\-@])[A-Za-z0-9_.+\-]{{1,64}}@(?:{_LABEL}\.)+[A-Za-z]{{2,24}}(?![\w@])")
_SIMPLE = (
    (
        Kind.BOT_COMMAND,
        re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z][A-Za-z0-9_]{2,31})?(?![\w/<>@])"),
    ),
    (Kind.MENTION, re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31}(?![\w@])")),
    (
        Kind.HASHTAG,
        re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}(?:@[A-Za-z]\w{2,31})?(?![\w#])"),
    ),
    (Kind.CASHTAG, re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?:@[A-Za-z][A-Za-z0-9_]{2,31})?(?![\w$])")),
    (Kind.PHONE_NUMBER, re.compile(r"(?<![\w+])\+[0-9](?:[ \-()]{0,2}[0-9]){6,14}(?![\w])")),
)


def find_automatic(text: str) -> list[Span]:
    """All of them, none touching another: addresses first, since they may hold what looks like a hashtag."""
    found, covered = list[Span](), Covered(len(text))
    for span in (*_emails(text), *_urls(text), *_simple(text)):
        if not covered.touches(span):
            found.append(span)
            covered.add(span)
    return found


def _emails(text: str) -> Iterator[Span]:
    if "@" in text:
        for hit in _EMAIL.finditer(text):
            yield Span(Kind.EMAIL, hit.start(), hit.end())


def _urls(text: str) -> Iterator[Span]:
    if "." not in text and "://" not in text:
        return
    for hit in _URL.finditer(text):
        top = hit["top"]
        if hit["scheme"] or top is None or top.lower() in _TOP_LEVEL_DOMAINS:
            yield Span(Kind.URL, hit.start(), hit.start() + len(_without_punctuation(hit[0])))


def _without_punctuation(url: str) -> str:
    """A full stop or an unpaired bracket behind a link belongs to the sentence, not to the link."""
    url = url.rstrip(_TRAILING)
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(_TRAILING)
    return url


def _simple(text: str) -> Iterator[Span]:
    for kind, pattern in _SIMPLE:
        for hit in pattern.finditer(text):
            yield Span(kind, hit.start(), hit.end())
