import type { ComplaintFigures, ComplaintRow } from '@linggong/risk/api';
import { addDays } from '@linggong/core/domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { recordOf, useComplaintColumns } from '../complaints/complaint-columns';
import { Card, Cards } from '../parts/card';
import { countText, nothing } from '../parts/money-text';
import { call } from '../provider';
import { RecordList } from '../table/record-list';
import { startOf, today } from './days';
import { useDurationText } from './duration';
import { ListTiles, useNow, type ListQuestion } from './list-tiles';
import { listAt, Tile } from './tile';

const unanswered = { state: ['received', 'in-hand', 'waiting'] };

function useFigures() {
  return useQuery({
    queryKey: ['complaint-figures'],
    // The route answers with the schema `complaintFigures`.
    queryFn: async ({ signal }) => (await call('/api/v1/complaint-figures', { signal })).json as ComplaintFigures,
    retry: false,
    refetchInterval: 300_000,
  });
}

/** Customer service (客服): complaints by their clock, how fast they are taken and closed, requests about one's own data. */
export default function ServiceBoard(): ReactNode {
  const translate = useTranslate();
  const now = useNow();
  const columns = useComplaintColumns();
  const questions = useMemo<ListQuestion[]>(
    () => [
      { key: 'untaken', resource: 'complaints', filter: { state: ['received'] } },
      { key: 'late', resource: 'complaints', filter: { ...unanswered, dueAt_lte: now } },
      {
        key: 'requests',
        resource: 'data-requests',
        filter: { state: ['received', 'working'], dueOn_lte: addDays(today(), 3) },
      },
    ],
    [now],
  );
  return (
    <>
      <ListTiles board="service" questions={questions} after={useTimeliness()} />
      <Cards>
        <Card title={translate('boards.service.queue')}>
          <RecordList<ComplaintRow>
            resource="complaints"
            columns={columns}
            sort={{ field: 'dueAt', order: 'ASC' }}
            only={unanswered}
            none={translate('boards.service.noQueue')}
            linkOf={recordOf}
          />
        </Card>
      </Cards>
    </>
  );
}

/** First answer and closing of the last 30 days, each figure with how many it is taken from. */
function useTimeliness(): readonly ReactElement[] {
  const translate = useTranslate();
  const duration = useDurationText();
  const { data, error } = useFigures();
  const told = data === undefined ? {} : { toldAt_gte: startOf(data.from) };
  const failed = error !== null;
  const share =
    data === undefined
      ? undefined
      : data.closed === 0
        ? nothing
        : `${Math.round((data.closedInTime / data.closed) * 100).toString()}%`;
  const median = (minutes: number | null | undefined): string | undefined =>
    minutes === undefined ? undefined : minutes === null ? nothing : duration(minutes);
  return [
    <Tile
      key="taken"
      question={translate('boards.service.taken')}
      value={median(data?.medianTakenMinutes)}
      failed={failed}
      note={translate('boards.service.takenNote', { taken: countText(data?.taken), told: countText(data?.told) })}
      to={listAt('complaints', told)}
    />,
    <Tile
      key="closed"
      question={translate('boards.service.closed')}
      value={median(data?.medianClosedMinutes)}
      failed={failed}
      note={translate('boards.service.closedNote', { smart_count: data?.closed ?? 0 })}
      to={listAt('complaints', { ...told, state: ['answered'] })}
    />,
    <Tile
      key="inTime"
      question={translate('boards.service.inTime')}
      value={share}
      failed={failed}
      note={translate('boards.service.inTimeNote', {
        inTime: countText(data?.closedInTime),
        closed: countText(data?.closed),
      })}
      to={listAt('complaints', { ...told, inTime: true })}
    />,
  ];
}
