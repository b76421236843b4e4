import { Box, Button } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { stateLines } from '../audit-entries/audit-entry';
import { EntryActor } from '../audit-entries/entry-actor';
import { useEntryWords } from '../audit-entries/entry-words';
import { useStateWords } from '../audit-entries/state-words';
import { Card } from '../parts/card';
import { nothing } from '../parts/money-text';
import { Chip } from '../parts/state-chip';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { call } from '../provider';
import { PastChangeItem } from './past-change';
import {
  storyAddress,
  storyPages,
  storyParts,
  type Contradiction,
  type StoryEntry,
  type StoryPage,
  type Subject,
} from './story';

interface StoryListProps {
  subject: Subject;
  contradictions: readonly Contradiction[];
  onReplay: (at: string) => void;
}

/** The entries of a story, newest first, as many pages as somebody asks for. */
export function StoryList({ subject, contradictions, onReplay }: StoryListProps): ReactNode {
  const translate = useTranslate();
  const story = useInfiniteQuery({
    queryKey: ['timeline', subject.kind, subject.id],
    initialPageParam: '',
    queryFn: async ({ signal, pageParam }) => {
      const cursor = pageParam === '' ? '' : `&cursor=${pageParam}`;
      const path = `/api/v1/audit/timelines/${subject.kind}/${encodeURIComponent(subject.id)}?limit=50${cursor}`;
      return (await call(path, { signal })).json as StoryPage;
    },
    getNextPageParam: (last) => last.nextCursor,
    retry: false,
  });
  const [first] = story.data?.pages ?? [];
  if (story.data === undefined || first === undefined) {
    return story.error === null ? <PageSkeleton /> : <Trouble error={story.error} retry={() => void story.refetch()} />;
  }
  const parts = storyParts(story.data.pages);
  const marked = new Set(contradictions.map(({ entryId }) => entryId));
  return (
    <Card title={translate('story.title', { smart_count: first.objects })}>
      {first.isCut && <Box sx={{ fontSize: 13, color: 'tokens.wait', mb: 1 }}>{translate('story.cut')}</Box>}
      {story.data.pages.some(({ isBypassCut }) => isBypassCut) && (
        <Box sx={{ fontSize: 13, color: 'tokens.wait', mb: 1 }}>{translate('story.pastCut')}</Box>
      )}
      {parts.length === 0 && <Box sx={{ color: 'tokens.ink3' }}>{translate('timeline.empty')}</Box>}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {parts.map((part) =>
          'no' in part ? (
            <PastChangeItem key={`${part.no.toString()}-${part.place.toString()}`} change={part} of={subject} />
          ) : (
            <Entry key={part.id} entry={part} of={subject} isMarked={marked.has(part.id)} onReplay={onReplay} />
          ),
        )}
      </Box>
      {story.error !== null && <Trouble error={story.error} />}
      {story.hasNextPage && (
        <Button disabled={story.isFetchingNextPage} onClick={() => void story.fetchNextPage()}>
          {translate('story.more')}
        </Button>
      )}
    </Card>
  );
}

interface EntryProps {
  entry: StoryEntry;
  of: Subject;
  isMarked: boolean;
  onReplay: (at: string) => void;
}

function Entry({ entry, of, isMarked, onReplay }: EntryProps): ReactNode {
  const translate = useTranslate();
  const words = useEntryWords();
  const subject = { kind: entry.subjectKind, id: entry.subjectId };
  const isOwn = subject.kind === of.kind && subject.id === of.id;
  return (
    <Box component="li" sx={{ py: 1, borderTop: '1px solid', borderColor: 'tokens.line', fontSize: 13 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'baseline' }}>
        <Box component="time" dateTime={entry.at} sx={{ color: 'tokens.ink3', fontSize: 12 }}>
          <Instant at={entry.at} seconds />
        </Box>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {words.action(entry.action)}
        </Box>
        {entry.outcome !== 'done' && (
          <Chip tone="bad">{translate(`audit.outcome.${entry.outcome}`, { _: entry.outcome })}</Chip>
        )}
        {isMarked && <Chip tone="bad">{translate('story.contradicts')}</Chip>}
        {!isOwn && <Other subject={subject} />}
        <Box component="span" sx={{ color: 'tokens.ink3' }}>
          <EntryActor name={entry.actorName} />
        </Box>
        {isOwn && (
          <Button
            size="small"
            sx={{ ml: 'auto', py: 0 }}
            onClick={() => {
              onReplay(entry.at);
            }}
          >
            {translate('story.replay')}
          </Button>
        )}
      </Box>
      {entry.reason !== null && entry.reason !== '' && (
        <Box sx={{ color: 'tokens.ink2' }}>{translate('timeline.reason', { reason: entry.reason })}</Box>
      )}
      <Changes entry={entry} />
    </Box>
  );
}

function Other({ subject }: { subject: Subject }): ReactNode {
  const text = useEntryWords().subject(subject.kind, subject.id);
  return subject.kind in storyPages ? <Link to={storyAddress(subject)}>{text}</Link> : <span>{text}</span>;
}

/** Field by field what the entry says; what stayed as it was is left out. */
function Changes({ entry }: { entry: StoryEntry }): ReactNode {
  const words = useStateWords(entry.subjectKind);
  const lines = stateLines(entry.before, entry.after).filter(({ before, after }) => before !== after);
  if (lines.length === 0) return null;
  const shown = (field: string, text: string | undefined): string =>
    text === undefined ? nothing : words.value(field, text);
  return (
    <Box component="ul" sx={{ m: 0, pl: 2, color: 'tokens.ink2', overflowWrap: 'anywhere' }}>
      {lines.map(({ field, before, after }) => (
        <li key={field}>
          {words.field(field)} {before !== undefined && `${shown(field, before)} → `}
          {shown(field, after)}
        </li>
      ))}
    </Box>
  );
}
