import { useMemo } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Column } from '../table/column';
import type { PostingRow } from './ledger';
import { postingKindKey, referencePlace } from './posting-words';
import { Reference } from './reference';

/** Postings (分录); source is credited, destination debited. The export says what the screen says. */
export function usePostingColumns(): readonly Column<PostingRow>[] {
  const translate = useTranslate();
  const english = useLocale() === 'en';
  return useMemo(() => {
    const kindOf = ({ kind }: PostingRow): string =>
      translate(postingKindKey(kind), { _: translate('choice.postingKind.other') });
    const referenceOf = (row: PostingRow): string => {
      const place = referencePlace(row.reference, row.referenceNumber);
      return place === undefined
        ? (row.reference ?? '')
        : `${translate(`resources.${place.resource}.name`, { smart_count: 1 })} ${place.number}`;
    };
    const side =
      (name: 'source' | 'destination') =>
      (row: PostingRow): string => {
        const said = english ? row[`${name}NameEn`] : row[`${name}NameZh`];
        return said ?? row[name];
      };
    const account = (name: 'source' | 'destination'): Column<PostingRow> => ({
      source: name,
      render: (row) => <Link to={`/ledger-accounts/${row[`${name}Id`].toString()}/show`}>{side(name)(row)}</Link>,
      text: side(name),
    });
    return [
      { source: 'occurredAt', kind: 'instant', sortable: true, phone: 'note' },
      { source: 'kind', render: kindOf, text: kindOf },
      {
        source: 'reference',
        phone: 'title',
        render: (row) => <Reference reference={row.reference} number={row.referenceNumber} />,
        text: referenceOf,
      },
      { source: 'enterpriseName', kind: 'text', phone: 'note' },
      account('destination'),
      account('source'),
      { source: 'amountFen', kind: 'money', sortable: true, phone: 'end' },
      { source: 'transactionKey', kind: 'text', hidden: true },
    ];
  }, [translate, english]);
}
