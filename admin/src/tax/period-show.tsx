import { allowedActions } from '@linggong/core/domain';
import { periodLifecycle, type PeriodAction } from '@linggong/tax/domain';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Figures } from '../parts/figures';
import { Guide } from '../parts/guide';
import { LifeActions, type LifeAction } from '../parts/life-actions';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { Timeline } from '../parts/timeline';
import { useMay } from '../session/use-me';
import { ListCard } from '../table/list-card';
import { taxRecordColumns } from './record-columns';
import { DueDay } from './due-day';
import type { TaxPeriodRecord, TaxPeriodRow, TaxRecordRow } from './tax';

const mains: ReadonlySet<PeriodAction> = new Set(['close', 'file', 'pay']);

/** What the state allows next, with the figures that it is about; reopening takes a reason. */
function actionsOf(period: TaxPeriodRow, label: (field: string) => string): LifeAction[] {
  return allowedActions(periodLifecycle, period.state).map((name) => ({
    name,
    effects: [
      { label: label('month'), value: period.month },
      { label: label('workerCount'), value: countText(period.workerCount) },
      { label: label('recordCount'), value: countText(period.recordCount) },
      { label: label('grossFen'), value: <Money fen={period.grossFen} total /> },
      { label: label('vatFen'), value: <Money fen={period.vatFen} total /> },
      { label: label('surchargeFen'), value: <Money fen={period.surchargeFen} total /> },
      { label: label('incomeTaxFen'), value: <Money fen={period.incomeTaxFen} total />, strong: true },
    ],
    reason: name === 'reopen' ? 'required' : 'none',
    tone: mains.has(name) ? 'main' : 'danger',
  }));
}

function noteOf(
  { recordCount, reservedCount }: TaxPeriodRow,
  translate: (key: string, options: { count: string }) => string,
): string {
  const records = translate('tax.records', { count: countText(recordCount) });
  return reservedCount > 0 ? `${records} · ${translate('tax.reserved', { count: countText(reservedCount) })}` : records;
}

/** How long somebody has worked for us is told by his record; the card has no room for it in English. */
const cardColumns = taxRecordColumns.filter(({ source }) => source !== 'months');

/** One month: what was paid and withheld, record by record. */
export default function TaxPeriodShow(): ReactNode {
  const translate = useTranslate();
  const move = useMay()('tax-periods', 'move');
  const label = (field: string): string => translate(`resources.tax-periods.fields.${field}`);
  return (
    <RecordPage<TaxPeriodRecord>
      resource="tax-periods"
      title={({ month }) => month}
      chips={({ state }) => <StateChip kind="taxPeriod" state={state} />}
      facts={(period) => [
        <DueDay key="due" period={period} text={translate('tax.due', { day: period.dueOn })} />,
        ...(period.correctionCount > 0
          ? [translate('tax.corrections', { count: countText(period.correctionCount) })]
          : []),
      ]}
      actions={(period, refresh) => (
        <LifeActions
          kind="taxPeriod"
          resource="tax-periods"
          id={period.id}
          actions={move ? actionsOf(period, label) : []}
          onDone={refresh}
        />
      )}
      aside={({ steps }) => (
        <>
          <Guide name="taxPeriod" steps={3} />
          <Timeline
            items={steps.map(({ action, ...step }) => ({
              ...step,
              text: translate(`action.taxPeriod.${action}.label`, { _: action }),
            }))}
          />
        </>
      )}
    >
      {(period) => (
        <>
          <Figures
            label={translate('resources.tax-periods.name', { smart_count: 1 })}
            figures={[
              { label: label('workerCount'), value: countText(period.workerCount), note: noteOf(period, translate) },
              { label: label('grossFen'), value: <Money fen={period.grossFen} total sign={false} /> },
              { label: label('incomeTaxFen'), value: <Money fen={period.incomeTaxFen} total sign={false} /> },
              { label: label('vatFen'), value: <Money fen={period.vatFen} total sign={false} /> },
              { label: label('surchargeFen'), value: <Money fen={period.surchargeFen} total sign={false} /> },
            ]}
          />
          <ListCard<TaxRecordRow>
            title={translate('resources.tax-records.name', { smart_count: 2 })}
            resource="tax-records"
            columns={cardColumns}
            sort={{ field: 'id', order: 'DESC' }}
            only={{ periodId: period.id, state: ['reserved', 'paid'] }}
          />
        </>
      )}
    </RecordPage>
  );
}
