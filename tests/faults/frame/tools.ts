import { chanceFrom } from './chance.ts';
import { cityOn, copyFolder, type City, type Template } from './city.ts';
import type { Fault, FaultTools, Size } from './fault.ts';
import { newFolder } from './run-folder.ts';
import { makeTemplate } from './template.ts';

/** What a fault is given, and how all it left is cleared away. */
export interface OpenTools {
  readonly tools: FaultTools;
  close(): Promise<void>;
}

let templateMade: Promise<Template> | undefined;

/** The template of this run, made at the first question. */
export const templateOfRun = (): Promise<Template> => (templateMade ??= makeTemplate());

/** Tools for one run of one fault. */
export function openTools(fault: Fault, size: Size, seed: number, say: (text: string) => void): OpenTools {
  const random = chanceFrom(seed);
  const endsAt = performance.now() + fault.seconds[size] * 1000;
  const cleaning: (() => Promise<unknown> | unknown)[] = [];
  const short = fault.id.toLowerCase().replace('-', '');
  const tools: FaultTools = {
    seed, random, say,
    whole: (from, to) => from + Math.floor(random() * (to - from + 1)),
    folder: (name) => newFolder(`${short}-${name}`),
    atEnd: (clean) => void cleaning.push(clean),
    timeLeftMs: () => endsAt - performance.now(),
    overdue: () => performance.now() - endsAt > (size === 'quick' ? 0 : fault.seconds[size] * 3000 + 180_000),
    template: templateOfRun,
    async city(options = {}): Promise<City> {
      const template = await templateOfRun();
      const folder = options.folder ?? newFolder(`${short}-city`);
      copyFolder(template.folder, folder);
      const city = await cityOn(folder, template, options);
      cleaning.push(() => city.killAll());
      return city;
    },
  };
  return {
    tools,
    async close() {
      for (let clean = cleaning.pop(); clean; clean = cleaning.pop()) await clean();
    },
  };
}
