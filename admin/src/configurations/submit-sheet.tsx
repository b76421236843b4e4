import { addDays } from '@linggong/core/domain';
import { Box, Button, Checkbox, FormControlLabel, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { today } from '../dashboards/days';
import { DateField } from '../parts/date-field';
import { EffectSheet, type Effect } from '../parts/effect-sheet';
import { countText } from '../parts/money-text';
import type { ConsoleDataProvider } from '../provider';
import { ChangeList } from './change-list';
import type { VersionRecord } from './configuration';

/** Days of shadow that are proposed. */
const usualShadowDays = 7;

interface SubmitProps {
  version: VersionRecord;
  /** Whether the button stands there; the sheet stays while it is open. */
  isOffered: boolean;
  refresh: () => void;
}

export function SubmitButton({ version, isOffered, refresh }: SubmitProps): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      {isOffered && (
        <Button
          variant="contained"
          color="primary"
          data-approve=""
          onClick={() => {
            setOpen(true);
          }}
        >
          {translate('configuration.submit.label')}
        </Button>
      )}
      {open && (
        <SubmitSheet
          version={version}
          onClose={() => {
            setOpen(false);
            refresh();
          }}
        />
      )}
    </>
  );
}

/** Asks for approval: from which day it is to hold, whether it runs beside first, and what it changes in numbers. */
function SubmitSheet({ version, onClose }: { version: VersionRecord; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [day, setDay] = useState(today());
  const [shadow, setShadow] = useState(false);
  const label = translate('configuration.submit.label');
  const effectiveFrom = shadow && day <= today() ? addDays(today(), usualShadowDays) : day;
  const ready = effectiveFrom >= today();
  return (
    <EffectSheet
      open
      onClose={onClose}
      title={label}
      lead={translate('configuration.submit.lead')}
      effects={useEffects(version)}
      notes={[
        // Nothing is said of a day that is not there.
        ...(ready
          ? [
              translate(effectiveFrom > today() ? 'configuration.submit.later' : 'configuration.submit.atOnce', {
                day: effectiveFrom,
              }),
            ]
          : []),
        translate('configuration.submit.second'),
      ]}
      reason="required"
      ready={ready}
      confirm={label}
      run={({ reason, key }) =>
        provider.command(
          'configuration-versions',
          version.id,
          'submit',
          { revision: version.revision, effectiveFrom, reason, ...(shadow ? { shadowFrom: today() } : {}) },
          key,
        )
      }
      done={() => <Typography>{translate('configuration.submit.done')}</Typography>}
    >
      <DateField
        label={translate('resources.configuration-versions.fields.effectiveFrom')}
        value={effectiveFrom}
        min={today()}
        required
        helperText={translate('resources.configuration-versions.fields.effectiveFromHelp')}
        onChange={setDay}
      />
      <Box>
        <FormControlLabel
          control={
            <Checkbox
              checked={shadow}
              onChange={(event) => {
                setShadow(event.target.checked);
              }}
            />
          }
          label={translate('configuration.submit.shadow')}
        />
        <Typography variant="caption" component="p" sx={{ color: 'tokens.ink3' }}>
          {translate('configuration.submit.shadowHelp')}
        </Typography>
      </Box>
      <ChangeList changes={version.changes.slice(0, 10)} total={version.changesTotal} />
    </EffectSheet>
  );
}

/** The effect in numbers: what changes, what was tested, what the past would have been. */
function useEffects({ changesTotal, check, replay }: VersionRecord): readonly Effect[] {
  const translate = useTranslate();
  return [
    { label: translate('configuration.tabs.changes'), value: countText(changesTotal), strong: true },
    { label: translate('configuration.tabs.cases'), value: countText(check?.results.length) },
    ...(replay === null
      ? []
      : [
          { label: translate('configuration.replay.total'), value: countText(replay.compared) },
          { label: translate('configuration.replay.different'), value: countText(replay.changed) },
        ]),
  ];
}
