#!/usr/bin/env python3
"""Checks a Yimen receipt (c2sp.org/tlog-proof@v1) without network and without anybody's help.

    verify.py [--log-key KEY]... [--witness-key KEY]... [--quorum N] [--record FILE | --leaf HASH] receipt.tlog-proof
    verify.py --vectors DIR

One line of reason on standard output; exit code 0: genuine, 1: not genuine or it cannot be told, 2: wrong use.
Only Python's standard library (3.8 or newer). Written from RFC 6962 section 2.1 and RFC 9162 section 2.1 (Merkle tree, by their
recursive definition), RFC 8032 section 5.1 (Ed25519), RFC 4648 section 4, RFC 8785 (canonical JSON) and the C2SP texts signed-note,
tlog-checkpoint, tlog-cosignature and tlog-proof; it shares no line with verify.html, and must give the same answer.
"""

import argparse
import base64
import binascii
import datetime
import hashlib
import json
import math
import os
import re
import sys

MAX_NUMBER = 2**53 - 1
MAX_BYTES = 1 << 20
MAX_SIGNATURES = 64


class Refused(Exception):
    """Why a receipt is not accepted: a code of REASONS and the values of its sentence."""

    def __init__(self, code, **params):
        super().__init__(code)
        self.code = code
        self.params = params


# --- Ed25519, RFC 8032 section 5.1: points as (X, Y, Z, T) -------------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def add_points(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add_points(result, point)
        point = add_points(point, point)
        scalar >>= 1
    return result


def same_point(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0:
        return None if sign else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - x2) % P:
        return None
    return P - x if (x & 1) != sign else x


def decode_point(data):
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def verify_ed25519(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r = decode_point(key), decode_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    return same_point(multiply(s, BASE), add_points(r, multiply(h, a)))


def is_sound_key(key):
    """On the curve and not of small order: with one of those eight points a signature can fit any message."""
    point = decode_point(key)
    return point is not None and not same_point(multiply(8, point), (0, 1, 1, 0))


# --- Merkle tree, by the recursive definitions of RFC 6962 section 2.1 -----------------------------------------------------------------


def leaf_hash_of(leaf):
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(n):
    """The largest power of two smaller than n."""
    return 1 << ((n - 1).bit_length() - 1)


def root_from(index, size, leaf_hash, proof):
    """The root that PATH(index, D[size]) = proof leads to (RFC 6962 section 2.1.1); None when the length is not exactly right."""
    if size == 1:
        return leaf_hash if not proof else None
    if not proof:
        return None
    k = split(size)
    if index < k:
        left, right = root_from(index, k, leaf_hash, proof[:-1]), proof[-1]
    else:
        left, right = proof[-1], root_from(index - k, size - k, leaf_hash, proof[:-1])
    return None if left is None or right is None else node_hash(left, right)


def check_inclusion(index, size, leaf_hash, proof, root):
    if not 0 <= index < size <= MAX_NUMBER:
        raise Refused("index.beyond_tree")
    if len(leaf_hash) != 32 or any(len(one) != 32 for one in proof):
        raise Refused("proof.wrong")
    reached = root_from(index, size, leaf_hash, proof)
    if reached is None:
        raise Refused("proof.length")
    if reached != root:
        raise Refused("proof.wrong")


def roots_from(m, n, whole, proof, root1):
    """(root of the first m leaves, root of all n) that SUBPROOF(m, D[n], whole) = proof leads to (RFC 6962 section 2.1.2), or None."""
    if m == n:
        if whole:
            return (root1, root1) if not proof else None
        return (proof[0], proof[0]) if len(proof) == 1 else None
    if not proof:
        return None
    k, last = split(n), proof[-1]
    if m <= k:
        pair = roots_from(m, k, whole, proof[:-1], root1)
        return pair and (pair[0], node_hash(pair[1], last))
    pair = roots_from(m - k, n - k, False, proof[:-1], root1)
    return pair and (node_hash(last, pair[0]), node_hash(last, pair[1]))


def is_consistent(size1, size2, root1, root2, proof):
    """No proof from the empty tree: it would say nothing."""
    if not 1 <= size1 <= size2 <= MAX_NUMBER:
        return False
    if size1 == size2:
        return not proof and root1 == root2
    if any(len(one) != 32 for one in [root1, root2] + proof):
        return False
    return roots_from(size1, size2, True, proof, root1) == (root1, root2)


# --- canonical JSON, RFC 8785 ------------------------------------------------------------------------------------------------------------


def number_text(value):
    """A double as ECMAScript's Number::toString writes it: Python gives the same shortest digits, placed by ECMAScript's rules."""
    if not math.isfinite(value):
        raise ValueError("a number without end")
    if value == 0:
        return "0"
    mantissa, exponent = ("%r" % abs(value)).lower().partition("e")[::2]
    whole, _, fraction = mantissa.partition(".")
    point = len(whole) + int(exponent or 0)
    digits = whole + fraction
    point -= len(digits) - len(digits.lstrip("0"))
    digits = digits.strip("0")
    sign, count = "-" if value < 0 else "", len(digits)
    if count <= point <= 21:
        return sign + digits + "0" * (point - count)
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    head = digits[0] + ("." + digits[1:] if count > 1 else "")
    return "%s%se%s%d" % (sign, head, "+" if point > 0 else "-", abs(point - 1))


def canonical_json(value, depth=0):
    if depth > 64:
        raise ValueError("too deep")
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, str):
        value.encode("utf-8")  # half a surrogate pair has no UTF-8: UnicodeEncodeError is a ValueError
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(canonical_json(one, depth + 1) for one in value) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(canonical_json(n, depth + 1) + ":" + canonical_json(value[n], depth + 1) for n in names) + "}"


def not_json(_text):
    raise ValueError("NaN and Infinity are not JSON")


def read_extra(data):
    """(leaf hash, leaf or None, content or None): 32 bytes are a leaf hash, else canonical JSON {leaf} or {content, leaf, salt}.

    Nothing here is trusted: it only rebuilds the leaf.
    """
    if len(data) == 32:
        return data, None, None
    try:
        text = data.decode("utf-8")
        value = json.loads(text, parse_int=float, parse_constant=not_json)
        if not isinstance(value, dict) or not isinstance(value.get("leaf"), dict) or canonical_json(value) != text:
            raise ValueError("not the canonical record")
        if set(value) not in ({"leaf"}, {"leaf", "salt", "content"}):
            raise ValueError("other members")
        leaf = value["leaf"]
        leaf_hash = leaf_hash_of(canonical_json(leaf).encode("utf-8"))
        if "salt" not in value:
            return leaf_hash, leaf, None
        salt = from_base64(value["salt"]) if isinstance(value["salt"], str) else None
        if salt is None or len(salt) != 32:
            raise ValueError("no salt")
        content = canonical_json(value["content"]).encode("utf-8")
    except (ValueError, RecursionError):
        raise Refused("record.not_readable") from None
    commitment = hashlib.sha256(b"\x02" + salt + content).digest()
    if leaf.get("commit") not in (commitment.hex(), base64.b64encode(commitment).decode()):
        raise Refused("record.other_content")
    return leaf_hash, leaf, value["content"]


# --- text ----------------------------------------------------------------------------------------------------------------------------------

SPACES = frozenset("\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000 " + "".join(map(chr, range(0x2000, 0x200B))))


def from_base64(text):
    """The bytes, or None when the text is empty or not the one canonical way to write them."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, binascii.Error):
        return None
    return data if data and base64.b64encode(data).decode() == text else None


def number_of(text):
    number = int(text) if re.fullmatch("0|[1-9][0-9]{0,15}", text) else -1
    return number if 0 <= number <= MAX_NUMBER else None


def is_key_name(name):
    return bool(name) and not any(sign == "+" or sign < " " or sign in SPACES for sign in name)


# --- keys ------------------------------------------------------------------------------------------------------------------------------------


class Key:
    """A verifier key of signed-note: name+id+base64(type byte, 32 bytes)."""

    def __init__(self, text, kind):
        parts = text.split("+", 2)
        shown = text[:80]
        material = from_base64(parts[2]) if len(parts) == 3 else None
        if material is None or len(material) != 33 or not is_key_name(parts[0]) or not re.fullmatch("[0-9a-f]{8}", parts[1]):
            raise Refused("key.malformed", key=shown)
        try:
            name = parts[0].encode("utf-8")
        except UnicodeEncodeError:
            raise Refused("key.malformed", key=shown) from None
        if material[0] != kind:
            raise Refused("key.other_kind", key=shown)
        self.name, self.id, self.key = parts[0], parts[1], material[1:]
        if hashlib.sha256(name + b"\n" + material).hexdigest()[:8] != self.id:
            raise Refused("key.other_id", key=shown)
        if not is_sound_key(self.key):
            raise Refused("key.weak", key=shown)


class Trust:
    """Whom the checker believes: keys of logs, keys of witnesses, and how many witnesses must have signed (None: more than half)."""

    def __init__(self, logs, witnesses, quorum=None):
        self.logs, self.witnesses = [], []
        for texts, kind, keys in ((logs, 1, self.logs), (witnesses, 4, self.witnesses)):
            for text in texts:
                key = Key(text, kind)
                if any(key.key == known.key for known in self.logs + self.witnesses):
                    raise Refused("key.twice", key=text[:80])
                keys.append(key)
        names = len({witness.name for witness in self.witnesses})
        self.quorum = quorum if quorum is not None else names // 2 + 1 if names else 0
        if not 0 <= self.quorum <= names:
            raise Refused("key.quorum_too_large")


# --- the receipt -----------------------------------------------------------------------------------------------------------------------------


class Receipt:
    """A tlog-proof read strictly: every byte belongs to one field, every field has one way to be written."""

    def __init__(self, data):
        if len(data) > MAX_BYTES:
            raise Refused("receipt.too_long")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            raise Refused("receipt.not_text") from None
        if any(sign < " " and sign != "\n" for sign in text):
            raise Refused("receipt.control_sign")
        lines = text.split("\n")
        if lines.pop(0) != "c2sp.org/tlog-proof@v1":
            raise Refused("receipt.not_a_receipt")
        self.extra = None
        if lines and lines[0].startswith("extra "):
            self.extra = from_base64(lines.pop(0)[len("extra ") :])
            if self.extra is None:
                raise Refused("receipt.extra_malformed")
        index = lines.pop(0) if lines else ""
        self.index = number_of(index[len("index ") :]) if index.startswith("index ") else None
        if self.index is None:
            raise Refused("receipt.index_malformed")
        if "" not in lines:
            raise Refused("checkpoint.malformed")
        gap = lines.index("")
        self.proof = [from_base64(line) for line in lines[:gap]]
        if any(one is None or len(one) != 32 for one in self.proof):
            raise Refused("receipt.proof_malformed")
        self.read_checkpoint(lines[gap + 1 :])

    def read_checkpoint(self, lines):
        body, rest = (lines[: lines.index("")], lines[lines.index("") + 1 :]) if "" in lines else ([], [])
        # The last line ends too, so what follows it is empty; the separating gap may itself be the last one.
        if len(body) < 3 or (rest and rest[-1] != ""):
            raise Refused("checkpoint.malformed")
        self.origin, self.size, self.root = body[0], number_of(body[1]), from_base64(body[2])
        if self.size is None or self.root is None or len(self.root) != 32:
            raise Refused("checkpoint.malformed")
        self.note = ("\n".join(body) + "\n").encode("utf-8")
        self.signatures = [self.read_signature(line) for line in rest[:-1]]
        if not 1 <= len(self.signatures) <= MAX_SIGNATURES:
            raise Refused("checkpoint.signature_malformed")

    @staticmethod
    def read_signature(line):
        dash, _, tail = line.partition(" ")
        name, _, encoded = tail.partition(" ")
        data = from_base64(encoded)
        if dash != "\u2014" or data is None or len(data) <= 4 or not is_key_name(name):
            raise Refused("checkpoint.signature_malformed")
        return name, data[:4].hex(), data[4:]

    def signed_by(self, keys, message_of):
        """[(key, signature bytes)]; a known key that signed wrongly, or twice, spoils the receipt; unknown keys are ignored."""
        known = []
        for name, key_id, data in self.signatures:
            for key in keys:
                if (key.name, key.id) == (name, key_id):
                    if any(before is key for before, _ in known):
                        raise Refused("signature.twice", name=name)
                    known.append((key, data))
        for key, data in known:
            message = message_of(data)
            if message is None or not verify_ed25519(key.key, message, data[-64:]):
                raise Refused("signature.wrong", name=key.name)
        return known


def cosigned_at(data):
    """Seconds since 1970 of a cosignature: 8 bytes of time, then 64 of signature; None when it is not one."""
    seconds = int.from_bytes(data[:8], "big")
    return seconds if len(data) == 72 and seconds <= MAX_NUMBER else None


def verify(data, trust, entry=None, leaf_hash=None):
    """What a genuine receipt proves, as a dict; raises Refused otherwise. entry: the record's own bytes; leaf_hash: its fingerprint."""
    receipt = Receipt(data)
    if receipt.size == 0:
        raise Refused("checkpoint.empty_tree")
    if receipt.index >= receipt.size:
        raise Refused("index.beyond_tree")
    log_keys = [key for key in trust.logs if key.name == receipt.origin]
    if not log_keys:
        raise Refused("log.unknown", name=receipt.origin)

    given = leaf_hash_of(entry) if entry is not None else leaf_hash
    carried, leaf, content = read_extra(receipt.extra) if receipt.extra is not None else (None, None, None)
    if given is not None and carried is not None and given != carried:
        raise Refused("record.other_record")
    leaf_hash = given if given is not None else carried
    if leaf_hash is None:
        raise Refused("record.missing")
    check_inclusion(receipt.index, receipt.size, leaf_hash, receipt.proof, receipt.root)

    if not receipt.signed_by(log_keys, lambda data: receipt.note if len(data) == 64 else None):
        raise Refused("signature.missing", name=receipt.origin)

    def cosigned(data):
        seconds = cosigned_at(data)
        return None if seconds is None else b"cosignature/v1\ntime %d\n" % seconds + receipt.note

    witnesses = [{"name": key.name, "seconds": cosigned_at(data)} for key, data in receipt.signed_by(trust.witnesses, cosigned)]
    signed = len({witness["name"] for witness in witnesses})
    if signed < trust.quorum:
        raise Refused("witness.too_few", have=signed, need=trust.quorum)
    return {
        "origin": receipt.origin,
        "index": receipt.index,
        "size": receipt.size,
        "root": receipt.root.hex(),
        "leafHash": leaf_hash.hex(),
        "leaf": leaf,
        "content": content,
        "witnesses": witnesses,
        "quorum": trust.quorum,
    }


def tidied(data):
    """Mailed or pasted text with its line ends put right: the same text, nothing else."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    text = text[1:] if text.startswith("\ufeff") else text
    return (re.sub("\r\n?", "\n", text).lstrip(" \t\n").rstrip(" \t\n") + "\n").encode("utf-8")


# --- command line ----------------------------------------------------------------------------------------------------------------------------

REASONS = {
    "receipt.too_long": ("凭证过长（上限 1 MiB）", "the receipt is longer than 1 MiB"),
    "receipt.not_text": ("文件不是 UTF-8 文本", "the file is not UTF-8 text"),
    "receipt.control_sign": ("文本中有不该出现的控制字符", "the text holds a control character"),
    "receipt.not_a_receipt": ("第一行不是 c2sp.org/tlog-proof@v1，这不是凭证", "the first line is not c2sp.org/tlog-proof@v1: this is no receipt"),
    "receipt.extra_malformed": ("extra 行写法不对", "the extra line is not canonical base64"),
    "receipt.index_malformed": ("index 行缺失或写法不对", "the index line is missing or malformed"),
    "receipt.proof_malformed": ("证明中有一行不是 32 字节的摘要", "a line of the proof is not a 32-byte hash"),
    "checkpoint.malformed": ("账本签名页缺失、不完整或写法不对", "the checkpoint is missing, cut or malformed"),
    "checkpoint.signature_malformed": ("有一行签名写法不对", "a signature line is malformed"),
    "checkpoint.empty_tree": ("账本是空的，什么也证明不了", "the log is empty: nothing can be in it"),
    "index.beyond_tree": ("序号超出账本的记录数", "the index lies beyond the size of the log"),
    "log.unknown": ("没有账本“{name}”的公钥，无法判断", "no key is given for the log \"{name}\": it cannot be told"),
    "record.missing": ("凭证里没有带记录，也没有另外给出记录或指纹，无法判断", "neither the receipt nor you gave the record or its fingerprint: it cannot be told"),
    "record.not_readable": ("extra 里的记录无法读取", "the record in the extra line cannot be read"),
    "record.other_content": ("所附内容与记录承诺的不是同一份", "the content is not the one that the record commits to"),
    "record.other_record": ("您给出的记录与凭证里的不是同一条", "the record you gave is not the one in the receipt"),
    "proof.length": ("证明的行数与位置不符", "the proof has the wrong number of hashes"),
    "proof.wrong": ("算出的账本指纹与签名页上的不同：记录或证明被改动过", "the proof does not lead to the signed root: the record or the proof was changed"),
    "signature.missing": ("没有账本“{name}”的签名", "the log \"{name}\" has not signed"),
    "signature.wrong": ("“{name}”的签名不对：凭证被改动过，或不是它签的", "the signature of \"{name}\" is wrong"),
    "signature.twice": ("“{name}”签了两次", "\"{name}\" signed twice"),
    "witness.too_few": ("见证方只有 {have} 个签名，需要 {need} 个", "{have} witnesses signed, {need} are needed"),
    "key.malformed": ("公钥写法不对：{key}", "a key is malformed: {key}"),
    "key.other_kind": ("公钥种类不对：{key}", "a key is of another kind: {key}"),
    "key.other_id": ("公钥与其编号不符：{key}", "a key does not fit its id: {key}"),
    "key.weak": ("公钥不安全：{key}", "a key is not sound: {key}"),
    "key.twice": ("同一公钥给出两次：{key}", "a key is given twice: {key}"),
    "key.quorum_too_large": ("要求的见证数超过见证方的个数", "more witnesses are demanded than are given"),
}


def told_time(seconds):
    """Beijing time; beyond the year 9999 the bare number."""
    try:
        moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds, hours=8)
    except OverflowError:
        return "%d" % seconds
    return moment.strftime("%Y-%m-%d %H:%M:%S +08:00")


def run_vectors(folder):
    """Every vector of the folder through this program; figures as one JSON object, exit code 0 when all are right."""

    def load(*path):
        with open(os.path.join(folder, *path), encoding="utf-8") as file:
            return json.load(file)

    def loose(text):
        return base64.b64decode(text)

    def included(case):
        try:
            check_inclusion(case["leafIdx"], case["treeSize"], loose(case["leafHash"]), [loose(one) for one in case["proof"] or []], loose(case["root"]))
        except Refused:
            return False
        return True

    def consistent(case):
        return is_consistent(case["size1"], case["size2"], loose(case["root1"]), loose(case["root2"]), [loose(one) for one in case["proof"] or []])

    outcomes = [included(case) != case["wantErr"] for case in load("rfc6962", "inclusion.json")["cases"]]
    outcomes += [consistent(case) != case["wantErr"] for case in load("rfc6962", "consistency.json")["cases"]]
    derived = load("tlog", "derived-tlog-proofs.json")
    trust, genuine = Trust([derived["vkey"]], []), 0
    for proof in derived["proofs"]:
        try:
            verify(proof["proofText"].encode("utf-8"), trust, entry=proof["entryUtf8"].encode("utf-8"))
            genuine += 1
        except Refused as refused:
            print("%s %s: %s" % (proof["size"], proof["index"], refused.code), file=sys.stderr)
    print(json.dumps({"vectors": len(outcomes), "passed": sum(outcomes), "proofs": len(derived["proofs"]), "genuine": genuine}))
    return 0 if all(outcomes) and genuine == len(derived["proofs"]) else 1


def read_arguments(arguments):
    parser = argparse.ArgumentParser(description="核验凭证 · Check a receipt (tlog-proof@v1) without network.")
    parser.add_argument("receipt", nargs="?", help="凭证文件 · the receipt file; - for standard input")
    parser.add_argument("--log-key", action="append", default=[], metavar="KEY", help="账本公钥 · key of the log: name+id+base64")
    parser.add_argument("--witness-key", action="append", default=[], metavar="KEY", help="见证方公钥 · key of a witness")
    parser.add_argument("--quorum", type=int, metavar="N", help="至少几个见证方 · how many witnesses must have signed (default: more than half)")
    parser.add_argument("--record", metavar="FILE", help="记录原文 · the record's own bytes, when the receipt does not carry it")
    parser.add_argument("--leaf", metavar="HASH", help="记录指纹 · the record's fingerprint: 64 hexadecimal digits")
    parser.add_argument("--vectors", metavar="DIR", help="run the published test vectors in DIR")
    given = parser.parse_args(arguments)
    if given.leaf is not None and not re.fullmatch("[0-9a-f]{64}", given.leaf.lower()):
        parser.error("--leaf: 64 hexadecimal digits")
    if (given.vectors is None) == (given.receipt is None) or (given.record and given.leaf):
        parser.error("one receipt, or --vectors; --record or --leaf, not both")
    return given


def read_bytes(path):
    if path == "-":
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:
        return file.read()


def main(arguments):
    given = read_arguments(arguments)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")
    if given.vectors is not None:
        return run_vectors(given.vectors)
    try:
        data = read_bytes(given.receipt)
        entry = read_bytes(given.record) if given.record else None
    except OSError as problem:
        print("无法读取文件 · cannot read: %s" % problem, file=sys.stderr)
        return 2
    leaf_hash = bytes.fromhex(given.leaf) if given.leaf else None
    try:
        trust = Trust(given.log_key, given.witness_key, given.quorum)
        try:
            facts, note = verify(data, trust, entry, leaf_hash), ""
        except Refused:
            if tidied(data) == data:
                raise
            facts, note = verify(tidied(data), trust, entry, leaf_hash), " · 已整理换行 line ends put right"
    except Refused as refused:
        # A name from the receipt may hold signs that steer a terminal.
        params = {name: "".join(sign if sign.isprintable() else "\ufffd" for sign in str(value)) for name, value in refused.params.items()}
        chinese, english = (text.format(**params) for text in REASONS[refused.code])
        unclear = refused.code in ("log.unknown", "record.missing") or refused.code.startswith("key.")
        print("%s · %s · %s [%s]" % ("无法判断 UNDECIDED" if unclear else "不是真的 NOT GENUINE", chinese, english, refused.code))
        return 1
    times = "".join(" · 见证 witness %s %s" % (one["name"], told_time(one["seconds"])) for one in facts["witnesses"])
    print("是真的 GENUINE · 账本 log %(origin)s · 序号 index %(index)d / %(size)d · 指纹 leaf %(leafHash)s" % facts + times + note)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
