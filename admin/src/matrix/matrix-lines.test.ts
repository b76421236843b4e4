import { fieldsFor, linesThatFit, nameOf, type MatrixLine } from './matrix-lines';

const operation = (address: string, zh: string, en: string) => ({ method: 'GET', address, name: { zh, en } });
const approve: MatrixLine = {
  resource: 'enterprise',
  action: 'approve',
  roles: { operator: 'all', 'merchant-reviewer': 'queue' },
  operations: [operation('/api/v1/enterprises/:id/approve', '通过入驻审核', 'Approve an application')],
};
const read: MatrixLine = {
  resource: 'payout',
  action: 'read',
  roles: { 'finance-officer': 'all' },
  operations: [operation('/api/console/payouts/:id', '控制台详情：payouts', 'Console detail: payouts')],
};
const told = (line: MatrixLine): string => {
  const name = nameOf(line);
  return name.kind === 'operation' ? name.text.zh : `${name.kind} ${name.list}`;
};

describe('a line of the matrix', () => {
  it('is called after its operation, or after the list of the console that it reads', () => {
    expect(nameOf(approve)).toEqual({ kind: 'operation', text: { zh: '通过入驻审核', en: 'Approve an application' } });
    expect(nameOf(read)).toEqual({ kind: 'detail', list: 'payouts' });
    expect(nameOf({ ...read, action: 'export' })).toEqual({ kind: 'export', list: 'payouts' });
    expect(nameOf({ ...read, operations: [] })).toEqual({ kind: 'detail', list: 'payout' });
  });

  it.each([
    ['', '', [approve, read]],
    ['入驻', '', [approve]],
    ['PAYOUTS', '', [read]],
    ['enterprise:app', '', [approve]],
    ['', 'merchant-reviewer', [approve]],
    ['payout', 'operator', []],
  ] as const)('is found by %j and %j', (text, role, found) => {
    expect(linesThatFit([approve, read], { text, role }, told)).toEqual(found);
  });
});

describe('a field that some see only', () => {
  const list: MatrixLine = {
    resource: 'order',
    action: 'list',
    roles: { operator: 'all', archivist: 'all' },
    operations: [operation('/api/console/orders', '控制台列表：orders', 'Console list: orders')],
  };
  const name = { zh: '', en: '' };
  const matrix = {
    roles: (['operator', 'archivist', 'partner'] as const).map((role) => ({ role, name })),
    rules: [list],
    fields: [{ resource: 'order', field: 'feeFen', seenBy: ['operator' as const] }],
  };

  it('is told with its list, and with those of its readers alone who do not see it', () => {
    const told = [{ resource: 'order', list: 'orders', field: 'feeFen', keptFrom: ['archivist'] }];
    expect(fieldsFor(matrix, '')).toEqual(told);
    expect(fieldsFor(matrix, 'archivist')).toEqual(told);
    expect(fieldsFor(matrix, 'operator')).toEqual([]);
    expect(fieldsFor(matrix, 'partner')).toEqual([]);
  });
});
