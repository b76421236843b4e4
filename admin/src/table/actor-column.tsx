import { useActorText } from '../parts/actor';
import type { Column, Row } from './column';

/** A column of who did something: `risk-officer#19` in the words of people, in the list as in its export. */
export function useActorColumn(): <R extends Row>(
  source: Column<R>['source'],
  more?: Pick<Column<R>, 'hidden' | 'phone'>,
) => Column<R> {
  const actor = useActorText();
  return <R extends Row>(source: Column<R>['source'], more: Pick<Column<R>, 'hidden' | 'phone'> = {}) => {
    const word = (row: R): string => {
      const name: unknown = row[source];
      return typeof name === 'string' && name !== '' ? actor(name) : '';
    };
    return { source, kind: 'text', render: word, text: word, ...more };
  };
}
