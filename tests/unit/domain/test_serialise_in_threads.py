"""Types are looked up one after the other: threads that decode at once end nobody's program."""

import subprocess
import sys

_MANY_AT_ONCE = """
import sys, threading
import msgspec
from lessonbook.domain.serialise import from_json, from_msgpack, from_plain

sys.setswitchinterval(1e-6)
for number in range(60):
    inner = msgspec.defstruct(f"Inner{number}", [(f"a{at}", int | None, None) for at in range(30)])
    middle = msgspec.defstruct(f"Middle{number}", [(f"b{at}", tuple[inner, ...] | None, None) for at in range(30)])
    kind = msgspec.defstruct(f"Kind{number}", [("c", middle), ("d", list[inner])])
    value = {"c": {"b1": [{"a1": 1}]}, "d": [{"a2": 2}]}
    written, packed = msgspec.json.encode(value), msgspec.msgpack.encode(value)
    ways = [lambda: from_json(written, kind), lambda: from_msgpack(packed, kind), lambda: from_plain(value, kind)]
    start = threading.Barrier(6)
    found = []

    def read(way):
        start.wait()
        found.append(way())

    threads = [threading.Thread(target=read, args=(way,)) for way in ways * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6 and all(one == found[0] for one in found)
print("all well")
"""


def test_threads_that_decode_a_new_type_at_once():
    done = subprocess.run([sys.executable, "-c", _MANY_AT_ONCE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "all well\n"), done.stderr
