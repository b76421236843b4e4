import { collectFigures, type FigureSource } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import { isOnTarget, type PeriodFigure, type PeriodFinding } from '../../../domain';
import type { CountPeriod } from '../periods/make-review';
import type { ConsistencyCheck } from './consistency';

const consistency: Text2 = { zh: '一致性核对', en: 'What must agree' };
const none = { kind: 'at-most', value: 0 } as const;
const withInvoices: Text2 = { zh: '随发票功能提供', en: 'Comes with invoices' };

const missing = (key: string, zh: string, en: string): PeriodFigure => ({
  section: 'consistency',
  sectionName: consistency,
  key,
  name: { zh, en },
  unit: 'count',
  value: null,
  note: withInvoices,
});

/** The invoice legs: they stand in the review with their reason, and not as a zero that nobody counted. */
const invoiceLegs = [
  missing('contract-invoice', '合同与发票不符', 'Contracts that differ from invoices'),
  missing('invoice-fund', '发票与资金不符', 'Invoices that differ from money'),
];

/** A figure off its target (未达标) is a finding of its own, about its module. */
function offTarget({ section, sectionName, key, name, value, target }: PeriodFigure): PeriodFinding {
  const missed = (value ?? 0n) - BigInt(target?.value ?? 0);
  return {
    rule: `operations.${section}.${key}`,
    severity: 'medium',
    title: { zh: `${sectionName.zh}：${name.zh}未达标`, en: `${sectionName.en}: ${name.en}, off target` },
    differences: missed < 0n ? -missed : missed,
    samples: [],
  };
}

/**
 * Counts how every module ran in a month, and what of it does not agree (R8.2): each module's own figures, and the comparisons that plugins
 * registered; every difference and every figure off its target is a finding.
 */
export function countOperations(sources: readonly FigureSource[], checks: readonly ConsistencyCheck[]): CountPeriod {
  return async (tx, period) => {
    const figures: PeriodFigure[] = [];
    const findings: PeriodFinding[] = [];
    for (const check of checks) {
      const { compared, differences, samples } = await check.compare(tx, period.from, period.after);
      figures.push(
        {
          section: 'consistency',
          sectionName: consistency,
          key: `${check.key}-compared`,
          name: { zh: `${check.name.zh}：核对数`, en: `${check.name.en}: compared` },
          unit: 'count',
          value: BigInt(compared),
        },
        {
          section: 'consistency',
          sectionName: consistency,
          key: check.key,
          name: { zh: `${check.name.zh}：差异数`, en: `${check.name.en}: differences` },
          unit: 'count',
          value: BigInt(differences),
          target: none,
        },
      );
      if (differences > 0)
        findings.push({
          rule: `operations.${check.key}`,
          severity: check.severity,
          title: check.title,
          differences: BigInt(differences),
          samples: samples.slice(0, 20),
        });
    }
    figures.push(...invoiceLegs);
    for (const source of sources) {
      const counted = await collectFigures(tx, source, period);
      const ofModule = counted.map((one) => ({ ...one, section: source.module, sectionName: source.name }));
      figures.push(...ofModule);
      findings.push(...ofModule.filter((figure) => isOnTarget(figure) === false).map(offTarget));
    }
    return { figures, findings };
  };
}
