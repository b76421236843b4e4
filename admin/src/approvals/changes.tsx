import { Box } from '@mui/material';
import { isRole, roleNames } from '@linggong/config/roles';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Money } from '../parts/money';
import { nothing } from '../parts/money-text';
import { StateChip } from '../parts/state-chip';
import type { StateKind } from '../parts/states';
import { useText2 } from '../parts/text2';
import { RelationWord } from '../table/relation-word';
import { changesOf, isNothing, type ApprovalRecord, type FieldChange } from './approval';

/** The states of these resources have words of their own. */
const stateKinds: Readonly<Record<string, StateKind>> = {
  'settlement-batch': 'batch',
  'fee-plan': 'feePlan',
  'fee-bill': 'feeBill',
  enterprise: 'enterprise',
};

/** Before and after, field by field (变更前后): what changes stands first and out. */
export function Changes({ approval }: { approval: ApprovalRecord }): ReactNode {
  const translate = useTranslate();
  const changes = changesOf(approval.before, approval.after);
  const head = (text: string): ReactNode => (
    <Box component="th" scope="col" sx={{ textAlign: 'left', fontWeight: 400, color: 'tokens.ink3', p: '4px 8px' }}>
      {text}
    </Box>
  );
  return (
    <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', fontSize: 13, tableLayout: 'fixed' }}>
      <thead>
        <tr>
          {head(translate('approvals.field'))}
          {head(translate('approvals.before'))}
          {head(translate('approvals.after'))}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <ChangeRow key={change.field} change={change} resource={approval.resource} />
        ))}
      </tbody>
    </Box>
  );
}

function ChangeRow({ change, resource }: { change: FieldChange; resource: string }): ReactNode {
  const { field, before, after, changed } = change;
  const cell = { p: '5px 8px', borderTop: '1px solid', borderColor: 'tokens.line', overflowWrap: 'anywhere' } as const;
  return (
    <Box component="tr" sx={{ bgcolor: changed ? 'tokens.accentBg' : undefined }}>
      <Box component="th" scope="row" sx={{ ...cell, textAlign: 'left', fontWeight: 400, color: 'tokens.ink2' }}>
        <Name field={field} />
      </Box>
      <Box component="td" sx={cell}>
        <Value field={field} value={before} resource={resource} />
      </Box>
      <Box component="td" sx={{ ...cell, fontWeight: changed ? 600 : 400 }}>
        <Value field={field} value={after} resource={resource} />
      </Box>
    </Box>
  );
}

/** A figure of one account (`balanceFen@deposit:12`), or of one posting, has the name of it behind its word. */
function Name({ field }: { field: string }): ReactNode {
  const translate = useTranslate();
  const [word = '', of] = field.split('@');
  const name = translate(`approvals.fields.${word}`, { _: word });
  return of === undefined ? name : `${name} · ${of.replace('>', ' → ')}`;
}

function Value({ field, value, resource }: { field: string; value: unknown; resource: string }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  if (isNothing(value)) return nothing;
  const kind = stateKinds[resource];
  if (field === 'state' && kind !== undefined && typeof value === 'string') {
    return <StateChip kind={kind} state={value} quiet />;
  }
  if (/Fen(@|$)/.test(field) && (typeof value === 'string' || typeof value === 'number')) {
    return <Money fen={Number(value)} total />;
  }
  if (typeof value === 'boolean') return translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
  if (field === 'entryKind' && typeof value === 'string')
    return translate(`choice.postingKind.${value}`, { _: translate('choice.postingKind.other') });
  if (field === 'role' && isRole(value)) return text(roleNames[value]);
  if (field === 'lookAt' && typeof value === 'string') return translate(`audit.noun.${value}`, { _: value });
  if (field === 'field' && typeof value === 'string') return translate(`unmask.field.${value}`, { _: value });
  if (field === 'subjectKind' && typeof value === 'string') return translate(`audit.noun.${value}`, { _: value });
  if ((field === 'enterpriseId' || field === 'workerId') && typeof value === 'number') {
    return <RelationWord source={field} text={value.toString()} />;
  }
  if (typeof value === 'string') return translate(`approvals.values.${field}.${value}`, { _: value });
  return typeof value === 'number' ? value.toString() : JSON.stringify(value);
}
