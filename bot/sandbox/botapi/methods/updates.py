"""How the bot gets its updates: by asking for them, or by naming an address to post them to."""

import ipaddress
import re
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import ApiError, bad_request, refusal
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.polling import MAX_LIMIT, WEBHOOK_IS_ACTIVE
from bot.sandbox.world import World
from bot.sandbox.world.profile import Webhook
from bot.sandbox.world.updates import UPDATE_KINDS

OFFICIAL_PORTS = frozenset({80, 88, 443, 8443})
SECRET_MAX_CHARACTERS = 256
_SECRET = re.compile(r"[A-Za-z0-9_-]*")


async def get_updates(context: Context, params: Params) -> list[dict[str, Any]]:
    world = context.world
    if world.profile.webhook.url:
        raise refusal(409, WEBHOOK_IS_ACTIVE)
    _remember_allowed(world, params)
    return await context.long_poll.take(
        offset=params.integer("offset"),
        limit=params.integer("limit", MAX_LIMIT),
        timeout_seconds=params.integer("timeout"),
    )


async def set_webhook(context: Context, params: Params) -> bool:
    """An empty URL removes the webhook."""
    world = context.world
    url = params.text("url").strip()
    if not url:
        return await delete_webhook(context, params)
    secret = params.text("secret_token")
    if len(secret) > SECRET_MAX_CHARACTERS:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _require_good_address(url)
    _remember_allowed(world, params)
    if params.boolean("drop_pending_updates"):
        world.updates.clear()
    world.profile.webhook = Webhook(
        url,
        secret,
        max(1, min(params.integer("max_connections", 40), 100)),
        params.text("ip_address") or None,
        "certificate" in params.uploads,
    )
    context.long_poll.wake(refusal(409, WEBHOOK_IS_ACTIVE))
    world.changed({"type": "webhook"})
    return True


async def delete_webhook(context: Context, params: Params) -> bool:
    world = context.world
    if params.boolean("drop_pending_updates"):
        world.updates.clear()
    world.profile.webhook = Webhook()
    world.changed({"type": "webhook"})
    return True


async def get_webhook_info(context: Context, params: Params) -> dict[str, Any]:
    world = context.world
    hook = world.profile.webhook
    body: dict[str, Any] = {
        "url": hook.url,
        "has_custom_certificate": hook.has_custom_certificate,
        "pending_update_count": len(world.updates.pending),
    }
    if hook.url:
        body |= {"max_connections": hook.max_connections, "ip_address": hook.ip_address or "127.0.0.1"}
    if hook.last_error_date is not None:
        body |= {
            "last_error_date": hook.last_error_date,
            "last_error_message": hook.last_error_message or "",
        }
    if world.updates.allowed:
        body["allowed_updates"] = world.updates.allowed
    return body


def _remember_allowed(world: World, params: Params) -> None:
    """Naming kinds persists until the next naming; an empty list means the default set again."""
    given = params.array("allowed_updates", called="allowed update types")
    if given is not None:
        world.updates.allowed = [str(kind) for kind in given if kind in UPDATE_KINDS]


def _require_good_address(url: str) -> None:
    """Official servers demand https and four ports; on loopback the sandbox takes plain http on any."""
    try:
        parts = urlsplit(url)
        port = parts.port or (80 if parts.scheme == "http" else 443)
    except ValueError:
        raise _bad_webhook("invalid webhook URL specified") from None
    if not parts.hostname:
        raise _bad_webhook("invalid webhook URL specified")
    if parts.scheme in ("http", "https") and _is_loopback(parts.hostname):
        return
    if parts.scheme != "https":
        raise _bad_webhook("An HTTPS URL must be provided for webhook")
    if port not in OFFICIAL_PORTS:
        raise _bad_webhook("Webhook can be set up only on ports 80, 88, 443 or 8443")


def _bad_webhook(reason: str) -> ApiError:
    return bad_request(f"bad webhook: {reason}")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


METHODS: dict[str, Method] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
