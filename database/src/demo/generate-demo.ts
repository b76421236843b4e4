import type { Core } from '@strapi/strapi';
import { openDemoAccounts } from './demo-accounts';

/** Puts the demo platform into an empty database, through the services that people use. */
export async function generateDemo(
  app: Core.Strapi,
  accountsFile: string,
  stage: (zh: string, en: string) => void,
): Promise<void> {
  stage('开通演示账号', 'Opening the demo accounts');
  await openDemoAccounts(app, accountsFile);
}
