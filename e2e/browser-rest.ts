import type { Page } from 'playwright-core';

/** What stays behind of a page's use: places of a browser that outlive the page, by name. */
export interface Followed {
  /** Where any of these words stands: addresses asked for, storages, databases, caches, cookies that scripts read. Each place once. */
  placesOf(words: readonly string[]): Promise<readonly string[]>;
}

/** Follows a page from now on: its addresses are in the history, in proxies' logs and in the server's (EP-13, EP-15). */
export function followed(page: Page): Followed {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(decoded(request.url())));
  return {
    async placesOf(words) {
      const kept = { ...(await page.evaluate(readStorages)), addresses: addresses.join('\n') };
      return Object.entries(kept).filter(([, text]) => words.some((word) => text.includes(word))).map(([place]) => place).sort();
    },
  };
}

/** Puts a word into each kind of place, as a careless screen could: where the search misses one, it proves nothing. */
export async function leaveEverywhere(page: Page, word: string): Promise<void> {
  await page.evaluate(async (left) => {
    localStorage.setItem('left', left);
    sessionStorage.setItem('left', JSON.stringify({ deep: [left] }));
    document.cookie = `left=${encodeURIComponent(left)}; path=/`;
    await (await caches.open('left')).put('/left', new Response(left));
    await new Promise<void>((resolve, reject) => {
      const asked = indexedDB.open('left', 1);
      asked.onupgradeneeded = () => void asked.result.createObjectStore('kept', { autoIncrement: true }).add({ left });
      asked.onsuccess = () => resolve(asked.result.close());
      asked.onerror = () => reject(new Error('no database of the browser'));
    });
    await fetch(`/left?${new URLSearchParams({ left }).toString()}`);
  }, word);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '));
  } catch {
    return address;
  }
}

/** Runs in the page. */
async function readStorages(): Promise<Record<string, string>> {
  const done = <T>(asked: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(new Error('a database of the browser cannot be read'));
  });
  const databases: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) databases.push(await done(database.transaction(store).objectStore(store).getAll()));
    database.close();
  }
  const cached: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) cached.push(request.url, (await (await cache.match(request))?.text()) ?? '');
  }
  return { localStorage: JSON.stringify({ ...localStorage }), sessionStorage: JSON.stringify({ ...sessionStorage }), cookies: decodeURIComponent(document.cookie), databases: JSON.stringify(databases), caches: cached.join('\n') };
}
