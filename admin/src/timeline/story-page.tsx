import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useEntryWords } from '../audit-entries/entry-words';
import { Cards, WithAside } from '../parts/card';
import { PageHeader } from '../parts/page-header';
import { Chip } from '../parts/state-chip';
import { call } from '../provider';
import { useMay } from '../session/use-me';
import { ChooseObject } from './choose-object';
import { StateCard } from './state-card';
import { StoryList } from './story-list';
import { storyPages, type Replay, type Subject } from './story';

/** The story of an object or a person (时间线): what was done to it and to what belongs to it, and its state at any instant. */
export default function StoryPage(): ReactNode {
  const translate = useTranslate();
  const { kind, id } = useParams();
  if (kind === undefined || id === undefined)
    return (
      <>
        <PageHeader title={translate('navigation.timelines')} />
        <ChooseObject />
      </>
    );
  // Another object is another story: what was replayed of the last one does not stay.
  return <Story key={`${kind}/${id}`} subject={{ kind, id }} />;
}

function Story({ subject }: { subject: Subject }): ReactNode {
  const translate = useTranslate();
  const words = useEntryWords();
  const [at, setAt] = useState<string | undefined>(undefined);
  const replay = useReplay(subject, at);
  const may = useMay();
  const page = storyPages[subject.kind];
  const contradictions = replay.data?.contradictions ?? [];
  return (
    <>
      <PageHeader
        crumbs={[{ label: translate('navigation.timelines'), to: '/timelines' }]}
        title={words.subject(subject.kind, subject.id)}
        chips={contradictions.length > 0 && <Chip tone="bad">{translate('story.contradicts')}</Chip>}
        facts={
          page === undefined || !may(page, 'show')
            ? []
            : [
                <Link key="row" to={`/${page}/${subject.id}/show`}>
                  {translate('story.row')}
                </Link>,
              ]
        }
      />
      <WithAside
        aside={
          <StateCard
            kind={subject.kind}
            replay={replay}
            onNow={
              at === undefined
                ? undefined
                : () => {
                    setAt(undefined);
                  }
            }
          />
        }
      >
        <Cards>
          <StoryList subject={subject} contradictions={contradictions} onReplay={setAt} />
        </Cards>
      </WithAside>
    </>
  );
}

function useReplay({ kind, id }: Subject, at: string | undefined) {
  return useQuery({
    queryKey: ['timeline-state', kind, id, at],
    queryFn: async ({ signal }) => {
      const moment = at === undefined ? '' : `?at=${encodeURIComponent(at)}`;
      const path = `/api/v1/audit/timelines/${kind}/${encodeURIComponent(id)}/state${moment}`;
      return (await call(path, { signal })).json as Replay;
    },
    retry: false,
  });
}
