import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What an authenticator, or whoever sits between it and the server, tells otherwise than an honest one. */
export interface Told {
  readonly origin?: string;
  readonly rpId?: string;
  /** in the place of the challenge it was given */
  readonly challenge?: string;
  /** `webauthn.create` or `webauthn.get`, in the place of what it does */
  readonly type?: string;
  /** whether its person touched it (UP) and was recognised by finger, face or PIN (UV) */
  readonly present?: boolean;
  readonly recognised?: boolean;
  /** the signature counter it tells, in the place of the next one */
  readonly counter?: number;
  /** whose account it says it opens; null: it says nothing */
  readonly userHandle?: string | null;
  /** the credential it says it is */
  readonly credentialId?: string;
  /** changes what was signed after it was signed */
  readonly spoilt?: boolean;
}

type Options = Record<string, unknown>;
type Answer = { id: string; rawId: string; type: 'public-key'; response: Record<string, unknown>; clientExtensionResults: Record<string, unknown> };

/** An authenticator in software: one ES256 key (COSE algorithm -7) that answers challenges as W3C WebAuthn Level 3 says, without attestation. */
export interface SoftwareKey {
  readonly credentialId: string;
  /** What a browser sends after `navigator.credentials.create`. */
  make(options: Options, told?: Told): Answer;
  /** What a browser sends after `navigator.credentials.get`; the counter goes up by one, unless told. */
  show(options: Options, told?: Told): Answer;
}

/** A new one. With `counts` false its counter stands at 0 for ever, as that of passkeys which are copied between the devices of one person. */
export function softwareKey({ counts = true }: { counts?: boolean } = {}): SoftwareKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const own = randomBytes(24).toString('base64url');
  let userHandle = '';
  let counter = 0;
  return {
    credentialId: own,
    make(options, told = {}) {
      const credentialId = told.credentialId ?? own;
      userHandle = String((options.user as { id: string }).id);
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      // RFC 9052 section 7, RFC 9053 section 7.1.1: key type 2 (EC2), algorithm -7 (ES256), curve 1 (P-256), x, y.
      const key = cborMap([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')]]);
      const id = Buffer.from(credentialId, 'base64url');
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([id.length >> 8, id.length & 0xff]), id, key]);
      const authenticatorData = dataOf(String((options.rp as { id: string }).id), told, told.counter ?? 0, attested);
      const attestationObject = cborMap([['fmt', 'none'], ['attStmt', null], ['authData', authenticatorData]]);
      const response = { clientDataJSON: clientDataOf('webauthn.create', options, told).toString('base64url'), attestationObject: attestationObject.toString('base64url'), transports: ['internal'] };
      return { id: credentialId, rawId: credentialId, type: 'public-key', response, clientExtensionResults: {} };
    },
    show(options, told = {}) {
      if (counts) counter += 1;
      const authenticatorData = dataOf(String(options.rpId), told, told.counter ?? counter);
      const clientData = clientDataOf('webauthn.get', options, told);
      const signature = sign('sha256', Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]), privateKey);
      if (told.spoilt) authenticatorData.writeUInt32BE(authenticatorData.readUInt32BE(33) + 1, 33);
      const handle = told.userHandle === undefined ? userHandle : told.userHandle;
      const response = { authenticatorData: authenticatorData.toString('base64url'), clientDataJSON: clientData.toString('base64url'), signature: signature.toString('base64url'), ...(handle === null ? {} : { userHandle: handle }) };
      const id = told.credentialId ?? own;
      return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} };
    },
  };
}

/** WebAuthn section 5.8.1: what the browser says about the page that asked. */
function clientDataOf(type: string, options: Options, told: Told): Buffer {
  return Buffer.from(JSON.stringify({ type: told.type ?? type, challenge: told.challenge ?? String(options.challenge), origin: told.origin ?? 'http://localhost', crossOrigin: false }));
}

/** WebAuthn section 6.1: digest of the relying party, flags, counter, and the new credential where there is one. */
function dataOf(rpId: string, told: Told, counter: number, attested?: Buffer): Buffer {
  const flags = ((told.present ?? true) ? 0x01 : 0) | ((told.recognised ?? true) ? 0x04 : 0) | (attested ? 0x40 : 0);
  const head = Buffer.alloc(5);
  head.writeUInt8(flags, 0);
  head.writeUInt32BE(counter, 1);
  return Buffer.concat([createHash('sha256').update(told.rpId ?? rpId).digest(), head, ...(attested ? [attested] : [])]);
}

/** An empty map is told as null. */
type Cbor = number | string | Buffer | null;

/** A map in CBOR (RFC 8949) of what attestations hold: small whole numbers, text, bytes and an empty map. */
function cborMap(entries: readonly (readonly [number | string, Cbor])[]): Buffer {
  return Buffer.concat([cborHead(5, entries.length), ...entries.flatMap(([key, value]) => [cborOf(key), cborOf(value)])]);
}

function cborOf(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value);
  if (typeof value === 'string') return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)]);
  return value === null ? cborMap([]) : Buffer.concat([cborHead(2, value.length), value]);
}

/** RFC 8949 section 3: three bits of type, then the number itself, or its length and the number. */
function cborHead(type: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(type << 5) | count]);
  return count < 256 ? Buffer.from([(type << 5) | 24, count]) : Buffer.from([(type << 5) | 25, count >> 8, count & 0xff]);
}
