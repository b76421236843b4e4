import type { EngagementActionByPeople } from '@linggong/tasks/domain';
import { Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useListContext, useRefresh, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { countText } from '../parts/money-text';
import type { ConsoleDataProvider } from '../provider';
import { LazyChecklist } from '../reviews/lazy-checklist';
import { unjudged, type Standing } from '../reviews/review';
import { useMay, useMe } from '../session/use-me';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { engagementColumns, ownEngagementColumns, type EngagementRow } from './engagement';
import { actionsForAll, actionsOf, ends, reasonOf } from './engagement-actions';
import { useEngagementClock } from './engagement-clock';
import { useAcceptance } from './use-acceptance';

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'state', states: 'engagement' },
  { source: 'taskNumber', kind: 'text' },
  { source: 'workerNumber', kind: 'text' },
  { source: 'engagedAt_gte', kind: 'from' },
  { source: 'engagedAt_lte', kind: 'until' },
];

interface Wish {
  action: EngagementActionByPeople;
  ids: readonly (number | string)[];
  clear: () => void;
}

/** Engagements (任务承揽); several are delivered, accepted or cancelled at once, all or none. */
export default function EngagementList(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const clock = useEngagementClock();
  const own = useMe()?.account.workerId !== undefined;
  const [wish, setWish] = useState<Wish | undefined>(undefined);
  const actions = actionsOf((action) => may('engagements', action));
  return (
    <>
      <RecordList<EngagementRow>
        resource="engagements"
        {...(own ? { title: translate('navigation.ownTasks') } : {})}
        columns={own ? ownEngagementColumns(engagementColumns, clock) : engagementColumns}
        filters={filters}
        searchBy="q"
        sort={{ field: 'id', order: 'DESC' }}
        views={[
          { label: translate('views.all'), filter: {} },
          { label: translate('state.engagement.applied'), filter: { state: 'applied' } },
          { label: translate('state.engagement.delivered'), filter: { state: 'delivered' } },
          { label: translate('state.engagement.accepted'), filter: { state: 'accepted' } },
        ]}
        {...(actions.length > 0
          ? {
              bulk: (ids: readonly (number | string)[], clear: () => void) => (
                <BulkButtons
                  ids={ids}
                  onPick={(action) => {
                    setWish({ action, ids, clear });
                  }}
                />
              ),
            }
          : {})}
      />
      <BulkSheet
        wish={wish}
        onClose={() => {
          setWish(undefined);
        }}
      />
    </>
  );
}

interface BulkButtonsProps {
  ids: readonly (number | string)[];
  onPick: (action: EngagementActionByPeople) => void;
}

/** Only what the states of the selected rows allow; rows of other pages the server decides. */
function BulkButtons({ ids, onPick }: BulkButtonsProps): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const { data = [] } = useListContext<EngagementRow>();
  const actions = actionsForAll(
    (action) => may('engagements', action),
    data.filter(({ id }) => ids.includes(id)).map(({ state }) => state),
  );
  if (actions.length === 0) return translate('engagement.nothingToDo');
  return actions.map((action) => (
    <Button
      key={action}
      size="small"
      color="primary"
      onClick={() => {
        onPick(action);
      }}
    >
      {translate(`action.engagement.${action}.label`)}
    </Button>
  ));
}

function BulkSheet({ wish, onClose }: { wish: Wish | undefined; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const provider = useDataProvider<ConsoleDataProvider>();
  const action = wish?.action ?? 'deliver';
  const ids = wish?.ids ?? [];
  const accepts = wish?.action === 'accept';
  const review = useAcceptance(accepts);
  const [judged, setJudged] = useState<Standing>(unjudged);
  return (
    <EffectSheet
      open={wish !== undefined}
      onClose={onClose}
      title={translate(`action.engagement.${action}.label`)}
      lead={translate(`action.engagement.${action}.lead`)}
      effects={[
        {
          label: translate('resources.engagements.name', { smart_count: 2 }),
          value: countText(ids.length),
          strong: true,
        },
      ]}
      reason={reasonOf(action)}
      danger={ends(action)}
      ready={!accepts || judged.ready}
      {...(accepts && ids.length > 1 ? { notes: [translate('engagement.together')] } : {})}
      confirm={translate(`action.engagement.${action}.label`)}
      done={() => (
        <Typography sx={{ fontWeight: 600 }}>
          {translate('engagement.done', {
            action: translate(`action.engagement.${action}.label`),
            count: countText(ids.length),
          })}
        </Typography>
      )}
      run={async ({ reason, key }) => {
        const body = {
          engagements: ids.map((id) => ({ id: Number(id) })),
          ...(reason === undefined ? {} : { reason }),
          ...(accepts ? { criteria: judged.criteria } : {}),
        };
        const answer = await provider.command('engagements', undefined, action, body, key);
        wish?.clear();
        refresh();
        return answer;
      }}
    >
      <LazyChecklist review={review} verdict={accepts ? 'passes' : undefined} onChange={setJudged} />
    </EffectSheet>
  );
}
