import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { Facts } from '../parts/facts';
import { Masked } from '../parts/masked';
import { call } from '../provider';
import type { WorkerRecord } from '../workers/worker';

/** A look at the record of somebody who has left: a reason first, then what is on record of him, masked, on this sheet alone. */
export function LookSheet({ id }: { id: number }): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('locked.look')}
      </Button>
      <EffectSheet<WorkerRecord>
        open={open}
        onClose={() => {
          setOpen(false);
        }}
        title={translate('locked.look')}
        lead={translate('locked.lookLead')}
        reason="required"
        confirm={translate('locked.look')}
        run={async ({ reason, key }) =>
          // The route answers with the schema `workerDetail`, dates as text.
          (await call(`/api/v1/locked-workers/${id.toString()}/look`, { method: 'POST', body: { reason }, key }))
            .json as WorkerRecord
        }
        done={(record) => <Record record={record} />}
      />
    </>
  );
}

function Record({ record }: { record: WorkerRecord }): ReactNode {
  const translate = useTranslate();
  const label = (field: string): string => translate(`resources.workers.fields.${field}`);
  const cards = (record.cards ?? []).map(({ id, card }) => <Masked key={id} text={card} />);
  return (
    <Facts
      columns={1}
      facts={[
        { label: label('number'), value: record.number },
        { label: label('name'), value: record.name },
        { label: label('identity'), value: <Masked text={record.identity} /> },
        { label: label('phone'), value: record.phone && <Masked text={record.phone} /> },
        { label: label('address'), value: record.address },
        { label: translate('locked.reason'), value: record.stateReason },
        { label: translate('locked.cards'), value: cards.length === 0 ? null : cards },
      ]}
    />
  );
}
