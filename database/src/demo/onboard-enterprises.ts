import type { Day } from '@linggong/core/domain';
import type { ApiClient, Caller } from './api-client';
import { allHolds } from './judge-review';
import type { DemoEnterprise, DemoStage } from './stage';
import { signCooperation } from './sign-contracts';
import type { Company } from './synthetic/companies';
import type { Random } from './synthetic/random';

/** 8,000 yuan of fees a month, at least. */
const LEAST_MONTH_FEN = 800_000;

const operator: Caller = { role: 'operator' };
const reviewer: Caller = { role: 'merchant-reviewer' };
const financeOfficer: Caller = { role: 'finance-officer' };
const financeApprover: Caller = { role: 'finance-approver' };

/** Onboards the companies: applied, approved by the register's answer, agreement signed, fee plan in force (R2.1, R5.7). */
export async function onboardEnterprises(
  { api, random }: Pick<DemoStage, 'api' | 'random'>,
  companies: readonly Company[],
  from: Day,
  to: Day,
): Promise<DemoEnterprise[]> {
  const onboarded: DemoEnterprise[] = [];
  for (const [index, company] of companies.entries()) {
    const { id } = await api.post<{ id: number }>(operator, '/v1/enterprises', application(company, index, random));
    const enterprise = { ...company, id };
    await api.post(operator, `/v1/enterprises/${id}/submit`);
    // Nobody approves what he submitted himself.
    const judged = await allHolds(api, reviewer, `enterprises/${id}/reviews`);
    await api.post(reviewer, `/v1/enterprises/${id}/approve`, judged);
    await signCooperation(api, enterprise, from, to);
    await activate(api, id);
    // The last and smallest of them has agreed a minimum, which is billed after the month.
    const least = index === companies.length - 1 ? { monthMinFen: LEAST_MONTH_FEN } : {};
    const plan = { enterpriseId: id, rate: company.feeRate, effectiveFrom: from, ...least };
    const proposed = await api.post<{ id: number }>(financeOfficer, '/v1/fee-plans', plan);
    await api.post(financeApprover, `/v1/fee-plans/${proposed.id}/approve`);
    onboarded.push(enterprise);
  }
  return onboarded;
}

async function activate(api: ApiClient, id: number): Promise<void> {
  await api.post({ role: 'enterprise', enterpriseId: id }, `/v1/enterprises/${id}/sign`);
}

function application(company: Company, index: number, random: Random): object {
  return {
    name: company.name,
    uscc: company.uscc,
    legalRepresentative: random.pick(['陈立', '欧阳建国', '刘敏', '周晓峰']),
    contactName: random.pick(['王芳', '李强', '赵静', '黄丽']),
    contactPhone: `1880731${(1_000 + index).toString()}`,
    registeredAddress: company.address,
    businessScope: company.businessScope,
    industry: company.industry,
    bankName: '中国建设银行长沙五一支行',
    bankCode: '105100000017',
    bankAccount: `4300150106${(5_000_000_000 + index * 131).toString()}`,
    urbanMaintenanceRate: '0.07',
  };
}
