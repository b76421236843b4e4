import { actorName, type ActorWords } from './actor-name';

const words: ActorWords = {
  text: ({ zh }) => zh,
  system: '系统',
  account: (number) => `（账号 ${number}）`,
  own: { id: 3, role: 'finance-officer', identifier: 'demo-finance' },
};
const names = { enterprise: '湘江配送有限公司', worker: '张*' };

it.each([
  ['enterprise#20', '湘江配送有限公司'],
  ['worker#7', '张*'],
  ['finance-approver#4', '财务审批（账号 4）'],
  ['finance-officer#3', '财务经办 demo-finance'],
  ['operator', '运营'],
  ['settlement', '系统'],
])('%s reads %s', (actor, text) => {
  expect(actorName(actor, words, names)).toBe(text);
});

it('tells the role where the name is not for this reader', () => {
  expect(actorName('enterprise#20', words)).toBe('企业用户（账号 20）');
  expect(actorName('worker#7', words, { worker: null })).toBe('灵活用工人员（账号 7）');
});

it.each(['enterprise', 'worker'])('tells %s the role of staff without a number that says nothing to them', (role) => {
  const reader = { ...words, own: { id: 20, role, identifier: 'own' } };
  expect(actorName('operator#1', reader)).toBe('运营');
  expect(actorName('enterprise#21', reader)).toBe('企业用户（账号 21）');
});
