/**
 * Makes data/catalogue/characters.json from the development dependency opencc-js: Traditional characters (Taiwan's and Hong Kong's) and the Simplified one of each,
 * so that a search typed in either finds the same. Run by a developer: `npx tsx tools/import-characters.ts [generatedOn YYYY-MM-DD]`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js/t2cn';

const target = new URL('../data/catalogue/characters.json', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('../node_modules/opencc-js/package.json', import.meta.url), 'utf8')) as { version: string };

const simplifiers = [Converter({ from: 't', to: 'cn' }), Converter({ from: 'hk', to: 'cn' }), Converter({ from: 'tw', to: 'cn' })];
const pairs: [string, string][] = [];
// The unified ideographs of the basic plane: what keyboards write.
for (let point = 0x4e00; point <= 0x9fff; point += 1) {
  const traditional = String.fromCodePoint(point);
  const simplified = simplifiers.map((convert) => convert(traditional)).find((one) => one !== traditional);
  if (simplified !== undefined && [...simplified].length === 1 && simplified.length === 1) pairs.push([traditional, simplified]);
}

const content = {
  note: 'The n-th character of "traditional" is written as the n-th of "simplified". For searching only: never for names, addresses or anything of a record.',
  source: { package: 'opencc-js', version, licence: 'MIT, dictionaries Apache-2.0 (OpenCC)', repository: 'https://github.com/nk2028/opencc-js' },
  generatedOn: process.argv[2] ?? new Date().toISOString().slice(0, 10),
  traditional: pairs.map(([traditional]) => traditional).join(''),
  simplified: pairs.map(([, simplified]) => simplified).join(''),
};
writeFileSync(target, `${JSON.stringify(content, null, 2)}\n`);
process.stdout.write(`${pairs.length} characters\n`);
