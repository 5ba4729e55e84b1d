/** Searches communities while somebody types. Without script the "find" button does the same by a page load. */
interface Unit {
  readonly code: string;
  readonly kind: string;
  readonly name: Readonly<Record<string, string>>;
  readonly parent: string | null;
}

const language = document.documentElement.lang;
const unitsAt = async (query: string): Promise<readonly Unit[]> => {
  const answer = await fetch(`/api/v1/units?${query}`, { headers: { accept: 'application/json' } });
  return answer.ok ? ((await answer.json()) as { units: readonly Unit[] }).units : [];
};

let names: Promise<ReadonlyMap<string, Unit>> | undefined;
/** Streets and districts by code, asked for once, to say where a community lies. */
const above = (): Promise<ReadonlyMap<string, Unit>> =>
  (names ??= Promise.all(['district', 'functional_area', 'street'].map((kind) => unitsAt(`kind=${kind}`))).then((lists) => new Map(lists.flat().map((unit) => [unit.code, unit]))));

const within = (unit: Unit, all: ReadonlyMap<string, Unit>): string => {
  const street = all.get(unit.parent ?? '');
  const parts = [all.get(street?.parent ?? ''), street].flatMap((one) => (one ? [one.name[language] ?? ''] : []));
  return language === 'en' ? parts.reverse().join(', ') : parts.join('');
};

function choice(name: string, id: string, unit: Unit, hint: string): HTMLElement {
  const box = document.createElement('div');
  box.className = 'ym-choice';
  const input = Object.assign(document.createElement('input'), { type: 'radio', name, id, value: unit.code });
  const label = Object.assign(document.createElement('label'), { htmlFor: id, textContent: unit.name[language] ?? unit.code });
  const line = Object.assign(document.createElement('div'), { className: 'ym-choice__hint', id: `${id}-choice-hint`, textContent: hint });
  input.setAttribute('aria-describedby', line.id);
  box.append(input, label, line);
  return box;
}

for (const picker of document.querySelectorAll<HTMLElement>('[data-community]')) {
  const name = picker.dataset.community ?? '';
  const search = picker.querySelector<HTMLInputElement>('input[type=search]');
  const list = picker.querySelector<HTMLElement>('[data-community-list]');
  if (!search || !list) continue;
  let asked = 0;
  const show = async (): Promise<void> => {
    const text = search.value.trim();
    if (text === '') return;
    const mine = (asked += 1);
    const [units, all] = await Promise.all([unitsAt(`kind=community&text=${encodeURIComponent(text)}`), above()]);
    // A slower answer to an older text must not replace a newer one.
    if (mine !== asked) return;
    const note = Object.assign(document.createElement('p'), { className: 'ym-quiet', textContent: (units.length > 0 ? picker.dataset.communityFound : picker.dataset.communityNone) ?? '' });
    list.replaceChildren(note, ...units.slice(0, 20).map((unit, i) => choice(name, `${search.id}-found-${i}`, unit, within(unit, all))));
  };
  let timer = 0;
  search.addEventListener('input', (event) => {
    // Half a syllable under an input method is no search yet.
    if ((event as InputEvent).isComposing) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void show(), 250);
  });
  search.addEventListener('compositionend', () => void show());
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void show();
  });
}
