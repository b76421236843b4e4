import { Box, MenuItem, Skeleton, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { ChangeList } from './change-list';
import type { ConfigurationRecord, VersionSummary } from './configuration';
import { useChanges } from './use-changes';

/** Any two versions against each other, in words. */
export function CompareVersions({ configuration }: { configuration: ConfigurationRecord }): ReactNode {
  const translate = useTranslate();
  const { versions, inForce, kind } = configuration;
  const newest = versions[0]?.id;
  const [to, setTo] = useState(newest);
  const [from, setFrom] = useState(inForce === null || inForce.id === newest ? versions[1]?.id : inForce.id);
  const changes = useChanges(kind, from, to);
  return (
    <Card title={translate('configuration.compare.title')}>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 1.5, my: 1 }}>
        <Pick label="from" versions={versions} value={from} onPick={setFrom} />
        <Pick label="to" versions={versions} value={to} onPick={setTo} />
      </Box>
      {from === to ? (
        <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('configuration.compare.same')}</Box>
      ) : changes === undefined ? (
        <Skeleton variant="rounded" height={60} />
      ) : (
        <ChangeList changes={changes} none={translate('configuration.compare.none')} />
      )}
    </Card>
  );
}

interface PickProps {
  label: 'from' | 'to';
  versions: readonly VersionSummary[];
  value: number | undefined;
  onPick: (id: number) => void;
}

function Pick({ label, versions, value, onPick }: PickProps): ReactNode {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={translate(`configuration.compare.${label}`)}
      value={value ?? ''}
      onChange={(event) => {
        onPick(Number(event.target.value));
      }}
    >
      {versions.map(({ id, versionNo, state }) => (
        <MenuItem key={id} value={id}>
          {translate('configuration.versionNo', { no: versionNo })} · {translate(`state.configurationVersion.${state}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
