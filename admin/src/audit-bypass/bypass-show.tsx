import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetRecordId, useRefresh, useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card, Cards } from '../parts/card';
import { Facts } from '../parts/facts';
import { LifeActions } from '../parts/life-actions';
import { countText, nothing } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { useMay } from '../session/use-me';
import { fieldChanges, tableText, type BypassRecord, type ChangedRow } from './bypass';
import { useUserText } from './bypass-list';

/** One change that went past the platform: who, when, in which transaction, and each row before and after. */
export default function BypassShow(): ReactNode {
  const translate = useTranslate();
  const user = useUserText();
  const may = useMay();
  const refresh = useRefresh();
  const id = Number(useGetRecordId());
  return (
    <RecordPage<BypassRecord>
      resource="audit-bypasses"
      title={({ bypassKind }) => translate(`bypass.kind.${bypassKind}`, { _: bypassKind })}
      chips={({ state }) => <StateChip kind="bypass" state={state} />}
      facts={(record) => [user(record), record.tables.map(tableText).join(', ')]}
      actions={({ state }) => (
        <LifeActions
          kind="bypass"
          resource="audit-bypasses"
          id={id}
          actions={
            state === 'open' && may('audit-bypasses', 'acknowledge')
              ? [{ name: 'acknowledge', reason: 'required' as const }]
              : []
          }
          onDone={refresh}
        />
      )}
    >
      {(record) => (
        <Cards>
          <BypassFacts record={record} />
          <Changes record={record} />
        </Cards>
      )}
    </RecordPage>
  );
}

function BypassFacts({ record }: { record: BypassRecord }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const user = useUserText();
  const label = (field: string): string => translate(`resources.audit-bypasses.fields.${field}`);
  const yes = (value: boolean): string => translate(value ? 'bypass.yes' : 'bypass.no');
  const candidates = record.candidates.map(({ login, pid, address, application }) =>
    [login, `#${pid.toString()}`, address ?? '', application].filter((part) => part !== '').join(' '),
  );
  return (
    <Card title={translate('bypass.facts')}>
      <Facts
        facts={[
          { label: label('at'), value: <Instant at={record.at} seconds /> },
          { label: label('dbUser'), value: user(record) },
          {
            label: label('userSource'),
            value: translate(`bypass.source.${record.userSource}`, { _: record.userSource }),
          },
          ...(candidates.length > 0 ? [{ label: label('candidates'), value: candidates.join('; ') }] : []),
          { label: label('application'), value: record.application },
          { label: label('address'), value: record.address },
          { label: label('pid'), value: record.pid?.toString() },
          { label: label('xid'), value: record.xid },
          { label: label('lsn'), value: record.lsn },
          { label: label('replicaRole'), value: yes(record.replicaRole) },
          { label: label('forged'), value: yes(record.forged) },
          { label: label('rows'), value: countText(record.rows) },
          { label: label('recordedAt'), value: <Instant at={record.recordedAt} seconds /> },
          { label: label('digest'), value: record.digest },
          ...(record.acknowledgedBy === null
            ? []
            : [
                { label: label('acknowledgedBy'), value: actor(record.acknowledgedBy) },
                { label: label('acknowledgedReason'), value: record.acknowledgedReason },
              ]),
        ]}
      />
    </Card>
  );
}

const cell = { textAlign: 'left', verticalAlign: 'top', py: '4px', pr: 2, overflowWrap: 'anywhere' } as const;

function Changes({ record: { changes, rows } }: { record: BypassRecord }): ReactNode {
  const translate = useTranslate();
  if (changes.length === 0) return null;
  const shown = translate('bypass.shown', { shown: countText(changes.length), rows: countText(rows) });
  return (
    <Card title={translate('audit.states')}>
      {changes.length < rows && <Box sx={{ color: 'tokens.ink3', fontSize: 13, mb: 1 }}>{shown}</Box>}
      {changes.map((change) => (
        <Change key={change.place} change={change} />
      ))}
    </Card>
  );
}

function Change({ change }: { change: ChangedRow }): ReactNode {
  const translate = useTranslate();
  const what = translate(`bypass.operation.${change.operation}`, { _: change.operation });
  return (
    <Box
      component="table"
      sx={{ width: '100%', borderCollapse: 'collapse', fontSize: 13, tableLayout: 'fixed', mb: 2 }}
    >
      <Box component="caption" sx={{ textAlign: 'left', fontWeight: 600 }}>
        {`${tableText(change.relation)} ${change.rowKey ?? ''} · ${what}`}
      </Box>
      <thead>
        <tr>
          {(['audit.field', 'audit.before', 'audit.after'] as const).map((key) => (
            <Box component="th" key={key} scope="col" sx={{ ...cell, color: 'tokens.ink3', fontWeight: 400 }}>
              {translate(key)}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {fieldChanges(change).map(({ field, before, after }) => (
          <tr key={field}>
            <Box component="th" scope="row" sx={{ ...cell, fontWeight: 400, color: 'tokens.ink2' }}>
              {field}
            </Box>
            <Box component="td" sx={cell}>
              {before ?? nothing}
            </Box>
            <Box component="td" sx={{ ...cell, fontWeight: before === after ? 400 : 600 }}>
              {after ?? nothing}
            </Box>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
