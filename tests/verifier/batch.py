"""Asks verify.py many questions in one run: the first line holds the trusts, each further line one question; one answer a line."""

import base64
import importlib.util
import json
import os
import sys

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "verifier", "verify.py")
sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("verify", PATH)
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)


def decode(text):
    return None if text is None else base64.b64decode(text)


def trust_of(given):
    """A trust, or the refusal that reading it gave."""
    try:
        return verify.Trust(given["logs"], given["witnesses"], given["quorum"])
    except verify.Refused as refused:
        return refused


def answer(question, trusts):
    if "signature" in question:
        return verify.verify_ed25519(decode(question["key"]), decode(question["message"]), decode(question["signature"]))
    trust = trusts[question["trust"]]
    try:
        if isinstance(trust, verify.Refused):
            raise trust
        facts = verify.verify(decode(question["receipt"]), trust, decode(question["entry"]), decode(question["leafHash"]))
        return {"code": "genuine", "facts": facts}
    except verify.Refused as refused:
        return {"code": refused.code, "facts": None}


def main():
    lines = sys.stdin.buffer.read().decode("utf-8").split("\n")
    trusts = [trust_of(given) for given in json.loads(lines[0])["trusts"]]
    for line in lines[1:]:
        print(json.dumps(answer(json.loads(line), trusts)))


main()
