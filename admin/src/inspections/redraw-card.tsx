import { Box, Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { countText } from '../parts/money-text';
import { Chip } from '../parts/state-chip';
import { Trouble } from '../parts/states-of-page';
import { call } from '../provider';
import { mono } from '../theme';
import type { RedrawRecord } from './inspection';

type Phase = { at: 'still' | 'running' } | { at: 'done'; proof: RedrawRecord } | { at: 'failed'; error: unknown };

/** The proof for an auditor (重抽验证): drawn again from the recorded seed, population and sample compared. */
export function RedrawCard({ id }: { id: number }): ReactNode {
  const translate = useTranslate();
  const [phase, setPhase] = useState<Phase>({ at: 'still' });
  const start = (): void => {
    setPhase({ at: 'running' });
    call(`/api/v1/inspections/${id.toString()}/redraw`).then(
      ({ json }) => {
        // The route answers with the schema `redrawAnswer`.
        setPhase({ at: 'done', proof: json as RedrawRecord });
      },
      (error: unknown) => {
        setPhase({ at: 'failed', error });
      },
    );
  };
  return (
    <Card title={translate('inspections.proof')}>
      <Typography variant="body2" sx={{ color: 'tokens.ink2', mb: 1 }}>
        {translate('inspections.proofLead')}
      </Typography>
      <Button size="small" disabled={phase.at === 'running'} onClick={start}>
        {translate(phase.at === 'running' ? 'inspections.redrawing' : 'inspections.redraw')}
      </Button>
      <Box aria-live="polite" sx={{ mt: 1 }}>
        {phase.at === 'done' && <Proof proof={phase.proof} />}
        {phase.at === 'failed' && <Trouble error={phase.error} />}
      </Box>
    </Card>
  );
}

function Proof({ proof }: { proof: RedrawRecord }): ReactNode {
  const translate = useTranslate();
  const same = proof.isSamePopulation && proof.isSameSample;
  const word = (is: boolean): string => translate(is ? 'inspections.isSame' : 'inspections.isNotSame');
  return (
    <>
      <Chip tone={same ? 'good' : 'bad'}>{translate(same ? 'inspections.same' : 'inspections.differs')}</Chip>
      <Facts
        columns={1}
        facts={[
          {
            label: translate('inspections.samePopulation'),
            value: `${word(proof.isSamePopulation)} · ${countText(proof.population)}`,
          },
          {
            label: translate('inspections.sameSample'),
            value: `${word(proof.isSameSample)} · ${countText(proof.sample)}`,
          },
          {
            label: translate('inspections.now'),
            value: (
              <Box component="span" sx={{ fontFamily: mono, fontSize: 12 }}>
                {proof.populationSha256}
              </Box>
            ),
          },
        ]}
      />
    </>
  );
}
