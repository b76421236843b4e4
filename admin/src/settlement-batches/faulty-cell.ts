import { payoutColumns, type BatchDetail, type Blocker, type BlockerCode } from '@linggong/settlement/api';
import { cells, type CellName } from './line-request';

const byCode: Readonly<Partial<Record<BlockerCode, CellName>>> = {
  'worker-name-mismatch': 'name',
  'worker-not-engaged': 'identityNumber',
  'limit-line': 'amount',
};

const byPrefix: Readonly<Record<string, CellName>> = {
  name: 'name',
  identity: 'identityNumber',
  phone: 'phone',
  card: 'cardNumber',
  task: 'taskNumber',
  amount: 'amount',
};

function cellOf(key: string | undefined): CellName | undefined {
  return cells.find((cell) => cell === key);
}

/** The cell that a reason is about, where correcting begins; undefined for what is not a matter of the sheet. */
export function faultyCell(
  { code, params }: Pick<Blocker, 'code' | 'params'>,
  columns: BatchDetail['sheet']['columns'],
): CellName | undefined {
  const { column } = params;
  if (code.startsWith('cell-') && typeof column === 'string') {
    const titled =
      columns.find(({ title }) => title === column)?.key ??
      payoutColumns.find(({ titles }) => (titles as readonly string[]).includes(column))?.key;
    return cellOf(titled);
  }
  return byCode[code] ?? byPrefix[code.split('-')[0] ?? ''];
}
