import type { DemoTask, DoneWork } from './do-tasks';
import type { Crew } from './stage';
import type { SettledMonth } from './past-month';
import { payoutRow } from './settle-month';
import { identityNumber } from './synthetic/numbers';
import type { Person } from './synthetic/people';
import type { WaitingCast } from './waiting-cast';

export interface Trouble {
  readonly cast: WaitingCast;
  readonly work: readonly DoneWork[];
  readonly task: DemoTask;
  /** A task of another enterprise. */
  readonly foreign: DemoTask;
  readonly last: SettledMonth;
  readonly crew: Crew;
}

const ordinaryFen = 318_000;

/**
 * Rows that the check of the batch stops, one or a few for each reason that lies in a CSV or in what it names: all of the
 * catalogue but the two that only workbooks have (`cell-error`, `cell-merged`), `tax-refused`, which needs a closed period, and those of
 * fee plans and of names that the demo does not have (listed in the journeys).
 */
export function troubledRows({ cast, work, task, foreign, last, crew }: Trouble): string[][] {
  const row = (person: Person, fen = ordinaryFen, at = task): string[] =>
    payoutRow(at, { worker: { ...person, id: 0 }, fen }, '本月结算');
  const someone = (index: number): DoneWork => {
    const done = work[index];
    if (!done) throw new Error('the crew of the waiting batch is too small');
    return done;
  };
  const changed = (index: number, column: number, cell: string): string[] =>
    row(someone(index).worker, someone(index).fen).map((old, place) => (place === column ? cell : old));
  const idle = crew.workers[0];
  const monthly = work.find(({ fen }) => fen === 135_000_000);
  const paid = last.work[0];
  return [
    ...cast.strangers.map((person) => row(person)),
    row(cast.minor),
    ...cast.unverified.map((person) => row(person)),
    ...(idle ? [row(idle)] : []),
    ...(monthly ? [45_000_000, 45_000_001, 44_999_999].map((fen) => row(monthly.worker, fen)) : []),
    ...(paid ? [payoutRow(last.task, paid, '上月结算')] : []),
    row(someone(70).worker, someone(70).fen, foreign),
    row(someone(71).worker, someone(71).fen + 10_000),
    row(someone(72).worker, someone(72).fen),
    row(someone(73).worker, someone(73).fen, { id: 0, number: 'TK-2099-01-9999' }),
    changed(74, column.name, '张三丰'),
    changed(75, column.identity, wrongCheckDigit(someone(75).worker.identityNumber)),
    changed(76, column.identity, ''),
    changed(77, column.phone, '12812340001'),
    changed(78, column.card, someone(79).worker.cardNumber),
    changed(80, column.card, cast.strangers[0]?.cardNumber ?? ''),
    changed(81, column.card, '6222 0212 3456 789X'),
    ...['1e5', '1.005', '-1', '0', '', '¥100'].map((cell, index) => changed(82 + index, column.amount, cell)),
    changed(90, column.name, ''),
    changed(91, column.task, ''),
    changed(92, column.name, '王**'),
    changed(93, column.identity, '12345'),
    changed(94, column.identity, identityNumber('430102', '2099-01-15', 3)),
    changed(95, column.card, ''),
    changed(96, column.card, '6.22203E+18'),
    changed(97, column.amount, '=1+1'),
    changed(98, column.amount, '99999999999999'),
    changed(99, column.remark, '补'.repeat(201)),
    [...changed(100, column.remark, ''), '多出的一格'],
  ];
}

const column = { name: 0, identity: 1, phone: 2, card: 3, task: 4, amount: 5, remark: 6 } as const;

function wrongCheckDigit(identityNumber: string): string {
  const last = identityNumber.slice(-1);
  return identityNumber.slice(0, -1) + (last === '0' ? '1' : '0');
}
