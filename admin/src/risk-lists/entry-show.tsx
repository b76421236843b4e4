import { listWords, ruleWord } from '@linggong/risk/api';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActorWord } from '../parts/actor-word';
import { Card } from '../parts/card';
import { Facts, type Fact } from '../parts/facts';
import { LifeActions } from '../parts/life-actions';
import { Masked } from '../parts/masked';
import { RecordPage } from '../parts/record-page';
import { RowName } from '../parts/row-name';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Day, Instant } from '../parts/time';
import { useMay } from '../session/use-me';
import type { EntryRecord } from './entry';
import { useSigns } from '../parts/signs';

/** One entry of a list: who, why, by whose word and until when, and where its subject was met. */
export default function EntryShow(): ReactNode {
  const text = useText2();
  const may = useMay();
  return (
    <RecordPage<EntryRecord>
      resource="risk-list-entries"
      title={({ number }) => number}
      chips={({ state }) => <StateChip kind="riskListEntry" state={state} />}
      facts={({ kind, subjectKind }) => [text(listWords.kind[kind]), text(listWords.subjectKind[subjectKind])]}
      actions={({ id, state, measureId }, refresh) => (
        <LifeActions
          kind="riskListEntry"
          resource="risk-list-entries"
          id={id}
          actions={
            may('risk-list-entries', 'end') && state === 'in-force' && measureId === null
              ? [{ name: 'end', reason: 'required', tone: 'danger' }]
              : []
          }
          onDone={refresh}
        />
      )}
    >
      {(entry) => (
        <>
          <EntryFacts entry={entry} />
          <Hits hits={entry.hits} />
        </>
      )}
    </RecordPage>
  );
}

function EntryFacts({ entry }: { entry: EntryRecord }): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const text = useText2();
  const label = (field: string): string => translate(`resources.risk-list-entries.fields.${field}`);
  const facts: Fact[] = [
    { label: text(listWords.subjectKind[entry.subjectKind]), value: <Masked text={entry.value} /> },
    { label: label('reason'), value: entry.reason },
    { label: label('source'), value: text(listWords.source[entry.source]) },
    { label: label('endsOn'), value: <Day day={entry.endsOn} /> },
    { label: label('createdName'), value: <ActorWord name={entry.createdName} /> },
    { label: label('createdAt'), value: <Instant at={entry.createdAt} /> },
  ];
  if (entry.caseId !== null) {
    facts.push({ label: label('caseId'), value: <CaseLink id={entry.caseId} /> });
  }
  if (entry.rules.length > 0) {
    facts.push({ label: label('rules'), value: entry.rules.map((rule) => text(ruleWord(rule))).join(signs.semicolon) });
  }
  if (entry.endedAt !== null) {
    facts.push(
      { label: label('endedAt'), value: <Instant at={entry.endedAt} /> },
      { label: label('endedName'), value: entry.endedName === null ? '' : <ActorWord name={entry.endedName} /> },
      { label: label('endReason'), value: entry.endReason },
    );
  }
  return (
    <Card title={translate('riskLists.entry')}>
      <Facts facts={facts} />
    </Card>
  );
}

/** The case whose measure listed him: the entry ends with that. */
function CaseLink({ id }: { id: number }): ReactNode {
  const translate = useTranslate();
  const opens = useMay()('risk-cases', 'show');
  const text = translate('riskLists.byMeasure');
  return opens ? <Link to={`/risk-cases/${id.toString()}/show`}>{text}</Link> : text;
}

function Hits({ hits }: Pick<EntryRecord, 'hits'>): ReactNode {
  const translate = useTranslate();
  if (hits.length === 0) return null;
  return (
    <Card title={translate('riskLists.hits')}>
      {hits.map(({ moment, subjectKind, subjectId, at }) => (
        <Box key={`${moment} ${subjectId.toString()}`} sx={{ display: 'flex', gap: 2, py: 0.5 }}>
          <Instant at={at} />
          <span>{translate(`riskLists.moment.${moment}`)}</span>
          <RowName kind={subjectKind} id={subjectId} otherwise={`#${subjectId.toString()}`} linked />
        </Box>
      ))}
    </Card>
  );
}
