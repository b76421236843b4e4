import { StartProblem } from '../start-problem';
import { slotOrder } from './slot-order';

it('takes what is to be done and why, and nothing else', () => {
  expect(slotOrder(['recreate', '--reason', ' 换存储 '])).toEqual({ act: 'recreate', reason: '换存储' });
  expect(slotOrder(['--reason', 'moved to another server', 'drop'])).toMatchObject({ act: 'drop' });
  for (const args of [
    [],
    ['drop'],
    ['drop', '--reason', ' '],
    ['stop', '--reason', 'why'],
    ['drop', 'x', '--reason', 'why'],
  ])
    expect(() => slotOrder(args)).toThrow(StartProblem);
  expect(() => slotOrder(['drop', '--why', 'x'])).toThrow(StartProblem);
});
