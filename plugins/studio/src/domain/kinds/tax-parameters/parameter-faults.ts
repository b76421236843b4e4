import { parseRate } from '@linggong/core/domain';
import { fault } from '../../fields';
import type { Fault } from '../../kind';
import type { ParameterRow, ParameterValue, TaxParameter, TaxParametersContent } from './parameter-fields';

type Brackets = Extract<ParameterValue, { type: 'brackets' }>['brackets'];

/** Rows that overlap or end before they begin, values of two types under one name, tables of brackets that do not hold together. */
export function parameterFaults({ parameters }: TaxParametersContent): Fault[] {
  return parameters.flatMap((parameter, index) => [
    ...datedFaults(parameter, `parameters.${index}.rows`),
    ...parameter.rows.flatMap((row, place) => valueFaults(parameter, row, `parameters.${index}.rows.${place}.value`)),
  ]);
}

function datedFaults({ rows }: TaxParameter, path: string): Fault[] {
  const sorted = rows
    .map((row, index) => ({ ...row, index }))
    .filter(({ from }) => from !== '')
    .sort((left, right) => (left.from < right.from ? -1 : 1));
  return sorted.flatMap(({ from, to, index }, place) => {
    const faults: Fault[] = [];
    if (to !== null && to !== '' && to < from) {
      faults.push(fault(`${path}.${index}.to`, 'ends-before', '截止日早于起始日', 'It ends before it begins'));
    }
    const next = sorted[place + 1];
    if (next && (to === null || to >= next.from)) {
      const [zh, en] = [`与 ${next.from} 起的期间重叠`, `Overlaps the row from ${next.from}`];
      faults.push(fault(`${path}.${index}.to`, 'overlaps', zh, en));
    }
    return faults;
  });
}

function valueFaults({ rows }: TaxParameter, { value }: ParameterRow, path: string): Fault[] {
  const first = rows[0]?.value.type;
  const [zh, en] = ['同一参数各期间的类型须一致', 'Every row of a parameter is of one type'];
  const mixed = first === value.type ? [] : [fault(path, 'mixed-types', zh, en)];
  return value.type === 'brackets' ? [...mixed, ...bracketFaults(value.brackets, `${path}.brackets`)] : mixed;
}

/** A progressive table ascends, ends open, and its quick deductions make the tax continuous at every step. */
function bracketFaults(brackets: Brackets, path: string): Fault[] {
  return brackets.flatMap((one, index) => {
    const next = brackets[index + 1];
    if (!next) {
      const [zh, en] = ['最后一级不能有上限', 'The last bracket has no end'];
      return one.upToFen === null ? [] : [fault(`${path}.${index}.upToFen`, 'last-is-closed', zh, en)];
    }
    if (one.upToFen === null || (next.upToFen !== null && next.upToFen <= one.upToFen)) {
      const [zh, en] = ['各级上限须逐级增大', 'The ends of brackets must ascend'];
      return [fault(`${path}.${index}.upToFen`, 'not-ascending', zh, en)];
    }
    if (taxAt(one, one.upToFen) === taxAt(next, one.upToFen)) return [];
    const [zh, en] = ['速算扣除数使税额在级距处不连续', 'With this quick deduction the tax jumps between brackets'];
    return [fault(`${path}.${index + 1}.quickFen`, 'jumps', zh, en)];
  });
}

/** Millionths of a fen, so that nothing is rounded away. */
function taxAt({ rate, quickFen }: Brackets[number], incomeFen: number): bigint {
  return BigInt(incomeFen) * (parseRate(rate) ?? 0n) - BigInt(quickFen) * 1_000_000n;
}
