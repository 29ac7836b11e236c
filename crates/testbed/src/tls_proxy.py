"""A proxy that speaks TLS, before a server that doesn't. Arguments: certificate, key, port, port of plain
HTTP, and words: forwards (says where readers come from), redirects (plain HTTP leads to HTTPS). The server
behind it is named in a file that stands in the last argument: ADDRESS:PORT."""

import http.client
import http.server
import pathlib
import ssl
import sys
import threading

certificate, key, port, plain, words, behind = sys.argv[1:]
HOP = {"connection", "keep-alive", "transfer-encoding", "content-length"}


class Proxy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        fields = {name: value for name, value in self.headers.items() if name.lower() not in HOP}
        if "forwards" in words:
            fields["X-Forwarded-For"] = self.client_address[0]
        try:
            server = http.client.HTTPConnection(pathlib.Path(behind).read_text().strip(), timeout=20)
            server.request("GET", self.path, headers=fields)
            reply = server.getresponse()
            body = reply.read()
        except OSError:
            self.send_error(502)
            return
        self.send_response_only(reply.status)
        for name, value in reply.getheaders():
            if name.lower() not in HOP:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Plain(Proxy):
    def do_GET(self):
        if "redirects" not in words:
            return super().do_GET()
        self.send_response_only(308)
        self.send_header("Location", "https://" + self.headers.get("Host", "") + self.path)
        self.send_header("Content-Length", "0")
        self.end_headers()


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def finish_request(self, request, address):
        super().finish_request(context.wrap_socket(request, server_side=True), address)

    def handle_error(self, request, address):
        pass


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
threading.Thread(
    target=http.server.ThreadingHTTPServer(("127.0.0.1", int(plain)), Plain).serve_forever, daemon=True
).start()
server = Server(("127.0.0.1", int(port)), Proxy)
print("ready", flush=True)
server.serve_forever()
