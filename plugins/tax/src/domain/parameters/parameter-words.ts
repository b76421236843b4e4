import type { Text2 } from '@linggong/core/domain';
import type { ParameterName } from './tables';

/** What people call each parameter. */
export const PARAMETER_WORDS: { readonly [K in ParameterName]: Text2 } = {
  cumulativeBrackets: { zh: '个人所得税税率表一（综合所得）', en: 'table A (comprehensive income)' },
  labourBrackets: { zh: '个人所得税预扣率表二（劳务报酬）', en: 'table B (labour remuneration per payment)' },
  businessBrackets: { zh: '个人所得税税率表二（经营所得）', en: 'table C (business income)' },
  nonResidentBrackets: { zh: '个人所得税税率表三（非居民个人）', en: 'table D (non-residents)' },
  monthlyDeductionFen: { zh: '累计减除费用（每月）', en: 'monthly deduction of the cumulative method' },
  platformExpenseRate: { zh: '平台劳务报酬费用比例', en: 'expense rate of platform labour' },
  gapPolicy: { zh: '中断月政策', en: 'policy for months without income' },
  labourExpenseRate: { zh: '劳务报酬费用比例', en: 'expense rate of labour remuneration' },
  labourAllowance: { zh: '劳务报酬定额减除', en: 'flat deduction of labour remuneration' },
  nonResidentExpenseRate: { zh: '非居民个人劳务报酬费用比例', en: 'expense rate of non-residents' },
  businessRelief: { zh: '个体工商户减半征收', en: 'halving for individual businesses' },
  vatLevyRate: { zh: '增值税征收率', en: 'VAT levy rate' },
  vatReliefRate: { zh: '增值税减按征收率', en: 'reduced VAT levy rate' },
  vatMonthThreshold: { zh: '增值税按月起征点', en: 'monthly VAT threshold' },
  vatTransactionThreshold: { zh: '增值税按次（日）起征点', en: 'VAT threshold per transaction (day)' },
  vatTransactionUnit: { zh: '增值税按次或按日', en: 'unit of the VAT threshold per transaction' },
  urbanMaintenanceRates: { zh: '城市维护建设税税率', en: 'urban maintenance rates' },
  platformUrbanRate: { zh: '平台所在地城市维护建设税税率', en: 'urban maintenance rate at the place of the platform' },
  educationRate: { zh: '教育费附加征收率', en: 'education surcharge rate' },
  localEducationRate: { zh: '地方教育附加征收率', en: 'local education surcharge rate' },
  surchargeRelief: { zh: '附加税费减征比例', en: 'relief of the surcharges' },
  educationReliefSalesFen: { zh: '教育费附加免征销售额', en: 'sales up to which education surcharges are exempt' },
  registrationGuideFen: { zh: '引导办理登记的连续十二个月收入', en: 'income of 12 months that calls for registration' },
};
