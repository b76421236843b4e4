import { Alert, Box } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Money } from '../parts/money';
import { StateChip } from '../parts/state-chip';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { Day } from '../parts/time';
import { call } from '../provider';
import { useMay } from '../session/use-me';
import { BeginVisit } from './begin-visit';
import { ConcludeVisit } from './conclude-visit';
import { SeenItems } from './seen-items';
import type { Visit, Visits } from './visit';

interface VisitsCardProps {
  enterpriseId: number;
  state: string;
}

/** Visits to where an enterprise does its business (现场核查): whether one is asked for, the one under way, and those that ended. */
export default function VisitsCard({ enterpriseId, state }: VisitsCardProps): ReactNode {
  const translate = useTranslate();
  const visits = useMay()('enterprises', 'visit');
  // Nobody goes to whom the platform has left; what had begun before is still ended.
  const begins = visits && state !== 'offboarded';
  const client = useQueryClient();
  const refresh = useRefresh();
  const path = `/api/v1/enterprises/${enterpriseId.toString()}/site-visits`;
  const queryKey = ['site-visits', enterpriseId];
  const { data, error, refetch } = useQuery({
    queryKey,
    // The route answers with the schema `visitsAnswer`.
    queryFn: async ({ signal }) => (await call(path, { signal })).json as Visits,
  });
  if (data === undefined)
    return error === null ? null : (
      <Card title={translate('visits.title')}>
        <Trouble error={error} retry={() => void refetch()} />
      </Card>
    );
  const again = (): void => {
    void client.invalidateQueries({ queryKey });
  };
  const open = data.visits.find(({ verdict }) => verdict === null);
  const waits = data.asked.length > 0 && !data.isVisited && state === 'submitted';
  if (data.visits.length === 0 && !begins && !waits) return null;
  return (
    <Card
      title={translate('visits.title')}
      action={begins && <BeginVisit path={path} isOffered={open === undefined} onDone={again} />}
    >
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {waits && <Asked asked={data.asked} />}
        {data.visits.length === 0 && <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('visits.none')}</Box>}
        {data.visits.map((visit) => (
          <One key={visit.id} visit={visit}>
            {visits ? (
              <ConcludeVisit
                path={`${path}/${visit.id.toString()}`}
                visit={visit}
                again={again}
                onDone={() => {
                  again();
                  refresh();
                }}
              />
            ) : (
              <SeenItems path={`${path}/${visit.id.toString()}`} visit={visit} />
            )}
          </One>
        ))}
      </Box>
    </Card>
  );
}

function Asked({ asked }: Pick<Visits, 'asked'>): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <Alert severity="warning">
      {translate('visits.asked')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {asked.map(({ id, title, visitAboveFen }) => (
          <li key={id}>
            {id} {text(title)} · {translate('visits.above')} <Money fen={visitAboveFen} />
          </li>
        ))}
      </Box>
    </Alert>
  );
}

function One({ visit, children }: { visit: Visit; children: ReactNode }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const { visitedOn, begunBy, companion, checklistNo, verdict, note } = visit;
  return (
    <Box
      component="section"
      sx={{ display: 'grid', gap: 1, borderTop: '1px solid', borderColor: 'tokens.line', pt: 1 }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Box component="h3" sx={{ m: 0, fontSize: 14, fontWeight: 600 }}>
          <Day day={visitedOn} />
        </Box>
        <StateChip kind="siteVisit" state={verdict ?? 'open'} />
        <Box sx={{ fontSize: 12, color: 'tokens.ink3' }}>
          {actor(begunBy)}
          {companion !== null && ` · ${translate('visits.with', { name: companion })}`} ·{' '}
          {translate('visits.checklist', { no: checklistNo })}
        </Box>
      </Box>
      {note != null && <Box sx={{ fontSize: 13, whiteSpace: 'pre-wrap' }}>{note}</Box>}
      {children}
    </Box>
  );
}
