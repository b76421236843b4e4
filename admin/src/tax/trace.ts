import { isRecord } from '../provider/problem';
import type { Text2 } from '../parts/text2';

/**
 * The tax trace as it comes over the wire: entries of `@linggong/tax/domain` (`TraceEntry`) with fen as integers and rates as decimal text.
 * It is read tolerantly, because a trace of three years ago must still be shown.
 */
export interface IncomeTaxRow {
  kind: 'month' | 'earlier-in-month' | 'payment';
  month: string;
  months: number;
  incomeFen: number;
  cumulativeIncomeFen: number;
  expenseFen: number;
  exemptFen: number;
  deductionFen: number;
  otherDeductionFen: number;
  taxableFen: number;
  rate: string | number;
  quickFen: number;
  reliefFen: number;
  cumulativeTaxFen: number;
  withheldBeforeFen: number;
  correctionFen: number;
  withheldFen: number;
  article: Text2 | undefined;
}

export interface VatRow {
  role: string;
  grossFen: number;
  comparedGrossFen: number;
  salesFen: number;
  thresholdFen: number | undefined;
  reached: boolean;
  rate: string | number;
  vatFen: number;
  urbanMaintenanceFen: number;
  educationFen: number;
  localEducationFen: number;
  article: Text2 | undefined;
}

export interface Trace {
  vat: VatRow | undefined;
  rows: IncomeTaxRow[];
}

type Fields = Readonly<Record<string, unknown>>;

const amount = (fields: Fields, name: string): number => {
  const value = fields[name];
  return typeof value === 'number' ? value : typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : 0;
};
const word = (fields: Fields, name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
const rateOf = (fields: Fields): string | number => {
  const rate = fields['rate'];
  return typeof rate === 'number' || typeof rate === 'string' ? rate : '';
};

function articleOf(fields: Fields): Text2 | undefined {
  const article = fields['article'];
  if (!isRecord(article) || typeof article['zh'] !== 'string' || typeof article['en'] !== 'string') return undefined;
  return { zh: article['zh'], en: article['en'] };
}

function rowOf(fields: Fields, kind: IncomeTaxRow['kind']): IncomeTaxRow {
  return {
    kind,
    month: word(fields, 'month'),
    months: amount(fields, 'months'),
    incomeFen: amount(fields, 'incomeFen'),
    cumulativeIncomeFen: amount(fields, 'cumulativeIncomeFen'),
    expenseFen: amount(fields, 'expenseFen'),
    exemptFen: amount(fields, 'exemptFen'),
    deductionFen: amount(fields, 'deductionFen'),
    otherDeductionFen: amount(fields, 'otherDeductionFen'),
    taxableFen: amount(fields, 'taxableFen'),
    rate: rateOf(fields),
    quickFen: amount(fields, 'quickFen'),
    reliefFen: amount(fields, 'reliefFen'),
    cumulativeTaxFen: amount(fields, 'cumulativeTaxFen'),
    withheldBeforeFen: amount(fields, 'withheldBeforeFen'),
    correctionFen: amount(fields, 'correctionFen'),
    withheldFen: amount(fields, 'withheldFen'),
    article: articleOf(fields),
  };
}

function vatOf(fields: Fields): VatRow {
  return {
    role: word(fields, 'role'),
    grossFen: amount(fields, 'grossFen'),
    comparedGrossFen: amount(fields, 'comparedGrossFen'),
    salesFen: amount(fields, 'salesFen'),
    thresholdFen: typeof fields['thresholdFen'] === 'number' ? fields['thresholdFen'] : undefined,
    reached: fields['reached'] === true,
    rate: rateOf(fields),
    vatFen: amount(fields, 'vatFen'),
    urbanMaintenanceFen: amount(fields, 'urbanMaintenanceFen'),
    educationFen: amount(fields, 'educationFen'),
    localEducationFen: amount(fields, 'localEducationFen'),
    article: articleOf(fields),
  };
}

/** Reads a trace; entries of a kind this console does not know are left out. */
export function traceOf(entries: unknown): Trace {
  const trace: Trace = { vat: undefined, rows: [] };
  if (!Array.isArray(entries)) return trace;
  for (const entry of entries) {
    if (!isRecord(entry)) continue;
    const kind = entry['kind'];
    if (kind === 'vat') trace.vat = vatOf(entry);
    if (kind === 'month' || kind === 'earlier-in-month' || kind === 'payment') trace.rows.push(rowOf(entry, kind));
  }
  return trace;
}
