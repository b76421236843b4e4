import type { ApiClient, Caller } from './api-client';
import type { Company } from './synthetic/companies';
import type { Random } from './synthetic/random';

export interface DemoEnterprise extends Company {
  readonly id: number;
}

const operator: Caller = { role: 'operator' };

/** Onboards the companies as an operator would: drafted, submitted, approved by the register's answer, signed (R2.1). */
export async function onboardEnterprises(
  api: ApiClient,
  random: Random,
  companies: readonly Company[],
): Promise<DemoEnterprise[]> {
  const onboarded: DemoEnterprise[] = [];
  for (const [index, company] of companies.entries()) {
    const { id } = await api.post<{ id: number }>(operator, '/v1/enterprises', application(company, index, random));
    for (const action of ['submit', 'approve', 'sign']) {
      await api.post(operator, `/v1/enterprises/${id}/${action}`, { criterion: '商户入驻标准 1.0 第二条' });
    }
    onboarded.push({ ...company, id });
  }
  return onboarded;
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
