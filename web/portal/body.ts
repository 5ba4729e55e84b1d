import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { gather, type Posted } from '../ui/form/read-form.ts';

/** What a page's form posted. */
export interface PostedBody {
  readonly fields: Posted;
  readonly files: readonly { readonly field: string; readonly file: File }[];
  /** more than one request may carry: read to its end and thrown away, so that the browser gets a page and not a broken connection */
  readonly tooLarge: boolean;
}

/** Nothing posted. */
export const emptyBody: PostedBody = { fields: {}, files: [], tooLarge: false };

const mega = 1024 * 1024;
/** Most bytes kept of one upload request: the greatest file (50 MB, server/platform/files) and room for fields. */
const uploadBytes = 64 * mega;
/** Past this the connection is cut: nobody reads a film to its end. */
const drainBytes = 512 * mega;
const textBytes = mega;

/** Reads urlencoded and multipart forms in this scope only; the API's own parsers are left as they are. `mayUpload` says whose uploads are kept at all. */
export function readBodies(app: FastifyInstance, mayUpload: (request: FastifyRequest) => boolean): void {
  app.removeContentTypeParser(['application/x-www-form-urlencoded', 'multipart/form-data']);
  app.addContentTypeParser('application/x-www-form-urlencoded', async (_request: FastifyRequest, payload: IncomingMessage) => {
    const bytes = await collect(payload, textBytes);
    return bytes ? { ...emptyBody, fields: gather(new URLSearchParams(bytes.toString('utf8'))) } : { ...emptyBody, tooLarge: true };
  });
  app.addContentTypeParser('multipart/form-data', async (request: FastifyRequest, payload: IncomingMessage) => {
    const bytes = await collect(payload, mayUpload(request) ? uploadBytes : 0);
    return bytes ? readMultipart(bytes, request.headers['content-type'] ?? '') : { ...emptyBody, tooLarge: mayUpload(request) };
  });
}

/** The bytes of a request, or undefined when there are more than `limit`; the rest is read and dropped. */
async function collect(payload: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) kept.length = 0;
    else kept.push(chunk);
    if (size > drainBytes) {
      payload.destroy();
      return undefined;
    }
  }
  return size > limit ? undefined : Buffer.concat(kept);
}

async function readMultipart(bytes: Buffer, contentType: string): Promise<PostedBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData().catch(() => undefined);
  if (!form) return emptyBody;
  const entries = [...form.entries()];
  const files = entries.flatMap(([field, value]) => (typeof value === 'string' || (value.size === 0 && value.name === '') ? [] : [{ field, file: value }]));
  return { fields: gather(entries), files, tooLarge: false };
}
