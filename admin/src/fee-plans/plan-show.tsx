import { planWords } from '@linggong/billing/api';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { Facts, type Fact } from '../parts/facts';
import { LifeActions, type LifeAction } from '../parts/life-actions';
import { Money } from '../parts/money';
import { percentText } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Day } from '../parts/time';
import { useMay } from '../session/use-me';
import type { FeePlanRecord } from './plan';

const decisions: readonly LifeAction[] = [
  { name: 'approve', reason: 'none', tone: 'main' },
  { name: 'reject', reason: 'required', tone: 'danger' },
];

/** One fee plan: its terms, who bears what, and – while it is proposed – the decision of the second person. */
export default function FeePlanShow(): ReactNode {
  const translate = useTranslate();
  const decide = useMay()('fee-plans', 'decide');
  const label = (field: string): string => translate(`resources.fee-plans.fields.${field}`);
  return (
    <RecordPage<FeePlanRecord>
      resource="fee-plans"
      title={({ number }) => number}
      chips={({ state }) => <StateChip kind="feePlan" state={state} />}
      facts={({ enterpriseId, enterpriseName, planVersion }) => [
        <Link key="enterprise" to={`/enterprises/${enterpriseId.toString()}/show`}>
          {enterpriseName}
        </Link>,
        translate('feePlan.version', { version: planVersion }),
      ]}
      actions={(plan, refresh) => (
        <LifeActions
          kind="feePlan"
          resource="fee-plans"
          id={plan.id}
          actions={decide && plan.state === 'proposed' ? decisions : []}
          onDone={refresh}
        />
      )}
    >
      {(plan) => (
        <>
          <Price plan={plan} label={label} />
          <Bearers plan={plan} label={label} />
          <Card title={translate('feePlan.term')}>
            <Facts
              facts={[
                { label: label('effectiveFrom'), value: <Day day={plan.effectiveFrom} /> },
                { label: label('effectiveTo'), value: <Day day={plan.effectiveTo} /> },
                ...(plan.stateReason === null ? [] : [{ label: label('stateReason'), value: plan.stateReason }]),
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}

interface TermsProps {
  plan: FeePlanRecord;
  label: (field: string) => string;
}

/** How the fee comes about: rate, amount or tiers, and its limits where there are any. */
function Price({ plan, label }: TermsProps): ReactNode {
  const text = useText2();
  const translate = useTranslate();
  const facts: Fact[] = [{ label: label('kind'), value: text(planWords.kind[plan.kind]) }];
  if (plan.rate !== null) facts.push({ label: label('rate'), value: percentText(plan.rate) });
  if (plan.fixedFen !== null) facts.push({ label: label('fixedFen'), value: <Money fen={plan.fixedFen} total /> });
  if (plan.tierBasis !== null)
    facts.push({ label: label('tierBasis'), value: text(planWords.tierBasis[plan.tierBasis]) });
  if (plan.tierMode !== null) facts.push({ label: label('tierMode'), value: text(planWords.tierMode[plan.tierMode]) });
  plan.tiers.forEach((tier, index) => {
    const from = Math.max(tier.fromVolumeFen, tier.fromAmountFen);
    const both = plan.tierBasis === 'both';
    facts.push({
      label: translate('feePlan.tier', { place: index + 1 }),
      value: (
        <>
          {percentText(tier.rate)} · {translate('feePlan.tierFrom')}{' '}
          {both ? (
            <>
              <Money fen={tier.fromVolumeFen} total /> / <Money fen={tier.fromAmountFen} total />
            </>
          ) : (
            <Money fen={from} total />
          )}
        </>
      ),
    });
  });
  if (plan.kind !== 'fixed') facts.push({ label: translate('feePlan.byClass'), value: <Surcharges plan={plan} /> });
  const limits = ['orderMinFen', 'orderMaxFen', 'batchMinFen', 'batchMaxFen', 'monthMinFen', 'monthMaxFen'] as const;
  for (const name of limits) {
    const fen = plan[name];
    if (fen !== null) facts.push({ label: label(name), value: <Money fen={fen} total /> });
  }
  return (
    <Card title={translate('feePlan.price')}>
      <Facts facts={facts} />
    </Card>
  );
}

/** What the class of the enterprise adds to the rates; nothing where the plan agrees none. */
function Surcharges({ plan: { raisedSurcharge, highSurcharge } }: { plan: FeePlanRecord }): ReactNode {
  const text = useText2();
  const translate = useTranslate();
  if (raisedSurcharge === null && highSurcharge === null) return translate('feePlan.noSurcharge');
  const part = (tier: 'raised' | 'high', added: string | null): string =>
    `${text(planWords.classTier[tier])} +${percentText(added ?? '0')}`;
  return `${part('raised', raisedSurcharge)} · ${part('high', highSurcharge)}`;
}

function Bearers({ plan, label }: TermsProps): ReactNode {
  const text = useText2();
  const translate = useTranslate();
  return (
    <Card title={translate('feePlan.bearers')}>
      <Facts
        facts={[
          { label: label('bearing'), value: text(planWords.bearing[plan.bearing]) },
          { label: label('taxBearer'), value: text(planWords.taxBearer[plan.taxBearer]) },
          { label: label('chargedWhen'), value: text(planWords.chargedWhen[plan.chargedWhen]) },
          { label: label('returnedFee'), value: text(planWords.returnedFee[plan.returnedFee]) },
        ]}
      />
    </Card>
  );
}
