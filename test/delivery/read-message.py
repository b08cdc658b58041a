"""Prints as JSON what Python's e-mail package reads in a message on standard input."""
import base64, email, email.policy, json, sys

message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
print(json.dumps({
    "headers": {name: str(value) for name, value in message.items()},
    "defects": [repr(defect) for part in message.walk() for defect in part.defects],
    "parts": [{
        "type": part.get_content_type(),
        "name": part.get_filename(),
        "disposition": part.get_content_disposition(),
        "bytes": base64.b64encode(part.get_payload(decode=True)).decode(),
    } for part in message.walk() if not part.is_multipart()],
}))
