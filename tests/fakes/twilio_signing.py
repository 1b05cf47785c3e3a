"""Signs requests as Twilio does: HMAC over address and sorted fields, written from the published description."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from urllib.parse import urlencode

SID = "AC" + "0123456789abcdef" * 2
TOKEN = "fedcba9876543210" * 2
OUR_NUMBER = "+628110000000"
SMS_NUMBER = "+628110000009"
BASE_URL = "https://lapor.invented.id"


def signature(url: str, fields: Mapping[str, str], token: str = TOKEN, algorithm: str = "sha1") -> str:
    """Give the signature of a form posted to a URL."""
    signed = url + "".join(f"{name}{fields[name]}" for name in sorted(fields))
    return base64.b64encode(hmac.new(token.encode(), signed.encode(), algorithm).digest()).decode()


def signed_post(
    path: str, fields: Mapping[str, str], *, token: str = TOKEN, query: str = "", algorithm: str = "sha1"
) -> tuple[str, dict[str, str], bytes]:
    """Give target, headers and body of a request as Twilio would send it."""
    target = f"{path}?{query}" if query else path
    headers = {
        "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
        "user-agent": "TwilioProxy/1.1",
        "i-twilio-idempotency-token": hashlib.sha256(repr(sorted(fields.items())).encode()).hexdigest(),
        "x-twilio-signature": signature(f"{BASE_URL}{target}", fields, token, algorithm),
    }
    if algorithm == "sha256":
        headers["x-twilio-webhooks-signature-settings"] = "key=webhooks_sharedkey_1,algorithm=HMAC_SHA256"
    return target, headers, urlencode(fields).encode()


def message_form(body: str = "halo", *, number: int = 1, sender: str = "+6281200000001", **more: str) -> dict[str, str]:
    """An inbound message as captured ones look; each `number` is another message."""
    sid = f"SM{number:032x}"
    digits = sender.removeprefix("+") if sender.startswith("+") else ""
    return {
        "SmsMessageSid": sid,
        "NumMedia": "0",
        "ProfileName": "Bu 😀",
        "MessageType": "text",
        "SmsSid": sid,
        "WaId": digits,
        "SmsStatus": "received",
        "Body": body,
        "To": f"whatsapp:{OUR_NUMBER}",
        "NumSegments": "1",
        "ReferralNumMedia": "0",
        "MessageSid": sid,
        "AccountSid": SID,
        "From": f"whatsapp:{sender}",
        "ApiVersion": "2010-04-01",
        **more,
    }


def sms_form(body: str, *, number: int = 1, sender: str = "+6281200000001") -> dict[str, str]:
    """An SMS to our number; each `number` is another message."""
    sid = f"SM{number:032x}"
    return {
        "ToCountry": "ID",
        "SmsMessageSid": sid,
        "NumMedia": "0",
        "SmsSid": sid,
        "SmsStatus": "received",
        "Body": body,
        "FromCountry": "ID",
        "To": SMS_NUMBER,
        "NumSegments": "1",
        "MessageSid": sid,
        "AccountSid": SID,
        "From": sender,
        "ApiVersion": "2010-04-01",
    }


def sms_status_form(sid: str, status: str, *, to: str = "+6281200000001", error: str = "") -> dict[str, str]:
    """A status callback of an SMS of ours."""
    failed = {"ErrorCode": error} if error else {}
    return {
        "SmsSid": sid,
        "SmsStatus": status,
        "To": to,
        "MessageSid": sid,
        "AccountSid": SID,
        "From": SMS_NUMBER,
        "MessageStatus": status,
        "ApiVersion": "2010-04-01",
        **failed,
    }


def status_form(sid: str, status: str, *, to: str = "+6281200000001", error: str = "") -> dict[str, str]:
    """A status callback of a WhatsApp message of ours."""
    failed = {"ErrorCode": error, "ErrorMessage": "", "ChannelStatusMessage": ""} if error else {}
    return {
        "ChannelInstallSid": "XE" + "0" * 32,
        "SmsSid": sid,
        "SmsStatus": status,
        "ChannelToAddress": to,
        "To": f"whatsapp:{to}",
        "ChannelPrefix": "whatsapp",
        "MessageSid": sid,
        "AccountSid": SID,
        "From": f"whatsapp:{OUR_NUMBER}",
        "MessageStatus": status,
        "EventType": status.upper(),
        "ApiVersion": "2010-04-01",
        **failed,
    }
