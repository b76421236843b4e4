import { newAccountBody } from './account';

it.each([
  ['tax-9', true],
  ['测试-账号', true],
  ['测试 账号', false],
  ['13800138000', false],
  ['11010519491231002X', false],
])('an account called %j is opened: %s', (identifier, isTaken) => {
  expect(newAccountBody.safeParse({ identifier, role: 'tax-officer' }).success).toBe(isTaken);
});
