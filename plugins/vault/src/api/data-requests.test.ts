import { requestRefusal } from './data-requests';

it.each([
  ['会计档案管理办法第十四条', true],
  ['13800138000', false],
  ['依据 11010519491231002X', false],
])('a refusal that stands on %j is taken: %s', (basis, isTaken) => {
  expect(requestRefusal.safeParse({ basis, reason: '依法保存' }).success).toBe(isTaken);
});
