import { firstTemplates, type ContractKind } from '../../domain';
import type { Paper } from './paper';

const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });

/** A paper as the database would give it; people in it are made up. */
export function paperOf(kind: ContractKind, more: { name?: string } & Partial<Paper> = {}): Paper {
  const template = firstTemplates.find((one) => one.kind === kind);
  if (template === undefined) throw new Error(`no template ${kind}`);
  const { name = '欧阳试', ...rest } = more;
  const number = 'HT-202611-000042';
  return {
    contractId: 42,
    number,
    template,
    values: only(
      template.variables.map((variable) => variable.name),
      {
        contractNumber: both(number),
        platformName: { zh: '灵工测试平台', en: 'Linggong test platform' },
        validFrom: both('2026-11-01'),
        validTo: both('2027-10-31'),
        enterprise: both('湖南测试企业'),
        scenarios: { zh: '同城配送', en: 'City delivery' },
        workerName: both(name),
        workerIdentity: both('110101199001019999'),
        enterpriseName: both('湖南测试企业'),
        enterpriseUscc: both('91430100000000001A'),
      },
    ),
    textSha256: '0123456789abcdef'.repeat(4),
    code: 'abcdefghijklmnopqrstuvwxyz234567',
    address: 'https://platform.example.com/console/verify/abcdefghijklmnopqrstuvwxyz234567',
    platformName: { zh: '灵工测试平台', en: 'Linggong test platform' },
    datedAt: new Date('2026-11-22T03:00:00Z'),
    signatures: [
      {
        method: 'click',
        at: new Date('2026-11-22T03:00:00Z'),
        provider: null,
        certificateSerial: null,
        timeStamp: null,
        fileSha256: null,
      },
    ],
    seal: null,
    ...rest,
  };
}

function only<T>(names: readonly string[], values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
