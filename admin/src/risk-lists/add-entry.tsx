import type { IdentifierKind } from '@linggong/core/domain';
import { listWords } from '@linggong/risk/api';
import {
  listKinds,
  listSources,
  listSubjectKinds,
  type ListKind,
  type ListSource,
  type ListSubjectKind,
} from '@linggong/risk/domain';
import { MenuItem, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { today } from '../dashboards/days';
import { CodeInput } from '../parts/code-input';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import { useText2 } from '../parts/text2';
import type { ConsoleDataProvider } from '../provider';
import { useRulesInForce } from './rules-in-force';

interface Typed {
  kind: ListKind;
  subjectKind: ListSubjectKind;
  value: string;
  source: ListSource;
  endsOn: string;
  rules: string[];
}

const blank: Typed = { kind: 'deny', subjectKind: 'identity', value: '', source: 'platform', endsOn: '', rules: [] };

/** Puts somebody on a list; it waits for a second person. */
export function AddEntry({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [typed, setTyped] = useState<Typed>(blank);
  const { kind, subjectKind, source, endsOn, rules } = typed;
  const value = typed.value.trim();
  return (
    <EffectSheet
      open={open}
      onClose={() => {
        setTyped(blank);
        onClose();
      }}
      title={translate('riskLists.add.title')}
      lead={translate(`riskLists.lead.${kind}`)}
      notes={[translate('riskLists.second')]}
      reason="required"
      ready={value !== '' && (kind !== 'allow' || rules.length > 0)}
      confirm={translate('riskLists.add.title')}
      run={({ reason, key }) => {
        const body = {
          ...{ kind, subjectKind, value, source, reason },
          ...(kind === 'allow' ? { rules } : {}),
          ...(endsOn === '' ? {} : { endsOn }),
        };
        return provider.command('risk-list-entries', undefined, '', body, key);
      }}
    >
      <EntryFields
        typed={typed}
        change={(part) => {
          setTyped({ ...typed, ...part });
        }}
      />
    </EffectSheet>
  );
}

function EntryFields({ typed, change }: { typed: Typed; change: (part: Partial<Typed>) => void }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const rules = useRulesInForce();
  const label = (field: string): string => translate(`resources.risk-list-entries.fields.${field}`);
  return (
    <>
      <TextField
        select
        label={label('kind')}
        value={typed.kind}
        onChange={(event) => {
          // The menu holds these codes only.
          change({ kind: event.target.value as ListKind });
        }}
      >
        {listKinds.map((code) => (
          <MenuItem key={code} value={code}>
            {text(listWords.kind[code])}
          </MenuItem>
        ))}
      </TextField>
      <SubjectFields typed={typed} change={change} />
      {typed.kind === 'allow' && (
        <TextField
          select
          required
          label={label('rules')}
          value={typed.rules}
          slotProps={{ select: { multiple: true } }}
          onChange={({ target: { value } }) => {
            change({ rules: typeof value === 'string' ? value.split(',') : value });
          }}
        >
          {rules.map(({ value, label: name }) => (
            <MenuItem key={value} value={value}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        select
        label={label('source')}
        value={typed.source}
        onChange={(event) => {
          // The menu holds these codes only.
          change({ source: event.target.value as ListSource });
        }}
      >
        {listSources.map((code) => (
          <MenuItem key={code} value={code}>
            {text(listWords.source[code])}
          </MenuItem>
        ))}
      </TextField>
      <DateField
        label={label('endsOn')}
        value={typed.endsOn}
        min={today()}
        helperText={translate('riskLists.endsOnHelp')}
        onChange={(endsOn) => {
          change({ endsOn });
        }}
      />
    </>
  );
}

interface SubjectProps {
  typed: Pick<Typed, 'subjectKind' | 'value'>;
  change: (part: Partial<Pick<Typed, 'subjectKind' | 'value'>>) => void;
}

/** What is one identifier; an identity number may be of several documents. */
const codes: Partial<Record<ListSubjectKind, IdentifierKind>> = { card: 'bank-card', phone: 'mobile', uscc: 'uscc' };

/** By what somebody is listed, and the value in full; nothing of it goes into an address. */
export function SubjectFields({ typed, change }: SubjectProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const label = text(listWords.subjectKind[typed.subjectKind]);
  const code = codes[typed.subjectKind];
  return (
    <>
      <TextField
        select
        label={translate('resources.risk-list-entries.fields.subjectKind')}
        value={typed.subjectKind}
        onChange={(event) => {
          // The menu holds these codes only.
          change({ subjectKind: event.target.value as ListSubjectKind, value: '' });
        }}
      >
        {listSubjectKinds.map((code) => (
          <MenuItem key={code} value={code}>
            {text(listWords.subjectKind[code])}
          </MenuItem>
        ))}
      </TextField>
      {code === undefined ? (
        <TextField
          required
          label={label}
          value={typed.value}
          autoComplete="off"
          onChange={(event) => {
            change({ value: event.target.value });
          }}
        />
      ) : (
        <CodeInput
          key={code}
          required
          kind={code}
          label={label}
          value={typed.value}
          onChange={(value) => {
            change({ value });
          }}
        />
      )}
    </>
  );
}
