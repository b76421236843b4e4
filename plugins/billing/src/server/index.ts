import type { Core } from '@strapi/strapi';
import { storiesOf } from '@linggong/audit';
import { routes } from './routes';
import { storyRelations } from './stories';

export default {
  routes,
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    storiesOf(strapi).relate(...storyRelations);
  },
};
