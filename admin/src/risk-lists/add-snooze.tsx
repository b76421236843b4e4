import { addDays } from '@linggong/core/domain';
import { SNOOZE_DAYS_MAX, snoozeSubjectKinds, WATCH_RULE, type SnoozeSubjectKind } from '@linggong/risk/domain';
import { MenuItem, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { today } from '../dashboards/days';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import { RecordField } from '../parts/record-field';
import type { ConsoleDataProvider } from '../provider';
import { useRulesInForce } from './rules-in-force';

const blank = { rule: WATCH_RULE as string, subjectKind: 'worker' as SnoozeSubjectKind, subjectId: '', endsOn: '' };

/** Lets one worker or enterprise off one rule for a while; it waits for a second person. */
export function AddSnooze({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const rules = useRulesInForce();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [typed, setTyped] = useState(blank);
  const { rule, subjectKind, subjectId, endsOn } = typed;
  return (
    <EffectSheet
      open={open}
      onClose={() => {
        setTyped(blank);
        onClose();
      }}
      title={translate('riskLists.snooze.title')}
      lead={translate('riskLists.snooze.lead')}
      notes={[translate('riskLists.second')]}
      reason="required"
      ready={/^[1-9]\d{0,8}$/.test(subjectId) && endsOn !== ''}
      confirm={translate('riskLists.snooze.title')}
      run={({ reason, key }) => {
        const body = { rule, subjectKind, subjectId: Number(subjectId), endsOn, reason };
        return provider.command('risk-snoozes', undefined, '', body, key);
      }}
    >
      <TextField
        select
        label={translate('resources.risk-snoozes.fields.rule')}
        value={rule}
        onChange={(event) => {
          setTyped({ ...typed, rule: event.target.value });
        }}
      >
        {rules.map(({ value, label }) => (
          <MenuItem key={value} value={value}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={translate('resources.risk-snoozes.fields.subjectKind')}
        value={subjectKind}
        onChange={(event) => {
          // The menu holds these codes only.
          setTyped({ ...typed, subjectKind: event.target.value as SnoozeSubjectKind, subjectId: '' });
        }}
      >
        {snoozeSubjectKinds.map((code) => (
          <MenuItem key={code} value={code}>
            {translate(`riskLists.subject.${code}`)}
          </MenuItem>
        ))}
      </TextField>
      <RecordField
        resource={subjectKind === 'worker' ? 'workers' : 'enterprises'}
        label={translate(`riskLists.subject.${subjectKind}`)}
        value={subjectId}
        required
        onChange={(id) => {
          setTyped({ ...typed, subjectId: id });
        }}
      />
      <DateField
        label={translate('resources.risk-snoozes.fields.endsOn')}
        value={endsOn}
        min={today()}
        max={addDays(today(), SNOOZE_DAYS_MAX)}
        required
        helperText={translate('riskLists.snooze.endsOnHelp')}
        onChange={(day) => {
          setTyped({ ...typed, endsOn: day });
        }}
      />
    </EffectSheet>
  );
}
