import {
  groupedYuanText as money,
  groupThousands as grouped,
  type Fen,
  type RateMillionths,
} from '@linggong/core/domain';
import type { IncomeTaxEntry, TraceEntry, VatEntry } from './trace-entry';

export type TraceLanguage = 'zh' | 'en';

/** The trace in sentences, one an entry, each a sum that a calculator repeats to the fen. */
export function traceText(entries: readonly TraceEntry[], language: TraceLanguage): string[] {
  return entries.map((entry) => (entry.kind === 'vat' ? vatText(entry, language) : incomeTaxText(entry, language)));
}

function vatText(entry: VatEntry, language: TraceLanguage): string {
  if (entry.role === 'self') {
    return language === 'zh'
      ? `增值税由灵工自行申报，本次不计；含税 ${money(entry.grossFen)}`
      : `VAT is declared by the worker himself; none computed on ${money(entry.grossFen)}`;
  }
  return language === 'zh' ? chineseVat(entry) : englishVat(entry);
}

function chineseVat(entry: VatEntry): string {
  const scope = entry.role === 'platform-files' ? '本月累计含税' : '本次含税';
  const other = entry.otherSalesFen > 0n ? `，另有其他方式申报的销售额 ${money(entry.otherSalesFen)}` : '';
  const compared = `${scope} ${money(entry.comparedGrossFen)} ÷ (1 + ${percent(entry.rate)})${other}，不含税销售额 ${money(entry.salesFen)}`;
  const verdict = entry.reached ? '达到' : '未达到';
  const amounts = `本次增值税 ${money(entry.vatFen)}，城建税 ${money(entry.urbanMaintenanceFen)}，教育费附加 ${money(entry.educationFen)}，地方教育附加 ${money(entry.localEducationFen)}`;
  return `${compared}，${verdict}起征点 ${money(entry.thresholdFen ?? 0n)}；${amounts}${article(entry.article?.zh, 'zh')}`;
}

function englishVat(entry: VatEntry): string {
  const scope = entry.role === 'platform-files' ? 'Month so far, VAT included,' : 'Payment, VAT included,';
  const other = entry.otherSalesFen > 0n ? ` plus sales declared otherwise ${money(entry.otherSalesFen)}` : '';
  const compared = `${scope} ${money(entry.comparedGrossFen)} ÷ (1 + ${percent(entry.rate)})${other}: sales ${money(entry.salesFen)}`;
  const verdict = entry.reached ? 'reaches' : 'stays below';
  const amounts = `VAT now ${money(entry.vatFen)}, urban maintenance ${money(entry.urbanMaintenanceFen)}, education ${money(entry.educationFen)}, local education ${money(entry.localEducationFen)}`;
  return `${compared}, ${verdict} the threshold ${money(entry.thresholdFen ?? 0n)}; ${amounts}${article(entry.article?.en, 'en')}`;
}

function incomeTaxText(entry: IncomeTaxEntry, language: TraceLanguage): string {
  return language === 'zh' ? chineseIncomeTax(entry) : englishIncomeTax(entry);
}

function chineseIncomeTax(entry: IncomeTaxEntry): string {
  const label = { month: '', 'earlier-in-month': '本月此前', payment: '本次' }[entry.kind];
  const taxable = `累计收入 ${money(entry.cumulativeIncomeFen)} − 费用 ${money(entry.expenseFen)}${chineseDeductions(entry)} = 应纳税所得额 ${grouped(entry.taxableExact)}`;
  const tax = `× ${percent(entry.rate)} − ${money(entry.quickFen)}${entry.reliefFen > 0n ? ` − 减免 ${money(entry.reliefFen)}` : ''} = 累计应纳税额 ${money(entry.cumulativeTaxFen)}`;
  const carried = entry.correctionFen < 0n ? `（负数 ${money(entry.correctionFen)} 不退，结转）` : '';
  return `${entry.month} ${label}第 ${entry.months} 个月，收入 ${money(entry.incomeFen)}：${taxable}；${tax} − 已预扣 ${money(entry.withheldBeforeFen)}，预扣 ${money(entry.withheldFen)}${carried}${article(entry.article.zh, 'zh')}`;
}

function chineseDeductions(entry: IncomeTaxEntry): string {
  return parts([
    ['免税收入', entry.exemptFen],
    ['减除费用', entry.deductionFen],
    ['其他扣除', entry.otherDeductionFen],
  ]);
}

function englishIncomeTax(entry: IncomeTaxEntry): string {
  const label = { month: '', 'earlier-in-month': 'earlier this month, ', payment: 'this payment, ' }[entry.kind];
  const taxable = `cumulative income ${money(entry.cumulativeIncomeFen)} − expense ${money(entry.expenseFen)}${englishDeductions(entry)} = taxable ${grouped(entry.taxableExact)}`;
  const tax = `× ${percent(entry.rate)} − ${money(entry.quickFen)}${entry.reliefFen > 0n ? ` − relief ${money(entry.reliefFen)}` : ''} = cumulative tax ${money(entry.cumulativeTaxFen)}`;
  const carried = entry.correctionFen < 0n ? ` (${money(entry.correctionFen)} is not refunded but carried)` : '';
  return `${entry.month} ${label}month ${entry.months}, income ${money(entry.incomeFen)}: ${taxable}; ${tax} − withheld before ${money(entry.withheldBeforeFen)}, withheld ${money(entry.withheldFen)}${carried}${article(entry.article.en, 'en')}`;
}

function englishDeductions(entry: IncomeTaxEntry): string {
  return parts([
    ['exempt', entry.exemptFen],
    ['deduction', entry.deductionFen],
    ['other', entry.otherDeductionFen],
  ]);
}

function parts(deductions: readonly (readonly [string, Fen])[]): string {
  return deductions
    .filter(([, fen]) => fen !== 0n)
    .map(([label, fen]) => ` − ${label} ${money(fen)}`)
    .join('');
}

function article(text: string | undefined, language: TraceLanguage): string {
  if (text === undefined) return '';
  return language === 'zh' ? `（${text}）` : ` (${text})`;
}

function percent(rate: RateMillionths): string {
  const digits = rate.toString().padStart(5, '0');
  const fraction = digits.slice(-4).replace(/0+$/, '');
  return `${digits.slice(0, -4)}${fraction === '' ? '' : `.${fraction}`}%`;
}
