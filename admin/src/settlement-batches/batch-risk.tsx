import type { BatchDetail } from '@linggong/settlement/api';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { useMay } from '../session/use-me';

/** What risk decided about the batch as a whole: which rows hit, in words, and who let it go by what. Told to those who read risk decisions. */
export function BatchRisk({ batch }: { batch: BatchDetail }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const actor = useActorText();
  const may = useMay();
  const { risk } = batch;
  if (risk === null) return null;
  return (
    <Card
      title={translate('batch.risk.title')}
      action={
        may('risk-decisions', 'show') && (
          <Link to={`/risk-decisions/${risk.decisionId}/show`}>{translate('batch.risk.more')}</Link>
        )
      }
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', fontSize: 13 }}>
        <StateChip kind="riskDecision" state={risk.outcome} />
        <span>{translate('batch.risk.score', { score: risk.score })}</span>
        <Box component="span" sx={{ color: 'tokens.ink3' }}>
          <Instant at={risk.decidedAt} />
        </Box>
      </Box>
      {risk.reasons.length === 0 ? (
        <Box sx={{ mt: 0.5, fontSize: 13, color: 'tokens.ink3' }}>{translate('batch.risk.none')}</Box>
      ) : (
        <Box component="ul" sx={{ m: 0, mt: 1, pl: '20px', fontSize: 13, display: 'grid', gap: 0.5 }}>
          {risk.reasons.map((reason, index) => (
            <li key={index}>{text(reason)}</li>
          ))}
        </Box>
      )}
      {risk.review !== null && (
        <Box sx={{ mt: 1, fontSize: 13 }}>
          {translate('batch.risk.reviewed', { actor: actor(risk.review.actor), reason: risk.review.reason })}{' '}
          <Box component="span" sx={{ color: 'tokens.ink3' }}>
            <Instant at={risk.review.at} />
          </Box>
        </Box>
      )}
    </Card>
  );
}
