"""What the strict Twilio takes as a template: its types, its lengths, its choices."""

from collections.abc import Mapping


def body_of(types: Mapping[str, object]) -> str:
    """Give the words of a filled template."""
    (content,) = types.values()
    assert isinstance(content, dict)
    return str(content["body"])


def definition_fault(types: Mapping[str, object]) -> str:
    """Say what Twilio would not take of a new template; "" where all is well."""
    for name, content in types.items():
        assert isinstance(content, dict)
        if name not in {"twilio/text", "twilio/quick-reply", "twilio/list-picker"} or not content.get("body"):
            return "unknown type"
        if not 0 <= len(content.get("actions", [])) <= 3 or not 0 <= len(content.get("items", [])) <= 10:
            return "too many choices"
        body = str(content["body"])
        if name == "twilio/text" and (body.startswith("{{") or body.endswith("}}")):
            return "a template may not begin or end with a variable"
    return ""


def too_long(types: Mapping[str, object]) -> tuple[int, str] | None:
    """Say what WhatsApp would not take of a filled template; none where all is well."""
    for content in types.values():
        assert isinstance(content, dict)
        choices = [*content.get("actions", []), *content.get("items", [])]
        titles = [one.get("title", one.get("item", "")) for one in choices]
        longest = 20 if "actions" in content else 24
        ids = [one["id"] for one in choices]
        if (
            len(content["body"]) > 1024
            or any(len(title) > longest for title in titles)
            or any(len(one) > 200 for one in ids)
        ):
            return 63013, "too long"
        if len({title.casefold() for title in titles}) != len(titles) or len(set(ids)) != len(ids):
            return 63013, "two choices look the same"
    return None
