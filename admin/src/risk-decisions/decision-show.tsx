import { momentTexts } from '@linggong/risk/domain';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { RecordPage } from '../parts/record-page';
import { RowName } from '../parts/row-name';
import { Chip, StateChip } from '../parts/state-chip';
import { useText2, type Text2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { useMay } from '../session/use-me';
import type { DecisionRecord } from './decision';
import { useValueText } from './value-text';

/** One risk decision: what it came to and why, the rows that hit, what was known, and by which version of the rules. */
export default function DecisionShow(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <RecordPage<DecisionRecord>
      resource="risk-decisions"
      title={({ moment, outcome }) =>
        translate('riskDecisions.title', {
          moment: text(momentTexts[moment]),
          outcome: translate(`state.riskDecision.${outcome}`),
        })
      }
      chips={({ outcome, isReproduced }) => (
        <>
          <StateChip kind="riskDecision" state={outcome} />
          <Chip tone={isReproduced ? 'good' : 'bad'}>
            {translate(`riskDecisions.${isReproduced ? 'reproduced' : 'notReproduced'}`)}
          </Chip>
        </>
      )}
      facts={({ isReproduced }) => [translate(`riskDecisions.${isReproduced ? 'reproducedWhy' : 'notReproducedWhy'}`)]}
    >
      {(record) => (
        <>
          <Reasons record={record} />
          <About record={record} />
          <Known record={record} />
        </>
      )}
    </RecordPage>
  );
}

function Reasons({ record: { reasons, trace } }: { record: DecisionRecord }): ReactNode {
  const translate = useTranslate();
  return (
    <Card title={translate('riskDecisions.why')}>
      {reasons.length === 0 && (
        <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('riskDecisions.noReason')}</Box>
      )}
      <Texts texts={reasons} strong />
      {trace.length > 0 && (
        <>
          <Typography variant="h3" component="h3" sx={{ mt: 1.5, mb: 0.5 }}>
            {translate('riskDecisions.rows')}
          </Typography>
          <Texts texts={trace} />
        </>
      )}
    </Card>
  );
}

function Texts({ texts, strong = false }: { texts: readonly Text2[]; strong?: boolean }): ReactNode {
  const text = useText2();
  if (texts.length === 0) return null;
  return (
    <Box
      component="ul"
      sx={{ m: 0, pl: '20px', fontSize: 13, fontWeight: strong ? 600 : 400, display: 'grid', gap: 0.5 }}
    >
      {texts.map((one, index) => (
        <li key={index}>{text(one)}</li>
      ))}
    </Box>
  );
}

function About({ record }: { record: DecisionRecord }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const text = useText2();
  const { policy, run, workerId, enterpriseId, moment } = record;
  const version = translate('riskDecisions.version', { no: policy.versionNo.toString() });
  const label = (field: string): string => translate(`resources.risk-decisions.fields.${field}`);
  const row = (kind: 'worker' | 'enterprise' | 'settlement-batch', id: number | string): ReactNode => (
    <RowName kind={kind} id={id} otherwise={id.toString()} linked />
  );
  return (
    <Card title={translate('riskDecisions.about')}>
      <Facts
        facts={[
          { label: label('at'), value: <Instant at={record.at} seconds /> },
          { label: label('subjectKind'), value: translate(`riskDecisions.subjectKind.${record.subjectKind}`) },
          ...(workerId === null ? [] : [{ label: label('workerId'), value: row('worker', workerId) }]),
          ...(enterpriseId === null ? [] : [{ label: label('enterpriseId'), value: row('enterprise', enterpriseId) }]),
          ...(run?.kind === 'settlement-batch'
            ? [{ label: translate('riskDecisions.run'), value: row('settlement-batch', run.id) }]
            : []),
          { label: label('score'), value: record.score },
          {
            label: translate('riskDecisions.policy'),
            value: may('configurations', 'show') ? (
              <Link to={`/configurations/${policy.configurationId.toString()}/show`}>{text(momentTexts[moment])}</Link>
            ) : (
              text(momentTexts[moment])
            ),
          },
          {
            label: translate('riskDecisions.versionField'),
            value: may('configuration-versions', 'show') ? (
              <Link to={`/configuration-versions/${policy.versionId.toString()}/show`}>{version}</Link>
            ) : (
              version
            ),
          },
          {
            label: translate('riskDecisions.took'),
            value: tookText(record.microseconds, translate),
          },
        ]}
      />
    </Card>
  );
}

function Known({ record: { input } }: { record: DecisionRecord }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const shown = useValueText();
  if (input.length === 0) return null;
  return (
    <Card title={translate('riskDecisions.facts')}>
      <Typography variant="body2" sx={{ color: 'tokens.ink2', mb: 0.5 }}>
        {translate('riskDecisions.factsNote')}
      </Typography>
      <Figures figures={input.map(({ name, label, value }) => ({ label: text(label), value: shown(name, value) }))} />
    </Card>
  );
}

/** Long names, short figures: the figure stands at the right of its line. */
export function Figures({ figures }: { figures: readonly { label: string; value: string }[] }): ReactNode {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
        columnGap: 5,
        fontSize: 13,
      }}
    >
      {figures.map(({ label, value }) => (
        <Box
          key={label}
          sx={{
            display: 'flex',
            gap: 2,
            justifyContent: 'space-between',
            py: '5px',
            borderBottom: '1px solid',
            borderColor: 'tokens.line',
          }}
        >
          <Box component="dt" sx={{ color: 'tokens.ink2' }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, fontWeight: 600, textAlign: 'right', overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** Of a decision in a batch its share is told, which is often less than a tenth of a millisecond. */
function tookText(microseconds: number, translate: (key: string, words: { count: string }) => string): string {
  const key = microseconds < 100 ? 'microseconds' : 'milliseconds';
  return translate(`riskDecisions.${key}`, {
    count: key === 'microseconds' ? microseconds.toString() : (microseconds / 1_000).toFixed(1),
  });
}
