import { operatingFiguresOf } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import { storiesOf } from '@linggong/audit';
import { apiRoutes, consoleRoutes, nativeLapsesOf, waitingKindsOf } from '@linggong/access';
import { partiesOf } from '@linggong/parties';
import {
  batchNeeds,
  batchTableKey,
  consistencyOf,
  limitsKey,
  lineNeeds,
  lineTableKey,
  populationsOf,
  ratingSourcesOf,
} from '@linggong/risk';
import { payerOwner } from '@linggong/channels';
import { consumersOf, seedsOf, type DecisionTable } from '@linggong/studio';
import { unmetNeeds } from '@linggong/studio/domain';
import {
  clearSourcesOf,
  personKeepersOf,
  personalDataOf,
  retentionOf,
  sealedSourcesOf,
  unmaskOwnersOf,
} from '@linggong/vault';
import { seeds, settlementApprovals } from '../domain/seeds';
import { cancelBatch } from './change/cancel-batch';
import { pastBatchesSource } from './check/past-batches';
import { pastOrdersSource } from './check/past-limits';
import { pastLinesSource } from './check/past-lines';
import { pastReleases } from './confirm/past-releases';
import { consistencyChecks } from './consistency';
import { settlementLists } from './console-lists';
import { clearDepositPayers } from './deposits/clear-deposit-payers';
import { depositPayers } from './deposits/deposit-payers';
import { demandSettled } from './offboarding-guard';
import { ordersOfPeople } from './orders-of-people';
import { ordersOfWorker, recordsOfWorker } from './own-data';
import { bankFiles, lineCells, payoutSheets } from './retention';
import { openMoney } from './read/open-money';
import { paidPopulation } from './read/paid-population';
import { paymentFacts } from './read/rating-facts';
import { batchRoutes } from './routes/batch-routes';
import { paperRoutes } from './routes/paper-routes';
import { liveRoutes } from './routes/live-routes';
import { decisionRoutes } from './routes/decision-routes';
import { depositRoutes } from './routes/deposit-routes';
import { figureRoutes } from './routes/figure-routes';
import { lineRoutes } from './routes/line-routes';
import { orderRoutes } from './routes/order-routes';
import { uploadRoutes } from './routes/upload-routes';
import { sealedSources } from './sealed-sources';
import { services, settlementOf, toolsOf } from './services';
import { storyKinds, storyRelations } from './stories';
import { operatingFigures } from './operating-figures';
import { waitingKinds } from './waiting';

export default {
  services,
  routes: {
    v1: apiRoutes([
      ...uploadRoutes,
      ...batchRoutes,
      ...liveRoutes,
      ...paperRoutes,
      ...decisionRoutes,
      ...lineRoutes,
      ...orderRoutes,
      ...depositRoutes,
      ...figureRoutes,
    ]),
    console: consoleRoutes(settlementLists),
  },
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    operatingFiguresOf(strapi).register(operatingFigures);
    waitingKindsOf(strapi).add(...waitingKinds);
    seedsOf(strapi).add(...seeds);
    consumersOf(strapi).add({
      kind: 'decision-table',
      key: lineTableKey,
      name: { zh: '结算批次检查', en: 'Checks of settlement batches' },
      replay: pastLinesSource,
      // Studio read the content as a table before it asks.
      judge: (content) => unmetNeeds(content as unknown as DecisionTable, lineNeeds),
    });
    consumersOf(strapi).add({
      kind: 'decision-table',
      key: batchTableKey,
      name: { zh: '结算批次整体判定', en: 'Decision on whole settlement batches' },
      replay: pastBatchesSource,
      judge: (content) => unmetNeeds(content as unknown as DecisionTable, batchNeeds),
    });
    consumersOf(strapi).add(
      { kind: 'limit-set', key: limitsKey, replay: pastOrdersSource },
      { kind: 'lifecycle-policy', key: settlementApprovals.key, replay: pastReleases },
    );
    storiesOf(strapi).add(...storyKinds);
    storiesOf(strapi).relate(...storyRelations);
    sealedSourcesOf(strapi).add(...sealedSources);
    clearSourcesOf(strapi).add(clearDepositPayers(() => toolsOf(strapi).vault));
    unmaskOwnersOf(strapi).add(payerOwner('deposit', () => toolsOf(strapi).vault, depositPayers));
    personalDataOf(strapi).add('orders', ordersOfWorker);
    personalDataOf(strapi).add('taxRecords', recordsOfWorker);
    personKeepersOf(strapi).add('settlement', ordersOfPeople);
    retentionOf(strapi).add('payout-sheet', payoutSheets);
    retentionOf(strapi).add('line-cells', lineCells);
    retentionOf(strapi).add('bank-file', bankFiles);
    settlementOf(strapi).listen();
    nativeLapsesOf(strapi).register(
      'settlement-batch:release',
      (tx, command, id) => cancelBatch(toolsOf(strapi), tx, command, Number(id)),
      ['illegal-transition'],
    );
    partiesOf(strapi).addOffboardingGuard(demandSettled);
    populationsOf(strapi).register('orders', paidPopulation);
    ratingSourcesOf(strapi).add(paymentFacts);
    ratingSourcesOf(strapi).useMoney(openMoney);
    for (const check of consistencyChecks) consistencyOf(strapi).register(check);
  },
};
