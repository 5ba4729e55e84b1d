import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';

/** A secret found in a text: what kind, and the line; never the secret itself. */
export interface FoundSecret {
  readonly line: number;
  readonly what: string;
}

/** What looks like a secret and is none, each with its place: the rules of the set that take exceptions, as texts of expressions. */
const allowed = [
  // the example of docs/how-to/external-postgresql.md
  { id: '@secretlint/secretlint-rule-database-connection-string', options: { allows: ['/:change-me@/'] } },
  // an address that webhooks must refuse for having credentials (server/platform/webhooks/address-guard.test.ts)
  { id: '@secretlint/secretlint-rule-basicauth', options: { allows: ['/user:word@example/'] } },
];

/** Keys, tokens, passwords in addresses and the like in a text (S-13). `path` says what kind of file it is. */
export async function secretsIn(path: string, text: string): Promise<readonly FoundSecret[]> {
  const { messages } = await lintSource({
    source: { filePath: path, content: text, contentType: 'text', ext: path.slice(path.lastIndexOf('.')) },
    options: { noPhysicFilePath: true, maskSecrets: true, config: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, rules: allowed }] } },
  });
  return messages.map(({ loc, message }) => ({ line: loc.start.line, what: message }));
}
