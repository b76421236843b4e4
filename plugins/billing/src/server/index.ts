import { operatingFiguresOf } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import { nativeLapsesOf } from '@linggong/access';
import { storiesOf } from '@linggong/audit';
import { lapseFeePlan } from './plans/decide-plan';
import { routes } from './routes';
import { storyRelations } from './stories';
import { operatingFigures } from './operating-figures';

export default {
  routes,
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    operatingFiguresOf(strapi).register(operatingFigures);
    storiesOf(strapi).relate(...storyRelations);
    nativeLapsesOf(strapi).register('fee-plan:decide', (tx, command, id) => lapseFeePlan(tx, command, Number(id)), [
      'fee-plan-not-proposed',
    ]);
    // The bill stands; finance asks again for its money.
    nativeLapsesOf(strapi).register('fee-bill:settle', async () => undefined);
  },
};
