import { engagementStates } from '@linggong/tasks/domain';
import { mayApply } from './open-task';

it('a worker applies where he has not, or stepped back', () => {
  expect(mayApply(null)).toBe(true);
  const again = engagementStates.filter((state) => mayApply({ id: 1, number: 'EN-1', state }));
  expect(again).toEqual(['cancelled', 'withdrawn']);
});
