import { fieldName } from './field-name';

it.each([
  ['enterpriseId', '企业', 'Enterprise'],
  ['body', '请求内容', 'Request body'],
  ['lines[0].grossFen', '明细第 1 项的应发金额', 'Lines, item 1, gross'],
  ['lines.2.amountFen', '明细第 3 项的金额', 'Lines, item 3, amount'],
  ['vat.role', '增值税的角色', 'VAT, role'],
  ['filter.vat', '筛选条件的增值税', 'Filter, VAT'],
  ['bonus', '字段 bonus', 'Field bonus'],
  ['constructor', '字段 constructor', 'Field constructor'],
])('%s is called %s and %s', (path, zh, en) => {
  expect(fieldName(path)).toEqual({ zh, en });
});
