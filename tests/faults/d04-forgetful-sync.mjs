/** A planted defect, loaded into the server with --import: files (FORGET=files) or folders (FORGET=folders) are not synced any more, and whoever asked is told that they were. */
import { open } from 'node:fs/promises';

const probe = await open(new URL(import.meta.url), 'r');
const prototype = Object.getPrototypeOf(probe);
await probe.close();
const { sync } = prototype;
prototype.sync = async function forgetfulSync() {
  const isFolder = (await this.stat()).isDirectory();
  if ((process.env.FORGET === 'folders') === isFolder) return;
  await sync.call(this);
};
