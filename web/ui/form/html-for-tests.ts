/** Reads rendered HTML as a browser without script would: which forms there are, what they would send, and what is wrong with the page. For tests only. */

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: number;
  readonly end: number;
}

/** A form: where it goes, and the names and values it would send if nothing were changed. */
export interface SentForm {
  readonly action: string;
  readonly method: string;
  readonly encoding: string;
  readonly fields: [string, string][];
  readonly html: string;
}

const plain = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');

/** Every start tag with its attributes. */
export function tagsOf(html: string): readonly Tag[] {
  return [...html.matchAll(/<([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g)].map((match) => ({
    name: (match[1] ?? '').toLowerCase(),
    attributes: Object.fromEntries([...(match[2] ?? '').matchAll(/([^\s=>/]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, plain(value)])),
    at: match.index,
    end: match.index + match[0].length,
  }));
}

function valueOf(html: string, tag: Tag): readonly string[] {
  const { attributes } = tag;
  if (tag.name === 'textarea') return [plain(html.slice(tag.end, html.indexOf('</textarea>', tag.end))).replace(/^\n/, '')];
  if (tag.name === 'select') {
    const options = tagsOf(html.slice(tag.end, html.indexOf('</select>', tag.end)));
    return [(options.find((option) => 'selected' in option.attributes) ?? options[0])?.attributes.value ?? ''];
  }
  if (attributes.type === 'radio' || attributes.type === 'checkbox') return 'checked' in attributes ? [attributes.value ?? 'on'] : [];
  return ['file', 'submit'].includes(attributes.type ?? '') ? [] : [attributes.value ?? ''];
}

/** The successful controls of a piece of HTML, in order. */
export function controlsOf(html: string): [string, string][] {
  return tagsOf(html).flatMap((tag) => {
    const { name } = tag.attributes;
    if (!name || !['input', 'select', 'textarea'].includes(tag.name)) return [];
    return valueOf(html, tag).map((value): [string, string] => [name, value]);
  });
}

/** The forms of a page. */
export function formsOf(html: string): readonly SentForm[] {
  return tagsOf(html).filter((tag) => tag.name === 'form').map((tag) => {
    const inside = html.slice(tag.end, html.indexOf('</form>', tag.end));
    return { action: tag.attributes.action ?? '', method: tag.attributes.method ?? 'get', encoding: tag.attributes.enctype ?? 'application/x-www-form-urlencoded', fields: controlsOf(inside), html: inside };
  });
}

/** Everything wrong with a piece of HTML: ids used twice, labels and descriptions that lead nowhere, controls without a name for their reader, script or style inside the page. */
export function htmlFaults(html: string): readonly string[] {
  const tags = tagsOf(html);
  const ids = tags.flatMap((tag) => (tag.attributes.id === undefined ? [] : [tag.attributes.id]));
  const labelled = new Set(tags.filter((tag) => tag.name === 'label').map((tag) => tag.attributes.for));
  const wrapped = (tag: Tag) => html.lastIndexOf('<label', tag.at) > html.lastIndexOf('</label>', tag.at);
  const controls = tags.filter((tag) => ['input', 'select', 'textarea'].includes(tag.name) && tag.attributes.type !== 'hidden');
  const pointers = tags.flatMap((tag) => ['aria-describedby', 'aria-labelledby', 'for'].flatMap((name) => tag.attributes[name]?.split(' ') ?? []));
  const anchors = tags.filter((tag) => tag.name === 'a').flatMap((tag) => (/^#./.test(tag.attributes.href ?? '') ? [(tag.attributes.href ?? '').slice(1)] : []));
  return [
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `id ${id} is used twice`),
    ...[...pointers, ...anchors].filter((id) => !ids.includes(id)).map((id) => `nothing has the id ${id}`),
    ...controls.filter((tag) => !labelled.has(tag.attributes.id) && !tag.attributes['aria-label'] && !wrapped(tag)).map((tag) => `${tag.name} ${tag.attributes.name ?? ''} has no label`),
    ...tags.filter((tag) => 'style' in tag.attributes || tag.name === 'style' || Object.keys(tag.attributes).some((name) => /^on[a-z]/i.test(name))).map((tag) => `${tag.name} carries style or script`),
    ...tags.filter((tag) => tag.name === 'script' && !tag.attributes.src).map(() => 'a script inside the page'),
    ...[...html.replace(/<[^>]*>/g, ' ').matchAll(/\{\w+\}|\b(?:page|home|fault|form|check|materials|receipt|status|light|due|step)\.[a-z_]+\b/g)].map((match) => `unsaid: ${match[0]}`),
  ];
}

/** What stands in the main part of a page, without tags. */
export function textOf(html: string): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html;
  return plain(main.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();
}
