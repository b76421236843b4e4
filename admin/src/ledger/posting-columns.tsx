import { useCallback, useMemo } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Column } from '../table/column';
import type { PostingRow, Sides } from './ledger';
import { postingKindKey, referencePlace } from './posting-words';
import { Reference } from './reference';

type Side = 'source' | 'destination';
type SidesRow = Sides & { id: number };

/** What an account of a posting is called. */
export function useSideName(): (row: Sides, side: Side) => string {
  const english = useLocale() === 'en';
  return useCallback((row, side) => (english ? row[`${side}NameEn`] : row[`${side}NameZh`]) ?? row[side], [english]);
}

/** The two accounts of a posting by their names, the debited one first. */
export function useSideColumns(): readonly Column<SidesRow>[] {
  const name = useSideName();
  return useMemo(() => {
    const account = (side: Side): Column<SidesRow> => ({
      source: side,
      render: (row) => <Link to={`/ledger-accounts/${row[`${side}Id`].toString()}/show`}>{name(row, side)}</Link>,
      text: (row) => name(row, side),
    });
    return [account('destination'), account('source')];
  }, [name]);
}

/** Postings (分录); source is credited, destination debited. The export says what the screen says. */
export function usePostingColumns(): readonly Column<PostingRow>[] {
  const translate = useTranslate();
  const sides = useSideColumns();
  return useMemo(() => {
    const kindOf = ({ kind }: PostingRow): string =>
      translate(postingKindKey(kind), { _: translate('choice.postingKind.other') });
    const referenceOf = (row: PostingRow): string => {
      const place = referencePlace(row.reference, row.referenceNumber);
      return place === undefined
        ? (row.reference ?? '')
        : `${translate(place.word, { smart_count: 1 })} ${place.number}`;
    };
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
      ...sides,
      { source: 'amountFen', kind: 'money', sortable: true, phone: 'end' },
      { source: 'transactionKey', kind: 'text', hidden: true },
    ];
  }, [translate, sides]);
}
