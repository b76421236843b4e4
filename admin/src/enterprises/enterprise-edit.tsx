import { fieldsConcerned, type ApplicationField } from '@linggong/parties/domain';
import { useState, type ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { FormPage, type FormField, type FormSection, type FormValues } from '../parts/form-page';
import { WholeRecord } from '../parts/whole-record';
import { call } from '../provider';
import { lastFaults } from '../reviews/review';
import { ReturnedNote } from '../reviews/returned-note';
import type { EnterpriseRecord } from './enterprise';
import { changedIn, sectionsOf, useEnterpriseSections } from './enterprise-sections';

/** The application of an enterprise once more, to be mended before it is submitted. */
export default function EnterpriseEdit(): ReactNode {
  return (
    <WholeRecord<EnterpriseRecord> resource="enterprises">
      {(record) => <EditForm key={record.id} record={record} />}
    </WholeRecord>
  );
}

/** These are shown masked, and a masked value is never sent back: their fields start empty. */
const sealed: ReadonlySet<string> = new Set<ApplicationField>([
  'legalRepresentative',
  'contactName',
  'contactPhone',
  'bankAccount',
]);

/** An application without these is not submitted; the server says the same. */
const needed: ReadonlySet<string> = new Set<ApplicationField>(['legalRepresentative', 'contactName', 'contactPhone']);

/** What stands there now, as the page of the enterprise shows it. */
function standing(record: EnterpriseRecord, name: string): string {
  const value: unknown = Object.entries(record).find(([field]) => field === name)?.[1];
  return typeof value === 'string' ? value : '';
}

/** What the form begins with, and what it is measured by: a field that somebody else changes meanwhile is not sent back as it was. */
function plainAnswers(sections: readonly FormSection[], record: EnterpriseRecord): FormValues {
  const plain = sections.flatMap(({ fields }) => fields).filter(({ name }) => !sealed.has(name));
  return Object.fromEntries(plain.map(({ name }) => [name, standing(record, name)]));
}

function EditForm({ record }: { record: EnterpriseRecord }): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const sections = useEnterpriseSections();
  const [initial] = useState(() => plainAnswers(sections, record));
  const open: ReadonlySet<string> = new Set(record.changeableFields);
  const returned = record.state === 'rejected';
  const faults = returned ? lastFaults(record.review, 'reject').faults : [];
  const concerned: ReadonlySet<string> = fieldsConcerned(faults.map(({ id }) => id));
  const asked = sectionsOf(sections, (field): FormField | undefined => {
    if (!open.has(field.name)) return undefined;
    const value = standing(record, field.name);
    const marked = concerned.has(field.name);
    if (!sealed.has(field.name)) return { ...field, marked, required: initial[field.name] !== '' };
    const note = value !== '' ? translate('enterprise.stands', { value }) : undefined;
    const missing = needed.has(field.name) ? translate('enterprise.beforeSubmit') : undefined;
    const said = note ?? missing;
    return { ...field, marked, ...(said === undefined ? {} : { note: said }) };
  });
  const isDraft = returned || record.state === 'draft';
  const saving = isDraft ? 'enterprise.saveHelp' : 'enterprise.savedAtOnce';
  const page = `/enterprises/${record.id.toString()}`;
  return (
    <FormPage
      title={translate('enterprise.edit')}
      crumbs={[
        { label: translate('resources.enterprises.name', { smart_count: 2 }), to: '/enterprises' },
        { label: record.name, to: `${page}/show` },
      ]}
      words="resources.enterprises.fields"
      sections={asked}
      initial={initial}
      submit={translate('enterprise.save')}
      first={returned && <ReturnedNote review={record.review} act="reject" reason={record.stateReason} />}
      aside={translate(asked.length === 0 ? 'enterprise.closed' : saving)}
      onSubmit={async (values, key) => {
        const body = changedIn(values, initial);
        if (Object.keys(body).length > 0) await call(`/api/v1${page}`, { method: 'PATCH', body, key });
        refresh();
        navigate(`${page}/show`);
      }}
    />
  );
}
