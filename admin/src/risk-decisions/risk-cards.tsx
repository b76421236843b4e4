import { Box, Button, Skeleton, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { KindOfWork } from '../inspections/kind-of-work';
import { Card, Cards } from '../parts/card';
import { countText, moneyText, nothing } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { useText2, type Text2 } from '../parts/text2';
import { call } from '../provider';
import { ListCard } from '../table/list-card';
import { leftOf, type DecisionRow, type LimitsRecord } from './decision';
import { useDecisionColumns } from './decision-list';
import { Figures } from './decision-show';
import { useValueText } from './value-text';
import { useSigns } from '../parts/signs';

interface Subject {
  kind: 'worker' | 'enterprise';
  id: number;
}

interface FeaturesRecord {
  day: string;
  features: { name: string; label: Text2; value: number }[];
}

function useOfSubject<A>(what: 'features' | 'limits', { kind, id }: Subject) {
  return useQuery({
    queryKey: ['risk-subject', what, kind, id],
    queryFn: async ({ signal }) => {
      const { json } = await call(`/api/v1/risk-subjects/${kind}/${id.toString()}/${what}`, { signal });
      // The routes answer with the schemas `featuresAnswer` and `subjectLimitsAnswer`.
      return json as A;
    },
    retry: false,
  });
}

/** On the page of a worker or an enterprise: the features that decisions stand on, limits with what is used, and the decisions. */
export default function RiskCards(subject: Subject): ReactNode {
  const translate = useTranslate();
  const columns = useDecisionColumns().filter(
    ({ source }) => source !== (subject.kind === 'worker' ? 'workerId' : 'enterpriseId'),
  );
  return (
    <Cards>
      <LimitsCard {...subject} />
      <FeaturesCard {...subject} />
      <ListCard<DecisionRow>
        title={translate('riskDecisions.onPage')}
        resource="risk-decisions"
        columns={columns}
        sort={{ field: 'id', order: 'DESC' }}
        only={subject.kind === 'worker' ? { workerId: subject.id } : { enterpriseId: subject.id }}
      />
    </Cards>
  );
}

function FeaturesCard(subject: Subject): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const shown = useValueText();
  const [all, setAll] = useState(false);
  const { data, error } = useOfSubject<FeaturesRecord>('features', subject);
  const title = translate('riskDecisions.features');
  if (data === undefined)
    return error === null ? (
      <Skeleton variant="rounded" height={120} />
    ) : (
      <Card title={title}>{<Trouble error={error} />}</Card>
    );
  const zeros = data.features.filter(({ value }) => value === 0).length;
  const seen = all ? data.features : data.features.filter(({ value }) => value !== 0);
  return (
    <Card
      title={`${title} · ${translate('riskDecisions.featuresDay', { day: data.day })}`}
      action={
        zeros > 0 && (
          <Button
            size="small"
            variant="text"
            aria-expanded={all}
            onClick={() => {
              setAll(!all);
            }}
          >
            {all ? translate('riskDecisions.hideZeros') : translate('riskDecisions.zeros', { count: countText(zeros) })}
          </Button>
        )
      }
    >
      {seen.length === 0 && (
        <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('riskDecisions.noFeatures')}</Box>
      )}
      <Figures figures={seen.map(({ name, label, value }) => ({ label: text(label), value: shown(name, value) }))} />
    </Card>
  );
}

function LimitsCard(subject: Subject): ReactNode {
  const translate = useTranslate();
  const { data, error } = useOfSubject<LimitsRecord>('limits', subject);
  const title = translate('riskDecisions.limits');
  if (data === undefined)
    return error === null ? (
      <Skeleton variant="rounded" height={120} />
    ) : (
      <Card title={title}>{<Trouble error={error} />}</Card>
    );
  return (
    <Card title={title}>
      <Box sx={{ overflowX: 'auto' }}>
        <LimitsTable limits={data} />
      </Box>
      <OtherLimits limits={data} />
    </Card>
  );
}

/** A line a window: what is used, the limits that hold in it – the lowest counts – and what is left. */
function LimitsTable({ limits: { uses, limits } }: { limits: LimitsRecord }): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const text = useText2();
  const lines = (['line', 'day', 'month', 'year'] as const).map((window) => {
    const own = limits.filter((limit) => limit.window === window && isForAll(limit));
    const amounts = own.flatMap(({ maxFen }) => (maxFen === null ? [] : [maxFen]));
    return {
      window,
      use: uses.find((one) => one.window === window),
      names: own.map(({ name }) => text(name)),
      maxFen: amounts.length === 0 ? null : Math.min(...amounts),
    };
  });
  return (
    <Table size="small" sx={{ '& td, & th': { fontSize: 13, px: 1 }, '& .n': { textAlign: 'right' } }}>
      <TableHead>
        <TableRow>
          <TableCell />
          <TableCell className="n">{translate('riskDecisions.used')}</TableCell>
          <TableCell className="n">{translate('riskDecisions.limit')}</TableCell>
          <TableCell className="n">{translate('riskDecisions.left')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map(({ window, use, names, maxFen }) => (
          <TableRow key={window}>
            <TableCell component="th" scope="row">
              {translate(`riskDecisions.window.${window}`)}
            </TableCell>
            <TableCell className="n">
              {use === undefined ? nothing : moneyText(use.usedFen)}
              {use !== undefined && use.usedCount > 0 && (
                <Box sx={{ color: 'tokens.ink3', fontSize: 12 }}>
                  {translate('riskDecisions.uses', { count: countText(use.usedCount) })}
                </Box>
              )}
            </TableCell>
            <TableCell className="n">
              {maxFen === null ? translate('riskDecisions.noLimit') : moneyText(maxFen)}
              <Box sx={{ color: 'tokens.ink3', fontSize: 12 }}>{names.join(signs.semicolon)}</Box>
            </TableCell>
            <TableCell className="n">{use === undefined ? nothing : moneyText(leftOf(maxFen, use.usedFen))}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** It counts whatever is paid for, whoever pays: the others stand below, each by itself. */
function isForAll({ subject, kindOfWork, classes }: LimitsRecord['limits'][number]): boolean {
  return kindOfWork === null && classes.length === 0 && subject !== 'kind-of-work';
}

/** Limits of some kinds of work, and of payers of some classes: what is used of them, where it is known, and what is left. */
function OtherLimits({ limits: { limits, kindUses } }: { limits: LimitsRecord }): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const text = useText2();
  const others = limits.filter((limit) => !isForAll(limit));
  if (others.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, mt: 1.5, pl: '18px', fontSize: 13 }} aria-label={translate('riskDecisions.byKind')}>
      {others.map(({ name, window, maxFen, maxCount, kindOfWork, classes }) => {
        const use = kindUses.find((one) => one.kindOfWork === kindOfWork && one.window === window);
        return (
          <li key={`${name.zh}-${window}-${kindOfWork ?? ''}`}>
            {text(name)} · {translate(`riskDecisions.window.${window}`)}
            {kindOfWork !== null && (
              <>
                {' · '}
                <KindOfWork code={kindOfWork} />
              </>
            )}
            {classes.length > 0 &&
              ` · ${translate('riskDecisions.payerClasses', { classes: classes.join(signs.listed) })}`}
            {maxFen !== null && ` · ${translate('riskDecisions.limit')} ${moneyText(maxFen)}`}
            {maxCount !== null && ` · ${translate('riskDecisions.uses', { count: countText(maxCount) })}`}
            {use !== undefined && ` · ${translate('riskDecisions.used')} ${moneyText(use.usedFen)}`}
            {use !== undefined &&
              maxFen !== null &&
              ` · ${translate('riskDecisions.left')} ${moneyText(leftOf(maxFen, use.usedFen))}`}
          </li>
        );
      })}
    </Box>
  );
}
