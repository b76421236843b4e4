import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { changesOf, isTechnical, type ApprovalRecord, type FieldChange } from './approval';
import { ChangeValue } from './change-value';

/** Who proposed and decided, and why, stands beside; the number of the row says nothing. */
const elsewhere: ReadonlySet<string> = new Set(['id', 'proposedBy', 'approvedBy', 'stateReason']);

/** Before and after, field by field (变更前后): what changes stands first and out; hashes last, folded. */
export function Changes({ approval }: { approval: ApprovalRecord }): ReactNode {
  const translate = useTranslate();
  const changes = changesOf(approval.before, approval.after).filter(({ field }) => !elsewhere.has(field));
  const technical = changes.filter(({ field }) => isTechnical(field));
  return (
    <>
      <ChangeTable changes={changes.filter(({ field }) => !isTechnical(field))} resource={approval.resource} />
      {technical.length > 0 && (
        <Box component="details" sx={{ mt: 1, fontSize: 13, color: 'tokens.ink2' }}>
          <Box component="summary" sx={{ cursor: 'pointer', py: '4px' }}>
            {translate('approvals.technical')}
          </Box>
          <ChangeTable changes={technical} resource={approval.resource} />
        </Box>
      )}
    </>
  );
}

function ChangeTable({ changes, resource }: { changes: readonly FieldChange[]; resource: string }): ReactNode {
  const translate = useTranslate();
  if (changes.length === 0) return null;
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
          <ChangeRow key={change.field} change={change} resource={resource} />
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
        <ChangeValue field={field} value={before} resource={resource} />
      </Box>
      <Box component="td" sx={{ ...cell, fontWeight: changed ? 600 : 400 }}>
        <ChangeValue field={field} value={after} resource={resource} />
      </Box>
    </Box>
  );
}

/** A figure of one account (`balanceFen@deposit:12`), or of one posting, has the name of it behind its word. */
function Name({ field }: { field: string }): ReactNode {
  const translate = useTranslate();
  const [word = '', of] = field.split('@');
  const name = translate(`approvals.fields.${word}`, {
    // What approvals have no word of their own for is called as the log calls it.
    _: translate(`resources.fee-plans.fields.${word}`, { _: translate(`auditStates.field.${word}`, { _: word }) }),
  });
  return of === undefined ? name : `${name} · ${of.replace('>', ' → ')}`;
}
