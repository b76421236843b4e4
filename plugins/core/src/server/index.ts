import type { Core } from '@strapi/strapi';
import { databaseOf, services } from './services';

export default {
  services,
  async destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await databaseOf(strapi).close();
  },
};
