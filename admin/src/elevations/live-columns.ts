import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { useDistance } from '../parts/time';
import type { Column } from '../table/column';
import type { ElevationRow } from './elevation';

/** Elevations that are open now, as the boards of those who watch list them: who, at what, how often he looked, until when. */
export function useLiveElevationColumns(): readonly Column<ElevationRow>[] {
  const translate = useTranslate();
  const actor = useActorText();
  const distance = useDistance();
  const who = (row: ElevationRow): string => actor(row.accountName);
  const what = (row: ElevationRow): string => translate(`audit.noun.${row.resource}`, { _: row.resource });
  const until = (row: ElevationRow): string => distance(row.untilAt);
  return [
    { source: 'accountName', render: who, text: who, phone: 'title' },
    { source: 'resource', render: what, text: what, phone: 'note' },
    { source: 'looks', kind: 'count', phone: 'end' },
    { source: 'reason', kind: 'text' },
    { source: 'untilAt', render: until, text: until, phone: 'note' },
  ];
}
