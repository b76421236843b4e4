import type { BatchDetail, Figures as BatchSums } from '@linggong/settlement/api';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { planWords } from '@linggong/billing/api';
import { Figures } from '../parts/figures';
import { Money } from '../parts/money';
import { countText, moneyText, percentText } from '../parts/money-text';
import { useText2 } from '../parts/text2';

/** Gross, fee, tax and net, and what is left of the deposit after it. */
export function BatchFigures({ batch, figures }: { batch: BatchDetail; figures: BatchSums }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const confirmed = batch.orders !== null;
  const lines = confirmed
    ? Object.values(batch.orders ?? {}).reduce((sum, { count }) => sum + count, 0)
    : batch.counts.ready;
  const after = batch.deposit.afterFen;
  return (
    <Figures
      label={translate('batch.figures.label')}
      figures={[
        {
          label: translate('batch.figures.gross'),
          value: <Bare fen={figures.grossFen} />,
          note: translate(confirmed ? 'batch.figures.orders' : 'batch.figures.ready', { count: countText(lines) }),
        },
        {
          label:
            figures.feeRate === null
              ? translate('batch.figures.fee')
              : translate('batch.figures.feeAt', { rate: percentText(figures.feeRate) }),
          value: <Bare fen={figures.feeFen} />,
          note: [feeNote(batch, text), classNote(batch, text, translate)].filter(Boolean).join(' · '),
        },
        {
          label: translate(figures.taxBorneFen > 0 ? 'batch.figures.taxBorne' : 'batch.figures.tax'),
          value: <Bare fen={figures.taxFen} />,
          note: translate('batch.figures.taxNote', {
            income: moneyText(figures.incomeTaxFen),
            vat: moneyText(figures.vatFen + figures.surchargeFen),
          }),
        },
        {
          label: translate('batch.figures.net'),
          value: <Bare fen={figures.netFen} />,
          note: translate('batch.figures.netNote', {
            max: moneyText(figures.netMaxFen),
            median: moneyText(figures.netMedianFen),
          }),
        },
        after === null
          ? {
              label: translate('batch.figures.deposit'),
              value: <Bare fen={batch.deposit.availableFen} />,
              note: translate('batch.figures.depositNow'),
            }
          : {
              label: translate('batch.figures.depositAfter'),
              value: <Bare fen={after} />,
              note: translate('batch.figures.depositBefore', { amount: moneyText(batch.deposit.availableFen) }),
              ...(after < 0 ? { tone: 'bad' as const } : {}),
            },
      ]}
    />
  );
}

/** How the fee is agreed: on top or inside, and when it is charged. */
function feeNote({ feeTerms }: BatchDetail, text: ReturnType<typeof useText2>): string {
  if (feeTerms === null) return '';
  return `${text(planWords.bearing[feeTerms.bearing])} · ${text(planWords.chargedWhen[feeTerms.chargedWhen])}`;
}

/** Why it costs more than the rates of the plan: the class of the enterprise when it was quoted. */
function classNote(
  { feeClass }: BatchDetail,
  text: ReturnType<typeof useText2>,
  translate: ReturnType<typeof useTranslate>,
): string {
  if (feeClass === null || feeClass.surcharge === null) return '';
  return translate('batch.figures.feeClass', {
    class: translate(`state.ratingClass.${feeClass.class}`),
    tier: text(planWords.classTier[feeClass.tier]),
    surcharge: percentText(feeClass.surcharge),
    rating: feeClass.ratingId,
  });
}

/** Large figures stand without sign, as in the picture; their hover says fen and capitals. */
function Bare({ fen }: { fen: number }): ReactNode {
  return <Money fen={fen} total sign={false} />;
}
