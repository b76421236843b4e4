import { retentionClasses } from '@linggong/config/retention';
import type { ReactNode } from 'react';
import { useRedirect, useTranslate } from 'react-admin';
import { Card, Cards } from '../parts/card';
import { LifeActions } from '../parts/life-actions';
import { nothing } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { useMay } from '../session/use-me';
import { Frame, Grid } from '../table/grid';
import { EndFacts } from './end-facts';
import { LookSheet } from './look-sheet';
import { termsByEnd, type LockedRow, type LockedTerm } from './locked-worker';

/** Somebody who has left: which laws hold him until when, and what became of him then. */
export default function LockedShow(): ReactNode {
  const translate = useTranslate();
  return (
    <RecordPage<LockedRow>
      resource="locked-workers"
      title={({ number }) => number}
      chips={({ state }) => <StateChip kind="worker" state={state} />}
      actions={(record) => <Actions record={record} />}
    >
      {(record) => (
        <Cards>
          <Card title={translate('locked.end')}>
            <EndFacts {...record} />
          </Card>
          <Card title={translate('locked.terms')}>
            <Terms terms={record.terms} />
          </Card>
        </Cards>
      )}
    </RecordPage>
  );
}

function Actions({ record: { id, state } }: { record: LockedRow }): ReactNode {
  const may = useMay();
  const redirect = useRedirect();
  if (state === 'erased') return null;
  return (
    <>
      {may('locked-workers', 'look') && <LookSheet id={id} />}
      {may('workers', 'return') && (
        <LifeActions
          kind="worker"
          resource="workers"
          id={id}
          actions={[{ name: 'return', reason: 'required' }]}
          onDone={() => {
            redirect('show', 'workers', id);
          }}
        />
      )}
    </>
  );
}

const fields = ['what', 'from', 'until', 'law'] as const;

function Terms({ terms }: { terms: readonly LockedTerm[] }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <Frame tabIndex={0} role="region" aria-label={translate('locked.terms')}>
      <Grid>
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field} scope="col">
                {translate(`locked.term.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {termsByEnd(terms).map((term) => {
            const known = retentionClasses.find(({ name }) => name === term.class);
            return (
              <tr key={`${term.class} ${term.from ?? ''}`}>
                <td>{known ? text(known.what) : term.class}</td>
                <td>{term.from === null ? nothing : <Instant at={term.from} />}</td>
                <td>{term.until === null ? translate('locked.unknown') : <Instant at={term.until} />}</td>
                <td style={{ whiteSpace: 'normal', minWidth: 260 }}>{known ? text(known.law) : nothing}</td>
              </tr>
            );
          })}
        </tbody>
      </Grid>
    </Frame>
  );
}
