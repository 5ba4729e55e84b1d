/**
 * Keeps the screen of a hall as it is now: asks for the page again when the hall's stream says that something changed, and every minute, since lights
 * change with time alone. Months may pass on one screen: when the page comes with other styles than it has, it begins anew.
 */
const everyMs = 60_000;
/** All screens of a city hear of a restart in the same moment: each waits a little of its own. */
const spreadMs = { change: 300, everything: 5_000 };

let asking = false;
let again = false;

function mark(state: 'live' | 'reconnecting'): void {
  document.documentElement.dataset.live = state;
}

const styleOf = (page: Document): string | null => {
  const link = page.querySelector('link[rel=stylesheet]');
  return link ? link.getAttribute('href') : null;
};

function show(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const [next, now] = [page.getElementById('screen'), document.getElementById('screen')];
  if (!next || !now) return;
  if (styleOf(page) !== styleOf(document)) location.reload();
  else now.replaceWith(document.adoptNode(next));
}

async function refresh(): Promise<void> {
  again = true;
  if (asking) return;
  asking = true;
  while (again) {
    again = false;
    try {
      const answer = await fetch(location.href, { cache: 'no-store', credentials: 'same-origin' });
      if (answer.ok) show(await answer.text());
      mark(answer.ok ? 'live' : 'reconnecting');
    } catch {
      mark('reconnecting');
    }
  }
  asking = false;
}

/** The browser comes back by itself after a broken connection, but not after a refusal: then it is tried again with the next minute. */
let source: EventSource | undefined;
function listen(url: string): void {
  source = new EventSource(url);
  source.onopen = () => void refresh();
  source.onerror = () => mark('reconnecting');
  source.addEventListener('changed', (event) => {
    const all = (event as MessageEvent<string>).data.includes('"*"');
    setTimeout(() => void refresh(), Math.random() * (all ? spreadMs.everything : spreadMs.change));
  });
}

const screen = document.getElementById('screen');
const url = screen && screen.dataset.live;
if (url) {
  if ('EventSource' in window) listen(url);
  setInterval(() => {
    void refresh();
    if (source && source.readyState === EventSource.CLOSED) listen(url);
  }, everyMs);
}
