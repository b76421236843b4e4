import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useOwnerName } from '../findings/finding-list';
import { useActorText } from '../parts/actor';
import { Card, Cards } from '../parts/card';
import { Facts, type Fact } from '../parts/facts';
import { moneyText } from '../parts/money-text';
import { RowName } from '../parts/row-name';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { useMay } from '../session/use-me';
import type { CaseRecord } from './risk-case';
import { useRuleWord } from './rule-word';
import { useSubjectWord } from './subject-word';

/** What a case is about, where it comes from, and what came out of it. */
export function CaseFacts({ record }: { record: CaseRecord }): ReactNode {
  return (
    <Cards>
      {record.outcome !== null && <Outcome record={record} />}
      <About record={record} />
    </Cards>
  );
}

function About({ record }: { record: CaseRecord }): ReactNode {
  const translate = useTranslate();
  const rule = useRuleWord();
  const label = (field: string): string => translate(`resources.risk-cases.fields.${field}`);
  const called = useSubjectWord();
  const { subjectKind, subjectId, subjectLabel, workerId, enterpriseId } = record;
  const beside: Fact[] = [];
  if (workerId !== null && subjectKind !== 'worker') {
    beside.push({ label: translate('riskCases.worker'), value: <Person kind="worker" id={workerId} /> });
  }
  if (enterpriseId !== null && subjectKind !== 'enterprise') {
    beside.push({ label: translate('riskCases.enterprise'), value: <Person kind="enterprise" id={enterpriseId} /> });
  }
  return (
    <Card title={translate('riskCases.about')}>
      <Facts
        facts={[
          {
            label: translate(`riskCases.subject.${subjectKind}`),
            value: <RowName kind={subjectKind} id={subjectId} otherwise={called(subjectLabel ?? subjectId)} linked />,
          },
          ...beside,
          { label: label('source'), value: translate(`riskCases.source.${record.source}`) },
          { label: label('rule'), value: rule(record.rule) },
          ...useFactsOf(record),
          { label: label('openedAt'), value: <Instant at={record.openedAt} /> },
          { label: label('lastSeenAt'), value: <Instant at={record.lastSeenAt} /> },
          { label: label('timesSeen'), value: translate('riskCases.seen', { smart_count: record.timesSeen }) },
          { label: translate('riskCases.clock'), value: <Instant at={record.dueAt} /> },
        ]}
      />
    </Card>
  );
}

function Person({ kind, id }: { kind: 'worker' | 'enterprise'; id: number }): ReactNode {
  const translate = useTranslate();
  return (
    <RowName kind={kind} id={id} otherwise={`${translate(`riskCases.subject.${kind}`)} ${id.toString()}`} linked />
  );
}

/** Facts that the case was opened with; the number of its subject stands above, and the row of a card tells nobody anything. */
function useFactsOf({ facts, recordId }: CaseRecord): Fact[] {
  const translate = useTranslate();
  const owner = useOwnerName();
  return Object.entries(facts).flatMap(([name, value]): Fact[] => {
    const label = translate(`riskCases.fact.${name}`, { _: '' });
    if (name === 'number' || name === 'cardId' || label === '' || value === null) return [];
    if (name === 'record') return [{ label, value: <ToldIn recordId={recordId} number={value.toString()} /> }];
    if (name.endsWith('Fen') && typeof value === 'number') return [{ label, value: moneyText(value) }];
    if (typeof value === 'boolean') return [{ label, value: translate(`ra.boolean.${value.toString()}`) }];
    const text = value.toString();
    if (name === 'owner') return [{ label, value: owner(text) }];
    if (name === 'audit') return [{ label, value: translate(`keeping.audit.${text}`, { _: text }) }];
    if (name === 'kind') {
      return [{ label, value: translate(`keeping.kind.${String(facts['audit'])}.${text}`, { _: text }) }];
    }
    return [{ label, value: text }];
  });
}

/** The record in which a complaint was told, for whoever may read it. */
function ToldIn({ recordId, number }: { recordId: number | null; number: string }): ReactNode {
  const readable = useMay()('form-records', 'show');
  return recordId === null || !readable ? (
    number
  ) : (
    <Link to={`/form-records/${recordId.toString()}/show`}>{number}</Link>
  );
}

function Outcome({ record }: { record: CaseRecord }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const label = (field: string): string => translate(`resources.risk-cases.fields.${field}`);
  return (
    <Card title={label('outcome')}>
      <Facts
        facts={[
          { label: label('outcome'), value: <StateChip kind="riskOutcome" state={record.outcome} /> },
          { label: label('outcomeReason'), value: record.outcomeReason },
          { label: label('closedBy'), value: record.closedBy === null ? undefined : actor(record.closedBy) },
          { label: label('closedAt'), value: <Instant at={record.closedAt} /> },
        ]}
      />
    </Card>
  );
}
