import { MenuItem, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { MomentField } from '../parts/moment-field';
import { momentTyped } from '../parts/moment-typed';
import type { ConsoleDataProvider } from '../provider';
import type { BackupRow } from './backup';

/** Asks the security administrator for the restore of a backup (申请恢复); the command then takes the grant. */
export function RestoreSheet({ backup, onClose }: { backup: BackupRow; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [latest, setLatest] = useState(true);
  const [typed, setTyped] = useState('');
  const to = latest ? 'latest' : momentTyped(typed);
  return (
    <EffectSheet
      open
      onClose={onClose}
      title={translate('action.backup.restore.label')}
      lead={translate('action.backup.restore.lead')}
      effects={[{ label: translate('resources.backups.fields.code'), value: backup.code, strong: true }]}
      notes={[translate('keeping.restore.note')]}
      reason="required"
      ready={to !== undefined}
      confirm={translate('action.backup.restore.label')}
      danger
      run={({ reason, key }) => provider.command('backups', backup.id, 'restore', { to, reason }, key)}
    >
      <TextField
        select
        label={translate('keeping.restore.to')}
        value={latest ? 'latest' : 'instant'}
        onChange={(event) => {
          setLatest(event.target.value === 'latest');
        }}
      >
        <MenuItem value="latest">{translate('keeping.restore.latest')}</MenuItem>
        <MenuItem value="instant">{translate('keeping.restore.instant')}</MenuItem>
      </TextField>
      {!latest && (
        <MomentField
          label={translate('keeping.restore.instant')}
          value={typed}
          onChange={setTyped}
          help={translate('keeping.restore.instantHelp')}
        />
      )}
    </EffectSheet>
  );
}
