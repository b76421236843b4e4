/** What is going on, one line when it starts and one when it ends; both languages, since nobody has signed in yet. */
export async function step<R>(zh: string, en: string, work: () => Promise<R>): Promise<R> {
  const begun = process.hrtime.bigint();
  say(`▸ ${zh} ${en} …`);
  const result = await work();
  const seconds = Number((process.hrtime.bigint() - begun) / 100_000_000n) / 10;
  say(`✓ ${zh} ${en} (${seconds.toFixed(1)} s)`);
  return result;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
