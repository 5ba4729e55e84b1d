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

/** How long one thing that is cleared away may take, in milliseconds. */
const clearedWithinMs = 60_000;

/** One step of clearing away. What fails or does not end is told and left to the end of the run, which ends every process on its folder: the fault itself is judged already. */
async function within(clean: () => Promise<unknown> | unknown, tell: (problem: string) => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      tell(`not done within ${clearedWithinMs / 1000} s: ${String(clean).slice(0, 120)}`);
      resolve();
    }, clearedWithinMs);
  });
  await Promise.race([(async () => void (await clean()))().catch((error: unknown) => tell(String(error))), late]);
  clearTimeout(timer);
}

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
      for (let clean = cleaning.pop(); clean; clean = cleaning.pop()) await within(clean, (problem) => say(`clearing away: ${problem}`));
    },
  };
}
