import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { nothing } from '../parts/money-text';
import { RowName } from '../parts/row-name';
import { kindOfList } from '../parts/row-page';
import { useMay } from '../session/use-me';
import { referencePlace } from './posting-words';

/** The business behind a posting, by its number, as a link to where it is shown for who may see it. */
export function Reference({ reference, number }: { reference: string | null; number?: string | null }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  if (reference === null) return nothing;
  const place = referencePlace(reference, number);
  if (place === undefined) return reference;
  const what = translate(place.word, { smart_count: 1 });
  if (number == null && place.resource !== undefined) {
    return (
      <>
        {what}{' '}
        <RowName
          kind={kindOfList(place.resource) ?? ''}
          id={reference.split(':')[1] ?? ''}
          otherwise={place.number}
          linked
        />
      </>
    );
  }
  const words = `${what} ${place.number}`;
  const mayOpen = place.resource === undefined || may(place.resource, place.resource === 'deposits' ? 'list' : 'show');
  return place.to === undefined || !mayOpen ? words : <Link to={place.to}>{words}</Link>;
}
