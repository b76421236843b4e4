import { personEnd } from './person-end';

const at = new Date('2026-11-26T00:00:00Z');
const left = { workerId: 1, class: 'worker-record', from: new Date('2026-11-01T00:00:00Z') };
const paid = { workerId: 1, class: 'payee-identity', from: new Date('2020-05-01T00:00:00Z') };

describe('the end of what holds a person', () => {
  it('is the last of its terms, in whatever order they come', () => {
    const end = new Date('2030-05-01T00:00:00Z');
    expect(personEnd([left, paid], at).until).toEqual(end);
    expect(personEnd([paid, left], at).until).toEqual(end);
    expect(personEnd([paid, left], at).terms.map(({ until }) => until?.getUTCFullYear())).toEqual([2030, 2029]);
  });

  it('is not known while something still runs, and where nothing at all was told', () => {
    expect(personEnd([left, { ...paid, from: null }], at).until).toBeNull();
    expect(personEnd([], at).until).toBeNull();
  });

  it('waits for a file of a term that is over, and only for such a one', () => {
    const sheet = { workerId: 1, class: 'worker-import-sheet', from: new Date('2026-01-01T00:00:00Z') };
    expect(personEnd([left, { ...sheet, hasFile: true }], at).until).toBeNull();
    expect(personEnd([left, { ...sheet, hasFile: false }], at).until).toEqual(new Date('2029-11-01T00:00:00Z'));
    expect(personEnd([left, { ...sheet, hasFile: true }], new Date('2026-01-02T00:00:00Z')).until).not.toBeNull();
  });

  it('knows no class that the schedule does not know, nor one that is kept for good', () => {
    expect(() => personEnd([{ ...left, class: 'nothing' }], at)).toThrow(/no term/);
    expect(() => personEnd([{ ...left, class: 'books' }], at)).toThrow(/no term/);
  });
});
