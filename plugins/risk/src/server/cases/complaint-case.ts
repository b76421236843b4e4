import type { RecordFacts } from '@linggong/studio';
import { coreOf } from '@linggong/studio/domain';
import type { NewCase, Severity } from '../../domain';

/** The form that complaints are told in (投诉). */
export const COMPLAINT_FORM = 'service.complaint';

/** Complaints about money and about personal data are graver than those about manners; operators may add others. */
const severityOf: Readonly<Record<string, Severity>> = { pay: 'high', tax: 'high', privacy: 'high' };

/**
 * The case that a complaint opens (投诉立案, R6.3): each is a matter of its own, about whom it means; about who told it where it means
 * nobody, and about the platform where staff took it down from somebody outside. What was told stays in the record, with the complainant
 * sealed. A complaint counts against the enterprise that it means, never against the one that told it.
 */
export function complaintCase(record: RecordFacts): NewCase {
  const { number, data, content } = record;
  const { field, value: told } = coreOf(content, 'about', data);
  const about = typeof told === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(told) ? told : 'other';
  const choice = field?.type === 'choice' ? field.choices.find(({ value }) => value === told) : undefined;
  const label = choice?.label ?? { zh: '其他', en: 'something else' };
  const { value: amount } = coreOf(content, 'amount', data);
  return {
    source: 'complaint',
    rule: `complaint.${about}`,
    ...partiesOf(record),
    severity: severityOf[about] ?? 'medium',
    title: { zh: `投诉：${label.zh}`, en: `Complaint: ${label.en}` },
    facts: { record: number, ...(typeof amount === 'number' ? { amountFen: amount } : {}) },
    dedupeKey: complaintKey(number),
  };
}

/** By which the case of a complaint is found, from the number of its record. */
export const complaintKey = (recordNumber: string): string => `complaint:${recordNumber}`;

/** Whom the case is about, and the enterprise and the worker that it touches. */
function partiesOf({
  about,
  enterpriseId,
  workerId,
}: RecordFacts): Pick<NewCase, 'subject' | 'enterpriseId' | 'workerId'> {
  const teller: NewCase['subject'] =
    workerId !== null
      ? { kind: 'worker', id: workerId }
      : enterpriseId !== null
        ? { kind: 'enterprise', id: enterpriseId }
        : { kind: 'platform', id: 'service' };
  const worker = about?.kind === 'worker' ? about.id : (workerId ?? undefined);
  return {
    subject: about ?? teller,
    ...(worker === undefined ? {} : { workerId: worker }),
    ...(about?.kind === 'enterprise' ? { enterpriseId: about.id } : {}),
  };
}
