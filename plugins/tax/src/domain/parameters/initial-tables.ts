import type { Day, Text2 } from '@linggong/core/domain';
import { TABLE_A, TABLE_B, TABLE_C, TABLE_D } from './brackets';
import type { Dated } from './dated';
import { REFERENCES as law } from './references';
import type { TaxTables } from './tables';

const APPROVED_BY = 'initial-release';

function from<V>(day: Day, value: V, reference: Text2): Dated<V> {
  return { value, from: day, reference, approvedBy: APPROVED_BY };
}

function between<V>(first: Day, last: Day, value: V, reference: Text2): Dated<V> {
  return { value, from: first, to: last, reference, approvedBy: APPROVED_BY };
}

/**
 * The tables the product starts with (domain.md sections 1 and 2). Rates that the law fixes are open-ended; reliefs and
 * thresholds end on the day on which their notice ends, so that nobody computes 2028 with the reliefs of 2027.
 */
export const INITIAL_TABLES: TaxTables = {
  cumulativeBrackets: [from('2019-01-01', TABLE_A, law.incomeTaxLaw)],
  labourBrackets: [from('2019-01-01', TABLE_B, law.withholdingRules)],
  businessBrackets: [from('2019-01-01', TABLE_C, law.incomeTaxLaw)],
  nonResidentBrackets: [from('2019-01-01', TABLE_D, law.nonResident)],
  monthlyDeductionFen: [from('2025-10-01', 500_000n, law.platformLabour)],
  platformExpenseRate: [from('2025-10-01', 200_000n, law.platformLabour)],
  gapPolicy: [from('2025-10-01', 'reset', law.gapReading)],
  labourExpenseRate: [from('2019-01-01', 200_000n, law.withholdingRules)],
  labourAllowance: [from('2019-01-01', { flatUpToFen: 400_000n, flatFen: 80_000n }, law.withholdingRules)],
  nonResidentExpenseRate: [from('2019-01-01', 200_000n, law.nonResident)],
  businessRelief: [between('2023-01-01', '2027-12-31', { capFen: 200_000_000n, share: 500_000n }, law.businessRelief)],
  vatLevyRate: [
    between('2009-01-01', '2025-12-31', 30_000n, law.vatRegulation),
    from('2026-01-01', 30_000n, law.vatLaw),
  ],
  vatReliefRate: [
    between('2023-01-01', '2025-12-31', 10_000n, law.vatRelief2023),
    between('2026-01-01', '2027-12-31', 10_000n, law.vatRelief2026),
  ],
  vatMonthThreshold: [
    between('2023-01-01', '2025-12-31', { salesFen: 10_000_000n, edge: 'exceeded' }, law.vatRelief2023),
    between('2026-01-01', '2027-12-31', { salesFen: 10_000_000n, edge: 'reached' }, law.vatRelief2026),
  ],
  vatTransactionThreshold: [
    between('2011-11-01', '2025-12-31', { salesFen: 50_000n, edge: 'reached' }, law.vatRules),
    between('2026-01-01', '2027-12-31', { salesFen: 100_000n, edge: 'reached' }, law.vatRelief2026),
  ],
  vatTransactionUnit: [
    between('2011-11-01', '2025-12-31', 'day', law.vatRules),
    from('2026-01-01', 'day', law.vatTransactionUnit),
  ],
  urbanMaintenanceRates: [from('2021-09-01', [70_000n, 50_000n, 10_000n], law.urbanMaintenance)],
  platformUrbanRate: [from('2025-01-01', 70_000n, law.platformUrban)],
  educationRate: [from('2005-10-01', 30_000n, law.education)],
  localEducationRate: [from('2011-01-01', 20_000n, law.localEducation)],
  surchargeRelief: [between('2023-01-01', '2027-12-31', 500_000n, law.surchargeRelief)],
  educationReliefSalesFen: [from('2016-02-01', 10_000_000n, law.educationRelief)],
  registrationGuideFen: [from('2025-10-01', 500_000_000n, law.registrationGuide)],
};
