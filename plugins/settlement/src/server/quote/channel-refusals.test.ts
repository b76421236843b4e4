import { refusals, type RefusalCode } from '@linggong/channels';
import { refusalWords } from './channel-refusals';

// Object.keys forgets the keys of the table.
const codes = Object.keys(refusals) as RefusalCode[];

it.each(codes)('%s says why and what to do, in a preview where nothing was paid yet', (code) => {
  const { zh, en } = refusalWords(code);
  expect(zh).toContain(`${refusals[code].text.zh}。请`);
  expect(zh).toContain('复核这些行');
  expect(zh).not.toContain('重新发放');
  expect(en).toContain(`${refusals[code].text.en}. `);
  expect(en).toContain('check these lines again');
});

it('sends each kind to whoever can clear it', () => {
  expect(refusalWords('payee-name-characters').zh).toContain('更正灵工的姓名');
  expect(refusalWords('amount-over-line-limit').zh).toContain('拆分金额');
  expect(refusalWords('payer-missing').zh).toContain('请财务核对');
});
