"""A mail server that asks for a login: AUTH PLAIN and LOGIN after STARTTLS, one account."""

import asyncio
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

certificate, key, port, user, password = sys.argv[1:6]


class Accept:
    async def handle_DATA(self, server, session, envelope):
        print("accepted", session.auth_data.decode(), *envelope.rcpt_tos, flush=True)
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    given = isinstance(data, LoginPassword) and (data.login, data.password)
    if given == (user.encode(), password.encode()):
        return AuthResult(success=True, auth_data=data.login)
    return AuthResult(success=False, handled=False)


class Server(Controller):
    def factory(self):
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, key)
        return SMTP(
            self.handler,
            tls_context=context,
            require_starttls=True,
            authenticator=authenticate,
            auth_required=True,
        )


Server(Accept(), hostname="127.0.0.1", port=int(port)).start()
print("ready", flush=True)
asyncio.new_event_loop().run_forever()
