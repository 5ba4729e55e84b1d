import { sm2 } from 'sm-crypto-v2';

/** A pair of SM2 (GB/T 32918.2): the private key as 64, the public one as 130 hexadecimal digits. The private key is hidden from inspectors and JSON. */
export type Sm2Pair = { readonly privateKey: string; readonly publicKey: string };

/**
 * The distinguishing identifier every standard verifier expects (GB/T 35276 §10). Node's own `sign('sm3', …)` uses none, so its signatures are refused
 * elsewhere and it refuses those of others: that is why SM2 is not done by node:crypto here.
 */
const userId = '1234567812345678';

/** A new random pair. */
export function newSm2Pair(): Sm2Pair {
  const { privateKey } = sm2.generateKeyPairHex();
  return hidden(privateKey);
}

/** The pair of a private key as it stands in the key file; undefined where it is none. */
export function sm2PairOf(text: unknown): Sm2Pair | undefined {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text) && !/^0+$/.test(text) ? hidden(text) : undefined;
}

function hidden(privateKey: string): Sm2Pair {
  const pair = { publicKey: sm2.getPublicKeyFromPrivateKey(privateKey) };
  // A getter that no inspector calls and no JSON holds (C-CR-5): the bytes are a string in memory, which a KeyObject would not be, for node:crypto signs otherwise.
  Object.defineProperty(pair, 'privateKey', { enumerable: false, get: () => privateKey });
  return pair as Sm2Pair;
}

/** SM2 signature with SM3 and the standard identifier, 64 bytes r ‖ s. */
export function signSm2(pair: Sm2Pair, message: Uint8Array): Buffer {
  return Buffer.from(sm2.doSignature(message, pair.privateKey, { hash: true, publicKey: pair.publicKey, userId }), 'hex');
}

/** Whether the holder of this public key (130 hexadecimal digits) signed the message; bytes that are no signature are a no. */
export function isSm2Signature(publicKey: string, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return sm2.doVerifySignature(message, Buffer.from(signature).toString('hex'), publicKey, { hash: true, userId });
  } catch {
    return false;
  }
}
