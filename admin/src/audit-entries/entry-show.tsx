import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { countText, nothing } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { Instant } from '../parts/time';
import { stateLines, type AuditEntryRecord } from './audit-entry';
import { EntryActor } from './entry-actor';
import { useEntryWords } from './entry-words';
import { useStateWords } from './state-words';

/** One entry of the audit log: everything it tells, and what else the same request did. */
export default function EntryShow(): ReactNode {
  const words = useEntryWords();
  return (
    <RecordPage<AuditEntryRecord>
      resource="audit-entries"
      title={(entry) => words.action(entry.action)}
      facts={(entry) => [
        words.subject(entry.subjectKind, entry.subjectId),
        <EntryActor key="actor" name={entry.actorName} />,
      ]}
    >
      {(entry) => (
        <>
          <EntryFacts entry={entry} />
          <States entry={entry} />
        </>
      )}
    </RecordPage>
  );
}

/** A value, or the words for it, that leads to the entries that share it. */
function Shared({ by, value, words }: { by: string; value: string | null; words?: ReactNode }): ReactNode {
  if (value === null) return nothing;
  const filter = encodeURIComponent(JSON.stringify({ [by]: value }));
  return <Link to={`/audit-entries?filter=${filter}`}>{words ?? value}</Link>;
}

function EntryFacts({ entry }: { entry: AuditEntryRecord }): ReactNode {
  const translate = useTranslate();
  const words = useEntryWords();
  const label = (field: string): string => translate(`resources.audit-entries.fields.${field}`);
  return (
    <Card title={translate('audit.facts')}>
      <Facts
        facts={[
          { label: label('id'), value: entry.id.toString() },
          { label: label('recordedAt'), value: <Instant at={entry.recordedAt} seconds /> },
          { label: label('at'), value: <Instant at={entry.at} seconds /> },
          {
            label: label('actorName'),
            value: <Shared by="actorName" value={entry.actorName} words={<EntryActor name={entry.actorName} />} />,
          },
          {
            label: label('action'),
            value: <Shared by="action" value={entry.action} words={words.action(entry.action)} />,
          },
          { label: label('outcome'), value: translate(`audit.outcome.${entry.outcome}`, { _: entry.outcome }) },
          { label: label('subjectKind'), value: words.kind(entry.subjectKind) },
          { label: label('subjectId'), value: words.subject(entry.subjectKind, entry.subjectId) },
          { label: label('count'), value: countText(entry.count) },
          { label: label('address'), value: <Shared by="address" value={entry.address} /> },
          { label: label('sessionId'), value: <Shared by="sessionId" value={entry.sessionId} /> },
          { label: label('traceId'), value: <Shared by="traceId" value={entry.traceId} /> },
          { label: label('approvalId'), value: entry.approvalId },
          { label: label('xid'), value: entry.xid },
          { label: label('idsSha256'), value: entry.idsSha256 },
          { label: label('reason'), value: entry.reason },
        ]}
      />
    </Card>
  );
}

const cell = { textAlign: 'left', verticalAlign: 'top', py: '4px', pr: 2, overflowWrap: 'anywhere' } as const;

function States({ entry }: { entry: AuditEntryRecord }): ReactNode {
  const translate = useTranslate();
  const words = useStateWords(entry.subjectKind);
  const lines = stateLines(entry.before, entry.after);
  if (lines.length === 0)
    return (
      <Card title={translate('audit.states')}>
        <Box sx={{ color: 'tokens.ink3', fontSize: 13 }}>{translate('audit.noStates')}</Box>
      </Card>
    );
  return (
    <Card title={translate('audit.states')}>
      <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', fontSize: 13, tableLayout: 'fixed' }}>
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
          {lines.map(({ field, before, after }) => (
            <tr key={field}>
              <Box component="th" scope="row" sx={{ ...cell, fontWeight: 400, color: 'tokens.ink2' }}>
                {words.field(field)}
              </Box>
              <Box component="td" sx={cell}>
                {before === undefined ? nothing : words.value(field, before)}
              </Box>
              <Box component="td" sx={{ ...cell, fontWeight: before === after ? 400 : 600 }}>
                {after === undefined ? nothing : words.value(field, after)}
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
    </Card>
  );
}
