import { roleNames, type Role } from '@linggong/config/roles';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { LifeAction } from '../parts/life-action';
import { nothing } from '../parts/money-text';
import { useRowLife } from '../parts/row-life';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { deviceText } from './device-text';

/** A row of `/api/console/sessions`. */
interface SessionRow {
  id: string;
  accountId: number;
  identifier: string;
  role: Role;
  state: string;
  secondFactor: 'totp' | 'recovery-code' | null;
  startedAt: string;
  lastSeenAt: string;
  endedAt: string | null;
  address: string | null;
  device: string | null;
  deviceNumber: string | null;
  /** Not a fact of the row: the place of its button. */
  end?: never;
}

const filters: readonly Filter[] = [{ source: 'q', kind: 'text' }];

/** Ending a session; whoever does sees whose it is and on what device. */
function useEnding(): ReturnType<typeof useRowLife<SessionRow>> {
  const translate = useTranslate();
  const text = useText2();
  const mayEnd = useMay()('sessions', 'end');
  const field = (name: string): string => translate(`resources.sessions.fields.${name}`);
  const end = ({ identifier, role, device, address }: SessionRow): LifeAction => ({
    name: 'end',
    reason: 'required',
    tone: 'danger',
    effects: [
      { label: field('identifier'), value: `${text(roleNames[role])} ${identifier}`, strong: true },
      { label: field('device'), value: [deviceText(device), address ?? ''].join(' ').trim() },
    ],
  });
  return useRowLife<SessionRow>({
    kind: 'session',
    resource: 'sessions',
    actions: (row) => (mayEnd && row.state === 'live' ? [end(row)] : []),
  });
}

function useColumns(buttons: (row: SessionRow) => ReactNode): readonly Column<SessionRow>[] {
  const translate = useTranslate();
  const text = useText2();
  const factor = ({ secondFactor }: SessionRow): string =>
    secondFactor === null ? nothing : translate(`sessions.by.${secondFactor}`);
  return [
    { source: 'identifier', sortable: true, phone: 'title' },
    {
      source: 'role',
      sortable: true,
      phone: 'note',
      render: ({ role }) => text(roleNames[role]),
      text: ({ role }) => text(roleNames[role]),
    },
    {
      source: 'state',
      phone: 'chip',
      render: ({ state }) => <StateChip kind="session" state={state} />,
      text: ({ state }) => translate(`state.session.${state}`),
    },
    { source: 'secondFactor', render: factor, text: factor },
    // With it an English row would be wider than a desk's screen; the chooser of columns shows it.
    { source: 'startedAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'lastSeenAt', kind: 'instant', sortable: true },
    { source: 'endedAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'address' },
    { source: 'device', render: ({ device }) => deviceText(device), text: ({ device }) => deviceText(device) },
    // For whoever lists a device (设备名单): 32 digits are too wide for every day.
    { source: 'deviceNumber', hidden: true },
    {
      source: 'end',
      render: buttons,
      text: () => '',
      phone: 'end',
    },
  ];
}

/** Sessions (登录会话) of everybody: who is here, from where and by what; the security administrator ends one. */
export default function SessionList(): ReactNode {
  const translate = useTranslate();
  const { buttons, sheet } = useEnding();
  const columns = useColumns(buttons);
  return (
    <>
      <RecordList<SessionRow>
        resource="sessions"
        columns={columns}
        filters={filters}
        searchBy="q"
        sort={{ field: 'startedAt', order: 'DESC' }}
        views={[
          { label: translate('views.all'), filter: {} },
          { label: translate('state.session.live'), filter: { state: 'live' } },
        ]}
        linkOf={() => undefined}
      />
      {sheet}
    </>
  );
}
