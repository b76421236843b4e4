import fc from 'fast-check';
import {
  joinConditions,
  pageStatement,
  readListQuery,
  totalsStatement,
  type ListColumns,
  type ListQuery,
} from './index';

const columns: ListColumns = {
  id: { sql: 'o.id', filter: 'relation', sort: true },
  key: { sql: 'o.key', filter: 'uuid' },
  number: { sql: 'o.number', filter: 'prefix', sort: true, searched: true },
  title: { sql: 'o.title', filter: 'text', searched: true },
  state: { sql: 'o.state', filter: 'enum', values: ['paid', 'failed'] },
  grossFen: { sql: 'o.gross_fen', filter: 'number', sort: true, sum: true },
  paidOn: { sql: 'o.paid_on', filter: 'day', sort: true },
  createdAt: { sql: 'o.created_at', filter: 'instant' },
  isOpen: { sql: 'o.open', filter: 'boolean' },
  phoneBlind: { sql: 'o.phone_blind', filter: 'exact', shown: false },
};

function read(texts: { sort?: string; range?: string; filter?: object }): ListQuery {
  const { filter, ...rest } = texts;
  const reading = readListQuery(columns, { ...rest, ...(filter ? { filter: JSON.stringify(filter) } : {}) });
  if (!reading.ok) throw new Error(`${reading.fault.field} ${reading.fault.en}`);
  return reading.query;
}

describe('readListQuery', () => {
  it('asks for the first 25 rows where nothing is said', () => {
    expect(read({})).toEqual({ conditions: [], sort: undefined, offset: 0, limit: 25 });
  });

  it('reads range and sort', () => {
    expect(read({ range: '[50,99]', sort: '["paidOn","DESC"]' })).toMatchObject({
      offset: 50,
      limit: 50,
      sort: { column: 'paidOn', direction: 'DESC' },
    });
  });

  it.each([
    [{ state: 'paid' }, 'o.state::text = ANY($1::text[])', ['paid']],
    [{ state: ['paid', 'failed'] }, 'o.state::text = ANY($1::text[])', ['paid', 'failed']],
    [{ id: [1, '2'] }, 'o.id = ANY($1::bigint[])', ['1', '2']],
    [{ number: 'OR_1' }, 'o.number LIKE $1', 'OR\\_1%'],
    [{ title: '50%' }, 'o.title ILIKE $1', '%50\\%%'],
    [{ q: 'a' }, '(o.number ILIKE $1 OR o.title ILIKE $1)', '%a%'],
    [{ grossFen_gte: 100 }, 'o.gross_fen >= $1::bigint', '100'],
    [{ grossFen: 100 }, 'o.gross_fen = $1::bigint', '100'],
    [{ paidOn_lte: '2026-01-31' }, 'o.paid_on <= $1::date', '2026-01-31'],
    [{ createdAt_gte: '2026-01-31T17:00:00Z' }, 'o.created_at >= $1', '2026-01-31T17:00:00Z'],
    [{ isOpen: false }, 'o.open = $1', false],
    [{ phoneBlind: 'ab12' }, 'o.phone_blind = $1', 'ab12'],
  ])('%j', (filter, sql, value) => {
    expect(read({ filter }).conditions).toEqual([{ sql, values: [value] }]);
  });

  it.each([
    [{ range: '[0,500]' }, 'range asks for more'],
    [{ range: '[5,1]' }, 'range must be'],
    [{ range: '[0.5,1]' }, 'range must be'],
    [{ range: '{' }, 'range is not valid JSON'],
    [{ sort: '["title","ASC"]' }, 'sort can be by'],
    [{ sort: '["id","asc"]' }, 'sort direction'],
    [{ sort: '["id; DROP TABLE","ASC"]' }, 'sort can be by'],
    [{ filter: { nobody: 1 } }, 'filter can be by'],
    [{ filter: { constructor: 'x' } }, 'filter can be by'],
    [{ filter: { __proto__: null, toString: 'x' } }, 'filter can be by'],
    [{ filter: { state_gte: 'paid' } }, 'filter can be by'],
    [{ filter: { state: 'gone' } }, 'filter.state must be one of'],
    [{ filter: { id: 'abc' } }, 'filter.id must be a row number'],
    [{ filter: { id: { $eq: 1 } } }, 'filter.id must be a row number'],
    [{ filter: { key: 'abc' } }, 'filter.key must be a UUID'],
    [{ filter: { id: Array.from({ length: 501 }, () => 1) } }, 'filter.id takes at most'],
    [{ filter: { paidOn: '2026-02-30' } }, 'filter.paidOn must be a day'],
    [{ filter: { grossFen: 1.5 } }, 'filter.grossFen must be an integer'],
    [{ filter: { title: '' } }, 'filter.title must be 1 to'],
    [{ filter: { title: 'x'.repeat(101) } }, 'filter.title must be 1 to'],
    [{ filter: { title: 'a\u0000b' } }, 'filter.title holds a character'],
    [{ filter: { q: '\u0000' } }, 'filter.q holds a character'],
    [{ filter: { q: 'half \ud83d pair' } }, 'filter.q holds a character'],
    [{ filter: { paidOn_gte: '0000-01-01' } }, 'filter.paidOn must be a day'],
    [{ filter: { createdAt: '0000-01-01T00:00Z' } }, 'filter.createdAt must be an instant'],
    [{ filter: { isOpen: 'yes' } }, 'filter.isOpen must be true or false'],
    [{ filter: { createdAt: '2026-13-45T99:99Z' } }, 'filter.createdAt must be an instant'],
  ])('refuses %j', (texts, fault) => {
    expect(() => read(texts)).toThrow(fault);
  });

  it('answers any text with a query or a fault, and never lets a value into SQL', () => {
    const text = fc.oneof(fc.string(), fc.json());
    const filter = fc
      .dictionary(fc.constantFrom(...Object.keys(columns), 'q', 'id_gte', 'x'), fc.jsonValue())
      .map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(text, text, fc.oneof(text, filter), (sort, range, wanted) => {
        const reading = readListQuery(columns, { sort, range, filter: wanted });
        if (!reading.ok) return;
        for (const { sql } of reading.query.conditions) expect(sql).toMatch(/^[ \w.$():=<>[\]|]+$/);
        expect(reading.query.limit).toBeLessThanOrEqual(500);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('statements', () => {
  const source = {
    from: 'orders o',
    columns,
    scope: { sql: 'o.enterprise_id = $1', values: [7] },
    order: { column: 'id', direction: 'DESC' },
  } as const;

  it('bind scope and filters one after the other and end the order with the key', () => {
    const page = pageStatement(
      source,
      read({ filter: { state: 'paid', q: 'x' }, sort: '["paidOn","ASC"]', range: '[10,19]' }),
    );
    expect(page.sql).toContain(
      'WHERE (o.enterprise_id = $1) AND (o.state::text = ANY($2::text[])) AND ((o.number ILIKE $3 OR o.title ILIKE $3))',
    );
    expect(page.sql).toContain('ORDER BY o.paid_on ASC NULLS LAST, o.id ASC LIMIT 10 OFFSET 10');
    expect(page.sql).not.toContain('phoneBlind');
    expect(page.values).toEqual([7, ['paid'], '%x%']);
  });

  it('ask beside a value what an index knows of it, where it knows something of all that are asked', () => {
    const implied = { failed: 'o.failed_at IS NOT NULL' };
    const state = { sql: 'o.state', filter: 'enum', values: ['paid', 'failed'], implied } as const;
    const sqlOf = (wanted: unknown): string => {
      const reading = readListQuery({ ...columns, state }, { filter: JSON.stringify({ state: wanted }) });
      return reading.ok ? reading.query.conditions.map(({ sql }) => sql).join() : 'refused';
    };
    expect(sqlOf('failed')).toBe('o.state::text = ANY($1::text[]) AND (o.failed_at IS NOT NULL)');
    expect(sqlOf(['failed', 'paid'])).toBe('o.state::text = ANY($1::text[])');
    expect(sqlOf([])).toBe('o.state::text = ANY($1::text[])');
  });

  it('ask beside a day what an index knows of it', () => {
    const impliedByDay = (bound: string): string => `o.id ${bound} first_of($1)`;
    const paidOn = { sql: 'o.paid_on', filter: 'day', impliedByDay } as const;
    const reading = readListQuery(
      { ...columns, paidOn },
      { filter: '{"paidOn_gte":"2026-11-01","paidOn":"2026-11-02"}' },
    );
    expect(reading.ok && reading.query.conditions).toEqual([
      { sql: 'o.paid_on >= $1::date AND o.id >= first_of($1)', values: ['2026-11-01'] },
      { sql: 'o.paid_on = $1::date AND o.id = first_of($1)', values: ['2026-11-02'] },
    ]);
  });

  it('leave an index its order: of a number of rows it is not said where nulls would stand', () => {
    expect(pageStatement(source, read({})).sql).toContain('ORDER BY o.id DESC LIMIT');
    expect(pageStatement(source, read({ sort: '["paidOn","DESC"]' })).sql).toContain(
      'ORDER BY o.paid_on DESC NULLS LAST, o.id DESC LIMIT',
    );
    const lines = {
      ...source,
      columns: { ...columns, id: { sql: 'o.a * 10 + o.b', sort: true, order: ['o.a', 'o.b'] } },
    };
    expect(pageStatement(lines, read({})).sql).toContain('ORDER BY o.a DESC, o.b DESC LIMIT');
  });

  it('count and sum the same set', () => {
    const totals = totalsStatement(source, read({ filter: { state: 'paid' } }));
    expect(totals.sql).toBe(
      'SELECT count(*) AS total, coalesce(sum(o.gross_fen), 0)::text AS "grossFen" FROM orders o ' +
        'WHERE (o.enterprise_id = $1) AND (o.state::text = ANY($2::text[]))',
    );
    expect(totals.values).toEqual([7, ['paid']]);
  });

  it('count on placeholders of two digits', () => {
    const ten = { sql: '$1+$2+$3+$4+$5+$6+$7+$8+$9+$10', values: Array.from({ length: 10 }, (_, n) => n) };
    expect(joinConditions([{ sql: 'a = $1', values: ['a'] }, ten]).sql).toBe(
      '(a = $1) AND ($2+$3+$4+$5+$6+$7+$8+$9+$10+$11)',
    );
  });
});
