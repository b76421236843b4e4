import { parseRate, shanghaiMinute } from '@linggong/core/domain';
import { fault, type Of } from '../../fields';
import type { Evaluation, Fault } from '../../kind';
import { workingDaysOf } from '../calendar/working-days';
import { describedKind } from '../described-kind';
import { severityNames } from '../shared/words';
import { clockFor, dueAt, minutesOf } from './due-at';
import { slaField, slaQuestion, units, type SlaContent } from './sla-fields';

const shortestDayMinutes = 60;
const noName = { zh: '', en: '' };

function faults({ opens, closes, clocks }: SlaContent): Fault[] {
  const tooShort = minutesOf(closes) - minutesOf(opens) < shortestDayMinutes;
  const [zh, en] = ['下班时间须晚于上班时间至少一小时', 'Work must end at least an hour after it begins'];
  const hours = tooShort ? [fault('closes', 'hours-too-short', zh, en)] : [];
  return [...hours, ...clocks.flatMap((clock, index) => clockFaults(clocks, index, clock))];
}

function clockFaults(
  clocks: SlaContent['clocks'],
  index: number,
  { matter, severity, warnAt }: SlaContent['clocks'][number],
): Fault[] {
  const found: Fault[] = [];
  const first = clocks.findIndex((clock) => clock.matter === matter && clock.severity === severity);
  if (first !== index) {
    const [zh, en] = ['同一事项同一级别已有时限', 'This matter has a clock of this severity already'];
    found.push(fault(`clocks.${index}`, 'clock-twice', zh, en));
  }
  if ((parseRate(warnAt) ?? 0n) > 1_000_000n) {
    const [zh, en] = ['提醒须在到期之前', 'The warning must come before the end'];
    found.push(fault(`clocks.${index}.warnAt`, 'warns-late', zh, en));
  }
  return found;
}

function evaluate(sla: SlaContent, question: Of<typeof slaQuestion>): Evaluation {
  const { matter, severity, start, holidays, workdays } = question;
  const clock = clockFor(sla, matter, severity);
  if (!clock) {
    const named = severityNames[severity];
    const none = { zh: `“${matter}”没有“${named.zh}”的时限`, en: `No clock of "${named.en}" for "${matter}"` };
    return { outcome: { clock: null, due: null, result: { zh: '没有时限', en: 'no clock' } }, trace: [none] };
  }
  const named = (days: readonly string[]): { day: string; name: typeof noName }[] =>
    days.map((day) => ({ day, name: noName }));
  const year = { year: 2000, provisional: false, holidays: named(holidays), workdays: named(workdays) };
  const due = dueAt(sla, clock, new Date(start), workingDaysOf({ years: [year] }));
  const until = due ? shanghaiMinute(due) : undefined;
  const trace = [
    {
      zh: `${clock.name.zh}：${until === undefined ? '没有工作日' : `北京时间 ${until} 前`}`,
      en: `${clock.name.en}: ${until === undefined ? 'no working day' : `by ${until}, Beijing time`}`,
    },
  ];
  const { zh, en } = units[clock.unit];
  const counted = clock.amount === 1 ? en.replace(/s$/, '') : en;
  const result = { zh: `${clock.amount} ${zh}`, en: `${clock.amount} ${counted}` };
  return { outcome: { clock: clock.id, due: due?.toISOString() ?? null, result }, trace };
}

/** How long things may take (时限), by matter and severity, in hours of the working calendar where they are worked. */
export const sla = describedKind({
  kind: 'sla',
  name: { zh: '时限', en: 'Clocks' },
  content: slaField,
  input: () => slaQuestion,
  faults,
  hints: () => [],
  evaluate,
});
