"""Requests as they come over the wire: query, URL-encoded, JSON and multipart bodies become `Params`."""

import json
from email.message import Message as Headers
from typing import Any
from urllib.parse import parse_qsl

from bot.sandbox.botapi.errors import ApiError, bad_request
from bot.sandbox.botapi.params import Params, Upload

MAX_BODY_BYTES = 52 * 1024 * 1024
_ANY = "content-disposition"


def decode(query: str, content_type: str, body: bytes) -> Params:
    """Body values win over those of the query; names are compared without regard to case."""
    values: dict[str, Any] = {}
    uploads: dict[str, Upload] = {}
    if query:
        values.update(_pairs(query))
    if len(body) > MAX_BODY_BYTES:
        raise ApiError(413, "Request Entity Too Large")
    if body:
        kind = content_type.split(";", 1)[0].strip().lower()
        if kind == "application/json":
            values.update(_json_values(body))
        elif kind == "multipart/form-data":
            _read_parts(content_type, body, values, uploads)
        elif kind in ("application/x-www-form-urlencoded", ""):
            values.update(_pairs(body.decode("utf-8", "replace")))
        else:
            raise bad_request(f"unsupported content-type {kind}")
    return Params(values, uploads)


def _pairs(encoded: str) -> dict[str, Any]:
    return {name.lower(): value for name, value in parse_qsl(encoded, keep_blank_values=True)}


def _json_values(body: bytes) -> dict[str, Any]:
    try:
        decoded = json.loads(body)
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(decoded, dict):
        raise bad_request("object expected as request body")
    return {name.lower(): value for name, value in decoded.items() if value is not None}


def _read_parts(content_type: str, body: bytes, values: dict[str, Any], uploads: dict[str, Upload]) -> None:
    boundary = _header(content_type).get_param("boundary", header=_ANY)
    if not isinstance(boundary, str) or not boundary:
        raise bad_request("boundary not found in multipart request")
    delimiter = b"--" + boundary.encode()
    for part in (b"\r\n" + body).split(b"\r\n" + delimiter)[1:]:
        if part.startswith(b"--"):
            break
        head, separator, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        if not separator:
            raise bad_request("can't parse multipart request")
        _read_part(head.decode("utf-8", "replace"), content, values, uploads)


def _read_part(head: str, content: bytes, values: dict[str, Any], uploads: dict[str, Upload]) -> None:
    headers = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in head.split("\r\n"))
    }
    disposition = _header(headers.get("content-disposition", ""))
    name, file_name = disposition.get_param("name", header=_ANY), disposition.get_filename()
    if not isinstance(name, str):
        raise bad_request("can't parse multipart request")
    if file_name is None:
        values[name.lower()] = content.decode("utf-8", "replace")
    else:
        uploads[name.lower()] = Upload(file_name, content, headers.get("content-type"))


def _header(value: str) -> Headers:
    """The standard library's own reading of a header with parameters, quoted and encoded names included."""
    header = Headers()
    header[_ANY] = value
    return header
