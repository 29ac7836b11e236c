"""Answers over HTTPS with what stands in files. Arguments: certificate, key, port, folder."""

import http.server
import pathlib
import ssl
import sys
import threading
import time

certificate, key, port, folder = sys.argv[1:]


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        host = self.headers.get("Host", "").split(":")[0]
        print("GET", host, self.path, flush=True)
        self.count = 0
        try:
            self.answer(host)
        except OSError:
            pass
        print("sent", self.count, flush=True)

    def answer(self, host):
        try:
            text = (pathlib.Path(folder) / host / self.path.lstrip("/")).read_bytes()
        except OSError:
            return self.reply(404, b"nothing here\n")
        word, _, rest = text.partition(b"\n")[0].partition(b" ")
        if word == b"->":
            return self.reply(302, b"", {"Location": rest.decode()})
        if word == b"=":
            return self.reply(int(rest), b"")
        if word == b"~":
            return getattr(self, rest.decode())()
        self.reply(200, text, {"Content-Type": "text/html"})

    def reply(self, status, body, fields=()):
        self.send_response(status)
        for name, value in dict(fields).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.send(body)

    def send(self, body):
        self.wfile.write(body)
        self.count += len(body)

    def endless(self):
        self.send_response(200)
        self.end_headers()
        while True:
            self.send(b"undersigned=nothing\n" * 1000)

    def slow(self):
        self.send_response(200)
        self.end_headers()
        while True:
            self.send(b"u")
            time.sleep(1)

    def silent(self):
        time.sleep(60)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def finish_request(self, request, address):
        # In the request's own thread: one client that never speaks must not stop the others.
        request = context.wrap_socket(request, server_side=True)
        super().finish_request(request, address)

    def handle_error(self, request, address):
        pass


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
server = Server(("127.0.0.1", int(port)), Handler)
print("ready", flush=True)
threading.Thread(target=server.serve_forever).start()
