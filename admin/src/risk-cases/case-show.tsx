import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Guide } from '../parts/guide';
import { LifeActions } from '../parts/life-actions';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { useMay, useMe } from '../session/use-me';
import { CaseFacts } from './case-facts';
import { CaseHistory } from './case-history';
import { CaseSheets } from './case-sheets';
import { Clock, isLate } from './clock';
import { ComplaintTold } from './complaint-told';
import { Evidence } from './evidence';
import { Explanations } from './explanations';
import { Measures } from './measures';
import { plainActions, type CaseRecord } from './risk-case';
import { Tasks } from './tasks';

/** One risk case: what it is about, its clock, what can be done next, tasks, evidence, measures, history and outcome. */
export default function CaseShow(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const actor = useActorText();
  const handles = useMay()('risk-cases', 'handle');
  return (
    <RecordPage<CaseRecord>
      resource="risk-cases"
      title={({ title }) => text(title)}
      chips={({ state, severity, outcome }) => (
        <>
          <StateChip kind="riskCase" state={state} />
          <StateChip kind="riskSeverity" state={severity} />
          <StateChip kind="riskOutcome" state={outcome} />
        </>
      )}
      facts={(record) => [
        record.number,
        record.ownerName === null
          ? translate('riskCases.noOwner')
          : translate('riskCases.owner', { name: actor(record.ownerName) }),
        ...(record.state === 'closed' ? [] : [<Clock key="clock" dueAt={record.dueAt} late={isLate(record)} />]),
      ]}
      actions={(record, refresh) => (handles ? <Actions record={record} refresh={refresh} /> : undefined)}
      aside={(record) => (
        <>
          <Guide name="riskCase" steps={5} />
          <CaseHistory record={record} />
        </>
      )}
    >
      {(record, refresh) => (
        <>
          {record.recordId !== null && <ComplaintTold recordId={record.recordId} />}
          <CaseFacts record={record} />
          <Measures record={record} refresh={refresh} />
          <Explanations record={record} refresh={refresh} />
          <Tasks record={record} refresh={refresh} />
          <Evidence record={record} refresh={refresh} />
        </>
      )}
    </RecordPage>
  );
}

/** What can be done next; closing, grading and commenting have sheets of their own. */
function Actions({ record, refresh }: { record: CaseRecord; refresh: () => void }): ReactNode {
  const me = useMe()?.account.id;
  return (
    <CaseSheets record={record} refresh={refresh}>
      <LifeActions
        kind="riskCase"
        resource="risk-cases"
        id={record.id}
        actions={plainActions(record, me).map((name) => ({
          name,
          reason: name === 'reopen' ? ('required' as const) : ('optional' as const),
          ...(name === 'take' && record.state === 'open' ? { tone: 'main' as const } : {}),
        }))}
        onDone={refresh}
      />
    </CaseSheets>
  );
}
