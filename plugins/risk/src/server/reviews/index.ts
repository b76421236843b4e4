import type { StoryKind } from '@linggong/audit';
import { databaseOf, operatingFiguresOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { workerRecheckDays } from '@linggong/real-name';
import type { Core } from '@strapi/strapi';
import { checkConcentration } from './concentration/check-concentration';
import { ASKED } from './explanations/explanation-rows';
import { explanationList, explanationRoutes } from './explanations/explanation-routes';
import { materialList } from './materials/material-list';
import { materialRoutes } from './materials/material-routes';
import { watchMaterials } from './materials/watch-materials';
import { consistencyOf } from './operations/consistency';
import { countOperations } from './operations/count-operations';
import { periodList, periodRoutes } from './periods/period-routes';
import { countRealName } from './real-name/count-real-name';

/** Reviews after the event (真实性审查, R8.1–R8.3): their routes, lists, stories and schedules. */
const realName = {
  kind: 'real-name',
  resource: 'real-name-review',
  name: { zh: '实名认证审查', en: 'review of real-name verification' },
  counting: (strapi: Core.Strapi) => countRealName(workerRecheckDays(strapi)),
} as const;

const operations = {
  kind: 'operations',
  resource: 'operation-review',
  name: { zh: '系统运行审查', en: 'review of operations' },
  counting: (strapi: Core.Strapi) => countOperations(operatingFiguresOf(strapi).sources(), consistencyOf(strapi).all()),
} as const;

export const reviewRoutes = [
  ...explanationRoutes,
  ...materialRoutes,
  ...periodRoutes(realName),
  ...periodRoutes(operations),
];

export const reviewLists = [explanationList, materialList, periodList(realName), periodList(operations)];

const nobody = (table: string): string =>
  `SELECT NULL::int AS "enterpriseId", NULL::int AS "workerId" FROM ${table} WHERE id = $1`;

export const reviewStories: readonly StoryKind[] = [
  {
    kind: 'risk-explanation',
    resource: 'risk-explanation',
    owner: `SELECT ${ASKED.enterprise} AS "enterpriseId", ${ASKED.worker} AS "workerId" FROM risk.explanations x WHERE x.id = $1`,
    table: { name: 'risk.explanations' },
  },
  {
    kind: 'promotional-material',
    resource: 'promotional-material',
    owner: nobody('risk.materials'),
    table: { name: 'risk.materials' },
  },
  ...(['real-name-review', 'operation-review'] as const).map((kind) => ({
    kind,
    resource: kind,
    owner: nobody('risk.period_reviews'),
    table: { name: 'risk.period_reviews' },
  })),
];

export function scheduleReviews(strapi: Core.Strapi): void {
  jobsOf(strapi).handle('risk.check-concentration', async (_job, command) => ({
    ...(await checkConcentration(databaseOf(strapi), command)),
  }));
  jobsOf(strapi).handle('risk.watch-materials', async (_job, command) =>
    databaseOf(strapi).transaction((tx) => watchMaterials(tx, command)),
  );
}
