"""aiogram runs every synchronous handler and filter in a thread, sixty times the price of an echo."""

import ast

from handlers.routing import build_router
from tests.architecture.source import at, dotted, python_files

OBSERVERS = {
    *("message", "edited_message", "callback_query", "inline_query", "chosen_inline_result"),
    *("my_chat_member", "chat_member", "error", "errors", "channel_post"),
}


def test_handlers_are_async() -> None:
    handlers = [
        (source, node)
        for source in python_files("handlers", "bot")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef) and any(map(_observes, node.decorator_list))
    ]

    assert [at(source, node.lineno) for source, node in handlers] == []


def test_filters_are_async() -> None:
    """A bare `F…` or a lambda is a synchronous filter too; a CallbackData filter awaits its own."""
    filters = [
        at(source, argument.lineno)
        for source in python_files("handlers", "bot")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and _observes(node)
        for argument in node.args
        if isinstance(argument, ast.Lambda) or dotted(argument).startswith("F.")
    ]

    assert filters == []


def test_filter_classes_are_async() -> None:
    calls = [
        (source, method)
        for source in python_files("handlers", "bot")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef) and any(dotted(base).endswith("Filter") for base in node.bases)
        for method in node.body
        if isinstance(method, ast.FunctionDef) and method.name == "__call__"
    ]

    assert [at(source, method.lineno) for source, method in calls] == []


def _observes(node: ast.expr) -> bool:
    """True for `router.message(…)`, `router.callback_query.register(…)` and their like."""
    return isinstance(node, ast.Call) and bool(OBSERVERS & set(dotted(node.func).split(".")[1:]))


def test_nothing_in_the_built_tree_is_synchronous() -> None:
    """What aiogram itself decided when it was given each handler and filter, however they were registered."""
    called = [
        called
        for router in build_router().chain_tail
        for observer in router.observers.values()
        for handler in observer.handlers
        for called in (handler, *(handler.filters or ()))
    ]

    assert len(called) >= 2
    assert [each.callback for each in called if not each.awaitable] == []
