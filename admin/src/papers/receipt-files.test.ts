import { receiptFiles } from './receipt-files';

it('parts the receipts of a batch into files that leave none out and give none twice', () => {
  expect(receiptFiles(0)).toEqual([]);
  expect(receiptFiles(200)).toEqual([{ part: 1, first: 1, last: 200 }]);
  expect(receiptFiles(450)).toEqual([
    { part: 1, first: 1, last: 200 },
    { part: 2, first: 201, last: 400 },
    { part: 3, first: 401, last: 450 },
  ]);
});
