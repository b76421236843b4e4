import { retentionClasses } from '@linggong/config/retention';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card, Cards } from '../parts/card';
import { Facts } from '../parts/facts';
import { nothing } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { Frame, Grid } from '../table/grid';
import type { DestructionRecord } from './destruction';

/** One certificate of destruction: by which rule, what of how many rows, and whose. */
export default function DestructionShow(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const said = useActorText();
  const label = (field: string): string => translate(`resources.destructions.fields.${field}`);
  return (
    <RecordPage<DestructionRecord> resource="destructions" title={({ number }) => number}>
      {({ class: name, people, rows, actor, at, writtenAt, items, subjects }) => {
        const rule = retentionClasses.find((one) => one.name === name);
        return (
          <Cards>
            <Card title={translate('destruction.facts')}>
              <Facts
                facts={[
                  { label: label('class'), value: rule ? text(rule.what) : name },
                  { label: translate('retention.law'), value: rule ? text(rule.law) : null },
                  { label: label('people'), value: people },
                  { label: label('rows'), value: rows },
                  { label: label('actor'), value: said(actor) },
                  { label: label('at'), value: <Instant at={at} /> },
                  { label: label('writtenAt'), value: <Instant at={writtenAt} /> },
                  { label: translate('destruction.approval'), value: translate('destruction.noApproval') },
                  { label: translate('destruction.stays'), value: translate('destruction.staysWhat') },
                ]}
              />
            </Card>
            <Card title={translate('destruction.items')}>
              <Rows
                name={translate('destruction.items')}
                head={[translate('retention.what'), label('rows')]}
                rows={items.map((item) => [translate(`choice.destroyed.${item.what}`, { _: item.what }), item.rows])}
              />
            </Card>
            <Card title={translate('destruction.subjects')}>
              <Rows
                name={translate('destruction.subjects')}
                head={[
                  translate('resources.locked-workers.fields.number'),
                  translate('resources.locked-workers.fields.lockedAt'),
                ]}
                rows={subjects.map(({ number, lockedAt }) => [number, <Instant key={number} at={lockedAt} />])}
              />
            </Card>
          </Cards>
        );
      }}
    </RecordPage>
  );
}

interface RowsProps {
  name: string;
  head: readonly [string, string];
  /** The first of each is its key. */
  rows: readonly (readonly [string, ReactNode])[];
}

function Rows({ name, head, rows }: RowsProps): ReactNode {
  if (rows.length === 0) return nothing;
  return (
    <Frame tabIndex={0} role="region" aria-label={name}>
      <Grid>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, second]) => (
            <tr key={first}>
              <td>{first}</td>
              <td>{second}</td>
            </tr>
          ))}
        </tbody>
      </Grid>
    </Frame>
  );
}
