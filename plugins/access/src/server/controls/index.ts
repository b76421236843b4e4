import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { settingsFromEnvironment } from '@linggong/config';
import { matrix } from '@linggong/config/access';
import { controlChecksOf, type ControlCheck } from '@linggong/core';
import { routeRegistryOf } from '../http/route-registry';
import { administratorsApart, defaultAccounts, passwords, secondFactor, unusedAccounts } from './account-checks';
import { closedInputs, rightGivers, rights, rowScopes, separatePowers } from './rule-checks';
import { residues, sessionEntries, signInBounds } from './session-checks';

/** Live checks of the controls that accounts, sessions and the matrix answer for (GB/T 22239-2019 8.1.4.1 to 8.1.5). */
export function registerControls(strapi: Core.Strapi): void {
  const checks = controlChecksOf(strapi);
  const served = () => routeRegistryOf(strapi).all();
  const { dataFolder } = settingsFromEnvironment(process.env);
  checks.add('passwords', passwords);
  checks.add('second-factor', secondFactor);
  checks.add('default-accounts', defaultAccounts(path.join(dataFolder, 'demo-accounts.json')));
  checks.add('unused-accounts', unusedAccounts);
  checks.add('three-roles', threeRoles);
  checks.add('rights', rights(matrix, served));
  checks.add('right-givers', rightGivers(matrix));
  checks.add('row-scopes', rowScopes(matrix));
  checks.add('closed-inputs', closedInputs(served));
  checks.add('sign-in-bounds', signInBounds);
  checks.add('session-entries', sessionEntries);
  checks.add('residues', residues);
}

/** The people and their powers: both have to be apart. */
const threeRoles: ControlCheck = async (db, at) => {
  const people = await administratorsApart(db, at);
  const powers = separatePowers(matrix);
  return {
    ...people,
    state: powers.state === 'met' ? people.state : powers.state,
    figure: { zh: `${people.figure.zh}；${powers.figure.zh}`, en: `${people.figure.en}; ${powers.figure.en}` },
  };
};
