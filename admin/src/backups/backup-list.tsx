import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useRefresh, useTranslate } from 'react-admin';
import { bytesText } from '../parts/bytes-text';
import { Card, Cards } from '../parts/card';
import { EffectSheet } from '../parts/effect-sheet';
import { JobProgress } from '../parts/job';
import { countText, nothing } from '../parts/money-text';
import { PageHeader } from '../parts/page-header';
import { Chip } from '../parts/state-chip';
import { isRecord, type ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import type { BackupRow, DrillRow } from './backup';
import { BackupStatus } from './backup-status';
import { RestoreSheet } from './restore-sheet';

/** What is asked for on this page: a schedule run by hand, or one backup read back. */
interface Asked {
  resource: 'schedules' | 'backups';
  id: string | number;
  action: 'run' | 'verify';
  words: string;
}

/** Backups (备份) and restore drills (恢复演练): how they stand, each one, and what the system administrator may do. */
export default function BackupList(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [restoring, setRestoring] = useState<BackupRow | undefined>(undefined);
  const ask = (words: string, id: string): ReactNode => (
    <Button
      size="small"
      onClick={() => {
        setAsked({ resource: 'schedules', id, action: 'run', words });
      }}
    >
      {translate(`action.${words}.label`)}
    </Button>
  );
  const run = may('schedules', 'run');
  return (
    <>
      <PageHeader title={translate('resources.backups.name', { smart_count: 2 })} />
      <Cards>
        <BackupStatus action={run && ask('backup.run', 'continuity.back-up')} />
        <Card title={translate('keeping.backups')}>
          <Backups
            verify={may('backups', 'verify')}
            restore={may('backups', 'restore')}
            onAsk={setAsked}
            onRestore={setRestoring}
          />
        </Card>
        <Card title={translate('keeping.drills')} action={run && ask('drill.run', 'continuity.drill')}>
          <RecordList<DrillRow>
            resource="restore-drills"
            columns={useDrillColumns()}
            only={{}}
            sort={{ field: 'id', order: 'DESC' }}
            linkOf={() => undefined}
          />
        </Card>
      </Cards>
      {restoring !== undefined && (
        <RestoreSheet
          backup={restoring}
          onClose={() => {
            setRestoring(undefined);
          }}
        />
      )}
      <AskSheet
        asked={asked}
        onClose={() => {
          setAsked(undefined);
        }}
      />
    </>
  );
}

interface BackupsProps {
  verify: boolean;
  restore: boolean;
  onAsk: (asked: Asked) => void;
  onRestore: (backup: BackupRow) => void;
}

function Backups({ verify, restore, onAsk, onRestore }: BackupsProps): ReactNode {
  const translate = useTranslate();
  const proved = ({ verified }: BackupRow): string =>
    verified === null ? nothing : translate(verified ? 'keeping.verified' : 'keeping.broken');
  const columns: readonly Column<BackupRow>[] = [
    { source: 'code', sortable: true, phone: 'title' },
    { source: 'state', state: 'backup', phone: 'chip' },
    { source: 'method', render: ({ method }) => translate(`keeping.method.${method}`), text: ({ method }) => method },
    {
      source: 'bytes',
      render: ({ bytes }) => bytesText(bytes),
      text: ({ bytes }) => String(bytes ?? ''),
      phone: 'end',
    },
    { source: 'seconds', kind: 'count' },
    {
      source: 'verified',
      render: (row) =>
        row.verified === null ? nothing : <Chip tone={row.verified ? 'good' : 'bad'}>{proved(row)}</Chip>,
      text: proved,
    },
    { source: 'lastWal', hidden: true },
    { source: 'place', hidden: true },
    { source: 'problem', hidden: true },
    { source: 'finishedAt', kind: 'instant', sortable: true, phone: 'note' },
    {
      source: 'verify',
      render: (row) => (
        <Box sx={{ display: 'flex', gap: 1 }}>
          {verify && row.state === 'good' && (
            <Button
              size="small"
              onClick={() => {
                onAsk({ resource: 'backups', id: row.id, action: 'verify', words: 'backup.verify' });
              }}
            >
              {translate('action.backup.verify.label')}
            </Button>
          )}
          {restore && row.state === 'good' && (
            <Button
              size="small"
              onClick={() => {
                onRestore(row);
              }}
            >
              {translate('action.backup.restore.label')}
            </Button>
          )}
        </Box>
      ),
      kind: 'act',
      text: () => '',
    },
  ];
  return (
    <RecordList<BackupRow>
      resource="backups"
      columns={columns}
      only={{}}
      sort={{ field: 'id', order: 'DESC' }}
      linkOf={() => undefined}
    />
  );
}

function useDrillColumns(): readonly Column<DrillRow>[] {
  const translate = useTranslate();
  const result = ({ report, problem }: DrillRow): string => {
    if (report === null) return problem ?? nothing;
    return report.proof.checks
      .map(({ name, compared, broken }) =>
        translate(broken === 0 ? 'keeping.check.well' : 'keeping.check.broken', {
          name: translate(`keeping.check.${name}`),
          count: countText(compared),
        }),
      )
      .join(' · ');
  };
  return [
    { source: 'startedAt', kind: 'instant', sortable: true, phone: 'title' },
    { source: 'state', state: 'drill', phone: 'chip' },
    { source: 'backupCode' },
    { source: 'report', render: result, text: result, phone: 'note' },
    { source: 'rows', kind: 'count', hidden: true },
    { source: 'finishedAt', kind: 'instant', hidden: true },
  ];
}

function AskSheet({ asked, onClose }: { asked: Asked | undefined; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const provider = useDataProvider<ConsoleDataProvider>();
  const words = asked?.words ?? 'backup.run';
  return (
    <EffectSheet
      open={asked !== undefined}
      onClose={() => {
        onClose();
        refresh();
      }}
      title={translate(`action.${words}.label`)}
      lead={translate(`action.${words}.lead`)}
      confirm={translate(`action.${words}.label`)}
      run={({ key }) => provider.command(asked?.resource ?? '', asked?.id, asked?.action ?? '', {}, key)}
      done={(answer) => (isRecord(answer) ? <JobProgress id={String(answer['jobId'])} over={refresh} /> : null)}
    />
  );
}
