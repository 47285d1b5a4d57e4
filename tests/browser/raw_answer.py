"""One answer of a server, asked without a browser."""

import http.client
from urllib.parse import urlsplit


def ask(address, method, path, **headers):
    """Return status, headers and body of one answer."""
    link = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    link.request(method, path, headers=headers)
    answer = link.getresponse()
    body = answer.read().decode("utf-8", "replace")
    link.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body
