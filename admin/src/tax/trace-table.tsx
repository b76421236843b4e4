import { Box, useMediaQuery } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { moneyText, percentText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { FigureStack } from '../table/figure-stack';
import { SmallGrid } from '../table/grid';
import { traceOf, type IncomeTaxRow, type Trace, type VatRow } from './trace';

/**
 * The computation of one payment's tax, month by month, so that a tax officer repeats it with a calculator:
 * cumulative income − 20 % − deductions = taxable; × rate − quick deduction = cumulative tax; − withheld before = now.
 * `hidden`: the server keeps it from an enterprise, because it would tell what other payers paid; the reason is said instead.
 */
export function TraceTable({ entries, hidden = false }: { entries: unknown; hidden?: boolean }): ReactNode {
  const translate = useTranslate();
  const trace = useMemo(() => traceOf(entries), [entries]);
  const phone = useMediaQuery('(max-width: 599px)');
  if (trace.rows.length === 0 && trace.vat === undefined) {
    return (
      <Box sx={{ fontSize: 12, color: 'tokens.ink2', maxWidth: 560 }}>
        {translate(hidden ? 'trace.hidden' : 'trace.none')}
      </Box>
    );
  }
  return (
    <Box sx={{ minWidth: 0 }}>
      {trace.rows.length > 0 && phone && <MonthStack rows={trace.rows} />}
      {trace.rows.length > 0 && !phone && (
        <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('trace.title')}>
          <MonthTable rows={trace.rows} />
        </Box>
      )}
      <Law trace={trace} />
    </Box>
  );
}

interface TraceColumn {
  key: string;
  value: (row: IncomeTaxRow) => string;
  /** Shown only where some row has it. */
  optional?: (row: IncomeTaxRow) => boolean;
}

const columns: readonly TraceColumn[] = [
  { key: 'income', value: ({ incomeFen }) => moneyText(incomeFen) },
  { key: 'cumulativeIncome', value: ({ cumulativeIncomeFen }) => moneyText(cumulativeIncomeFen) },
  { key: 'expense', value: ({ expenseFen }) => moneyText(expenseFen) },
  { key: 'exempt', value: ({ exemptFen }) => moneyText(exemptFen), optional: ({ exemptFen }) => exemptFen !== 0 },
  { key: 'deduction', value: ({ deductionFen }) => moneyText(deductionFen) },
  {
    key: 'otherDeduction',
    value: ({ otherDeductionFen }) => moneyText(otherDeductionFen),
    optional: ({ otherDeductionFen }) => otherDeductionFen !== 0,
  },
  { key: 'taxable', value: ({ taxableFen }) => moneyText(taxableFen) },
  { key: 'rate', value: ({ rate }) => percentText(rate) },
  { key: 'quick', value: ({ quickFen }) => moneyText(quickFen), optional: ({ quickFen }) => quickFen !== 0 },
  { key: 'relief', value: ({ reliefFen }) => moneyText(reliefFen), optional: ({ reliefFen }) => reliefFen !== 0 },
  { key: 'cumulativeTax', value: ({ cumulativeTaxFen }) => moneyText(cumulativeTaxFen) },
  { key: 'withheldBefore', value: ({ withheldBeforeFen }) => moneyText(withheldBeforeFen) },
  { key: 'withheld', value: ({ withheldFen }) => moneyText(withheldFen) },
];

const shownOf = (rows: readonly IncomeTaxRow[]): readonly TraceColumn[] =>
  columns.filter(({ optional }) => optional === undefined || rows.some(optional));

/** What a row is of: its month, and which part of it where it has several. */
function useRowName(rows: readonly IncomeTaxRow[]): (row: IncomeTaxRow) => string {
  const translate = useTranslate();
  return ({ month, kind }) =>
    kind !== 'month' && rows.filter((row) => row.month === month).length > 1
      ? `${month} · ${translate(`trace.kind.${kind}`)}`
      : month;
}

/** The months below each other: on a phone the figures at the right of a table are out of sight. */
function MonthStack({ rows }: { rows: readonly IncomeTaxRow[] }): ReactNode {
  const translate = useTranslate();
  const nameOf = useRowName(rows);
  const shown = shownOf(rows);
  return (
    <FigureStack
      label={translate('trace.title')}
      rows={rows.map((row) => ({
        name: nameOf(row),
        figures: shown.map(({ key, value }) => ({ label: translate(`trace.${key}`), value: value(row) })),
      }))}
      folds
    />
  );
}

function MonthTable({ rows }: { rows: readonly IncomeTaxRow[] }): ReactNode {
  const translate = useTranslate();
  const nameOf = useRowName(rows);
  const shown = shownOf(rows);
  return (
    // A heading is told in as many lines as its figures are narrow: the last column is the one that is asked for.
    <SmallGrid sx={{ '& thead th': { whiteSpace: 'normal', lineHeight: 1.35, py: '4px' } }}>
      <thead>
        <tr>
          <th scope="col">{translate('trace.month')}</th>
          {shown.map(({ key }) => (
            <th key={key} scope="col" className="n">
              {translate(`trace.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <td>{nameOf(row)}</td>
            {shown.map(({ key, value }) => (
              <td
                key={key}
                className="n"
                style={key === 'withheld' && row.kind === 'payment' ? { fontWeight: 700 } : undefined}
              >
                {value(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </SmallGrid>
  );
}

function Law({ trace }: { trace: Trace }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const last = trace.rows.at(-1);
  const vat = useVatWords();
  return (
    <Box sx={{ fontSize: 12, color: 'tokens.ink2', mt: 1, display: 'grid', gap: '2px' }}>
      {last !== undefined && (
        <span>
          {translate('trace.method', { smart_count: last.months })}
          {last.article !== undefined && (
            <>
              {' '}
              ·{' '}
              <Box component="span" sx={{ color: 'tokens.accent' }}>
                {text(last.article)}
              </Box>
            </>
          )}
          {last.correctionFen < 0 && <> · {translate('trace.carried', { amount: moneyText(last.correctionFen) })}</>}
        </span>
      )}
      {trace.vat !== undefined && (
        <span>
          {vat(trace.vat)}
          {trace.vat.article !== undefined && (
            <>
              {' '}
              ·{' '}
              <Box component="span" sx={{ color: 'tokens.accent' }}>
                {text(trace.vat.article)}
              </Box>
            </>
          )}
        </span>
      )}
    </Box>
  );
}

function useVatWords(): (vat: VatRow) => string {
  const translate = useTranslate();
  return (vat) => {
    if (vat.role === 'self') return translate('trace.vat.self');
    const compared = translate(vat.role === 'platform-files' ? 'trace.vat.month' : 'trace.vat.payment', {
      gross: moneyText(vat.comparedGrossFen),
      rate: percentText(vat.rate),
      sales: moneyText(vat.salesFen),
      threshold: moneyText(vat.thresholdFen),
    });
    if (!vat.reached) return `${compared}${translate('trace.vat.below')}`;
    const charged = translate('trace.vat.charged', {
      vat: moneyText(vat.vatFen),
      urban: moneyText(vat.urbanMaintenanceFen),
      education: moneyText(vat.educationFen),
      local: moneyText(vat.localEducationFen),
    });
    return `${compared}${translate('trace.vat.reached')}${charged}`;
  };
}
