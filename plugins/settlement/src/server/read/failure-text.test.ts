import { failureText } from './failure-text';

it('tells our own reasons in the words of the catalogue, and any other as the bank would', () => {
  expect(failureText('card-unverified')).toMatchObject({
    text: { zh: '收款卡未通过核验', en: 'Card is not verified' },
    next: { zh: '核验银行卡' },
  });
  expect(failureText('AC04').text.en).toBe('The account is closed');
  expect(failureText('XX99').text.en).toBe('The bank gave no reason');
});
