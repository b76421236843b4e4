import { waitingKindsOf } from '@linggong/access';
import { operatingFiguresOf } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import { consumersOf, seedsOf } from '@linggong/studio';
import { personKeepersOf } from '@linggong/vault';
import { taxConsole } from './console';
import { parameterConsumer, parameterSeed } from './parameters/parameter-seed';
import { taxRoutes } from './routes';
import { taxpayers } from './taxpayers';
import { operatingFigures } from './operating-figures';
import { waitingKinds } from './waiting';

/** The Strapi plugin: routes, and how long people must be known. Its work for settlement is functions over the caller's transaction (see ../index). */
export default {
  register(): void {},
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    operatingFiguresOf(strapi).register(operatingFigures);
    waitingKindsOf(strapi).add(...waitingKinds);
    personKeepersOf(strapi).add('tax', taxpayers);
    seedsOf(strapi).add(parameterSeed);
    consumersOf(strapi).add(parameterConsumer);
  },
  routes: { api: taxRoutes, console: taxConsole },
};
