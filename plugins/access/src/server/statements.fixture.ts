import { Client } from 'pg';

/**
 * The texts of all statements that the process sends to PostgreSQL while something is done, in their order and without what begins and
 * ends a transaction by another name. Two pieces of work that must not be told apart send the same.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const spy = jest.spyOn(Client.prototype, 'query');
  try {
    await work();
    for (const [first] of spy.mock.calls) texts.push(textOf(first));
  } finally {
    spy.mockRestore();
  }
  return texts;
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  const named = typeof query === 'object' && query !== null && 'text' in query ? query.text : undefined;
  return typeof named === 'string' ? named : 'unknown';
}
