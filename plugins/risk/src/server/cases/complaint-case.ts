import type { RecordFacts } from '@linggong/studio';
import type { NewCase, Severity } from '../../domain';

/** The form that complaints are told in (投诉). */
export const COMPLAINT_FORM = 'service.complaint';

/** Complaints about money and about personal data are graver than those about manners; operators may add others. */
const severityOf: Readonly<Record<string, Severity>> = { pay: 'high', tax: 'high', privacy: 'high' };

/**
 * The case that a complaint opens (投诉立案, R6.3): each is a matter of its own, about who told it, or about the platform where staff took it
 * down from somebody outside. What was told stays in the record, with the complainant sealed.
 */
export function complaintCase({ number, data, content, enterpriseId, workerId }: RecordFacts): NewCase {
  const told = data['about'];
  const about = typeof told === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(told) ? told : 'other';
  const field = content?.fields.find(({ id }) => id === 'about');
  const choice = field?.type === 'choice' ? field.choices.find(({ value }) => value === told) : undefined;
  const label = choice?.label ?? { zh: '其他', en: 'something else' };
  const amount = data['amount'];
  return {
    source: 'complaint',
    rule: `complaint.${about}`,
    subject:
      workerId !== null
        ? { kind: 'worker', id: workerId }
        : enterpriseId !== null
          ? { kind: 'enterprise', id: enterpriseId }
          : { kind: 'platform', id: 'service' },
    ...(workerId === null ? {} : { workerId }),
    ...(enterpriseId === null ? {} : { enterpriseId }),
    severity: severityOf[about] ?? 'medium',
    title: { zh: `投诉：${label.zh}`, en: `Complaint: ${label.en}` },
    facts: { record: number, ...(typeof amount === 'number' ? { amountFen: amount } : {}) },
    dedupeKey: `complaint:${number}`,
  };
}
