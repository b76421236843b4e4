import { contactKinds, type ContactAct } from '@linggong/parties/domain';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';

/** A row of `/api/console/contact-consents`. */
interface ContactRow {
  id: number;
  enterpriseId: number;
  enterpriseNumber: string;
  enterpriseName: string;
  contact: string;
  act: ContactAct;
  version: number;
  method: string;
  actor: string;
  at: string;
}

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'contact', kind: 'choice', choices: contactKinds },
  { source: 'act', kind: 'state', states: 'contactConsent' },
  { source: 'at_gte', kind: 'from' },
  { source: 'at_lte', kind: 'until' },
];

/** Every act about the people whom enterprises name (联系人告知与同意): told, agreed, taken back; by which version of the text, by whose word. */
export default function ContactList(): ReactNode {
  const translate = useTranslate();
  const contact = (row: ContactRow): string => translate(`choice.contact.${row.contact}`);
  const method = (row: ContactRow): string => translate(`choice.contactMethod.${row.method}`);
  const columns: readonly Column<ContactRow>[] = [
    { source: 'enterpriseNumber', kind: 'number', phone: 'note' },
    { source: 'enterpriseName', phone: 'title' },
    { source: 'contact', render: contact, text: contact, phone: 'end' },
    { source: 'act', state: 'contactConsent', phone: 'chip' },
    { source: 'version', kind: 'count' },
    { source: 'method', render: method, text: method },
    { source: 'at', kind: 'instant' },
    { source: 'actor', hidden: true },
  ];
  return (
    <RecordList<ContactRow>
      resource="contact-consents"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.contactConsent.withdrawn'), filter: { act: 'withdrawn' } },
      ]}
      linkOf={({ enterpriseId }) => `/enterprises/${enterpriseId.toString()}/show`}
    />
  );
}
