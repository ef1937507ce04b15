"""Keyboards that Telegram keeps, and those it refuses."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.keyboards import check_inline_keyboard, check_reply_markup
from bot.sandbox.markup import MarkupError


def inline(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


def test_buttons_keep_what_they_do() -> None:
    buttons: list[dict[str, Any]] = [
        {"text": "Pay", "callback_data": "pay:1", "style": "success"},
        {"text": "Copy", "copy_text": {"text": "100.00"}},
        {"text": "Open", "url": "t.me/otcdesk_bot?start=x"},
        {"text": "Share", "switch_inline_query": ""},
        {"text": "Later", "disabled": {}},
    ]

    kept = check_inline_keyboard(inline(*buttons), "private")

    opened = {"text": "Open", "url": "http://t.me/otcdesk_bot?start=x"}
    assert kept == inline(buttons[0], buttons[1], opened, buttons[3], buttons[4])


def test_wide_rows_are_laid_out_anew() -> None:
    kept = check_inline_keyboard(inline(*({"text": str(n), "callback_data": "x"} for n in range(9))), "private")

    assert [len(row) for row in kept["inline_keyboard"]] == [8, 1]


@pytest.mark.parametrize(
    ("button", "refusal"),
    [
        (
            {"text": "x"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "callback_data": ""},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": " ", "callback_data": "x"}, "inline keyboard button text must be non-empty"),
        ({"callback_data": "x"}, "can't parse inline keyboard button: Can't find field \"text\""),
        ({"text": "x", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        (
            {"text": "x", "url": "ftp://a.io"},
            "inline keyboard button URL 'ftp://a.io' is invalid: Unsupported URL protocol",
        ),
        (
            {"text": "x", "url": "http://localhost:80/"},
            "inline keyboard button URL 'http://localhost:80/' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x", "callback_data": "x", "style": "pink"},
            "can't parse inline keyboard button: invalid button style specified",
        ),
        ({"text": "x", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
    ],
)
def test_refused_buttons(button: dict[str, Any], refusal: str) -> None:
    with pytest.raises(MarkupError) as refused:
        check_inline_keyboard(inline(button), "private")

    assert refused.value.description == refusal


@pytest.mark.parametrize(("count", "data"), [(101, "x"), (100, "x" * 64)], ids=["too many buttons", "too many bytes"])
def test_keyboards_have_a_size(count: int, data: str) -> None:
    with pytest.raises(MarkupError) as refused:
        check_inline_keyboard(inline(*({"text": "x" * 40, "callback_data": data} for _ in range(count))), "private")

    assert refused.value.description == "reply markup is too long"


def test_reply_keyboard_accepts_bare_texts() -> None:
    kept = check_reply_markup({"keyboard": [["Home", {"text": "Phone", "request_contact": True}]]}, "private")

    assert kept == {"keyboard": [[{"text": "Home"}, {"text": "Phone", "request_contact": True}]]}


def test_contacts_are_asked_for_in_private_only() -> None:
    with pytest.raises(MarkupError) as refused:
        check_reply_markup({"keyboard": [[{"text": "Phone", "request_contact": True}]]}, "supergroup")

    assert refused.value.description == "phone number can be requested in private chats only"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["inline_keyboard", "keyboard", "text", "url", "callback_data", "copy_text", "web_app", "style"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=20,
    )
)
def test_junk_is_refused_politely(markup: Any) -> None:
    try:
        kept = check_reply_markup(markup, "private")
    except MarkupError as refused:
        kept = {"refused": refused.description}

    assert isinstance(kept, dict)
