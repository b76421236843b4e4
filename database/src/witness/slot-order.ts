import { parseArgs } from 'node:util';
import { StartProblem } from '../start-problem';

/** What `npm run witness:slot` is to do, and why. */
export interface SlotOrder {
  readonly act: 'drop' | 'recreate';
  readonly reason: string;
}

const reasonMin = 2;
const reasonMax = 500;

const usage = `用法 Usage:
  npm run witness:slot -- recreate --reason <text>
  npm run witness:slot -- drop --reason <text>
重建或停用旁证的复制槽，理由记入审计日志。Makes the slot of the witness anew, or drops it; the reason goes into the audit log.`;

/** @throws StartProblem that says how it is used */
export function slotOrder(args: readonly string[]): SlotOrder {
  const { act, reason = '' } = parsed(args);
  const text = reason.trim();
  if ((act !== 'drop' && act !== 'recreate') || text.length < reasonMin || text.length > reasonMax) throw misused();
  return { act, reason: text };
}

function parsed(args: readonly string[]): { act: string | undefined; reason: string | undefined } {
  try {
    const options = { reason: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length !== 1) throw misused();
    return { act: positionals[0], reason: values.reason };
  } catch {
    throw misused();
  }
}

const misused = (): Error => new StartProblem({ zh: `参数有误。\n${usage}`, en: `The arguments are wrong.\n${usage}` });
