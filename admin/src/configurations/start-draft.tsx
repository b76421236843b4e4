import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { EffectSheet } from '../parts/effect-sheet';
import { isRecord, type ConsoleDataProvider } from '../provider';
import type { ConfigurationRecord, VersionSummary } from './configuration';

interface StartDraftProps {
  configuration: ConfigurationRecord;
  /** The version that is copied; the one in force where not given. */
  from?: VersionSummary;
}

/** Begins a new version as a copy; nothing of what is in force changes by it. */
export function StartDraft({ configuration, from }: StartDraftProps): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [open, setOpen] = useState(false);
  const no = from?.versionNo ?? configuration.inForce?.versionNo;
  const label = translate(from === undefined ? 'configuration.draft.start' : 'configuration.draft.from');
  return (
    <>
      <Button
        {...(from === undefined
          ? { variant: 'contained' as const, color: 'primary' as const }
          : { size: 'small' as const })}
        onClick={() => {
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
        }}
        title={label}
        lead={translate('configuration.draft.lead')}
        effects={
          no === undefined
            ? []
            : [{ label: translate('configuration.draft.copied'), value: translate('configuration.versionNo', { no }) }]
        }
        notes={[translate('configuration.draft.one')]}
        confirm={label}
        run={async ({ key }) => {
          const body = from === undefined ? {} : { from: from.id };
          const made = await provider.command('configurations', configuration.id, 'drafts', body, key);
          if (isRecord(made) && typeof made['id'] === 'number')
            navigate(`/configuration-versions/${made['id'].toString()}/show`);
          return made;
        }}
      />
    </>
  );
}
