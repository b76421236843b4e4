import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { RowName } from '../parts/row-name';
import { isRowNumber, pageOfKind } from '../parts/row-page';
import { useEntryWords } from './entry-words';

/** What an entry is about: by its name where the reader may see the row. */
export function EntrySubject({ kind, id }: { kind: string; id: string }): ReactNode {
  const translate = useTranslate();
  const words = useEntryWords();
  const named = pageOfKind(kind) !== undefined && isRowNumber(id);
  if (!named) return words.subject(kind, id);
  return (
    <>
      {translate(`audit.noun.${kind}`, { _: kind })} <RowName kind={kind} id={id} otherwise={id} />
    </>
  );
}
