import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { nothing } from '../parts/money-text';
import { RowName } from '../parts/row-name';
import { kindOfList } from '../parts/row-page';
import { referencePlace } from './posting-words';

/** The business behind a posting, by its number, as a link to where it is shown. */
export function Reference({ reference, number }: { reference: string | null; number?: string | null }): ReactNode {
  const translate = useTranslate();
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
  return place.to === undefined ? words : <Link to={place.to}>{words}</Link>;
}
