import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { fieldChanges } from '../audit-bypass/bypass';
import { useUserText } from '../audit-bypass/bypass-list';
import { useEntryWords } from '../audit-entries/entry-words';
import { nothing } from '../parts/money-text';
import { Chip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import type { PastChange, Subject } from './story';

/** In one sentence: by whom, and when. */
export function usePastChangeText(): (change: Pick<PastChange, 'dbUser' | 'userSource' | 'operation'>) => string {
  const translate = useTranslate();
  const user = useUserText();
  return (change) =>
    translate('story.past', {
      user: user(change),
      operation: translate(`bypass.operation.${change.operation}`, { _: change.operation }),
    });
}

/** A change that went past the application, at its place in the story: before and after as the write-ahead log has it, masked. */
export function PastChangeItem({ change, of }: { change: PastChange; of: Subject }): ReactNode {
  const text = usePastChangeText();
  const translate = useTranslate();
  const words = useEntryWords();
  const isOwn = change.subjectKind === of.kind && change.subjectId === of.id;
  return (
    <Box component="li" sx={{ py: 1, borderTop: '1px solid', borderColor: 'tokens.line', fontSize: 13 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'baseline' }}>
        <Box component="time" dateTime={change.at} sx={{ color: 'tokens.ink3', fontSize: 12 }}>
          <Instant at={change.at} seconds />
        </Box>
        <Chip tone="bad">{translate('bypass.kind.bypass')}</Chip>
        <Link to={`/audit-bypasses/${change.no.toString()}/show`}>{text(change)}</Link>
        {!isOwn && <span>{words.subject(change.subjectKind, change.subjectId)}</span>}
        <Box component="span" sx={{ color: 'tokens.ink3' }}>
          {change.application}
        </Box>
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 2, color: 'tokens.ink2', overflowWrap: 'anywhere' }}>
        {fieldChanges(change).map(({ field, before, after }) => (
          <li key={field}>
            {field} {before !== undefined && `${before} → `}
            {after ?? nothing}
          </li>
        ))}
      </Box>
    </Box>
  );
}
