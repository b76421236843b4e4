import { reportOf, resultOf, type CheckReport } from '../check';
import { readContent } from '../content';
import type { Seed } from '../seed';
import { kinds } from '.';

/** How a seed stands by its own cases: what the start of the platform demands of it, told without a platform. */
export function seedReport({ kind: name, content, cases }: Seed): CheckReport {
  const kind = kinds.find((one) => one.kind === name);
  if (kind === undefined) throw new RangeError(`no kind ${name}`);
  const read = readContent(kind, content);
  if (!read.ok) return reportOf(read.faults, []);
  const shape = kind.input(read.content);
  const results = cases.map((one) => {
    const input = shape.safeParse(one.input);
    return resultOf(one, input.success ? kind.evaluate(read.content, input.data) : undefined);
  });
  return reportOf(kind.faults(read.content), results);
}
