import { itemOfRow } from './waiting-item';

const noteOf = (row: object): string => itemOfRow({ id: 1, number: 'N1', ...row }, {}).note;

describe('what a thing that waits is about', () => {
  it.each([
    ['the work of somebody, with its task', { taskTitle: '同城配送', workerNameMasked: '张*' }, '同城配送 · 张*'],
    ['a task alone', { taskTitle: '同城配送' }, '同城配送'],
    ['a person alone', { workerNameMasked: '张*' }, '张*'],
    ['a title', { title: '同城配送' }, '同城配送'],
    ['nothing', {}, ''],
    ['no more than its title', { number: undefined, name: '甲公司' }, ''],
  ])('%s', (_name, row, note) => {
    expect(noteOf(row)).toBe(note);
  });
});
