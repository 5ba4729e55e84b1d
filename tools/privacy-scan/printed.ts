/** What a process printed, kept while it goes on to be printed. */
export interface Printed {
  text(): string;
  stop(): void;
}

/** Listens to both outputs of a process. */
export function printedBy(program: Pick<NodeJS.Process, 'stdout' | 'stderr'>): Printed {
  const kept: string[] = [];
  const restore = [program.stdout, program.stderr].map((stream) => {
    const write = stream.write.bind(stream);
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      kept.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      return write(chunk, ...rest);
    }) as typeof stream.write;
    return () => void (stream.write = write);
  });
  return { text: () => kept.join(''), stop: () => restore.forEach((one) => one()) };
}
