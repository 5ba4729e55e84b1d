/**
 * The program `yimen`: what the operator does beside the running server. Started by tools/yimen.mjs. Ctrl-C ends a command in order, a second one at once.
 * Exit codes: 0 done, 1 refused or faults found, 2 not understood, 130 interrupted.
 */
import { say } from '../../contract/language.ts';
import { backupMessages } from '../../contract/messages/backup.ts';
import { isBackupRefusal } from '../platform/backup/index.ts';
import { databaseMessages, isStartRefusal } from '../platform/db/embedded/index.ts';
import { backupCommand, listCommand } from './backup-command.ts';
import { readCommandLine } from './command-line.ts';
import { newRecipientCommand, retireCommand, rewrapCommand, rotateCommand, statusCommand } from './keys-command.ts';
import { joinCommand, splitCommand } from './keys-shares-command.ts';
import { reopenCommand } from './ledger-command.ts';
import { restoreCommand } from './restore-command.ts';
import { surroundingsOf, type Surroundings } from './surroundings.ts';
import { verifyCommand } from './verify-command.ts';
import { verifyLedgerCommand } from './verify-ledger-command.ts';

type Command = { readonly withValue: readonly string[]; readonly alone?: readonly string[]; run(around: Surroundings, options: ReadonlyMap<string, string>): Promise<number> };

const commands: Readonly<Record<string, Command>> = {
  backup: { withValue: ['target', 'recipients', 'keys-to'], run: backupCommand },
  restore: { withValue: ['target', 'to', 'identity', 'into', 'installation', 'keys'], alone: ['latest'], run: restoreCommand },
  verify: { withValue: ['target', 'identity', 'installation'], alone: ['ledger'], run: (around, options) => (options.has('ledger') ? verifyLedgerCommand(around) : verifyCommand(around, options)) },
  'ledger reopen': { withValue: ['log'], run: reopenCommand },
  list: { withValue: ['target'], run: listCommand },
  'keys new-recipient': { withValue: ['to'], run: newRecipientCommand },
  'keys status': { withValue: [], run: statusCommand },
  'keys rotate': { withValue: [], run: rotateCommand },
  'keys rewrap': { withValue: [], run: rewrapCommand },
  'keys retire': { withValue: ['version'], run: retireCommand },
  'keys split': { withValue: ['into', 'need', 'to', 'recipients'], run: splitCommand },
  'keys join': { withValue: ['shares', 'identity', 'to'], run: joinCommand },
};

async function main(args: readonly string[]): Promise<number> {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (interrupted.signal.aborted ? process.exit(130) : interrupted.abort()));
  const words = args.slice(0, args.findIndex((one) => one.startsWith('--')) < 0 ? args.length : args.findIndex((one) => one.startsWith('--')));
  const command = commands[words.join(' ')];
  const line = readCommandLine(args, [...(command?.withValue ?? []), 'data'], command?.alone ?? []);
  const around = surroundingsOf(process.env, interrupted.signal, line.options.get('data'));
  if (!command) {
    around.note(around.tell('cli.usage'));
    return words.length === 0 || words[0] === 'help' ? 0 : 2;
  }
  if (line.unknown.length > 0 || line.words.length !== words.length) {
    around.note(around.tell('cli.unknown_option', { option: [...line.unknown, ...line.words.slice(words.length)].join(' ') }));
    return 2;
  }
  try {
    return await command.run(around, line.options);
  } catch (error) {
    around.note(sentenceOf(error, around));
    return interrupted.signal.aborted ? 130 : 1;
  }
}

/** A refusal in the operator's language; anything else is a fault of ours, with its stack. */
function sentenceOf(error: unknown, around: Surroundings): string {
  if (around.signal.aborted) return around.tell('backup.interrupted');
  if (isBackupRefusal(error)) return say(backupMessages[error.code], around.language, error.params);
  if (isStartRefusal(error)) return say(databaseMessages[error.code], around.language, error.params);
  return error instanceof Error ? error.message : String(error);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
