const stops = 'input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled]), [data-stop]';

const isShown = (element: HTMLElement): boolean => element.offsetParent !== null || element.getClientRects().length > 0;

/** One stop for each radio group (the chosen one, else the first) and for each list with a roving focus. */
function stopsOf(root: ParentNode): readonly HTMLElement[] {
  const groups = new Set<string>();
  return [...root.querySelectorAll<HTMLElement>(stops)].filter((element) => {
    if (!isShown(element) || element.tabIndex < 0 || element.closest('[data-no-stop]')) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const group = [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter((one) => one.name === element.name);
    const stop = group.find((one) => one.checked) ?? group[0];
    if (stop !== element || groups.has(element.name)) return false;
    groups.add(element.name);
    return true;
  });
}

function focus(element: HTMLElement | undefined): boolean {
  if (!element) return false;
  element.focus();
  if (element instanceof HTMLInputElement && element.type !== 'radio' && element.type !== 'checkbox') element.select();
  element.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Moves focus to the next thing to fill after the one that has it, across the sections of the screen; false at the end. */
export function advance(root: ParentNode = document): boolean {
  const from = document.activeElement;
  const next = stopsOf(root).find((element) => from !== null && (from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !sameGroup(from, element));
  return focus(next);
}

function sameGroup(from: Element, element: HTMLElement): boolean {
  return from instanceof HTMLInputElement && element instanceof HTMLInputElement && from.type === 'radio' && element.type === 'radio' && from.name === element.name;
}

/** Moves focus to the first thing to fill in a section (`data-section`); false where it has none yet. */
export function enterSection(name: string): boolean {
  const section = document.querySelector<HTMLElement>(`[data-section="${name}"]`);
  return section ? focus(stopsOf(section)[0]) : false;
}

/** Sections in the order of the screen; moves to the first field of the one before or after that with focus. */
export function moveBySection(step: 1 | -1): void {
  const sections = [...document.querySelectorAll<HTMLElement>('[data-section]')].filter((section) => stopsOf(section).length > 0);
  const at = sections.findIndex((section) => section.contains(document.activeElement));
  const to = sections[at < 0 ? 0 : Math.min(sections.length - 1, Math.max(0, at + step))];
  if (to) focus(stopsOf(to)[0]);
}
