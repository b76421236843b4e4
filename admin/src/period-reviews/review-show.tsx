import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { PrintStyles } from '../mlps/print-styles';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Figures } from '../parts/figures';
import { countText } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { EndReview } from './end-review';
import { figureText } from './figure-text';
import { FigureTable } from './figure-table';
import { FindingsCard } from './findings-card';
import { sectionsOf, type PeriodReview, type ReviewResource } from './period-review';

interface ReviewShowProps {
  resource: ReviewResource;
  /** Keys of the figures that stand on top. */
  top: readonly string[];
}

/** One review: what was counted beside the month before, what was found, and who signed it off; made to be printed. */
export function ReviewShow({ resource, top }: ReviewShowProps): ReactNode {
  const translate = useTranslate();
  return (
    <>
      <PrintStyles />
      <RecordPage<PeriodReview>
        resource={resource}
        title={({ month }) => `${translate(`resources.${resource}.name`, { smart_count: 1 })} ${month}`}
        chips={({ state }) => <StateChip kind="periodReview" state={state} />}
        facts={({ number }) => [number]}
        actions={(review, refresh) => (
          <>
            <Button
              variant="outlined"
              startIcon={<PrintOutlined />}
              onClick={() => {
                window.print();
              }}
            >
              {translate('periodReview.print')}
            </Button>
            <EndReview resource={resource} review={review} onDone={refresh} />
          </>
        )}
      >
        {(review) => (
          <>
            <Head review={review} top={top} />
            <FindingsCard findings={review.findings} figures={review.figures} />
            {sectionsOf(review.figures).map((section) => (
              <FigureTable key={section.section} section={section} compared={review.comparedWith?.month ?? null} />
            ))}
          </>
        )}
      </RecordPage>
    </>
  );
}

function Head({ review, top }: { review: PeriodReview; top: readonly string[] }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const actor = useActorText();
  const off = review.figures.filter(({ isOnTarget }) => isOnTarget === false).length;
  return (
    <>
      <Figures
        label={translate('periodReview.summary')}
        figures={[
          {
            label: translate('periodReview.findings'),
            value: countText(review.findings.length),
            ...(review.findings.length > 0 ? { tone: 'bad' as const } : {}),
          },
          {
            label: translate('periodReview.offTarget'),
            value: countText(off),
            ...(off > 0 ? { tone: 'bad' as const } : {}),
          },
          ...top.flatMap((key) => {
            const figure = review.figures.find((one) => one.key === key);
            return figure ? [{ label: text(figure.name), value: figureText(figure.value, figure.unit) }] : [];
          }),
        ]}
      />
      <Card title={translate('periodReview.facts')}>
        <Facts
          facts={[
            { label: translate('periodReview.madeBy'), value: actor(review.madeBy) },
            { label: translate('periodReview.madeAt'), value: <Instant at={review.madeAt} /> },
            { label: translate('periodReview.comparedWith'), value: review.comparedWith?.number },
            {
              label: translate('periodReview.endedBy'),
              value: review.endedBy === null ? undefined : actor(review.endedBy),
            },
            { label: translate('periodReview.conclusion'), value: review.conclusion },
          ]}
        />
      </Card>
    </>
  );
}
