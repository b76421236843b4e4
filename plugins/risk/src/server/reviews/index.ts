import type { StoryKind } from '@linggong/audit';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import type { Core } from '@strapi/strapi';
import { materialList } from './materials/material-list';
import { materialRoutes } from './materials/material-routes';
import { watchMaterials } from './materials/watch-materials';

/** Reviews after the event (真实性审查, R8.1–R8.3): their routes, lists, stories and schedules. */
export const reviewRoutes = [...materialRoutes];

export const reviewLists = [materialList];

const nobody = (table: string): string =>
  `SELECT NULL::int AS "enterpriseId", NULL::int AS "workerId" FROM ${table} WHERE id = $1`;

export const reviewStories: readonly StoryKind[] = [
  {
    kind: 'promotional-material',
    resource: 'promotional-material',
    owner: nobody('risk.materials'),
    table: { name: 'risk.materials' },
  },
];

export function scheduleReviews(strapi: Core.Strapi): void {
  jobsOf(strapi).handle('risk.watch-materials', async (_job, command) =>
    databaseOf(strapi).transaction((tx) => watchMaterials(tx, command)),
  );
}
