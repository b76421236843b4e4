import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { Chip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import { figureText } from './figure-text';
import { figureOf, type PeriodReview, type ReviewFigure } from './period-review';

/** The case that a finding made, for whoever may open it. */
function CaseLink({ finding: { caseId, caseNumber } }: { finding: PeriodReview['findings'][number] }): ReactNode {
  const translate = useTranslate();
  const opens = useMay()('risk-cases', 'show');
  const text = translate('periodReview.case', { number: caseNumber });
  return opens ? <Link to={`/risk-cases/${caseId.toString()}/show`}>{text}</Link> : text;
}

/** A figure beside what it should be; what must agree, and what has no target, in how many places it differs. */
function HowMuch({ differences, figure }: { differences: number; figure: ReviewFigure | undefined }): ReactNode {
  const translate = useTranslate();
  if (!figure?.target || figure.section === 'consistency') {
    return translate('periodReview.differences', { smart_count: differences, count: countText(differences) });
  }
  const { value, target, unit } = figure;
  return translate(`periodReview.missed.${target.kind}`, {
    value: figureText(value, unit),
    target: figureText(target.value, unit),
  });
}

/** What the review found, each with its case and business numbers to look up. */
export function FindingsCard({ findings, figures }: Pick<PeriodReview, 'findings' | 'figures'>): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <Card title={translate('periodReview.findings')}>
      {findings.length === 0 && translate('periodReview.noFinding')}
      <Box sx={{ display: 'grid', gap: 1.5, fontSize: 13 }}>
        {findings.map((finding) => (
          <Box key={finding.id}>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <Chip tone={finding.severity === 'low' ? 'wait' : 'bad'}>
                {translate(`reviews.severity.${finding.severity}`)}
              </Chip>
              <Box component="span" sx={{ fontWeight: 600 }}>
                {text(finding.title)}
              </Box>
              <span>
                <HowMuch differences={finding.differences ?? 0} figure={figureOf(finding, figures)} />
              </span>
              <Box component="span" sx={{ color: 'tokens.ink3' }}>
                <CaseLink finding={finding} />
              </Box>
            </Box>
            {finding.samples.length > 0 && (
              <Box sx={{ color: 'tokens.ink2', overflowWrap: 'anywhere', mt: 0.5 }}>
                {translate('periodReview.samples', { numbers: finding.samples.join(' ') })}
              </Box>
            )}
          </Box>
        ))}
      </Box>
    </Card>
  );
}
