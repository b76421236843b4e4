import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { dayText } from '../parts/time-text';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { useScenarios } from '../tasks/use-scenarios';
import type { OpenTaskRow } from './open-task';
import { useOwnStates } from './use-own-states';

/** What a row says in the columns of the list, and on the card of a phone. */
function useColumns(): readonly Column<OpenTaskRow>[] {
  const translate = useTranslate();
  const text = useText2();
  const kinds = useScenarios('open-task');
  const own = useOwnStates();
  const kindOf = ({ scenario }: OpenTaskRow): string => {
    const found = kinds.find(({ code }) => code === scenario);
    return found === undefined ? '' : text(found.title);
  };
  const placesOf = ({ placesLeft }: OpenTaskRow): string => translate('openTask.places', { smart_count: placesLeft });
  const untilOf = ({ endsOn }: OpenTaskRow): string => translate('openTask.until', { day: dayText(endsOn) });
  const ownOf = ({ id }: OpenTaskRow): string => {
    const state = own.get(id);
    return state === undefined ? '' : translate(`state.engagement.${state}`);
  };
  const ownChip = ({ id }: OpenTaskRow): ReactNode => {
    const state = own.get(id);
    return state === undefined ? null : <StateChip kind="engagement" state={state} />;
  };
  return [
    { source: 'number', kind: 'number', hidden: true },
    { source: 'title', kind: 'text', phone: 'title' },
    { source: 'enterpriseName', kind: 'text', phone: 'note' },
    { source: 'scenario', render: kindOf, text: kindOf, phone: 'note' },
    { source: 'place', kind: 'text', phone: 'note' },
    { source: 'unitPriceFen', kind: 'money', sortable: true, phone: 'end' },
    { source: 'placesLeft', render: placesOf, text: placesOf, phone: 'note' },
    { source: 'startsOn', kind: 'day', sortable: true, hidden: true },
    { source: 'endsOn', render: untilOf, text: untilOf, sortable: true, phone: 'note' },
    { source: 'id', heading: translate('openTask.mine'), render: ownChip, text: ownOf, phone: 'chip' },
  ];
}

/** Tasks to take (找任务): what is open to every worker, searched by words, kind of work and place. */
export default function OpenTaskList(): ReactNode {
  const text = useText2();
  const kinds = useScenarios('open-task').filter(({ open }) => open);
  const columns = useColumns();
  const filters: readonly Filter[] = [
    { source: 'q', kind: 'text' },
    {
      source: 'scenario',
      kind: 'pick',
      options: kinds.map(({ code, title }) => ({ value: code, label: text(title) })),
    },
    { source: 'place', kind: 'text' },
  ];
  return (
    <RecordList<OpenTaskRow>
      resource="open-tasks"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
    />
  );
}
