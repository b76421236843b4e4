import { cellText } from './cell-text';
import type { Column } from './column';
import { learnNumbers, type RowNumbers } from './row-numbers';

interface Told {
  id: number;
  subjectKind: string;
  subjectId: number;
}

const column: Column<Told> = {
  source: 'subjectId',
  text: ({ subjectKind, subjectId }) => `${subjectKind} ${subjectId.toString()}`,
  names: ({ subjectKind: kind, subjectId: id }) => ({ kind, id }),
};
const rows: Told[] = [
  { id: 1, subjectKind: 'enterprise', subjectId: 14 },
  { id: 2, subjectKind: 'enterprise', subjectId: 14 },
  { id: 3, subjectKind: 'worker', subjectId: 7 },
  { id: 4, subjectKind: 'interview', subjectId: 9 },
];
const translate = (key: string): string => key;

describe('rows that cells of a file name', () => {
  it('are told by their business numbers, asked for once; what is not seen or has no page stays as the column writes it', async () => {
    const asked: [string, readonly number[]][] = [];
    const read = async (page: string, ids: readonly number[]) => {
      asked.push([page, ids]);
      return page === 'enterprises' ? [{ id: 14, number: 'E-0014', name: '云启科技', uscc: '9111' }] : [];
    };
    const numbers: RowNumbers = new Map();
    await learnNumbers(numbers, [column], rows, read);
    expect(asked).toEqual([
      ['enterprises', [14]],
      ['workers', [7]],
    ]);
    expect(rows.map((row) => cellText(column, row, translate, numbers))).toEqual([
      'E-0014',
      'E-0014',
      'worker 7',
      'interview 9',
    ]);
    // A later page asks for what is new alone.
    await learnNumbers(numbers, [column], rows.slice(0, 1), read);
    expect(asked).toHaveLength(2);
  });
});
