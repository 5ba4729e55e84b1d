/**
 * The stand-in for an object store as a program of its own: `OBJECT_STORE_PORT` (0: any), `OBJECT_STORE_BUCKET`, `OBJECT_STORE_ACCESS_KEY_ID` and
 * `OBJECT_STORE_SECRET_ACCESS_KEY`. Prints its address as one line and ends with whoever started it. What it holds is gone when it ends.
 */
import { startFakeObjectStore } from './fake-object-store.ts';

const { OBJECT_STORE_PORT = '0', OBJECT_STORE_BUCKET = 'yimen-backups', OBJECT_STORE_ACCESS_KEY_ID = 'stand-in', OBJECT_STORE_SECRET_ACCESS_KEY = '' } = process.env;
if (OBJECT_STORE_SECRET_ACCESS_KEY === '') {
  console.error('OBJECT_STORE_SECRET_ACCESS_KEY is not set.');
  process.exit(1);
}

startFakeObjectStore({ port: Number(OBJECT_STORE_PORT), bucket: OBJECT_STORE_BUCKET, accessKeyId: OBJECT_STORE_ACCESS_KEY_ID, secretAccessKey: OBJECT_STORE_SECRET_ACCESS_KEY }).then(
  ({ url }) => console.log(`stand-in for an object store: ${url}`),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
