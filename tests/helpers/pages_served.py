"""A site on this machine for tests of fetching: pages by path, each with status, headers and bytes."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Page = tuple[int, dict[str, str], bytes]


class Site:
    """``pages`` are what it serves; ``asked`` are the paths that it was asked for, in order, with the asker's name."""

    def __init__(self) -> None:
        self.address = ""
        self.pages: dict[str, Page] = {}
        self.asked: list[tuple[str, str]] = []

    def serve(self, path: str, data: bytes, media_type: str = "text/html", status: int = 200, **headers: str) -> str:
        """Serves bytes at a path; the address of it."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": media_type, **named}, data)
        return self.address + path

    def leads(self, path: str, target: str) -> str:
        """Sends who asks for a path to another address."""
        return self.serve(path, b"", status=302, Location=target)

    def paths(self) -> list[str]:
        """What it was asked for but its rules."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def a_site() -> Iterator[Site]:
    """The site, as long as the block lasts."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, self.headers.get("User-Agent", "")))
            status, headers, data = site.pages.get(self.path, (404, {}, b"nothing here"))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
