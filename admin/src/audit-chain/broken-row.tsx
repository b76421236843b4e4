import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useEntryWords } from '../audit-entries/entry-words';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { nothing } from '../parts/money-text';
import { Chip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import type { Broken } from './chain';

/** Where the log is no longer what was sealed: the first row, and what it tells now. */
export function BrokenRow({ broken }: { broken: Broken }): ReactNode {
  const translate = useTranslate();
  const words = useEntryWords();
  const { kind, block, seq, day, month, entry } = broken;
  const label = (name: string): string => translate(`audit.broken.${name}`);
  const row =
    seq === null ? (
      nothing
    ) : entry === null ? (
      seq.toString()
    ) : (
      <Link to={`/audit-entries/${seq.toString()}/show`}>{seq}</Link>
    );
  return (
    <Card title={label('title')}>
      <Facts
        facts={[
          { label: label('kind'), value: <Chip tone="bad">{translate(`audit.broken.kinds.${kind}`)}</Chip> },
          { label: label('seq'), value: row },
          { label: label('block'), value: block?.toString() },
          { label: label('day'), value: day },
          ...(month === undefined ? [] : [{ label: label('month'), value: month }]),
          ...(entry === null
            ? []
            : [
                { label: label('recordedAt'), value: <Instant at={entry.recordedAt} seconds /> },
                { label: label('actor'), value: words.actor(entry.actorName) },
                { label: label('action'), value: words.action(entry.action) },
                { label: label('subject'), value: words.subject(entry.subjectKind, entry.subjectId) },
              ]),
        ]}
      />
    </Card>
  );
}
