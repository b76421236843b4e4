import { FEN_MAX } from '@linggong/core/domain';
import { feePreviewAnswer, feePreviewRequest } from '../../api';
import { previewFees } from './preview-plan';

const most = Number(FEN_MAX);
const previewOf = (asked: object) => previewFees(feePreviewRequest.parse(asked));

it('answers as its document says for the largest amounts that it takes, and adds them up exactly', () => {
  const answer = previewOf({ rate: '0.06', amountsFen: [most, most, most - 1] });
  expect(feePreviewAnswer.parse(answer)).toMatchObject({ amountFen: 3 * most - 1, enterpriseFen: 31_799_999_999_999 });
});

it('refuses what comes to more than can be told exactly: amounts, or fees alone', () => {
  const tooMuch = expect.objectContaining({ status: 422, code: 'fee-preview-range', field: 'amountsFen' });
  const thousand = (fen: number): number[] => Array.from({ length: 1_000 }, () => fen);
  expect(() => previewOf({ rate: '0', amountsFen: thousand(most) })).toThrow(tooMuch);
  expect(() => previewOf({ kind: 'fixed', fixedFen: most, amountsFen: thousand(1) })).toThrow(tooMuch);
});
